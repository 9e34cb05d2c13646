/*
 * Who says each quotation: the attribution nearest to it, in the order in which editors would look
 * (beside it, in its sentence, in the sentence or paragraph before), then the person it means.
 */
import type { Span } from '../../model/span';
import type { MarkedStretch } from '../detect/marks-pair';
import { findAfter, findTail } from './after';
import { findBefore, isTight } from './before';
import { findChannel, passesOn } from './channel';
import { matchInside } from './inside';
import { type Match, rangeSpan, speakerSpan } from './match';
import { findPeople, type People } from './people';
import { isPronoun } from './phrase';
import { nameInPhrase, resolvePhrase, type Surroundings } from './resolve';
import { goesOn } from './split';
import { makeUnits, readTokens, type Token, type Unit } from './tokens';
import type { SpeakerWords } from './words-type';

/** Where an attribution was found. */
export type AttributionPlace = 'before' | 'after' | 'sentence' | 'carried' | 'inferred';

/** Offsets into the text, UTF-16 code units. */
export interface Attribution {
  speaker: Span;
  /** The person, or null where the text leaves it open. */
  name: string | null;
  confidence: number;
  cue: Span | null;
  channel: Span | null;
  place: AttributionPlace;
}

/** What the classification of a stretch needs to know of its surroundings. */
export interface StretchContext {
  tokens: readonly Token[];
  /** Index of the stretch's own token. */
  index: number;
  attribution: Attribution | null;
  /** The verb that attributes it gives names: "dubbed", "titled". */
  named: boolean;
  /** Index of the stretch this one goes on with (“…,” she said, “…”), or -1. */
  continues: number;
}

/** Working state of one stretch. */
interface Entry {
  unit: number;
  tokens: Token[];
  index: number;
  match: Match | null;
  place: AttributionPlace;
  /** The tokens that `match` refers to: those of the paragraph before, for a carried one. */
  matchTokens: Token[];
  tail: Match | null;
  /** Where a carried attribution comes from. */
  source: Entry | null;
  /** The attribution right after this stretch, which a further part may follow. */
  following: Match | null;
  /** Number of the stretch that this one goes on with, or -1. */
  continues: number;
}

/** Attributes every stretch of a text. Work per stretch is bounded, so the whole is linear. */
export function attributeStretches(
  text: string,
  paragraphs: readonly Span[],
  stretches: readonly MarkedStretch[],
  words: SpeakerWords,
): StretchContext[] {
  if (stretches.length === 0) return [];
  const units = makeUnits(paragraphs, stretches);
  const entries = placeStretches(text, units, stretches, words);
  for (const [position, entry] of entries.entries())
    matchInSentence(entry, entries[position - 1], words);
  for (let position = 1; position < entries.length; position += 1) {
    const entry = entries[position];
    let before = position - 1;
    // A nickname in the attribution is no part: “…,” said Tom “Shrimp” Pascoe, “…”.
    while (before > 0 && isInAttribution(entries[before], entries[before - 1])) before -= 1;
    const previous = entries[before];
    if (!entry || previous?.tokens !== entry.tokens || previous.place !== 'after') continue;
    const { tokens, index } = entry;
    const between = previous.following;
    if (!between || !goesOn(tokens, previous.index, index, between, words)) continue;
    entry.continues = previous.continues >= 0 ? previous.continues : before;
    entry.match = null;
    entry.place = 'after';
    entry.following = findAfter(entry.tokens, entry.index, words);
  }
  const people = findPeople(text, stretches, words);
  shareWithinSentence(entries);
  for (const [position, entry] of entries.entries()) {
    if (entry.match || entry.continues >= 0) continue;
    const previous = entries[position - 1];
    const stretch = stretches[position];
    const inside = stretch ? matchInside(text, stretch, words) : null;
    if (inside) {
      entry.matchTokens = inside.tokens;
      setMatch(entry, inside.match, 'after');
      continue;
    }
    carryOver(entry, previous, attributed(entries, position - 1), units, people, words);
  }
  return describeEntries(entries, units, people, words);
}

