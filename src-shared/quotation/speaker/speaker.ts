/*
 * Who says each quotation: the attribution nearest to it, in the order in which editors would look
 * (beside it, in its sentence, in the sentence or paragraph before), then the person it means.
 */
import type { Span } from '../../model/span';
import type { MarkedStretch } from '../detect/marks-pair';
import { findAfter, findTail } from './after';
import { findNoun } from './after-noun';
import { findBefore, isTight } from './before';
import { carryOver } from './carry';
import { findChannel, passesOn } from './channel';
import type { AttributionPlace, Entry, NearMatches } from './entry';
import { isCutOff } from './german-verbs';
import { matchInside } from './inside';
import { type Match, rangeSpan, speakerSpan } from './match';
import { findPeople, type People } from './people';
import { isPronoun } from './phrase';
import { type ParagraphReader, PLAIN_READER, readAllNames } from './reader';
import { leavesUnnamed, resolvePhrase, type Surroundings, solePeople } from './reference';
import { goesOn } from './split';
import { makeUnits, type Token, type Unit } from './tokens';
import type { SpeakerWords } from './words-type';

/** Offsets into the text, UTF-16 code units. */
export interface Attribution {
  speaker: Span;
  /** The person, or null where the text leaves it open. */
  name: string | null;
  confidence: number;
  cue: Span | null;
  channel: Span | null;
  place: AttributionPlace;
  /** Without a name: more than one person of the article could be meant. */
  ambiguous: boolean;
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

/** Attributes every stretch of a text. Work per stretch is bounded, so the whole is linear. */
export function attributeStretches(
  text: string,
  paragraphs: readonly Span[],
  stretches: readonly MarkedStretch[],
  words: SpeakerWords,
  reader: ParagraphReader = PLAIN_READER,
): StretchContext[] {
  if (stretches.length === 0) return [];
  const units = makeUnits(paragraphs, stretches);
  const entries = placeStretches(text, units, stretches, reader, words);
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
  const people = findPeople(readAllNames(text, paragraphs, stretches, reader, words), words);
  shareWithinSentence(entries);
  for (const [position, entry] of entries.entries()) {
    if (entry.match || entry.continues >= 0) continue;
    const stretch = stretches[position];
    const inside = stretch ? matchInside(text, stretch, words) : null;
    if (inside) {
      entry.matchTokens = inside.tokens;
      setMatch(entry, inside.match, 'after');
      continue;
    }
    carryOver(text, entries, position, units, people, words);
  }
  return describeEntries(entries, units, people, words);
}

function placeStretches(
  text: string,
  units: readonly Unit[],
  stretches: readonly MarkedStretch[],
  reader: ParagraphReader,
  words: SpeakerWords,
): Entry[] {
  const entries: Entry[] = [];
  let first = 0;
  for (const [number, unit] of units.entries()) {
    const following = units[number + 1];
    const nextHasStretch = following && (stretches[first]?.start ?? Infinity) < following.end;
    const hasStretch = (stretches[first]?.start ?? Infinity) < unit.end;
    if (!hasStretch && !nextHasStretch) continue;
    reader.readTokens(text, unit, stretches, first, words.language);
    for (const index of unit.tokenOf.values()) {
      entries.push({
        unit: number,
        tokens: unit.tokens,
        near: unit.near,
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
  const { tokens, index, near } = entry;
  const found = near.get(index) ?? findNear(tokens, index, words);
  near.set(index, found);
  const { before, tight, after, tail } = found;
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

function findNear(tokens: readonly Token[], index: number, words: SpeakerWords): NearMatches {
  const before = findBefore(tokens, index, words);
  const tight = before !== null && isTight(tokens, before, index);
  const after = tight ? null : (findAfter(tokens, index, words) ?? findNoun(tokens, index, words));
  const tail = after ? null : findTail(tokens, index, words);
  // The verb of the quotation's own clause goes before one of another clause.
  const other =
    words.language === 'de' &&
    !tight &&
    tail &&
    before &&
    isCutOff(tokens, before, tail, index, words);
  return { before: other ? null : before, tight, after, tail };
}

function setMatch(entry: Entry, match: Match, place: AttributionPlace): void {
  entry.match = match;
  entry.place = place;
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

/** Turns matches into offsets, and phrases into persons, in the order of the text. */
function describeEntries(
  entries: readonly Entry[],
  units: readonly Unit[],
  people: People,
  words: SpeakerWords,
): StretchContext[] {
  let lastSpeaker: Surroundings['lastSpeaker'] = null;
  let lastUnnamed = -1;
  /** So many attributions in a row have had this pronoun: there is somebody whom it means. */
  let run = { word: '', length: 0 };
  const sole = solePeople(people);
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
    const around: Surroundings = { people, units, home, sole, lastSpeaker, lastUnnamed };
    const resolved =
      carried ??
      resolvePhrase(
        matchTokens,
        match.speaker,
        span.start,
        around,
        governed,
        cueToken?.lower ?? '',
        words,
      );
    const pronoun = isPronoun(matchTokens[match.speaker.first], words);
    // A pronoun that stands for nobody in the article says nothing about the next quotation.
    const word = pronoun ? (matchTokens[match.speaker.first]?.lower ?? '') : '';
    if (!carried) run = { word, length: word !== '' && word === run.word ? run.length + 1 : 1 };
    const nobody = pronoun && resolved.name === null && !resolved.ambiguous && run.length < 2;
    if (entry.place === 'carried' && nobody) continue;
    const channel = channelOf(entry, known, people, words);
    context.attribution = {
      speaker: span,
      name: resolved.name,
      confidence: round(match.confidence * resolved.confidence),
      cue: match.cue ? rangeSpan(matchTokens, match.cue) : null,
      channel,
      place: entry.place,
      ambiguous: resolved.ambiguous === true,
    };
    known.set(entry, context.attribution);
    if (resolved.name) lastSpeaker = { name: resolved.name, start: span.start };
    else if (leavesUnnamed(matchTokens, match.speaker, words)) lastUnnamed = span.start;
  }
  return contexts;
}

/** Who passed on the words of an entry; what goes on in the same paragraph has the same channel. */
function channelOf(
  entry: Entry,
  known: ReadonlyMap<Entry, Attribution>,
  people: People,
  words: SpeakerWords,
): Span | null {
  const { tokens, index, match, matchTokens, source } = entry;
  if (!match || matchTokens !== tokens) return null;
  if (entry.place === 'carried') return (source && known.get(source)?.channel) ?? null;
  const channel = findChannel(tokens, index, match, entry.tail, people, words);
  return channel && rangeSpan(tokens, channel);
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
