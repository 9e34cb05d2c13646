/*
 * The speaker of a quotation that its own sentence does not attribute: carried over from the
 * quotation before, or read off the sentences around it.
 */
import { findBefore } from './before';
import type { Entry } from './entry';
import { germanSource } from './german-context';
import { guessFromNext, guessFromOwnSentence, guessFromSentence, isSpeech } from './guess';
import { isHuman } from './human';
import type { Match } from './match';
import type { People } from './people';
import { type Token, tokensOf, type Unit } from './tokens';
import type { SpeakerWords } from './words-type';

/** A quotation may go on with the speaker of one this many stretches before. */
const STRETCHES_BACK = 4;

/** Looks for a speaker outside the attributions beside entry number `position`. */
export function carryOver(
  text: string,
  entries: readonly Entry[],
  position: number,
  units: readonly Unit[],
  people: People,
  words: SpeakerWords,
): void {
  const entry = entries[position];
  if (!entry) return;
  const { tokens, index } = entry;
  if (words.language === 'de') {
    const found = germanSource(text, entries, position, units, people, words);
    if (!found) return;
    if (found.entry) carry(entry, found.entry, found.match.confidence);
    else take(entry, found.tokens, found.match, found.place);
    return;
  }
  const previous = entries[position - 1];
  const source = lastAttributed(entries, position);
  if (tokens[index]?.sentence !== index) {
    if (isSpeech(tokens[index])) {
      take(entry, tokens, guessFromOwnSentence(tokens, index, people, words));
      const introduced = tokens[index - 1]?.text === ':' && words.language === 'en';
      if (!entry.match && introduced && source?.tokens === tokens) carry(entry, source, 0.5);
    }
  } else if (index > 0) carryWithin(entry, previous, source, people, words);
  else carryAcross(text, entry, previous, source, units, people, words);
}

/** A quotation that opens a sentence inside its paragraph. */
function carryWithin(
  entry: Entry,
  previous: Entry | undefined,
  source: Entry | undefined,
  people: People,
  words: SpeakerWords,
): void {
  const { tokens, index } = entry;
  const sentence = tokens[index - 1]?.sentence ?? 0;
  if (previous?.tokens === tokens && previous.index >= sentence && source?.tokens === tokens) {
    carry(entry, source, 0.85);
  }
  if (entry.match) return;
  inferFromSentence(entry, tokens, index - 1, 0.55, people, words);
  if (entry.match || !isSpeech(tokens[index])) return;
  take(entry, tokens, guessFromSentence(tokens, index - 1, people, words));
  if (!entry.match && source?.tokens === tokens) carry(entry, source, 0.5);
}

/** A quotation that opens its paragraph. */
function carryAcross(
  text: string,
  entry: Entry,
  previous: Entry | undefined,
  source: Entry | undefined,
  units: readonly Unit[],
  people: People,
  words: SpeakerWords,
): void {
  const { tokens, index } = entry;
  const unit = units[entry.unit - 1];
  const last = unit?.tokens.length ? unit.tokens.length - 1 : -1;
  const ending = unit?.tokens[last];
  if (unit && ending?.text === ':') {
    const match = findBefore(unit.tokens, last, words);
    if (match) take(entry, unit.tokens, { ...match, confidence: 0.9 }, 'before');
    if (match) return;
  }
  const alone = tokens.every((token) => token.kind !== 'word');
  const speech = alone || isSpeech(tokens[index]);
  if (!alone && speech) take(entry, tokens, guessFromNext(tokens, index, people, words));
  if (entry.match) return;
  if (!unit || last < 0 || !source) {
    if (unit && last >= 0) readBefore(entry, unit, last, alone, speech, people, words);
    if (!entry.match && speech) lookBack(text, entry, source, units, people, words);
    if (!entry.match && alone && speech) lookAhead(text, entry, units, people, words);
    return;
  }
  const follows = previous?.tokens === unit.tokens && previous.index >= (ending?.sentence ?? 0);
  if (follows && source && source.unit >= entry.unit - 1) {
    if (alone || speech) carry(entry, source, alone ? 0.65 : 0.5);
    return;
  }
  readBefore(entry, unit, last, alone, speech, people, words);
  if (!entry.match && speech) lookBack(text, entry, source, units, people, words);
}

