import type { SourceToken } from './compare';
import { clauseBefore } from './groups';
import { isNegation, phraseAt } from './lexicon';
import { type Finding, finding, type Reading } from './reading';

/** Judges how the quotation ends against how the source goes on: force, qualifiers cut off. */
export function judgeEnds(reading: Reading): Finding[] {
  const { draft, source, sourceTokens, steps } = reading;
  const matches = steps.filter((step) => step.type === 'match');
  const first = matches[0];
  const last = matches.at(-1);
  if (!first || !last) return [];
  const lastDraftToken = reading.draftTokens.length - 1;
  const lastWord = sourceTokens[last.source]!.to - 1;
  const firstWord = sourceTokens[first.source]!.from;
  const trailingGap = draft.gapAt.has(draft.words.length);
  const leadingGap = draft.gapAt.has(0);
  const startsSentence = isSentenceStart(reading, firstWord);
  const opensWithCapital = /^[^\p{L}\p{N}]*\p{Lu}/u.test(draft.text);
  const findings: Finding[] = [];

  if (last.draft === lastDraftToken && trailingGap) {
    const denial = negationAfter(reading, last.source);
    if (denial) findings.push(finding(reading, 'negation-cut', [], denial));
  } else if (last.draft === lastDraftToken) {
    const ending = draft.text.slice(draft.words.at(-1)!.end);
    const after = source.text.slice(
      source.words[lastWord]!.end,
      source.words[lastWord + 1]?.start ?? source.text.length,
    );
    const sentence = sentenceEnd(reading, lastWord);
    const isWhole = opensWithCapital || startsSentence;
    const lost = isWhole && /[?？]/.test(endOfSentence(after)) && !/[?？]/.test(ending);
    const asked = /[?？]/.test(ending) && !/[?？]/.test(sentence);
    const exclaimed = /[!！]/.test(ending) && !/[!！]/.test(sentence);
    if (lost || asked || exclaimed) {
      findings.push({
        code: 'force-changed',
        draft: draft.text.slice(draft.words.at(-1)!.start),
        source:
          source.text.slice(source.words[lastWord]!.start, source.words[lastWord]!.end) +
          after.trimEnd(),
      });
    }
    const presentedWhole = opensWithCapital || startsSentence || /[.!?。！？]/.test(ending);
    const denial = negationAfter(reading, last.source);
    if (denial) findings.push(finding(reading, 'negation-cut', [], denial));
    const qualifier = presentedWhole ? qualifierAfter(reading, last.source) : null;
    if (qualifier) findings.push(finding(reading, 'cut-before-qualifier', [], qualifier));
  }
  if (first.draft === 0 && !startsSentence) {
    const negation = negationBefore(reading, first.source);
    if (negation) findings.push(finding(reading, 'negation-cut', [], negation));
    const limit = opensWithCapital && !leadingGap ? limitBefore(reading, first.source) : null;
    if (limit) findings.push(finding(reading, 'cut-before-qualifier', [], [limit]));
  }
  return findings;
}

/** Punctuation up to the end of the sentence: what follows a closing mark is not part of it. */
function endOfSentence(after: string): string {
  return /^[^\p{L}\p{N}\n]*/u.exec(after)?.[0] ?? '';
}

/** The punctuation that ends the sentence of a word of the source. */
function sentenceEnd(reading: Reading, word: number): string {
  const rest = reading.source.text.slice(
    reading.source.words[word]!.end,
    reading.source.words[word]!.end + 600,
  );
  return /[.?!。？！…]+/.exec(rest)?.[0] ?? '';
}

function isSentenceStart(reading: Reading, word: number): boolean {
  const { text, words } = reading.source;
  const before = words[word - 1];
  const start = words[word]!.start;
  if (before?.role === 'label') return true;
  const between = text.slice(before?.end ?? Math.max(0, start - FEW), start);
  return (!before && start < FEW) || /[.?!:;。？！\n]/.test(between);
}

/** So few characters before the first word can only be marks. */
const FEW = 6;
const SENTENCE_END = /[.?!。？！]/;

function qualifierAfter(reading: Reading, token: number): SourceToken[] | null {
  const { lexicon, sourceTokens, source } = reading;
  const last = source.words[sourceTokens[token]!.to - 1]!;
  const next = sourceTokens[token + 1];
  if (!next) return null;
  // A capital begins a sentence too, where a heading or a list has no full stop.
  const begins = /^\p{Lu}\p{Ll}/u.test(source.words[next.from]!.text);
  const between = source.text.slice(last.end, source.words[next.from]!.start);
  if (begins || SENTENCE_END.test(between)) return null;
  const following = sourceTokens.slice(token + 1, token + 6);
  const keys = following.map((one) => one.key);
  const start = keys[0] === 'and' ? 1 : 0;
  if (lexicon.qualifiers.has(keys[start] ?? '')) return following.slice(0, start + 1);
  const phrase = phraseAt(lexicon.qualifierPhrases, keys, start);
  return phrase > 0 ? following.slice(0, start + phrase) : null;
}

/** A negation that follows without a pause: “Wir verkaufen den Hafen” (nicht). */
function negationAfter(reading: Reading, token: number): SourceToken[] | null {
  const { sourceTokens, source } = reading;
  const next = sourceTokens[token + 1];
  if (!next || !isNegation(reading.lexicon, next.key)) return null;
  const last = source.words[sourceTokens[token]!.to - 1]!;
  return /^\s*$/.test(source.text.slice(last.end, source.words[next.from]!.start)) ? [next] : null;
}

/** These limit the words right after them: "Almost all", "Only two", "If they". */
const LIMITING_NEXT = new Set('only if unless lest'.split(' '));

/** The word right before the quotation that limits its first words, or null. */
function limitBefore(reading: Reading, token: number): SourceToken | null {
  const before = reading.sourceTokens[token - 1];
  if (!before || !sameClause(reading, token - 1)) return null;
  const limits = LIMITING_NEXT.has(before.key) || reading.lexicon.hedges.has(before.key);
  return limits ? before : null;
}

/** Nothing but space stands between a token of the source and the next one. */
function sameClause({ source, sourceTokens }: Reading, token: number): boolean {
  const end = source.words[sourceTokens[token]!.to - 1]!.end;
  return /^\s*$/.test(source.text.slice(end, source.words[sourceTokens[token + 1]!.from]!.start));
}

const WORDS_BEFORE = 3;
const WORDS_BEFORE_THAT = 6;
/** After these a negation denies nothing of what follows: no doubt, not only. */
const NO_DENIAL = new Set(
  'doubt question only just merely simply but wonder less mind matter'.split(' '),
);

function negationBefore(reading: Reading, token: number): SourceToken[] | null {
  // "Nobody can say that", "I never told you that": a whole clause may stand between.
  const isTold = reading.sourceTokens[token - 1]?.key === 'that';
  const before = clauseBefore(reading, token, isTold ? WORDS_BEFORE_THAT : WORDS_BEFORE);
  const at = before.findLastIndex((one) => isNegation(reading.lexicon, one.key));
  if (at < 0) return null;
  const next = before[at + 1]?.key ?? reading.sourceTokens[token]?.key ?? '';
  return NO_DENIAL.has(next) ? null : before.slice(at);
}
