/*
 * Who speaks in a German quotation that its own sentence does not attribute. Reported speech goes on
 * over sentences in the subjunctive ("Er habe gewarnt. Es *sei* „zu spät“."), so that the sentences
 * before it are followed back to the one that names the speaker.
 */
import { findTail } from './after';
import { findBefore } from './before';
import type { AttributionPlace, Entry } from './entry';
import { isBreak } from './german-clause';
import { beforeColon, labelOf, labelParagraph } from './german-labels';
import { Fit, nounPhraseAt, nounPhrases } from './german-nouns';
import { guessed, isSpeech } from './guess';
import type { Match } from './match';
import { type People, surnameOf } from './people';
import { sentenceEnd, type Token, tokensOf, type Unit } from './tokens';
import { type SpeakerWords, wordSet } from './words-type';

/** Sentences followed back within a paragraph, and tokens read of each. */
const SENTENCES_BACK = 6;
const SENTENCE = 80;
/** Speech goes on after so many plain sentences that name nobody. */
const PLAIN_BETWEEN = 1;
/** So much of a paragraph's end is read, in UTF-16 code units. */
const READ_BACK = 600;

/** Forms that stand for the subjunctive of reported speech, though they have other uses too. */
const SUBJUNCTIVE_2 = wordSet(`
  hätte hätten wäre wären würde würden könnte könnten müsste müssten sollte sollten dürfte dürften
  gäbe gäben käme kämen ginge gingen bräuchte bräuchten wollten`);

export interface GermanSource {
  match: Match;
  tokens: Token[];
  /** The entry that it was taken from, if it is that of another quotation. */
  entry: Entry | null;
  /** How sure the place makes it: only a guess is `inferred`. */
  place: AttributionPlace;
}

/** Does the sentence of a token report speech by its verb: "sei", "habe", "würden"? */
export function isSubjunctive(
  tokens: readonly Token[],
  first: number,
  end: number,
  words: SpeakerWords,
): boolean {
  for (let at = first; at < Math.min(end, first + SENTENCE); at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word' || token.capital) continue;
    if (words.reported.has(token.lower) || SUBJUNCTIVE_2.has(token.lower)) return true;
  }
  return false;
}

/**
 * The speaker of entry number `position`, from the sentences around it, or null. `units` are the
 * paragraphs; what is read of them is bounded.
 */
export function germanSource(
  text: string,
  entries: readonly Entry[],
  position: number,
  units: readonly Unit[],
  people: People,
  words: SpeakerWords,
): GermanSource | null {
  const entry = entries[position];
  if (!entry) return null;
  const { tokens, index } = entry;
  const first = tokens[index]?.sentence ?? 0;
  const alone = first === index;
  const own = alone ? null : (ownSentence(entry, people, words) ?? shared(entries, position));
  if (own) return own;
  const end = sentenceEnd(tokens, index, tokens.length);
  const reported = isSubjunctive(tokens, first, end, words);
  const speech = isSpeech(tokens[index]);
  const known = carriesSpeech(entry, previousEntry(entries, position));
  if (alone ? !speech && !known : !reported && !(speech && isColon(tokens, index))) return null;
  const labelled = alone && index === 0 ? labelBefore(text, entry, units, words) : null;
  if (labelled) return labelled;
  return (
    followBack(text, entries, position, reported, units, people, words) ??
    (alone ? fromNextSentence(entry, people, words) : fromNextQuotation(entries, position))
  );
}

/** One past "Berlin (dpa) - ", with which an article begins. */
function pastDateline(tokens: readonly Token[], first: number, limit: number): number {
  for (let at = first + 1; at < Math.min(limit, first + 12); at += 1) {
    const dash =
      /^[–—-]$/u.test(tokens[at]?.text ?? '') && tokens[at - 1]?.end !== tokens[at]?.start;
    if (dash) return tokens[at - 1]?.text === ')' || at - first <= 3 ? at + 1 : first;
  }
  return first;
}

function isColon(tokens: readonly Token[], index: number): boolean {
  return tokens[index - 1]?.text === ':';
}

function previousEntry(entries: readonly Entry[], position: number): Entry | undefined {
  const entry = entries[position - 1];
  return entry && entry.continues >= 0 ? entries[entry.continues] : entry;
}

/** Does the quotation stand right after one that is attributed, in its paragraph? */
function carriesSpeech(entry: Entry, previous: Entry | undefined): boolean {
  return previous?.match != null && previous.tokens === entry.tokens;
}

/** "Er sah „Chaos“ und „viel Unruhe“": what speaks for one speaks for the next in its sentence. */
function shared(entries: readonly Entry[], position: number): GermanSource | null {
  const entry = entries[position];
  const previous = previousEntry(entries, position);
  if (!entry || !previous?.match || previous.tokens !== entry.tokens) return null;
  const { tokens, index } = entry;
  if (tokens[previous.index]?.sentence !== tokens[index]?.sentence) return null;
  const { match, matchTokens, place } = previous;
  return {
    match,
    tokens: matchTokens,
    entry: null,
    place: place === 'inferred' ? place : 'carried',
  };
}

