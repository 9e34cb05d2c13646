import { crossesSpeaker, roleOf } from './changes';
import type { SourceToken } from './compare';
import type { Gap } from './draft';
import { isNegation, phraseAt } from './lexicon';
import { type Finding, finding, type Reading } from './reading';

const SOURCE_ELLIPSIS = /…|\.(?:\s?\.){2,}/;

/**
 * Judges an ellipsis of the draft. `omitted` is what the source has there, asides included;
 * `sourceNext` the number of the source token that follows.
 */
export function judgeGap(
  reading: Reading,
  gap: Gap,
  omitted: readonly SourceToken[],
  sourceNext: number,
): Finding[] {
  const atEdge = gap.at === 0 || gap.at === reading.draft.words.length;
  if (atEdge) return judgeEdge(reading, gap);
  const words = omitted.filter((token) => roleOf(reading, token) === 'word');
  const draft = reading.draft.text.slice(gap.start, gap.end);
  if (omitted.length === 0) {
    return sourceHasEllipsis(reading, sourceNext) ? [] : [{ code: 'ellipsis-no-omission', draft }];
  }
  const findings: Finding[] = [{ ...finding(reading, 'ellipsis', [], omitted), draft }];
  const { lexicon, limits } = reading;
  const count = countWords(words);
  if (words.some((token) => isNegation(lexicon, token.key))) {
    const least = count <= limits.shortOmission ? 'altered' : undefined;
    findings.push(finding(reading, 'omission-drops-negation', [], omitted, least));
  }
  if (dropsQualifier(reading, words, count)) {
    findings.push(finding(reading, 'omission-drops-qualifier', [], omitted));
  }
  const labels = omitted.filter((token) => roleOf(reading, token) === 'label');
  if (crossesSpeaker(reading, labels) || (labels.length === 0 && asksBetween(reading, omitted))) {
    findings.push(finding(reading, 'omission-crosses-speaker', [], omitted));
  }
  if (count > limits.omittedWords) findings.push(finding(reading, 'omission-long', [], omitted));
  return findings;
}

function judgeEdge(reading: Reading, gap: Gap): Finding[] {
  const { sourceTokens, steps, source } = reading;
  const matches = steps.filter((step) => step.type !== 'add');
  const edge = gap.at === 0 ? matches[0] : matches.at(-1);
  if (edge) {
    const token = sourceTokens[edge.source]!;
    const start =
      gap.at === 0 ? source.words[token.from]!.start - 5 : source.words[token.to - 1]!.end;
    if (SOURCE_ELLIPSIS.test(source.text.slice(Math.max(0, start), start + 6))) return [];
  }
  return [{ code: 'ellipsis-edge', draft: reading.draft.text.slice(gap.start, gap.end) }];
}

function countWords(tokens: readonly SourceToken[]): number {
  return new Set(tokens.map((token) => token.from)).size;
}

function sourceHasEllipsis(reading: Reading, sourceNext: number): boolean {
  const next = reading.sourceTokens[sourceNext];
  if (!next || next.from === 0) return false;
  const { text, words } = reading.source;
  return SOURCE_ELLIPSIS.test(text.slice(words[next.from - 1]!.end, words[next.from]!.start));
}

/** Somebody asks something within the words left out: what follows is an answer. */
function asksBetween(reading: Reading, omitted: readonly SourceToken[]): boolean {
  if (!reading.spoken) return false;
  const { text, words } = reading.source;
  const first = words[omitted[0]!.from]!;
  const afterLast = words[omitted.at(-1)!.to]?.start ?? text.length;
  return text.slice(first.start, afterLast).includes('?');
}

/** Single words that limit what stands before or after them, wherever in the omission they are. */
const LIMITING = new Set(['only', 'unless', 'except', 'provided', 'providing']);

function dropsQualifier(reading: Reading, words: readonly SourceToken[], count: number): boolean {
  const { lexicon, limits } = reading;
  const keys = words.map((token) => token.key);
  const first = keys[0] === 'and' ? 1 : 0;
  if (lexicon.qualifiers.has(keys[first] ?? '')) return true;
  if (phraseAt(lexicon.qualifierPhrases, keys, first) > 0) return true;
  if (keys.some((key, at) => LIMITING.has(key) && keys[at - 1] !== 'not')) return true;
  return (
    count <= limits.shortOmission &&
    keys.some((key) => lexicon.hedges.has(key) || lexicon.modals.has(key))
  );
}
