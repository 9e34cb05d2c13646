/*
 * The subject of a verb of saying that stands before its quotation.
 */
import { isHuman } from './human';
import { mainSubject, subjectBeforeComma } from './match';
import {
  isPronoun,
  type PhraseRange,
  phraseLeft,
  phraseRight,
  skipVerbalsLeft,
  verbCueAt,
} from './phrase';
import type { Token } from './tokens';
import type { Cue, SpeakerWords } from './words-type';

export function subjectOf(
  tokens: readonly Token[],
  at: number,
  floor: number,
  index: number,
  cue: Cue,
  words: SpeakerWords,
): PhraseRange | 'borrowed' | 'none' | 'unnamed' {
  const verbals = skipVerbalsLeft(tokens, at, floor, words);
  const before = tokens[verbals - 1];
  if (words.language === 'en' && isReducedPassive(tokens, at, verbals, floor, words)) {
    return passiveAgent(tokens, at, index, words) ?? 'unnamed';
  }
  if (before?.lower === 'as' && verbals - 2 > floor)
    return quotedAs(tokens, verbals - 2, floor, words);
  for (let verbal = verbals; verbal < at; verbal += 1) {
    const passive = words.passives.has(tokens[verbal]?.lower ?? '') && words.language === 'en';
    if (passive && cue.form === 'finite')
      return passiveAgent(tokens, at, index, words) ?? 'unnamed';
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
  if (words.language === 'en' && cue.form === 'participle' && before.lower === 'for') {
    return blamedFor(tokens, verbals - 1, floor, words);
  }
  const left = phraseLeft(tokens, verbals, floor, words);
  if (words.language === 'en' && left) {
    const opening = tokens[left.first];
    // "In two notes, addressing the mayor …, wrote"
    if (
      /[a-z]ing$/u.test(opening?.text ?? '') &&
      !opening?.capital &&
      tokens[left.first - 1]?.text === ','
    )
      return 'borrowed';
    // "attacked by a user labelled “…”"
    const under = /^(?:by|with|of|from|for|against|about)$/u.test(
      tokens[left.first - 1]?.lower ?? '',
    );
    if (under && !cue.reporting && /ed$/u.test(tokens[at]?.lower ?? '')) return 'unnamed';
    if (cue.form === 'participle' && passesToMain(tokens, left, at, floor, words))
      return 'borrowed';
    return wholeSubject(tokens, left, at, floor, words);
  }
  if (words.language !== 'en') {
    // Verb second: "In Berlin sagte Müller", "Ayer dijo la ministra".
    const adverbial = left && words.boundaries.has(tokens[left.first - 1]?.lower ?? '');
    if (!left || adverbial) return phraseRight(tokens, at + 1, index, words) ?? left ?? 'none';
  }
  return left ?? (cue.form === 'participle' ? 'borrowed' : 'none');
}

/** "the notice, *described* as “…”": a past participle after its noun, with nobody who describes. */
function isReducedPassive(
  tokens: readonly Token[],
  at: number,
  verbals: number,
  floor: number,
  words: SpeakerWords,
): boolean {
  const next = tokens[at + 1]?.text === ',' ? tokens[at + 2] : tokens[at + 1];
  if (next?.lower !== 'as' || verbals < at || !/ed$|^known$/u.test(tokens[at]?.lower ?? '')) {
    return false;
  }
  const before = tokens[at - 1];
  if (before?.text === ',') return true;
  if (before?.kind !== 'word' || before.capital || isPronoun(before, words)) return false;
  if (words.relatives.has(before.lower)) return false;
  const subject = phraseLeft(tokens, at, floor, words);
  const relative = tokens[(subject?.first ?? 0) - 1]?.lower ?? '';
  return !(subject && (isHuman(tokens, subject, null, words, true) || /^wh/u.test(relative)));
}

/** "criticised *Smith* for saying": the one before "for" is the one who speaks. */
function blamedFor(
  tokens: readonly Token[],
  end: number,
  floor: number,
  words: SpeakerWords,
): PhraseRange | 'borrowed' {
  for (let at = end - 1; at >= Math.max(floor, end - 10); at -= 1) {
    if (tokens[at]?.kind !== 'word') break;
    if (!tokens[at]?.capital && !words.roles.has(tokens[at]?.lower ?? '')) continue;
    const phrase = phraseLeft(tokens, at + 1, floor, words);
    return phrase && isHuman(tokens, phrase, null, words) ? phrase : 'borrowed';
  }
  return 'borrowed';
}

/**
 * "*The man accused of robbing a shop* told": the noun next to the verb may only end the subject.
 * `left` is that noun's phrase; the answer is the subject's head, where one is plain.
 */
function wholeSubject(
  tokens: readonly Token[],
  left: PhraseRange,
  at: number,
  floor: number,
  words: SpeakerWords,
): PhraseRange {
  const before = tokens[left.first - 1];
  const first = tokens[at]?.sentence ?? floor;
  if (before?.kind !== 'word' || left.first <= first || before.capital) return left;
  const hangs =
    words.linking.has(before.lower) ||
    /(?:ing|ed)$|^(?:by|behind|near|about|against|under|held|known)$/u.test(before.lower);
  if (!hangs || words.cues.has(before.lower) || words.adverbs.has(before.lower)) return left;
  const main = mainSubject(tokens, Math.max(first, floor), left.first, words);
  if (!main || !isHuman(tokens, main, null, words, true)) return left;
  const next = tokens[main.end];
  const reduced =
    next?.kind === 'word' &&
    (words.linking.has(next.lower) || /(?:ed|ing)$|^(?:behind|near|held)$/u.test(next.lower));
  if (!reduced) return left;
  for (let between = main.end; between < left.first; between += 1) {
    const token = tokens[between];
    if (token?.kind !== 'word') return left;
    if (words.auxiliaries.has(token.lower) || words.boundaries.has(token.lower)) return left;
    if (words.cues.get(token.lower)?.reporting && !words.cues.get(token.lower)?.noun) return left;
  }
  return main;
}

/** "*Smith* issued a statement saying", not a statement that speaks by itself. */
function passesToMain(
  tokens: readonly Token[],
  left: PhraseRange,
  at: number,
  floor: number,
  words: SpeakerWords,
): boolean {
  const head = tokens[left.end - 1]?.lower ?? '';
  const paper = words.speechNouns.has(head) || /^(?:story|article|video|piece|paper)$/u.test(head);
  if (tokens[at]?.lower === 'reading' || !paper) return false;
  const main = mainSubject(tokens, Math.max(tokens[at]?.sentence ?? 0, floor), at, words);
  return main !== null && main.end <= left.first && isHuman(tokens, main, null, words, true);
}

/** Things that cannot speak, though the verb after them can quote: "the *word* refers to “…”". */
const MUTE = /^(?:words?|terms?|names?|phrases?|titles?|expressions?|labels?|nicknames?)$/u;

/** What somebody thinks or talks about, in the report of another. */
const INNER = /^(?:feel|felt|think|thought|believ|fear|hop|wonder|discuss|detail|outlin|talk)/u;

/** Is it this subject and verb that give the words, and not an outer clause that reports them? */
export function fitsVerb(
  tokens: readonly Token[],
  subject: PhraseRange,
  at: number,
  floor: number,
  words: SpeakerWords,
): boolean {
  const cue = words.cues.get(tokens[at]?.lower ?? '');
  if (MUTE.test(tokens[subject.end - 1]?.lower ?? '') && cue?.reporting === false) return false;
  if (!INNER.test(tokens[at]?.lower ?? '')) return true;
  // "Smith said the victim feels “…”": the words are Smith's.
  for (let outer = subject.first - 1; outer >= Math.max(floor, subject.first - 4); outer -= 1) {
    if (tokens[outer]?.kind !== 'word') return true;
    if (verbCueAt(tokens, outer, words)?.reporting) return false;
  }
  return true;
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
    const active = at < last ? quotedObject(tokens, at + 1, last + 1, words) : null;
    const verbals = skipVerbalsLeft(tokens, at, floor, words);
    const isPassive = verbals < at && tokens[at + 1]?.lower !== tokens[active?.first ?? -1]?.lower;
    // "Tass quoted him as saying": the object speaks.
    if (active && (!isPassive || tokens[at - 1]?.kind !== 'word')) return active;
    return phraseLeft(tokens, verbals, floor, words) ?? active ?? 'none';
  }
  return 'none';
}

/** "quoted *her* as saying": between the verb and "as". */
function quotedObject(
  tokens: readonly Token[],
  first: number,
  end: number,
  words: SpeakerWords,
): PhraseRange | null {
  if (end === first + 1 && /^(?:him|her|them)$/u.test(tokens[first]?.lower ?? '')) {
    return { first, end };
  }
  return tokens[first]?.lower === 'by' ? null : phraseLeft(tokens, end, first, words);
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