/** What the quotation's own sentence says of its speaker without a verb of saying. */
function ownSentence(entry: Entry, people: People, words: SpeakerWords): GermanSource | null {
  const { tokens, index } = entry;
  const first = Math.max(tokens[index]?.sentence ?? 0, index - SENTENCE);
  const label = labelOf(tokens, first, index, people, words);
  if (label) return source(label, tokens, 'before');
  const end = sentenceEnd(tokens, index, tokens.length);
  const reported = isSubjunctive(tokens, first, end, words);
  if (isColon(tokens, index) && !reported) {
    const spoken = beforeColon(tokens, first, index - 1, people, words);
    if (spoken) return source(spoken, tokens);
  }
  // "Für die SPD ist das …": it is so in their eyes.
  const start = pastDateline(tokens, first, index);
  const opening = tokens[start];
  if (/^(?:für|bei|nach)$/u.test(opening?.lower ?? '')) {
    const phrase = nounPhraseAt(tokens, start + 1, index, words, opening?.lower);
    const copula = /^(?:ist|sind|war|waren|wäre|wären|wird|bleibt|sei)$/u.test(
      tokens[phrase?.end ?? -1]?.lower ?? '',
    );
    if (!copula && !isSpeech(tokens[index], 3)) return null;
    if (
      phrase &&
      (phrase.fit >= Fit.person || (opening?.lower === 'für' && phrase.fit > Fit.thing))
    )
      return source(guessed(phrase, index, 0.55), tokens, 'before');
  }
  if (reported) return null;
  const person = personOf(tokens, start, index, people, words);
  if (!person) return null;
  for (let at = person.end; at < index; at += 1) {
    if (tokens[at]?.kind === 'quotation' || tokens[at]?.text === ';') return null;
  }
  return source(guessed(person, index, 0.5), tokens);
}

/** Reads sentence by sentence towards the start of the paragraph, then the end of the one before. */
function followBack(
  text: string,
  entries: readonly Entry[],
  position: number,
  reported: boolean,
  units: readonly Unit[],
  people: People,
  words: SpeakerWords,
): GermanSource | null {
  const entry = entries[position];
  if (!entry) return null;
  const first = entry.tokens[entry.index]?.sentence ?? 0;
  let tokens = entry.tokens;
  let last = first - 1;
  let back = 0;
  let plain = 0;
  let unit = entry.unit;
  for (let sentences = 0; sentences < SENTENCES_BACK; sentences += 1) {
    if (last < 0) {
      if (back > 0) return null;
      const before = units[unit - 1];
      if (!before) return null;
      tokens = tokensOfUnit(text, before, words);
      last = tokens.length - 1;
      unit -= 1;
      back += 1;
      if (last < 0) return null;
    }
    const from = Math.max(tokens[last]?.sentence ?? 0, last - SENTENCE);
    const found = fromSentence(entries, position, tokens, from, last, people, words);
    if (found) {
      const place = reported ? 'carried' : found.place;
      return { ...found, place, match: { ...found.match, confidence: back > 0 ? 0.5 : 0.6 } };
    }
    const chained = isSubjunctive(tokens, from, last + 1, words);
    if (!chained && plain >= PLAIN_BETWEEN) return null;
    if (!chained) plain += 1;
    last = from - 1;
  }
  return null;
}

function tokensOfUnit(text: string, unit: Unit, words: SpeakerWords): Token[] {
  if (unit.tokens.length > 0) return unit.tokens;
  const start = Math.max(unit.start, unit.end - READ_BACK);
  return tokensOf(text, { start, end: unit.end }, words.language);
}

/** Who speaks in the sentence from token `from` to `last`: quoted, reported, or its subject. */
function fromSentence(
  entries: readonly Entry[],
  position: number,
  tokens: Token[],
  from: number,
  last: number,
  people: People,
  words: SpeakerWords,
): GermanSource | null {
  const quoted = quotedIn(entries, position, tokens, from, last, true);
  if (quoted?.match) {
    return { match: quoted.match, tokens: quoted.matchTokens, entry: quoted, place: 'carried' };
  }
  const ending = isEnding(tokens[last]) ? last : last + 1;
  const said = findBefore(tokens, ending, words) ?? findTail(tokens, from, words);
  if (said?.cue && speaks(tokens, said, people, words)) {
    return source(said, tokens);
  }
  // "Anwohner hätten gewarnt.": somebody told of in reported speech does not report it.
  if (isSubjunctive(tokens, from, last + 1, words)) return null;
  const person = personOf(tokens, from, last + 1, people, words);
  if (person) return source(guessed(person, last + 1, 0.5), tokens);
  const short = quotedIn(entries, position, tokens, from, last, false);
  return short?.match
    ? { match: short.match, tokens: short.matchTokens, entry: short, place: 'carried' }
    : null;
}

