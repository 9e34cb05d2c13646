/*
 * The people of an article: names found in its running text, outside quotations, with the titles
 * and offices by which it introduces them.
 */
import type { Span } from '../../model/span';
import { genderOfGivenName } from './given-names';
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
  /** People by the words of their description. */
  byRole: ReadonlyMap<string, readonly Person[]>;
  /** Where the text speaks of somebody unnamed of an office ("one councillor"): offsets, rising. */
  unnamed: ReadonlyMap<string, readonly number[]>;
}

/** One word of the text: offsets in UTF-16 code units. */
interface Word extends Span {
  text: string;
  lower: string;
  capital: boolean;
  /** Nothing but one space stands between the word before and this one. */
  joined: boolean;
  beginsSentence: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[.'’\-‑][\p{L}\p{M}\p{N}]+)*\.?/gu;
/** Small words inside names; the German ones are articles in German. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  'van von der den de da di la le du del bin ibn al el ter dos das zu'.split(' '),
);
const UPPER = /^[\p{Lu}\p{Lt}]/u;
const ACRONYM = /^[\p{Lu}\p{N}.&]{2,}$/u;

/** Strips a possessive ending and a closing full stop that is not an initial's. */
function bareWord(word: string): string {
  const bare = word.replace(/['’]s?$/u, '');
  return /^\p{Lu}\.$|\..*\.$|^(?:Jr|Sr)\.$/u.test(bare) ? bare : bare.replace(/\.$/u, '');
}

/**
 * The person named by a run of words that follow one another in a text ("Foreign Minister Sergei
 * Lavrov"), or null: titles, places and organisations are left out. `alone` accepts one bare word.
 */
export function nameInRun(
  run: readonly string[],
  words: SpeakerWords,
  alone: boolean,
): { name: string; first: number; gender: 'he' | 'she' | null; titled: boolean } | null {
  let first = 0;
  let gender: 'he' | 'she' | null = null;
  let titled = false;
  let stripped = false;
  const last = run.at(-1) ?? '';
  if (words.organisations.has(lowerBare(last)) || words.roles.has(lowerBare(last))) return null;
  for (const [index, word] of run.entries()) {
    const lower = word.toLowerCase();
    const bare = lowerBare(word);
    const title = words.titles.get(lower) ?? words.titles.get(bare);
    const isLast = index === run.length - 1;
    if (title !== undefined && !isLast) {
      gender = title ?? gender;
      titled = true;
      first = index + 1;
    } else if (words.roles.has(bare) && !isLast) {
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
      index === first
    ) {
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
  if (parts.length === 1 && !titled && (stripped || !alone)) return null;
  if (parts.length === 1 && (parts[0]?.length ?? 0) < 2) return null;
  return { name: parts.join(' '), first, gender, titled };
}

function lowerBare(word: string): string {
  return bareWord(word).toLowerCase();
}

/** The last word of a name that is not Jr or Sr. */
export function surnameOf(name: string): string {
  const parts = name.split(' ').filter((part) => !/^(?:Jr|Sr|II|III|IV)\.?$/u.test(part));
  return parts.at(-1) ?? name;
}

/** Finds the people of a text. Words inside `quotations` (in order) are passed over. Linear. */
export function findPeople(text: string, quotations: readonly Span[], words: SpeakerWords): People {
  const found: { run: Word[]; before: Word[]; after: Word[] }[] = [];
  const recent: Word[] = [];
  let run: Word[] = [];
  let open: { after: Word[] }[] = [];
  let quotation = 0;
  let previousEnd = 0;
  let sinceArticle = 4;
  const unnamed = new Map<string, number[]>();
  const closeRun = () => {
    while (run.length > 0 && !run.at(-1)?.capital) run.pop();
    while (run[0]?.beginsSentence && isFunctionWord(run[0], words)) run.shift();
    if (run.length > 0) {
      const entry = { run, before: recent.slice(-6), after: [] as Word[] };
      found.push(entry);
      open = [...open.slice(-2), entry];
    }
    run = [];
  };
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    const start = match.index;
    while ((quotations[quotation]?.end ?? Infinity) <= start) quotation += 1;
    const inside = (quotations[quotation]?.start ?? Infinity) <= start;
    if (inside) {
      closeRun();
      WORD.lastIndex = quotations[quotation]?.end ?? start + 1;
      previousEnd = WORD.lastIndex;
      continue;
    }
    const gap = start - previousEnd <= 3 ? text.slice(previousEnd, start) : '\n';
    const word: Word = {
      start,
      end: start + match[0].length,
      text: match[0],
      lower: match[0].toLowerCase(),
      capital: UPPER.test(match[0]),
      joined: gap === ' ' || gap === '\u00a0',
      beginsSentence: /[.!?…\n:•]/u.test(gap) || endsWithStop(text, previousEnd),
    };
    previousEnd = word.end;
    if (INDEFINITE.test(word.lower)) sinceArticle = 0;
    else if (sinceArticle < 4) sinceArticle += 1;
    if (sinceArticle > 0 && sinceArticle < 4 && words.roles.has(word.lower)) {
      const places = unnamed.get(word.lower);
      if (places) places.push(start);
      else unnamed.set(word.lower, [start]);
    }
    const particle = run.length > 0 && isParticle(word.lower, words);
    const startsAnew = !word.joined || (word.beginsSentence && run.length > 0);
    if (startsAnew || !(word.capital || particle)) closeRun();
    if (word.capital || (particle && run.length > 0)) run.push(word);
    for (const entry of open) if (entry.after.length < 10) entry.after.push(word);
    if (run.length === 0 || run[0] === word) recent.push(word);
    if (recent.length > 64) recent.splice(0, 32);
  }
  closeRun();
  return collect(found, unnamed, words);
}

/** "a councillor", "another official": somebody who is not named. */
const INDEFINITE = /^(?:an?|one|another|some|second)$/u;

/** May this small word stand inside a name? German articles and French ones do not, at home. */
export function isParticle(lower: string, words: SpeakerWords): boolean {
  const native =
    words.determiners.has(lower) || (words.linking.has(lower) && words.language !== 'en');
  return NAME_PARTICLES.has(lower) && (!native || lower === 'von');
}

/** Does the word that ends here end a sentence: "… last week. Smith"? Initials and titles do not. */
function endsWithStop(text: string, end: number): boolean {
  if (text.charAt(end - 1) !== '.') return end === 0;
  const word = /(\S{1,12})\.$/u.exec(text.slice(Math.max(0, end - 14), end))?.[1] ?? '';
  return !/^(?:\p{Lu}|.*\..*|Mrs?|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Maj|Sgt|Capt|St|Rev|Hon|Jr)$/u.test(
    word,
  );
}

function isFunctionWord(word: Word, words: SpeakerWords): boolean {
  const lower = word.lower;
  return (
    words.determiners.has(lower) ||
    words.boundaries.has(lower) ||
    words.adverbs.has(lower) ||
    words.linking.has(lower) ||
    words.conjunctions.has(lower) ||
    words.pronouns.has(lower) ||
    words.auxiliaries.has(lower)
  );
}

function collect(
  found: readonly { run: Word[]; before: Word[]; after: Word[] }[],
  unnamed: ReadonlyMap<string, readonly number[]>,
  words: SpeakerWords,
): People {
  const byName = new Map<string, Person>();
  const bySurname = new Map<string, Person | null>();
  const single: (NonNullable<ReturnType<typeof nameInRun>> & { start: number; leads: boolean })[] =
    [];
  const mentions: Mention[] = [];
  for (const { run, before, after } of found) {
    const texts = run.map((word) => word.text);
    const named = nameInRun(texts, words, true);
    if (!named) continue;
    const start = run[named.first]?.start ?? 0;
    if (!named.name.includes(' ')) {
      single.push({ ...named, start, leads: run[0]?.beginsSentence === true });
      continue;
    }
    const article = before.at(named.first === 0 && before.at(-1) === run[0] ? -2 : -1);
    if (article && words.determiners.has(article.lower) && !named.titled) continue;
    let person = byName.get(named.name);
    if (!person) {
      const surname = surnameOf(named.name);
      person = { name: named.name, surname, gender: null, description: new Set(), certain: false };
      byName.set(named.name, person);
      const other = bySurname.get(surname);
      bySurname.set(surname, other === undefined ? person : mergeNames(other, person));
    }
    person.gender ??= named.gender ?? genderOfGivenName(named.name);
    const described = describe(person, run.slice(0, named.first), before, after, run, words);
    person.certain ||= named.titled || described;
    mentions.push({ start, person, leads: run[0]?.beginsSentence === true });
  }
  for (const { name: word, start, titled, gender, leads } of single) {
    let person = bySurname.get(word) ?? null;
    if (!person && titled && !bySurname.has(word)) {
      person = { name: word, surname: word, gender, description: new Set(), certain: true };
      byName.set(word, person);
      bySurname.set(word, person);
    }
    if (!person) continue;
    person.certain = true;
    person.gender ??= gender;
    mentions.push({ start, person, leads });
  }
  mentions.sort((left, right) => left.start - right.start);
  const people = [...byName.values()];
  return { people, mentions, bySurname, byRole: indexRoles(people, words), unnamed };
}

function indexRoles(people: readonly Person[], words: SpeakerWords): Map<string, Person[]> {
  const byRole = new Map<string, Person[]>();
  for (const person of people) {
    for (const word of person.description) {
      if (!words.roles.has(word)) continue;
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
  return first(other.name) === first(person.name) ? other : null;
}

/** Notes the offices that stand before the name or beside it in commas; true if there is one. */
function describe(
  person: Person,
  titles: readonly Word[],
  before: readonly Word[],
  after: readonly Word[],
  run: readonly Word[],
  words: SpeakerWords,
): boolean {
  let office = false;
  const note = (word: Word) => {
    const bare = lowerBare(word.text);
    if (words.roles.has(bare)) office = true;
    if (words.roles.has(bare) || word.capital) person.description.add(bare);
  };
  for (const title of titles) note(title);
  const ahead = before.filter((word) => word.start < (run[0]?.start ?? 0));
  const role = ahead.at(-1);
  const first = run[0];
  if (role && first && !first.joined && !first.beginsSentence && !role.capital) note(role);
  let next: Word | undefined = first;
  for (
    let index = ahead.length - 1;
    index >= 0 && next?.joined && !next.beginsSentence;
    index -= 1
  ) {
    const word = ahead[index];
    if (!word || !(word.capital || words.roles.has(lowerBare(word.text)))) break;
    note(word);
    next = word;
  }
  const beside = after[0];
  if (beside && !beside.joined && !beside.beginsSentence) {
    for (const [index, word] of after.entries()) {
      if ((index > 0 && !word.joined) || index > 7) break;
      if (words.relatives.has(word.lower)) break;
      note(word);
    }
  }
  return office;
}
