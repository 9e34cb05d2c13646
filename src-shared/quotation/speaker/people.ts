/*
 * The people of an article: names found in its running text, outside quotations, with the titles
 * and offices by which it introduces them.
 */
import { genderOfGivenName } from './given-names';
import { isBody, isRole, roleGender } from './offices';
import { PLACES } from './places';
import type { SpeakerWords } from './words-type';

export interface Person {
  /** The fullest form in the text, without titles. */
  name: string;
  surname: string;
  gender: 'he' | 'she' | null;
  /** Words by which the text introduces the person: offices, and what stands beside them. */
  description: Set<string>;
  /** True if a title, an office or a later mention by surname shows that it is a person. */
  certain: boolean;
}

/** A mention of a person: UTF-16 offset of its first character. */
export interface Mention {
  start: number;
  person: Person;
  /** The mention opens its sentence, and so is most likely its subject. */
  leads: boolean;
}

export interface People {
  people: readonly Person[];
  /** In the order of the text. */
  mentions: readonly Mention[];
  /** Null for a surname that several people bear. */
  bySurname: ReadonlyMap<string, Person | null>;
  /** All bearers of a surname. */
  bearers: ReadonlyMap<string, readonly Person[]>;
  /** Null for a given name that several people bear. */
  byGiven: ReadonlyMap<string, Person | null>;
  /** People by the offices and ages (`34-year-old`) of their description. */
  byRole: ReadonlyMap<string, readonly Person[]>;
  /** Where the text speaks of somebody unnamed of an office ("one councillor"): offsets, rising. */
  unnamed: ReadonlyMap<string, readonly number[]>;
}

/** A name in a paragraph, with what the paragraph says of its bearer. */
export interface Naming {
  name: string;
  /** More than one word: a given name and a surname. */
  whole: boolean;
  titled: boolean;
  gender: 'he' | 'she' | null;
  /** The given name is a common one. */
  known: boolean;
  /** UTF-16 offset of the name, from the start of its paragraph. */
  start: number;
  /** The name opens its sentence. */
  leads: boolean;
  /** Words beside the name: offices, and what has a capital. */
  description: string[];
  /** One of them is an office. */
  office: boolean;
  /** Of a headline in which every word has a capital: it makes nobody known. */
  weak: boolean;
}

/** What one paragraph, which starts at `start`, names outside its quotations. */
export interface ParagraphNames {
  start: number;
  namings: Naming[];
  /** Somebody unnamed of an office; offsets from the start of the paragraph. */
  unnamed: { role: string; start: number }[];
}

