/*
 * Pronouns and descriptions: "she", "the 34-year-old", "the harbourmaster". Each stands for a person
 * of the article where the text allows one answer, and for nobody where it allows two.
 */
import type { Span } from '../../model/span';
import { isHuman } from './human';
import { isRole, roleGender } from './offices';
import { type Mention, type People, type Person, surnameOf } from './people';
import { isPronoun, type PhraseRange } from './phrase';
import { AMBIGUOUS, nameInPhrase, OPEN, type Resolved } from './resolve';
import type { Token } from './tokens';
import type { SpeakerWords } from './words-type';

/** What pronouns and descriptions can be resolved against. */
export interface Surroundings {
  people: People;
  /** The paragraphs of the text, in order, and the number of the one with the phrase. */
  units: readonly Span[];
  home: number;
  /** The last speaker named before the phrase, with the offset of that naming. */
  lastSpeaker: { name: string; start: number } | null;
  /** The only man and the only woman of the article, where there is one alone. */
  sole: Readonly<Record<'he' | 'she', Person | null>>;
  /** Offset of the last speaker before the phrase whom the text does not name, or -1. */
  lastUnnamed: number;
}

/** A pronoun is followed back over no more paragraphs than this. */
const PARAGRAPHS_BACK = 4;

/**
 * The person a speaker phrase stands for. `start` is the phrase's offset. The name is null, with
 * the attribution itself still certain, where the text allows no answer or more than one.
 * `cue`: its verb, in lower case. `governed`: the phrase stands after "according to", and so in the case that this asks for.
 */
