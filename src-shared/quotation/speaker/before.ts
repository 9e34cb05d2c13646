import { cueHolds } from './cue-holds';
import { germanBefore, germanSo, germanSpeechNoun } from './german-verbs';
import { accordingEnd, type Match, mainSubject, matchAccording } from './match';
import { type PhraseRange, phraseLeft, phraseRight, verbCueAt } from './phrase';
import { fitsVerb, subjectOf } from './subject';
import type { Token } from './tokens';
import type { Cue, SpeakerWords } from './words-type';

/** How far back an attribution may stand from its quotation, in tokens. */
const REACH = 60;

/**
 * The attribution that stands before token `index` (a quotation, or the end of a sentence) in its
 * own sentence: "Smith said: …", "As Smith told the Post, …", "According to Smith, …".
 */
export function findBefore(
  tokens: readonly Token[],
  index: number,
  words: SpeakerWords,
): Match | null {
  const floor = Math.max(tokens[index]?.sentence ?? 0, index - REACH);
  if (floor >= index) return null;
  let borrowed: Match | null = null;
  for (let at = index - 1; at >= floor; at -= 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    const according = accordingEnd(tokens, at, words) > 0;
    if (according) {
      const match = matchAccording(tokens, at, index, words);
      if (match) return match;
    }
    if (words.postpositions.has(token.lower)) {
      const speaker = phraseLeft(tokens, at, floor, words);
      const cue = { first: at, end: at + 1 };
      if (speaker) return { speaker, cue, toldAt: -1, end: at + 1, confidence: 0.9 };
    }
    const possessed = matchSpeechNoun(tokens, at, floor, words);
    if (possessed && /^(?:that|of|as)$/u.test(tokens[at + 1]?.lower ?? '')) return possessed;
    if (possessed && index - at <= 8) borrowed ??= possessed;
    if (words.language === 'de') {
      const german =
        germanSo(tokens, at, index, words) ?? germanBefore(tokens, at, floor, index, words);
      if (german) return german;
      borrowed ??= germanSpeechNoun(tokens, at, index, words);
      continue;
    }
    const cue = verbCueAt(tokens, at, words);
    if (
      !cue ||
      !cueHolds(tokens, at, words) ||
      (cue.names && cue.form === 'participle' && index - at > 6)
    )
      continue;
    const subject = subjectOf(tokens, at, floor, index, cue, words);
    // "he was told “…”", "known to all, described as “…”": somebody said it whom nobody names.
    if (subject === 'unnamed') return borrowed;
    if (subject === 'none') continue;
    if (subject === 'borrowed') {
      const main = mainSubject(tokens, tokens[at]?.sentence ?? floor, at, words);
      if (main && main.end <= at) borrowed ??= asMatch(tokens, main, at, cue, 0.75);
      continue;
    }
    if (words.language === 'en' && !fitsVerb(tokens, subject, at, floor, words)) continue;
    const match = asMatch(tokens, subject, at, cue, 0.9);
    // "criticised the council, *saying* …": the nearer verb is the one that speaks.
    const nearer = borrowed?.cue && isParticiple(tokens, borrowed.cue.first, words);
    return nearer && borrowed ? { ...borrowed, speaker: subject } : match;
  }
  return (
    borrowed ?? matchLabel(tokens, index, floor, words) ?? matchColon(tokens, index, floor, words)
  );
}

function isParticiple(tokens: readonly Token[], at: number, words: SpeakerWords): boolean {
  return words.cues.get(tokens[at]?.lower ?? '')?.form === 'participle';
}

function asMatch(
  tokens: readonly Token[],
  speaker: PhraseRange,
  at: number,
  cue: Cue,
  confidence: number,
): Match {
  const toldAt = cue.tells ? at + 1 : -1;
  // "he is quoted as saying": the phrase before "as" is a cue as well, but one verb is enough.
  return {
    speaker,
    cue: { first: at, end: /^(?:put|went|goes)$/u.test(tokens[at]?.lower ?? '') ? at + 2 : at + 1 },
    toldAt,
    end: at + 1,
    confidence: cue.reporting ? confidence : confidence - 0.05,
  };
}