function placeStretches(
  text: string,
  units: readonly Unit[],
  stretches: readonly MarkedStretch[],
  words: SpeakerWords,
): Entry[] {
  const entries: Entry[] = [];
  let first = 0;
  for (const [number, unit] of units.entries()) {
    const following = units[number + 1];
    const nextHasStretch = following && (stretches[first]?.start ?? Infinity) < following.end;
    const hasStretch = (stretches[first]?.start ?? Infinity) < unit.end;
    if (!hasStretch && !nextHasStretch) continue;
    readTokens(text, unit, stretches, first, words.language);
    for (const index of unit.tokenOf.values()) {
      entries.push({
        unit: number,
        tokens: unit.tokens,
        index,
        match: null,
        place: 'before',
        matchTokens: unit.tokens,
        tail: null,
        source: null,
        following: null,
        continues: -1,
      });
    }
    first += unit.tokenOf.size;
  }
  return entries;
}

function matchInSentence(entry: Entry, previous: Entry | undefined, words: SpeakerWords): void {
  const { tokens, index } = entry;
  const before = findBefore(tokens, index, words);
  const tight = before !== null && isTight(tokens, before, index);
  const after = tight ? null : findAfter(tokens, index, words);
  const tail = after ? null : findTail(tokens, index, words);
  // The clause between two quotations belongs to the first one if that one is all it speaks for.
  const taken =
    before !== null &&
    previous?.tokens === tokens &&
    previous.place === 'after' &&
    previous.match?.cue?.first === before.cue?.first;
  entry.following = after;
  if (before && tight) setMatch(entry, before, 'before');
  else if (before && after && passesOn(tokens, after) && !passesOn(tokens, before)) {
    setMatch(entry, before, 'before');
    entry.tail = after;
    return;
  } else if (after) setMatch(entry, after, 'after');
  else if (before && !(tail && passesOn(tokens, before)))
    setMatch(entry, before, taken ? 'sentence' : 'before');
  else if (tail) setMatch(entry, tail, 'sentence');
  entry.tail = tail;
}

function setMatch(entry: Entry, match: Match, place: AttributionPlace): void {
  entry.match = match;
  entry.place = place;
}

/** The entry that holds the attribution of the quotation at `position`: its first part. */
function attributed(entries: readonly Entry[], position: number): Entry | undefined {
  const entry = entries[position];
  return entry && entry.continues >= 0 ? entries[entry.continues] : entry;
}

function isInAttribution(entry: Entry | undefined, previous: Entry | undefined): boolean {
  if (!entry || entry.tokens !== previous?.tokens || !previous.following) return false;
  return entry.index > previous.following.speaker.first && entry.index < previous.following.end;
}

/** "“A” and “B,” Smith said": one attribution serves all the quotations of its sentence. */
function shareWithinSentence(entries: readonly Entry[]): void {
  for (let position = entries.length - 2; position >= 0; position -= 1) {
    const entry = entries[position];
    const next = entries[position + 1];
    if (!entry || !next?.match || entry.match || entry.continues >= 0) continue;
    if (next.tokens !== entry.tokens || next.matchTokens !== next.tokens) continue;
    const sentence = entry.tokens[entry.index]?.sentence;
    const serves = next.place === 'after' || next.place === 'sentence';
    if (!serves || entry.tokens[next.index]?.sentence !== sentence) continue;
    setMatch(entry, { ...next.match, confidence: next.match.confidence - 0.1 }, 'sentence');
  }
}

/** Looks for a speaker outside the stretch's own sentence. */
function carryOver(
  entry: Entry,
  previous: Entry | undefined,
  source: Entry | undefined,
  units: readonly Unit[],
  people: People,
  words: SpeakerWords,
): void {
  const { tokens, index } = entry;
  if (tokens[index]?.sentence !== index) {
    if (previous && isReported(tokens, index, words) && entry.unit - previous.unit <= 1) {
      carry(entry, source, 0.6);
    }
    return;
  }
  if (index > 0) {
    const sentence = tokens[index - 1]?.sentence ?? 0;
    if (previous?.tokens === tokens && previous.index >= sentence) {
      carry(entry, source, 0.85);
      return;
    }
    inferFromSentence(entry, tokens, index - 1, 0.55, people, words);
    return;
  }
  const unit = units[entry.unit - 1];
  const last = unit?.tokens.length ? unit.tokens.length - 1 : -1;
  if (!unit || last < 0) return;
  const ending = unit.tokens[last];
  if (ending?.text === ':') {
    const match = findBefore(unit.tokens, last, words);
    if (match) {
      entry.matchTokens = unit.tokens;
      setMatch(entry, { ...match, confidence: 0.9 }, 'before');
    }
    return;
  }
  const alone = tokens.every((token) => token.kind !== 'word');
  if (!alone) return;
  const follows = previous?.tokens === unit.tokens && previous.index >= (ending?.sentence ?? 0);
  if (follows) carry(entry, source, 0.65);
  else inferFromSentence(entry, unit.tokens, last, 0.5, people, words);
}