/** Small words inside names; the German ones are articles in German. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  'van von der den de da di la le du del bin ibn al el ter dos das zu'.split(' '),
);
const ACRONYM = /^[\p{Lu}\p{N}.&]{2,}$/u;

/** Strips a possessive ending and a closing full stop that is not an initial's. */
function bareWord(word: string): string {
  if (!/[.'’s]$/u.test(word)) return word;
  const bare = word.replace(/['’]s?$/u, '');
  return /^\p{Lu}\.$|\..*\.$|^(?:Jr|Sr)\.$/u.test(bare) ? bare : bare.replace(/\.$/u, '');
}

/**
 * The person named by a run of words that follow one another in a text ("Foreign Minister Sergei
 * Lavrov"), or null: titles, places and organisations are left out. `alone` accepts one bare word.
 */
export function nameInRun(
  all: readonly string[],
  words: SpeakerWords,
  alone: boolean,
): { name: string; first: number; gender: 'he' | 'she' | null; titled: boolean } | null {
  let first = 0;
  let gender: 'he' | 'she' | null = null;
  let titled = false;
  let stripped = false;
  const german = words.language === 'de';
  const several = german && all.length > 1;
  const run = several ? withoutNouns(all) : all;
  const last = run.at(-1) ?? '';
  const surname = several && genderOfGivenName(run.at(-2) ?? '') !== null;
  // "Joschka Fischer", "Anna Richter": surnames that are trades as well.
  const ending = { text: last, lower: lowerBare(last) };
  const office = isBody(ending, words) || isRole(ending.lower, words);
  if (office && !(surname && run.length > 1)) return null;
  for (const [index, word] of run.entries()) {
    const lower = word.toLowerCase();
    const bare = lowerBare(word);
    const title = words.titles.get(lower) ?? words.titles.get(bare);
    const isLast = index === run.length - 1;
    if (title !== undefined && !isLast) {
      gender = title ?? gender;
      titled = true;
      first = index + 1;
    } else if (isRole(bare, words) && !isLast) {
      gender ??= roleGender(bare, words);
      titled = true;
      first = index + 1;
    } else if (/['’]s$/u.test(word) && !isLast) {
      stripped = true;
      first = index + 1;
    } else if (PLACES.has(bare) || words.organisations.has(bare)) {
      if (isLast && first < index && !PLACES.has(bare)) return null;
      if (!isLast || first === index) {
        stripped = true;
        first = index + 1;
      }
    } else if (
      ACRONYM.test(word) &&
      !/^\p{Lu}\.$/u.test(word) &&
      bare.length <= 6 &&
      !isLast &&
      !(index === first && index === run.length - 2 && isInitials(word, words))
    ) {
      // "Labour MP Tom Varga": whatever comes before such letters is no name.
      stripped = true;
      first = index + 1;
    }
  }
  let parts = run.slice(first).map(bareWord);
  if (parts.length === 0 || parts.length > 5) return null;
  if (
    words.language === 'de' &&
    parts.length > 2 &&
    !parts.some((part) => isParticle(part, words))
  ) {
    // Nouns have capitals too: "Baudezernent Michael Kurz".
    first += parts.length - 2;
    parts = parts.slice(-2);
    titled = true;
  }
  if (words.language === 'en' && parts.length > 2 && hasUnknownTitle(parts)) {
    first += 1;
    parts = parts.slice(1);
    titled = true;
  }
  if (german && !titled && parts.length === 2 && isNoName(parts, words)) return null;
  if (parts.length === 1 && !titled && (stripped || !alone)) return null;
  if (parts.length === 1 && (parts[0]?.length ?? 0) < 2) return null;
  return { name: parts.join(' '), first, gender, titled };
}

/** "Beck *Russland*", "Köln *Solidarität*": German nouns after a name have capitals too. */
function withoutNouns(run: readonly string[]): readonly string[] {
  let end = run.length;
  while (end > 1) {
    const lower = lowerBare(run[end - 1] ?? '');
    const given = genderOfGivenName(run[end - 2] ?? '') !== null && end > 1;
    if (given || !(PLACES.has(lower) || ABSTRACT.test(lower))) break;
    end -= 1;
  }
  return end === run.length ? run : run.slice(0, end);
}

/** "Kölner Eltern", "Alle Räte", "Berliner Senat": two capitals that are no name. */
function isNoName([first = '', second = '']: readonly string[], words: SpeakerWords): boolean {
  if (genderOfGivenName(first) !== null) return false;
  const { lower } = { lower: first.toLowerCase() };
  if (words.determiners.has(lower) || words.adverbs.has(lower) || words.pronouns.has(lower))
    return true;
  if (/^(?:alle|viele|manche|co|einige|beide|wer|was|wie|dass|weil)\.?$/u.test(lower)) return true;
  if (words.pronouns.has(second.toLowerCase())) return true;
  const token = { text: second, lower: second.toLowerCase() };
  return /[^e]er$/u.test(first) || ABSTRACT.test(lower) || isBody(token, words);
}

const ABSTRACT = /(?:ung|ungen|heit|heiten|keit|keiten|tion|tionen|ismus|tät|täten|nisse)$/u;

/** "JD Vance": two letters that stand for given names, not for a body. */
function isInitials(word: string, words: SpeakerWords): boolean {
  const lower = word.toLowerCase();
  return (
    /^\p{Lu}{2}$/u.test(word) &&
    !PLACES.has(lower) &&
    !words.titles.has(lower) &&
    !words.organisations.has(lower)
  );
}

/** "Rav Anna Beck": a word before a common given name that is none itself is a form of address. */
function hasUnknownTitle([first = '', second = '']: readonly string[]): boolean {
  return (
    first.length > 2 &&
    genderOfGivenName(first) === null &&
    genderOfGivenName(second) !== null &&
    !/^(?:ahmed|ali|hassan|mohamed|mohammed|muhammad|jan|juan|van|el|al)$/iu.test(second) &&
    !NAME_PARTICLES.has(first.toLowerCase()) &&
    !first.includes('.')
  );
}

export function lowerBare(word: string): string {
  return bareWord(word).toLowerCase();
}

/** The last word of a name that is not Jr or Sr. */
export function surnameOf(name: string): string {
  const parts = name.split(' ').filter((part) => !/^(?:Jr|Sr|II|III|IV)\.?$/u.test(part));
  return parts.at(-1) ?? name;
}

/** May this small word stand inside a name? German articles and French ones do not, at home. */
export function isParticle(lower: string, words: SpeakerWords): boolean {
  const native =
    words.determiners.has(lower) || (words.linking.has(lower) && words.language !== 'en');
  return NAME_PARTICLES.has(lower) && (!native || lower === 'von');
}

/** Finds the people of a text, whose paragraphs are given in order. Linear. */
export function findPeople(paragraphs: readonly ParagraphNames[], words: SpeakerWords): People {
  const byName = new Map<string, Person>();
  const bySurname = new Map<string, Person | null>();
  const single: { naming: Naming; offset: number }[] = [];
  const mentions: Mention[] = [];
  const unnamed = new Map<string, number[]>();
  for (const paragraph of paragraphs) {
    for (const { role, start } of paragraph.unnamed) {
      const places = unnamed.get(role);
      if (places) places.push(paragraph.start + start);
      else unnamed.set(role, [paragraph.start + start]);
    }
    for (const naming of paragraph.namings) {
      const offset = paragraph.start + naming.start;
      if (!naming.whole) {
        single.push({ naming, offset });
        continue;
      }
      const { name } = naming;
      let person = byName.get(name);
      if (!person && naming.weak) continue;
      if (!person) {
        const surname = surnameOf(name);
        person = { name, surname, gender: null, description: new Set(), certain: false };
        byName.set(name, person);
        const other = bySurname.get(surname);
        bySurname.set(surname, other === undefined ? person : mergeNames(other, person));
      }
      person.gender ??= naming.gender;
      for (const word of naming.description) person.description.add(word);
      person.certain ||= naming.titled || naming.office || naming.known;
      mentions.push({ start: offset, person, leads: naming.leads });
    }
  }
  const byGiven = new Map<string, Person | null>();
  const bearers = new Map<string, Person[]>();
  for (const person of byName.values()) {
    const family = bearers.get(person.surname);
    if (family) family.push(person);
    else bearers.set(person.surname, [person]);
    const given = person.name.split(' ')[0] ?? '';
    byGiven.set(given, byGiven.has(given) ? null : person);
  }
  for (const { naming, offset } of single) {
    const { name: word, titled, gender, leads } = naming;
    let person = bySurname.get(word) ?? (bySurname.has(word) ? null : byGiven.get(word)) ?? null;
    if (!person && titled && !bySurname.has(word)) {
      person = { name: word, surname: word, gender, description: new Set(), certain: true };
      byName.set(word, person);
      bySurname.set(word, person);
    }
    if (!person) continue;
    person.certain = true;
    person.gender ??= gender;
    mentions.push({ start: offset, person, leads });
  }
  mentions.sort((left, right) => left.start - right.start);
  const people = [...byName.values()];
  return {
    people,
    mentions,
    bySurname,
    bearers,
    byGiven,
    byRole: indexRoles(people, words),
    unnamed,
  };
}

function indexRoles(people: readonly Person[], words: SpeakerWords): Map<string, Person[]> {
  const byRole = new Map<string, Person[]>();
  for (const person of people) {
    for (const word of person.description) {
      if (!isRole(word, words) && !word.endsWith('-year-old')) continue;
      const bearers = byRole.get(word);
      if (bearers) bearers.push(person);
      else byRole.set(word, [person]);
    }
  }
  return byRole;
}

/** Two names with one surname are one person if one holds the other ("John Roe", "John Q. Roe"). */
function mergeNames(other: Person | null, person: Person): Person | null {
  if (!other) return null;
  const first = (name: string) => name.split(' ')[0];
  if (first(other.name) === first(person.name)) return other;
  const [shorter, longer] =
    other.name.length < person.name.length ? [other, person] : [person, other];
  // "Van Dyke" is "Piet van Dyke".
  if (longer.name.toLowerCase().endsWith(` ${shorter.name.toLowerCase()}`)) return longer;
  return null;
}