/** "Smith's claim that …", "her description of it as …": the owner speaks. */
function matchSpeechNoun(
  tokens: readonly Token[],
  at: number,
  floor: number,
  words: SpeakerWords,
): Match | null {
  const token = tokens[at];
  const owner = tokens[at - 1];
  if (!token || !owner || at - 1 < floor || !words.speechNouns.has(token.lower)) return null;
  const cue = { first: at, end: at + 1 };
  if (words.language === 'en' && /^(?:his|her|their)$/u.test(owner.lower)) {
    return { speaker: { first: at - 1, end: at }, cue, toldAt: -1, end: at + 1, confidence: 0.7 };
  }
  if (!/(?:'s|s')$/u.test(owner.lower)) return null;
  const phrase = phraseLeft(tokens, at, floor, words);
  return phrase
    ? { speaker: phrase, cue, toldAt: -1, end: at + 1, confidence: 0.7, possessive: true }
    : null;
}

/** "Smith: …", as in an interview or a transcript: nothing but a name before the colon. */
function matchLabel(
  tokens: readonly Token[],
  index: number,
  floor: number,
  words: SpeakerWords,
): Match | null {
  if (tokens[index - 1]?.text !== ':' || index - 1 - floor > 6 || index - 1 === floor) return null;
  const first = tokens[floor];
  if (!first?.capital) return null;
  const phrase = phraseRight(tokens, floor, index - 1, words);
  if (phrase?.end !== index - 1) return null;
  const lastToken = tokens[phrase.end - 1];
  const nameLike = lastToken?.capital || words.roles.has(lastToken?.lower ?? '');
  return nameLike ? { speaker: phrase, cue: null, toldAt: -1, end: index, confidence: 0.85 } : null;
}

/** "The mayor's wife was less sure: …": a colon without a verb of saying, after a human subject. */
function matchColon(
  tokens: readonly Token[],
  index: number,
  floor: number,
  words: SpeakerWords,
): Match | null {
  if (tokens[index - 1]?.text !== ':' || words.language !== 'en') return null;
  const subject =
    clausePronoun(tokens, index - 1, floor, words) ?? mainSubject(tokens, floor, index - 1, words);
  if (!subject) return null;
  const first = tokens[subject.first];
  const gender = words.pronouns.get(first?.lower ?? '');
  const person =
    gender === 'he' ||
    gender === 'she' ||
    range(subject).some((at) => words.roles.has(tokens[at]?.lower ?? '')) ||
    range(subject).some(
      (at) => tokens[at]?.capital && at > subject.first && tokens[at - 1]?.capital,
    );
  return person ? { speaker: subject, cue: null, toldAt: -1, end: index, confidence: 0.7 } : null;
}

/** "…, and *she* had the last word: …" */
function clausePronoun(
  tokens: readonly Token[],
  colon: number,
  floor: number,
  words: SpeakerWords,
): PhraseRange | null {
  for (let at = colon - 1; at > Math.max(floor, colon - 12); at -= 1) {
    if (!/^(?:he|she)$/u.test(tokens[at]?.lower ?? '')) continue;
    const before = tokens[at - 1];
    const opens = before?.text === ',' || words.conjunctions.has(before?.lower ?? '');
    return opens ? { first: at, end: at + 1 } : null;
  }
  return null;
}

function range({ first, end }: PhraseRange): number[] {
  return Array.from({ length: end - first }, (_, offset) => first + offset);
}

/** Is there nothing but "that", a comma or a colon between an attribution and its quotation? */
export function isTight(tokens: readonly Token[], match: Match, index: number): boolean {
  for (let at = match.end; at < index; at += 1) {
    const token = tokens[at];
    if (
      token?.text !== ',' &&
      token?.text !== ':' &&
      !/^(?:that|dass|que|что|že)$/u.test(token?.lower ?? '')
    ) {
      return false;
    }
  }
  return true;
}