/** The last sentence of the paragraph before. */
function readBefore(
  entry: Entry,
  unit: Unit,
  last: number,
  alone: boolean,
  speech: boolean,
  people: People,
  words: SpeakerWords,
): void {
  if (alone) inferFromSentence(entry, unit.tokens, last, 0.5, people, words);
  if (entry.match || !speech) return;
  take(entry, unit.tokens, guessFromSentence(unit.tokens, last, people, words));
}

/** An opening quotation, alone in its paragraph, may have its speaker in the next one. */
function lookAhead(
  text: string,
  entry: Entry,
  units: readonly Unit[],
  people: People,
  words: SpeakerWords,
): void {
  const unit = units[entry.unit + 1];
  if (!unit || words.language !== 'en') return;
  const end = Math.min(unit.end, unit.start + READ_BACK / 2);
  const tokens = unit.tokens.length > 0 ? unit.tokens : tokensOf(text, { ...unit, end }, 'en');
  if (tokens[0]?.kind === 'word') take(entry, tokens, guessFromNext(tokens, -1, people, words));
}

/** A speaker may have been named this many paragraphs before, and so many sentences from its end. */
const PARAGRAPHS_BACK = 4;
const SENTENCES_BACK = 4;
/** So much of a paragraph's end is read for them, in UTF-16 code units. */
const READ_BACK = 600;

/** Who spoke last in the paragraphs before, quoted or reported: "Smith said he would stay." */
function lookBack(
  text: string,
  entry: Entry,
  source: Entry | undefined,
  units: readonly Unit[],
  people: People,
  words: SpeakerWords,
): void {
  if (words.language !== 'en') return;
  for (let back = 1; back <= PARAGRAPHS_BACK; back += 1) {
    const unit = units[entry.unit - back];
    if (!unit) return;
    if (source && source.unit >= entry.unit - back) {
      carry(entry, source, 0.45);
      return;
    }
    const start = Math.max(unit.start, unit.end - READ_BACK);
    const tokens = unit.tokens.length > 0 ? unit.tokens : tokensOf(text, { ...unit, start }, 'en');
    let last = tokens.length - 1;
    for (let round = 0; round < SENTENCES_BACK && last > 0 && !entry.match; round += 1) {
      inferFromSentence(entry, tokens, last, 0.45, people, words);
      last = (tokens[last]?.sentence ?? 0) - 1;
    }
    if (entry.match) return;
  }
}

/** The nearest entry before `position` that has an attribution: of a split quotation, its first part. */
function lastAttributed(entries: readonly Entry[], position: number): Entry | undefined {
  for (let at = position - 1; at >= Math.max(0, position - STRETCHES_BACK); at -= 1) {
    const entry = entries[at];
    const head = entry && entry.continues >= 0 ? entries[entry.continues] : entry;
    if (head?.match) return head;
  }
  return undefined;
}

function carry(entry: Entry, source: Entry | undefined, confidence: number): void {
  if (!source?.match) return;
  entry.match = { ...source.match, confidence: Math.min(confidence, source.match.confidence) };
  entry.matchTokens = source.matchTokens;
  entry.place = 'carried';
  entry.source = source;
}

function take(
  entry: Entry,
  tokens: Token[],
  match: Match | null,
  place: Entry['place'] = 'inferred',
): void {
  if (!match) return;
  entry.match = match;
  entry.matchTokens = tokens;
  entry.place = place;
}

/** The speaker of the sentence before, if it is about what somebody said. */
function inferFromSentence(
  entry: Entry,
  tokens: Token[],
  last: number,
  confidence: number,
  people: People,
  words: SpeakerWords,
): void {
  const match = findBefore(tokens, last, words);
  if (!match?.cue) return;
  const sentence = tokens[last]?.sentence ?? 0;
  let start = sentence;
  while (start < match.speaker.first) {
    const token = tokens[start];
    const skipped =
      token?.kind === 'word' &&
      (words.adverbs.has(token.lower) ||
        words.conjunctions.has(token.lower) ||
        /^(?:as|but)$/u.test(token.lower));
    if (!skipped) break;
    start += 1;
  }
  const subject = match.speaker.first === start;
  const oneName = match.speaker.end === start + 1 && tokens[start]?.capital === true;
  if (!subject || !(oneName || isHuman(tokens, match.speaker, people, words, true))) return;
  take(entry, tokens, { ...match, confidence });
}