export function resolvePhrase(
  tokens: readonly Token[],
  range: PhraseRange,
  start: number,
  around: Surroundings,
  governed: boolean,
  cue: string,
  words: SpeakerWords,
): Resolved {
  const first = tokens[range.first];
  if (!first) return OPEN;
  const pronoun = pronounOf(first, range, cue, words) ?? ownerOf(tokens, range, words);
  // "She asked him why. His answer was …": not the one who asked.
  if (/^(?:response|reply|answer)$/u.test(tokens[range.end]?.lower ?? '')) return AMBIGUOUS;
  if (pronoun === 'he' || pronoun === 'she') {
    const described = lastDescribed(tokens, range.first, words);
    return resolvePronoun(pronoun, start, described, around);
  }
  if (pronoun) return OPEN;
  const named = nameInPhrase(tokens, range, around.people, words);
  // After "по словам" a name stands in another case than the one a person is called by.
  const oblique = governed && (words.language === 'ru' || words.language === 'cs');
  if (named && !(oblique && named.confidence < 0.95)) return named;
  const owner = /^(.+)['’]s$/u.exec(first.text)?.[1];
  const lastWord = tokens[range.end - 1]?.lower ?? '';
  if (owner && words.speechNouns.has(lastWord)) {
    const person = around.people.bySurname.get(owner);
    if (person) return { name: person.name, confidence: 0.9 };
  }
  return resolveDescription(tokens, range, start, around, words);
}

function pronounOf(
  first: Token,
  range: PhraseRange,
  cue: string,
  words: SpeakerWords,
): 'he' | 'she' | 'other' | null {
  // "sagte sie" is she, "sagten sie" they.
  if (words.language === 'de' && first.lower === 'sie' && range.end === range.first + 1) {
    return cue !== '' && !/en$/u.test(cue) ? 'she' : 'other';
  }
  if (isPronoun(first, words)) return words.pronouns.get(first.lower) ?? 'other';
  const possessive = words.language === 'en' && range.end === range.first + 1;
  if (possessive && first.lower === 'his') return 'he';
  return possessive && first.lower === 'her' ? 'she' : null;
}

/** "*her* letter", "an extract of *his* post": what somebody wrote speaks for them. */
function ownerOf(
  tokens: readonly Token[],
  range: PhraseRange,
  words: SpeakerWords,
): 'he' | 'she' | null {
  if (words.language !== 'en' || !words.speechNouns.has(tokens[range.end - 1]?.lower ?? '')) {
    return null;
  }
  for (let at = range.first; at < range.end - 1; at += 1) {
    if (tokens[at]?.lower === 'his') return 'he';
    if (tokens[at]?.lower === 'her') return 'she';
  }
  return null;
}

/** The offset of the last sentence before token `index` whose subject is described, not named. */
function lastDescribed(tokens: readonly Token[], index: number, words: SpeakerWords): number {
  let at = tokens[index]?.sentence ?? 0;
  for (let sentences = 0; sentences < 6; sentences += 1) {
    const first = tokens[at];
    // "Die Ministerin" is one who has been named; "ein Sprecher" is not.
    const definite = words.language === 'de' && /^(?:der|die|das)$/u.test(first?.lower ?? '');
    const opens =
      first?.kind === 'word' && words.determiners.has(first.lower) && at < index && !definite;
    for (let next = at + 1; opens && next < at + 5; next += 1) {
      const token = tokens[next];
      if (token?.kind !== 'word' || tokens[next + 1]?.capital) break;
      if (words.roles.has(token.lower)) return first.start;
    }
    if (at === 0) break;
    at = tokens[at - 1]?.sentence ?? 0;
  }
  return -1;
}

/** `described`: where somebody unnamed is the subject of a sentence, who may be meant instead. */
function resolvePronoun(
  pronoun: 'he' | 'she',
  start: number,
  described: number,
  around: Surroundings,
): Resolved {
  const { people, units, home } = around;
  const fits = (person: Person) => person.gender === null || person.gender === pronoun;
  const known = around.lastSpeaker && people.bySurname.get(surnameOf(around.lastSpeaker.name));
  const lastSpeaker = known && !fits(known) ? null : around.lastSpeaker;
  const unnamed = Math.max(described, around.lastUnnamed);
  for (let back = 0; back <= PARAGRAPHS_BACK && home - back >= 0; back += 1) {
    const unit = units[home - back];
    if (!unit) break;
    const until = back === 0 ? start : unit.end;
    const found = mentionsBetween(people.mentions, unit.start, until);
    const fitting = found.filter(({ person }) => fits(person));
    if (back > 1 && fitting.some(({ person }) => person !== around.sole[pronoun])) {
      return back > 2 || !fitting.some(({ person }) => person.certain) ? OPEN : AMBIGUOUS;
    }
    const spoke = lastSpeaker !== null && lastSpeaker.start >= unit.start;
    if (fitting.length === 0 && !(spoke && back === 1)) {
      if (unnamed >= unit.start) return back > 2 ? OPEN : AMBIGUOUS;
      continue;
    }
    // Somebody whom the text does not name has come in between, and is not merely spoken of.
    const subject = fitting.findLast(({ leads }) => leads)?.start ?? -1;
    const nearest = around.lastUnnamed === unnamed ? subject : (fitting.at(-1)?.start ?? -1);
    if (unnamed > nearest && unnamed >= unit.start) return AMBIGUOUS;
    // One merely spoken of, after somebody else who spoke: it may be either.
    const other = lastSpeaker && fitting.every(({ person }) => person.name !== lastSpeaker.name);
    const near = other && lastSpeaker.start >= (units[Math.max(0, home - 2)]?.start ?? 0);
    if (near && fitting.length > 0 && subject < 0) return AMBIGUOUS;
    const confidence = back === 0 ? 0.8 : back === 1 ? 0.7 : 0.6;
    return choose(fitting, lastSpeaker, unit.start, confidence) ?? AMBIGUOUS;
  }
  return OPEN;
}

/** The only certain person of each pronoun, if no other could be meant by it. */
export function solePeople(people: People): Surroundings['sole'] {
  const sole = (pronoun: 'he' | 'she') => {
    const fitting = people.people.filter(
      ({ gender, certain }) => certain && (gender === null || gender === pronoun),
    );
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
  };
  return { he: sole('he'), she: sole('she') };
}

/** The one person of these mentions, or the one who spoke last among them; null if it is open. */
function choose(
  mentions: readonly Mention[],
  lastSpeaker: Surroundings['lastSpeaker'],
  from: number,
  confidence: number,
): Resolved | null {
  const names = new Set(mentions.map(({ person }) => person.name));
  const [only] = names;
  if (names.size === 1 && only && mentions.some(({ person }) => person.certain)) {
    return { name: only, confidence };
  }
  const certain = new Set(
    mentions.filter(({ person }) => person.certain).map(({ person }) => person.name),
  );
  if (lastSpeaker && lastSpeaker.start >= from) {
    const spoke = names.has(lastSpeaker.name) || names.size === 0;
    const others = [...certain].filter((name) => name !== lastSpeaker.name).length;
    if (spoke && others <= 1) return { name: lastSpeaker.name, confidence: confidence - 0.1 };
  }
  // The subject of the sentence before, if that sentence names nobody else.
  const last = mentions.at(-1);
  if (!last?.leads || !last.person.certain) return null;
  return { name: last.person.name, confidence: confidence - 0.15 };
}

/** At most this many mentions are weighed for one pronoun. */
const MAXIMUM_MENTIONS = 24;

function mentionsBetween(mentions: readonly Mention[], from: number, to: number): Mention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < to) low = middle + 1;
    else high = middle;
  }
  const found: Mention[] = [];
  for (let index = low - 1; index >= 0 && found.length < MAXIMUM_MENTIONS; index -= 1) {
    const mention = mentions[index];
    if (!mention || mention.start < from) break;
    found.push(mention);
  }
  return found.reverse();
}

