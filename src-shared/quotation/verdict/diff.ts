import type { DiffSegment } from '../../model/verdict';
import type { Reading } from './reading';

/**
 * The word diff from the source's wording to the draft's, ready to be shown: `same` and `added` put
 * together are the draft's text; `removed` is what only the source has, with its own spacing.
 * An ellipsis counts as added, and what it leaves out is one removed segment.
 */
export function diffOf(reading: Reading): DiffSegment[] {
  const { draft, sameWords, steps, draftTokens, sourceTokens, source } = reading;
  const counterparts = new Set(sameWords);
  const segments: DiffSegment[] = [];
  const put = (type: DiffSegment['type'], text: string) => {
    if (text === '') return;
    const last = segments.at(-1);
    if (last?.type === type) last.text += text;
    else segments.push({ type, text });
  };

  let pendingAdded = '';
  let removedFrom = -1;
  let removedTo = -1;
  const flush = () => {
    if (removedFrom >= 0) put('removed', removedText(removedFrom, removedTo));
    removedFrom = -1;
    removedTo = -1;
    put('added', pendingAdded);
    pendingAdded = '';
  };
  const removedText = (from: number, to: number): string => {
    const words = source.words.slice(from, to);
    if (words.every((word) => word.role === 'label' || word.role === 'note')) return '';
    const end = source.words[to]?.start ?? words.at(-1)!.end;
    return source.text.slice(words[0]!.start, end);
  };
  const remove = (from: number, to: number) => {
    removedFrom = removedFrom < 0 ? from : Math.min(removedFrom, from);
    removedTo = Math.max(removedTo, to);
  };

  // What precedes the first word: opening marks, a bracket, an ellipsis.
  const firstStart = draft.words[0]?.start ?? draft.text.length;
  const leading = draft.text.slice(0, firstStart);
  if (sameWords[0]! >= 0 && !startsMarked(reading)) put('same', leading);
  else pendingAdded = leading;

  let nextWord = 0;
  const emitUpTo = (word: number) => {
    for (; nextWord < word; nextWord++) {
      const [own, marked] = chunkOf(reading, nextWord);
      if (sameWords[nextWord]! >= 0) {
        flush();
        put('same', own);
      } else pendingAdded += own;
      pendingAdded += marked;
    }
  };
  for (const step of steps) {
    if (step.type === 'skip') {
      const token = sourceTokens[step.source]!;
      if (!counterparts.has(token.from)) remove(token.from, token.to);
      continue;
    }
    const token = draftTokens[step.draft]!;
    emitUpTo(token.from);
    if (step.type !== 'add' && sameWords[token.from]! < 0) {
      const other = sourceTokens[step.source]!;
      remove(other.from, other.to);
    }
    emitUpTo(token.to);
  }
  emitUpTo(draft.words.length);
  flush();
  return segments;
}

function startsMarked(reading: Reading): boolean {
  return reading.draft.gapAt.has(0) || reading.draft.groups[0]?.from === 0;
}

/**
 * A word with what follows it up to the next word, in two pieces: its own, and from where an ellipsis
 * or a bracket that the source does not have begins.
 */
function chunkOf(reading: Reading, word: number): [string, string] {
  const { draft } = reading;
  const start = draft.words[word]!.start;
  const end = draft.words[word + 1]?.start ?? draft.text.length;
  const text = draft.text.slice(start, end);
  const wordEnd = draft.words[word]!.end;
  let cut = end;
  const gap = draft.gapAt.get(word + 1);
  if (gap) cut = Math.min(cut, gap.start);
  for (const number of draft.groupsAt.get(word + 1) ?? []) {
    const group = draft.groups[number]!;
    const isNew = group.from === group.to || reading.sameWords[group.from]! < 0;
    if (isNew && group.start >= wordEnd && group.start < end) cut = Math.min(cut, group.start);
  }
  return [text.slice(0, cut - start), text.slice(cut - start)];
}
