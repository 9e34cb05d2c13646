import type { DraftToken, JointKind, SourceToken, Step } from './compare';
import type { Draft } from './draft';
import type { Lexicon } from './lexicon';
import type { Limits, Treatment } from './profile';
import type { ReasonCode } from './reasons';
import type { SourceStretch } from './source';

/** Something that the comparison found, before the profile says what it is worth. */
export interface Finding {
  code: ReasonCode;
  draft?: string;
  source?: string;
  /** The least that it does to the verdict, whatever the profile allows. */
  least?: Treatment;
}

/** A quotation laid over the stretch of the source that it fits: what every check reads. */
export interface Reading {
  draft: Draft;
  draftTokens: readonly DraftToken[];
  joints: readonly JointKind[];
  source: SourceStretch;
  sourceTokens: readonly SourceToken[];
  steps: readonly Step[];
  /** By word of the draft: the word of the source that is the same, or -1. */
  sameWords: Int32Array;
  lexicon: Lexicon;
  spoken: boolean;
  limits: Limits;
  /** The speaker label before the passage, or null. Looks back through the source. */
  labelBefore: () => string | null;
}

/** The draft's wording from one word to another (half-open). */
export function draftWording(reading: Reading, from: number, to: number): string {
  const { words, text } = reading.draft;
  const first = words[from];
  const last = words[to - 1];
  return first && last && to > from ? text.slice(first.start, last.end) : '';
}

/** The source's wording from one word to another (half-open). */
export function sourceWording(reading: Reading, from: number, to: number): string {
  const { words, text } = reading.source;
  const first = words[from];
  const last = words[to - 1];
  return first && last && to > from ? text.slice(first.start, last.end) : '';
}

/** The wording of tokens of the draft, given in order; empty for none. */
export function wordingOfDraft(reading: Reading, tokens: readonly DraftToken[]): string {
  const first = tokens[0];
  const last = tokens.at(-1);
  return first && last ? draftWording(reading, first.from, last.to) : '';
}

/** The wording of tokens of the source, given in order; empty for none. */
export function wordingOfSource(reading: Reading, tokens: readonly SourceToken[]): string {
  const first = tokens[0];
  const last = tokens.at(-1);
  return first && last ? sourceWording(reading, first.from, last.to) : '';
}

/** A finding about these tokens. */
export function finding(
  reading: Reading,
  code: ReasonCode,
  draft: readonly DraftToken[],
  source: readonly SourceToken[],
  least?: Treatment,
): Finding {
  const draftWords = wordingOfDraft(reading, draft);
  const sourceWords = wordingOfSource(reading, source);
  return {
    code,
    ...(draftWords && { draft: draftWords }),
    ...(sourceWords && { source: sourceWords }),
    ...(least && { least }),
  };
}

/** True if both words are capitalised within a sentence. */
export function looksLikeName(reading: Reading, draftAt: number, sourceAt: number): boolean {
  // German writes every noun with a capital.
  if (reading.lexicon.language === 'de') return false;
  const draftWord = reading.draft.words[draftAt]!;
  const sourceWord = reading.source.words[sourceAt]!;
  const capital = /^\p{Lu}/u;
  if (!capital.test(draftWord.text) || !capital.test(sourceWord.text)) return false;
  const before = reading.source.text.slice(Math.max(0, sourceWord.start - 4), sourceWord.start);
  const beginsSentence = sourceWord.start === 0 || /[.?!:\n]["”’)\]\s]*$/u.test(before);
  return (
    !beginsSentence ||
    (draftAt > 0 &&
      !/[.?!]\W*$/.test(
        reading.draft.text.slice(Math.max(0, draftWord.start - 4), draftWord.start),
      ))
  );
}

/**
 * For each word of the draft, the word of the source that has the same letters and is its counterpart;
 * -1 where there is none. Case does not count here.
 */
export function findSameWords(
  draft: Draft,
  draftTokens: readonly DraftToken[],
  source: SourceStretch,
  sourceTokens: readonly SourceToken[],
  steps: readonly Step[],
): Int32Array {
  const same = new Int32Array(draft.words.length).fill(-1);
  const unmatched = new Set<number>();
  for (const token of draftTokens) for (let w = token.from; w < token.to; w++) unmatched.add(w);
  const broken = new Set<number>();
  for (const step of steps) {
    if (step.type === 'skip') continue;
    const token = draftTokens[step.draft]!;
    const counterpart = step.type === 'match' ? sourceTokens[step.source]! : null;
    const length = token.to - token.from;
    for (let offset = 0; offset < length; offset++) {
      const word = token.from + offset;
      const other = counterpart ? counterpart.from + offset : -1;
      const alike =
        counterpart !== null &&
        counterpart.to - counterpart.from === length &&
        draft.words[word]!.key === source.words[other]!.key &&
        !draft.words[word]!.edited &&
        (same[word] === -1 || same[word] === other);
      if (alike) same[word] = other;
      else broken.add(word);
    }
  }
  // A word of several tokens is the same only if all of them found their counterparts in one word.
  for (const word of broken) same[word] = -1;
  return same;
}