/** The last attributed quotation of a sentence; `speech`: a long one, and no name in marks. */
function quotedIn(
  entries: readonly Entry[],
  position: number,
  tokens: readonly Token[],
  from: number,
  last: number,
  speech: boolean,
): Entry | null {
  for (let at = position - 1; at >= Math.max(0, position - 4); at -= 1) {
    const other = entries[at];
    const head = other && other.continues >= 0 ? entries[other.continues] : other;
    if (!other || other.tokens !== tokens || other.index < from) break;
    if (other.index > last || !head?.match) continue;
    if (isSpeech(other.tokens[other.index]) === speech) return head;
  }
  return null;
}

function isEnding(token: Token | undefined): boolean {
  return token?.kind === 'punctuation' && /^[.!?…]$/u.test(token.text);
}

/** Is the one who speaks in another sentence somebody, and no thing? */
function speaks(
  tokens: readonly Token[],
  { speaker, cue }: Match,
  people: People,
  words: SpeakerWords,
): boolean {
  const phrase = nounPhraseAt(tokens, speaker.first, speaker.end, words);
  if (!phrase) return false;
  if (phrase.fit >= Fit.person) return true;
  // "In der Mitteilung heißt es": a document speaks.
  if (/^h(?:eißt|ieß)$/u.test(tokens[cue?.first ?? -1]?.lower ?? '')) return true;
  const last = tokens[phrase.end - 1];
  return phrase.fit === Fit.body || people.bySurname.has(surnameOf(last?.text ?? ''));
}

/** The person that a sentence is about: its subject, if that is somebody or a name of the article. */
function personOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  people: People,
  words: SpeakerWords,
) {
  let end = from;
  while (end < to && !isBreak(tokens, end) && tokens[end]?.kind !== 'quotation') end += 1;
  for (const phrase of nounPhrases(tokens, from, end, words)) {
    if (phrase.oblique) continue;
    if (phrase.fit >= Fit.person) return phrase;
    const name = tokens[phrase.end - 1]?.text ?? '';
    if (phrase.bare && people.bySurname.get(surnameOf(name))) return phrase;
    if (phrase.first > from + 2) break;
  }
  // "Einer, der klagt, ist *Anna Beck*.": the only person of the sentence.
  const others = nounPhrases(tokens, end, to, words).filter(
    ({ oblique, fit }) => !oblique && fit >= Fit.person,
  );
  return others.length === 1 ? others[0] : null;
}

/** "„…“ *Jens Albrecht* schüttelt den Kopf.": the subject of the sentence after an opening. */
function fromNextSentence(entry: Entry, people: People, words: SpeakerWords): GermanSource | null {
  const { tokens, index } = entry;
  const next = index + 1;
  if (tokens[next]?.sentence !== next || !isSpeech(tokens[index])) return null;
  const end = sentenceEnd(tokens, next, Math.min(tokens.length, next + SENTENCE));
  const phrase = nounPhraseAt(tokens, next, end, words);
  if (!phrase || phrase.oblique) return null;
  const named = phrase.bare && people.bySurname.get(surnameOf(tokens[phrase.end - 1]?.text ?? ''));
  if (phrase.fit < Fit.person && !named) return null;
  return source(guessed(phrase, phrase.end, 0.45), tokens);
}

/** "Das sei „zu wenig“. „Wir brauchen mehr“, sagte Beck.": the speaker comes with what follows. */
function fromNextQuotation(entries: readonly Entry[], position: number): GermanSource | null {
  const entry = entries[position];
  if (!entry) return null;
  const end = sentenceEnd(entry.tokens, entry.index, entry.tokens.length);
  for (const next of entries.slice(position + 1, position + 4)) {
    if (next.tokens !== entry.tokens) return null;
    const first = next.tokens[next.index]?.sentence ?? 0;
    if (first > end) return null;
    if (first === end && next.match && next.place === 'after') {
      return { match: next.match, tokens: next.matchTokens, entry: next, place: 'carried' };
    }
  }
  return null;
}

/** The name that is all of the paragraph before a quotation that stands alone in its own. */
function labelBefore(
  text: string,
  entry: Entry,
  units: readonly Unit[],
  words: SpeakerWords,
): GermanSource | null {
  const unit = units[entry.unit - 1];
  if (!unit || unit.end - unit.start > 80 || entry.tokens.length > entry.index + 3) return null;
  const tokens = tokensOfUnit(text, unit, words);
  const label = labelParagraph(tokens, words);
  return label && source(label, tokens);
}

function source(match: Match, tokens: Token[], place: AttributionPlace = 'inferred'): GermanSource {
  return { match, tokens, entry: null, place };
}
