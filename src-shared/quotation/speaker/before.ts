import { accordingEnd, type Match, mainSubject, matchAccording, subjectBeforeComma } from './match';
import { type PhraseRange, phraseLeft, phraseRight, skipVerbalsLeft, verbCueAt } from './phrase';
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
    const possessed = matchSpeechNoun(tokens, at, floor, words);
    if (possessed && /^(?:that|of|as)$/u.test(tokens[at + 1]?.lower ?? '')) return possessed;
    if (possessed) borrowed ??= possessed;
    const cue = verbCueAt(tokens, at, words);
    if (!cue || !cueHolds(tokens, at)) continue;
    const subject = subjectOf(tokens, at, floor, index, cue, words);
    if (subject === 'none') continue;
    if (subject === 'borrowed') {
      const main = mainSubject(tokens, tokens[at]?.sentence ?? floor, at, words);
      if (main && main.end <= at) borrowed ??= asMatch(tokens, main, at, cue, 0.75);
      continue;
    }
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
    cue: { first: at, end: tokens[at]?.lower === 'put' ? at + 2 : at + 1 },
    toldAt,
    end: at + 1,
    confidence: cue.reporting ? confidence : confidence - 0.05,
  };
}

/** Verbs that speak only together with another word: "put it", "issued a statement", "spoke of". */
function cueHolds(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.lower;
  switch (tokens[at]?.lower) {
    case 'put':
      return next === 'it';
    case 'issued':
    case 'released':
      return [1, 2, 3, 4].some((offset) => tokens[at + offset]?.lower === 'statement');
    case 'referred':
    case 'refers':
    case 'referring':
    case 'alluded':
      return next === 'to';
    case 'spoke':
    case 'speaks':
      return next === 'of';
    default:
      return true;
  }
}

function subjectOf(
  tokens: readonly Token[],
  at: number,
  floor: number,
  index: number,
  cue: Cue,
  words: SpeakerWords,
): PhraseRange | 'borrowed' | 'none' {
  const verbals = skipVerbalsLeft(tokens, at, floor, words);
  const before = tokens[verbals - 1];
  if (before?.lower === 'as' && verbals - 2 > floor)
    return quotedAs(tokens, verbals - 2, floor, words);
  for (let verbal = verbals; verbal < at; verbal += 1) {
    const passive = words.passives.has(tokens[verbal]?.lower ?? '') && words.language === 'en';
    if (passive && cue.form === 'finite') return passiveAgent(tokens, at, index, words) ?? 'none';
  }
  if (verbals <= floor || !before) {
    if (cue.form === 'participle') return 'borrowed';
    return phraseRight(tokens, at + 1, index, words) ?? 'none';
  }
  if (
    before.kind === 'quotation' ||
    before.lower === 'to' ||
    words.conjunctions.has(before.lower)
  ) {
    return 'borrowed';
  }
  if (words.relatives.has(before.lower)) {
    const end = tokens[verbals - 2]?.text === ',' ? verbals - 2 : verbals - 1;
    return phraseLeft(tokens, end, floor, words, false) ?? 'none';
  }
  if (before.text === ',' || before.text === '–' || before.text === '—') {
    if (cue.form === 'participle') return 'borrowed';
    const inverted = words.language === 'en' ? null : phraseRight(tokens, at + 1, index, words);
    return inverted ?? subjectBeforeComma(tokens, verbals - 1, floor, words) ?? 'borrowed';
  }
  const left = phraseLeft(tokens, verbals, floor, words);
  if (words.language !== 'en') {
    // Verb second: "In Berlin sagte Müller", "Ayer dijo la ministra".
    const adverbial = left && words.boundaries.has(tokens[left.first - 1]?.lower ?? '');
    if (!left || adverbial) return phraseRight(tokens, at + 1, index, words) ?? left ?? 'none';
  }
  return left ?? (cue.form === 'participle' ? 'borrowed' : 'none');
}

/** "Smith was quoted (by Tass) as saying": `as` is preceded by the passive verb. */
function quotedAs(
  tokens: readonly Token[],
  last: number,
  floor: number,
  words: SpeakerWords,
): PhraseRange | 'none' {
  for (let at = last; at >= Math.max(floor, last - 10); at -= 1) {
    if (!/^(?:quoted|cited|reported)$/u.test(tokens[at]?.lower ?? '')) continue;
    const active = at < last ? phraseLeft(tokens, last + 1, at + 1, words) : null;
    const verbals = skipVerbalsLeft(tokens, at, floor, words);
    const isPassive = verbals < at && tokens[at + 1]?.lower !== tokens[active?.first ?? -1]?.lower;
    // "Tass quoted him as saying": the object speaks.
    if (active && (!isPassive || tokens[at - 1]?.kind !== 'word')) return active;
    return phraseLeft(tokens, verbals, floor, words) ?? active ?? 'none';
  }
  return 'none';
}

/** "was called … by Smith": the phrase after "by", if it stands before the quotation. */
function passiveAgent(
  tokens: readonly Token[],
  at: number,
  index: number,
  words: SpeakerWords,
): PhraseRange | null {
  for (let next = at + 1; next < Math.min(index, at + 12); next += 1) {
    if (tokens[next]?.lower === 'by') return phraseRight(tokens, next + 1, index, words, true);
  }
  return null;
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
  const subject = mainSubject(tokens, floor, index - 1, words);
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