/** Does the sentence around a stretch report speech by its verb: "Es *gehe* um …"? */
function isReported(tokens: readonly Token[], index: number, words: SpeakerWords): boolean {
  if (words.reported.size === 0) return false;
  const first = tokens[index]?.sentence ?? index;
  for (let at = Math.max(first, index - 30); at < index + 30; at += 1) {
    const token = tokens[at];
    if (!token || token.sentence !== first) break;
    if (token.kind === 'word' && words.reported.has(token.lower)) return true;
  }
  return false;
}

function carry(entry: Entry, source: Entry | undefined, confidence: number): void {
  if (!source?.match) return;
  entry.match = { ...source.match, confidence: Math.min(confidence, source.match.confidence) };
  entry.matchTokens = source.matchTokens;
  entry.place = 'carried';
  entry.source = source;
}

/** The speaker of the sentence before, if it is about what a named person said. */
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
  if (match.speaker.first !== start || !nameInPhrase(tokens, match.speaker, people, words)) return;
  entry.match = { ...match, confidence };
  entry.matchTokens = tokens;
  entry.place = 'inferred';
}

/** Turns matches into offsets, and phrases into persons, in the order of the text. */
function describeEntries(
  entries: readonly Entry[],
  units: readonly Unit[],
  people: People,
  words: SpeakerWords,
): StretchContext[] {
  let lastSpeaker: Surroundings['lastSpeaker'] = null;
  const contexts: StretchContext[] = [];
  const known = new Map<Entry, Attribution>();
  for (const entry of entries) {
    const { tokens, index, continues, match, matchTokens } = entry;
    const cueToken = match?.cue ? matchTokens[match.cue.first] : undefined;
    const named = words.cues.get(cueToken?.lower ?? '')?.names === true;
    const context: StretchContext = { tokens, index, attribution: null, named, continues };
    contexts.push(context);
    if (!match) continue;
    const span = speakerSpan(matchTokens, match);
    const governed = match.cue !== null && match.cue.end === match.speaker.first;
    const carried = entry.source ? known.get(entry.source) : null;
    const home = unitAt(units, entry.unit, span.start);
    const unit = units[home];
    if (!unit) continue;
    const around: Surroundings = { people, unit, before: units[home - 1] ?? null, lastSpeaker };
    const resolved =
      carried ?? resolvePhrase(matchTokens, match.speaker, span.start, around, governed, words);
    const pronoun = isPronoun(matchTokens[match.speaker.first], words);
    // A pronoun that could be anybody says nothing about the next quotation.
    if (entry.place === 'carried' && pronoun && resolved.name === null) continue;
    const channel =
      matchTokens === tokens && entry.place !== 'carried'
        ? findChannel(tokens, index, match, entry.tail, people, words)
        : null;
    context.attribution = {
      speaker: span,
      name: resolved.name,
      confidence: round(match.confidence * resolved.confidence),
      cue: match.cue ? rangeSpan(matchTokens, match.cue) : null,
      channel: channel ? rangeSpan(tokens, channel) : null,
      place: entry.place,
    };
    known.set(entry, context.attribution);
    if (resolved.name) lastSpeaker = { name: resolved.name, start: span.start };
  }
  return contexts;
}

/** The unit that holds an offset: the stretch's own or one of those right before it. */
function unitAt(units: readonly Unit[], from: number, offset: number): number {
  let at = from;
  while (at > 0 && (units[at]?.start ?? 0) > offset) at -= 1;
  return at;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
