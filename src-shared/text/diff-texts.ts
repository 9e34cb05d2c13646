import type { DiffSegment } from '../model/verdict';
import { alignWords } from './align-words';
import { tokenise, type Word } from './normalise';

/**
 * The word diff between two texts, ready to be shown: `same` and `added` put together are the second
 * text (but for white space and marks before its first word), `removed` is what only the first has.
 * Case and typography alone are no difference.
 */
export function diffTexts(from: string, to: string): DiffSegment[] {
  const [fromWords, toWords] = [tokenise(from), tokenise(to)];
  const runs = alignWords(
    fromWords.map(({ key }) => key),
    toWords.map(({ key }) => key),
  );
  const segments: DiffSegment[] = [];
  const put = (type: DiffSegment['type'], text: string) => {
    if (text !== '') segments.push({ type, text });
  };
  const lead = to.slice(0, toWords[0]?.start ?? to.length);
  for (const { type, from: old, to: now } of runs) {
    if (type === 'removed') put(type, textOf(from, fromWords, old));
    else put(type, (now.start === 0 ? lead : '') + textOf(to, toWords, now));
  }
  return segments;
}

/** Words with what stands between and behind them, up to the next word. */
function textOf(
  text: string,
  words: readonly Word[],
  { start, end }: { start: number; end: number },
): string {
  return text.slice(words[start]!.start, words[end]?.start ?? text.length);
}