/** Offsets of the last mentions of a person before an offset. */
function mentionOffsets(mentions: readonly Mention[], person: Person, before: number): number[] {
  return mentionsBetween(mentions, 0, before)
    .filter((mention) => mention.person === person)
    .map((mention) => mention.start);
}

/** The greatest of some rising offsets that lies before an offset, or -1. */
function lastBefore(offsets: readonly number[], before: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < before) low = middle + 1;
    else high = middle;
  }
  return offsets[low - 1] ?? -1;
}

/** More people of one office than this, and "the minister" says nothing. */
const MAXIMUM_BEARERS = 32;
/** Words that describe a person by their life rather than by an office others may hold. */
const PERSONAL =
  /^(?:\p{N}+-year(?:-old)?|mother-of-\p{L}+|father-of-\p{L}+|newcomer|septuagenarian|octogenarian|retiree)$/u;

/** "the harbourmaster": the one person whom the article introduces by that word. */
function resolveDescription(
  tokens: readonly Token[],
  range: PhraseRange,
  start: number,
  around: Surroundings,
  words: SpeakerWords,
): Resolved {
  const { people } = around;
  const first = tokens[range.first];
  if (words.language !== 'en') return resolveOffice(tokens, range, people, words);
  if (first?.lower !== 'the') return OPEN;
  // "the actress, 60": the one whom the article calls 60.
  const beside = tokens[range.end - 1];
  const stated = /^\p{N}{1,3}$/u.test(beside?.text ?? '') && tokens[range.end - 2]?.text === ',';
  const aged = stated ? (people.byRole.get(`${beside?.text}-year-old`) ?? []) : [];
  if (stated) return aged.length === 1 && aged[0] ? { name: aged[0].name, confidence: 0.8 } : OPEN;
  let head = range.first;
  let personal = false;
  const modifiers: string[] = [];
  for (let at = range.first + 1; at < range.end; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word' || words.linking.has(token.lower)) break;
    head = at;
    const bearers = token.lower.endsWith('-year-old') ? people.byRole.get(token.lower) : undefined;
    if (bearers) {
      const [only] = bearers;
      return bearers.length === 1 && only ? { name: only.name, confidence: 0.85 } : AMBIGUOUS;
    }
    personal ||= PERSONAL.test(token.lower);
    if (token.capital) modifiers.push(token.lower.replace(/'s$/u, ''));
  }
  const role = tokens[head]?.lower ?? '';
  const bearers = words.roles.has(role) ? (people.byRole.get(role) ?? []) : [];
  if (bearers.length > MAXIMUM_BEARERS) return AMBIGUOUS;
  const fitting = bearers.filter(({ description }) =>
    modifiers.every((word) => description.has(word)),
  );
  const [only] = fitting;
  if (fitting.length > 1) return AMBIGUOUS;
  if (!only) return personal ? lastLeading(start, around) : OPEN;
  // "One councillor … the councillor": not the councillor who was named before.
  const named = lastBefore(mentionOffsets(people.mentions, only, start), start);
  if (lastBefore(people.unnamed.get(role) ?? [], start) > named) return OPEN;
  return { name: only.name, confidence: 0.75 };
}

/** "die Bürgermeisterin", "el alcalde": the one person of that office. */
function resolveOffice(
  tokens: readonly Token[],
  range: PhraseRange,
  people: People,
  words: SpeakerWords,
): Resolved {
  const first = tokens[range.first];
  const definite = /^(?:der|die|el|la|le|l')$/u.test(first?.lower ?? '');
  const bare = words.language === 'cs' || words.language === 'ru';
  let head = definite ? range.first + 1 : range.first;
  // "der *neue* Bürgermeister"
  if (words.language === 'de') while (head < range.end - 1 && !tokens[head]?.capital) head += 1;
  if (!(definite || bare) || range.end !== head + 1) return OPEN;
  const role = tokens[head]?.lower ?? '';
  if (!isRole(role, words)) return OPEN;
  const bearers = bearersOf(role, people, words);
  const [only] = bearers;
  if (bearers.length > 1) return AMBIGUOUS;
  return only ? { name: only.name, confidence: 0.7 } : OPEN;
}

/** The people of an office; in German also under a longer or a looser word for it. */
function bearersOf(role: string, people: People, words: SpeakerWords): readonly Person[] {
  const exact = people.byRole.get(role) ?? [];
  if (exact.length > 0 || words.language !== 'de') return exact;
  const gender = roleGender(role, words);
  const party = /^(\p{L}+)-(?:politiker|chef|mann|frau|abgeordnete)/u.exec(role)?.[1] ?? null;
  const found = new Set<Person>();
  for (const person of people.people.slice(0, MOST_PEOPLE)) {
    if (gender && person.gender && person.gender !== gender) continue;
    for (const word of person.description) {
      // "die Außenministerin" for the Bundesaußenministerin, "der FPÖ-Politiker" for the FPÖ-Chef.
      const longer = role.length > 6 && word.length > role.length && word.endsWith(role);
      const colleague =
        party !== null && (word.startsWith(`${party}-`) || word === party || `${word}n` === party);
      if (longer || colleague) found.add(person);
    }
  }
  return [...found];
}

/** So many people of an article are asked for what they are. */
const MOST_PEOPLE = 64;

/** The one person of this paragraph, or else of the one before, if nobody else is named there. */
function lastLeading(start: number, { people, units, home }: Surroundings): Resolved {
  for (let back = 0; back <= 1 && home - back >= 0; back += 1) {
    const unit = units[home - back];
    if (!unit) break;
    const mentions = mentionsBetween(people.mentions, unit.start, back === 0 ? start : unit.end);
    const names = new Set(mentions.map(({ person }) => person.name));
    const [only] = names;
    if (names.size > 1) return AMBIGUOUS;
    if (only && mentions.some(({ person, leads }) => person.certain && leads)) {
      return { name: only, confidence: 0.6 };
    }
  }
  return OPEN;
}

/** Does this phrase put somebody on the scene whom the text does not name? */
export function leavesUnnamed(
  tokens: readonly Token[],
  range: PhraseRange,
  words: SpeakerWords,
): boolean {
  return !isPronoun(tokens[range.first], words) && isHuman(tokens, range, null, words);
}
