/*
 * Reading a byline that was pasted or imported (STANDARDS section 4.3). Bylines made in Stet are
 * never read back out of their line.
 */
import type { CreditRole } from '../model/byline';
import { PLACES } from '../quotation/speaker/places';
import { parseCjkByline } from './parse-cjk';
import { splitCredits } from './parse-credits';
import { type Item, protectedName, protectNames, restoreNames, splitItems } from './parse-items';
import {
  type ContributorKind,
  fromCapitals,
  isAllCapitals,
  isJobTitle,
  isOrganisation,
  kindOfName,
  splitJobTitle,
  splitOffice,
} from './parse-name';
import {
  HONORIFIC_PREFIX,
  HONORIFIC_SUFFIX,
  NAME_SUFFIX,
  NO_BYLINE,
  NOTE_ROLES,
  ORGANISATIONS,
  OUR,
  PLACE_WORDS,
  PLACE_WORDS_OF,
  REGION,
  WORK,
} from './parse-words';

/** A contributor as the byline gives it. What it does not say is left out. */
export interface ParsedContributor {
  /** As printed; re-cased only from capitals (flag `case-guess`), never re-ordered. */
  name: string;
  kind: ContributorKind;
  role: CreditRole;
  /** All roles, where one label gives several ("Text und Fotos"); the first is `role`. */
  roles?: CreditRole[];
  location?: string;
  jobTitle?: string;
  affiliation?: string;
  staff?: 'freelance';
  honorificPrefix?: string;
  honorificSuffix?: string;
  nameOrder?: 'family-first';
  pseudonym?: boolean;
  /** Never exported unless the editor asks for it. */
  email?: string;
  handle?: string;
  /** Words in brackets after the name: "now", "the match". */
  note?: string;
  /** Questions for the editor: `case-guess`, `location-scope?`, `single-name`, `system-user` … */
  flags?: string[];
}

/** A contributor that the library knows. */
export interface KnownContributor {
  name: string;
  kind?: ContributorKind;
  pseudonym?: boolean;
}

export interface BylineOptions {
  /** BCP 47 tag of the article. */
  language?: string;
  /** Contributors and organisations of the library; their names are never cut. */
  known?: readonly (string | KnownContributor)[];
}

export interface ParsedByline {
  contributors: ParsedContributor[];
  /** Every flag of the contributors, once. */
  flags: string[];
}

/** What remains of a byline that was cut off before the name. */
const LEFTOVER = /^(?:by|von|par|por|and|und|et|with|&)$/iu;

/** "a journalist based in Cairo". */
const BASED = /\sbased(?=\sin\s)/iu;
/** "Jane Doe reports from Cairo". */
const REPORTS = /(?<=\S\s\S.*)\s(?:reports|reporting|reported|writes|berichte[nt])$/u;
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/u;
const HANDLE = /^@\S+$/u;

/** Longer than any byline; what follows is left out. */
const MAXIMUM_LENGTH = 2_000;

const FAMILY_FIRST = /^(?:vi|hu|ko|zh|ja)$/u;

/**
 * Reads the contributors of a byline, in order. Names come out as printed; anything uncertain
 * carries a flag. Never throws; a text that names nobody gives no contributors.
 */
export function parseByline(input: string, options: BylineOptions = {}): ParsedByline {
  const language = options.language?.slice(0, 2).toLowerCase();
  const known = new Map<string, KnownContributor>();
  for (const entry of options.known ?? []) {
    const contributor = typeof entry === 'string' ? { name: entry } : entry;
    known.set(contributor.name.normalize('NFC'), contributor);
  }
  const text = input.slice(0, MAXIMUM_LENGTH).normalize('NFC').trim();
  const contributors = NO_BYLINE.test(text)
    ? []
    : (parseCjkByline(text) ?? parseCredits(text, language, known));
  const flags = new Set(contributors.flatMap((contributor) => contributor.flags ?? []));
  return { contributors, flags: [...flags] };
}

function parseCredits(
  input: string,
  language: string | undefined,
  known: ReadonlyMap<string, KnownContributor>,
): ParsedContributor[] {
  const { text, names } = protectNames(input, [...known.keys()]);
  const contributors: ParsedContributor[] = [];
  for (const credit of splitCredits(text, language)) {
    const list: ParsedContributor[] = [];
    /** Those whose place stands right after their name: "in Moscow". */
    const placed = new Set<ParsedContributor>();
    for (const item of splitItems(credit.text, language)) {
      addItem(list, item, names, known, credit.roles, language);
      const last = list.at(-1);
      if (last?.location && item.text.endsWith(last.location)) placed.add(last);
    }
    shareLocation(list, placed);
    flagSingleNames(list, known);
    contributors.push(...list);
  }
  return contributors.map(ordered);
}

/** Adds an item to the list: as a new contributor, or to the one before it. */
function addItem(
  list: ParsedContributor[],
  item: Item,
  names: readonly string[],
  known: ReadonlyMap<string, KnownContributor>,
  roles: readonly CreditRole[],
  language: string | undefined,
): void {
  const previous = list.at(-1);
  const whole = restoreNames(item.text, names);
  if (previous && item.joined === 'comma' && attach(previous, whole, item, list, language)) return;
  const contributor = makeContributor(item.text, names, known, roles, language);
  if (!contributor) return;
  for (const note of item.notes) addNote(contributor, note);
  if (item.isGuess) addFlag(contributor, 'check-name');
  list.push(contributor);
}

/** After a comma: suffix, office, organisation, place. False if it is another name. */
function attach(
  contributor: ParsedContributor,
  text: string,
  item: Item,
  list: readonly ParsedContributor[],
  language: string | undefined,
): boolean {
  if (EMAIL.test(text)) {
    contributor.email = text;
  } else if (HANDLE.test(text)) {
    contributor.handle = text;
  } else if (contributor.location && REGION.test(text)) {
    contributor.location += `, ${text}`;
  } else if (NAME_SUFFIX.test(text)) {
    contributor.name += ` ${text}`;
  } else if (HONORIFIC_SUFFIX.test(text)) {
    const before = contributor.honorificSuffix;
    contributor.honorificSuffix = before ? `${before}, ${text}` : text;
  } else if (contributor.kind === 'person' && attachAffiliation(contributor, text)) {
    // It was the house that the contributor writes for.
  } else if (contributor.kind === 'person' && isJobTitle(text.replace(BASED, ''))) {
    const { head, location, affiliation } = splitTail(text.replace(BASED, ''), [], language);
    contributor.jobTitle = head;
    if (location) contributor.location = location;
    if (affiliation) contributor.affiliation = affiliation;
  } else if (placeIn(text, language) && !contributor.location) {
    contributor.location = placeIn(text, language) ?? text;
  } else if (contributor.kind === 'person' && isOrganisation(text) && !contributor.affiliation) {
    contributor.affiliation = text;
  } else if (isPlace(text) && !contributor.location) {
    contributor.location = text;
  } else if (isLonePlace(text, contributor, list)) {
    contributor.location = text;
    addFlag(contributor, 'location?');
  } else {
    return false;
  }
  for (const note of item.notes) addNote(contributor, note);
  return true;
}

function attachAffiliation(contributor: ParsedContributor, text: string): boolean {
  const special = /^(?:special\s+(?:to|for)|for|exclusive to)\s+(.+)$/iu.exec(text)?.[1];
  if (special) {
    contributor.affiliation = special;
    contributor.staff = 'freelance';
    return true;
  }
  const member = /^of\s+(.+)$/iu.exec(text)?.[1];
  if (!member || !isOrganisation(member)) return false;
  contributor.affiliation = member;
  return true;
}

/** The place of "in Paris", "from the Oval"; null for anything else. */
function placeIn(text: string, language?: string): string | null {
  const match = /^(\S+)\s+((?:the\s+)?\p{Lu}.*)$/u.exec(text);
  return match?.[1] && isPlaceWord(match[1], language) ? (match[2] ?? null) : null;
}

function isPlaceWord(word: string, language: string | undefined): boolean {
  return PLACE_WORDS.test(word) || (PLACE_WORDS_OF[language ?? '']?.test(word) ?? false);
}

/** Every word is that of a place: "New York", "Beirut". */
function isPlace(text: string): boolean {
  const words = text.toLowerCase().split(/[\s-]+/u);
  return /^\p{Lu}/u.test(text) && words.every((word) => PLACES.has(word));
}

/** One unknown word after the only full name: more likely a place than a person. */
function isLonePlace(
  text: string,
  contributor: ParsedContributor,
  list: readonly ParsedContributor[],
): boolean {
  const oneWord = /^\p{Lu}[\p{L}'’-]+$/u.test(text);
  return oneWord && list.length === 1 && contributor.name.includes(' ') && !contributor.location;
}

function makeContributor(
  protectedText: string,
  names: readonly string[],
  known: ReadonlyMap<string, KnownContributor>,
  roles: readonly CreditRole[],
  language: string | undefined,
): ParsedContributor | null {
  const [role = 'author'] = roles;
  const { head, location, affiliation, staff } = splitTail(protectedText, names, language);
  const entry = known.get(protectedName(head, names) ?? '');
  let name = restoreNames(head, names).replace(/^[\s.·–—-]+|[\s.·,;:–—-]+$/gu, (edge) =>
    edge.startsWith('.') && isAbbreviated(head) ? '.' : '',
  );
  if (!/[\p{L}\p{N}]/u.test(name) || LEFTOVER.test(name)) return null;
  const contributor: ParsedContributor = { name, kind: 'person', role };
  if (roles.length > 1) contributor.roles = [...roles];
  if (location) contributor.location = location;
  if (affiliation) {
    contributor.affiliation = affiliation;
    if (!staff) contributor.staff = 'freelance';
  }
  if (entry) {
    contributor.kind = entry.kind ?? kindOfName(name);
    if (entry.pseudonym) contributor.pseudonym = true;
    return contributor;
  }
  name = name.replace(REPORTS, '');
  const isWhole = OUR.test(name) || ORGANISATIONS.has(name.toLowerCase());
  const inOffice = isWhole ? null : splitOffice(name);
  if (inOffice) {
    name = inOffice.name;
    contributor.name = name;
    if (inOffice.jobTitle) contributor.jobTitle = inOffice.jobTitle;
    if (inOffice.affiliation) contributor.affiliation = inOffice.affiliation;
    if (inOffice.guessed) addFlag(contributor, 'check-name');
  }
  contributor.kind = kindOfName(name);
  if (contributor.kind === 'unknown') addFlag(contributor, 'system-user');
  if (contributor.kind !== 'person') return contributor;
  const ours = OUR.exec(name)?.[0];
  const rest =
    ours === undefined ? null : /^(.+?)\s(\p{Lu}\S*\s.+)$/u.exec(name.slice(ours.length));
  if (rest?.[1] && rest[2] && isJobTitle(rest[1])) {
    contributor.jobTitle = rest[1];
    name = rest[2];
  }
  const titled = splitJobTitle(name);
  if (titled) {
    name = titled.name;
    contributor.jobTitle = titled.jobTitle;
    if (titled.guessed) addFlag(contributor, 'check-name');
  }
  const handle = /^(.+)\s(@\S+)$/u.exec(name);
  if (handle?.[1] && handle[2]) {
    name = handle[1];
    contributor.handle = handle[2];
  }
  const suffix = /^(\S+\s.+)\s(\S+)$/u.exec(name);
  if (suffix?.[1] && suffix[2] && HONORIFIC_SUFFIX.test(suffix[2]) && !isAllCapitals(suffix[1])) {
    name = suffix[1];
    contributor.honorificSuffix = suffix[2];
  }
  const prefix = HONORIFIC_PREFIX.exec(name)?.[0];
  if (prefix && name.length > prefix.length) {
    contributor.honorificPrefix = prefix.trim();
    name = name.slice(prefix.length);
  }
  if (isAllCapitals(name)) {
    name = fromCapitals(name);
    addFlag(contributor, 'case-guess');
    const place = contributor.location ?? '';
    if (place.length > 3 && isAllCapitals(place)) contributor.location = fromCapitals(place);
  }
  contributor.name = name;
  if (FAMILY_FIRST.test(language ?? '')) contributor.nameOrder = 'family-first';
  if (/\p{N}|[@/]/u.test(name) || name.split(' ').length > 6) addFlag(contributor, 'check-name');
  return contributor;
}

/** "Don Van Natta Jr.", "J.K. R.": the full stop at the end belongs to the name. */
function isAbbreviated(name: string): boolean {
  return /(?:^|\s)(?:[Jj][Rr]|[Ss][Rr]|\p{Lu})\.$/u.test(name);
}

/** Cuts " in Moscow" and " for The Associated Press" off a name. */
function splitTail(
  text: string,
  names: readonly string[],
  language: string | undefined,
): { head: string; location?: string; affiliation?: string; staff?: true } {
  const words = text.split(' ');
  for (let index = 1; index < words.length - 1; index += 1) {
    const word = words[index] ?? '';
    const rest = restoreNames(words.slice(index + 1).join(' '), names);
    const head = words.slice(0, index).join(' ');
    if (word === 'for' && /^(?:the\s|\p{Lu})/iu.test(rest)) return { head, affiliation: rest };
    if (word === 'of' && isOrganisation(rest)) return { head, affiliation: rest, staff: true };
    if (
      isPlaceWord(word, language) &&
      word === word.toLowerCase() &&
      /^(?:the\s+)?\p{Lu}/u.test(rest)
    ) {
      const both = /^(.+?)\sfor\s((?:the\s)?\p{Lu}.*)$/u.exec(rest);
      if (both?.[1] && both[2]) return { head, location: both[1], affiliation: both[2] };
      if (isOrganisation(rest)) return { head, affiliation: rest, staff: true };
      return { head, location: rest };
    }
  }
  return { head: text };
}

function addNote(contributor: ParsedContributor, note: string): void {
  if (EMAIL.test(note)) contributor.email = note;
  else if (HANDLE.test(note)) contributor.handle = note;
  else if (roleOfNote(note) && contributor.role === 'author') {
    contributor.role = roleOfNote(note) ?? contributor.role;
  } else if (placeIn(note)) {
    contributor.location = placeIn(note) ?? note;
  } else if (isPlace(note)) contributor.location = note;
  else if (isOrganisation(note)) contributor.affiliation = note;
  else if (note !== '') contributor.note = contributor.note ? `${contributor.note}; ${note}` : note;
}

function roleOfNote(note: string): CreditRole | undefined {
  return NOTE_ROLES.get(note.toLowerCase()) ?? WORK.get(note.toLowerCase());
}

function addFlag(contributor: ParsedContributor, flag: string): void {
  contributor.flags = [...(contributor.flags ?? []), flag];
}

/**
 * "A and B in Moscow", "A and B, Moscow": the place may be that of those before it too, and the
 * editor is asked.
 */
function shareLocation(list: ParsedContributor[], placed: ReadonlySet<ParsedContributor>): void {
  let waiting: ParsedContributor[] = [];
  for (const contributor of list) {
    const { kind, location } = contributor;
    if (kind !== 'person') waiting = [];
    else if (location === undefined) waiting.push(contributor);
    else {
      if (waiting.length > 0 && placed.has(contributor)) {
        for (const sharer of [...waiting, contributor]) {
          sharer.location = location;
          addFlag(sharer, 'location-scope?');
        }
      }
      waiting = [];
    }
  }
}

function flagSingleNames(
  list: ParsedContributor[],
  known: ReadonlyMap<string, KnownContributor>,
): void {
  const isSingle = ({ name, kind, nameOrder, pseudonym }: ParsedContributor) =>
    kind === 'person' && !name.includes(' ') && !nameOrder && !pseudonym && !known.has(name);
  for (const contributor of list) if (isSingle(contributor)) addFlag(contributor, 'single-name');
  if (list.length === 2 && list.every(isSingle)) {
    for (const contributor of list) addFlag(contributor, 'maybe-one-entity');
  }
}

/** Flags last and once each. */
function ordered({ flags, ...contributor }: ParsedContributor): ParsedContributor {
  return flags ? { ...contributor, flags: [...new Set(flags)] } : contributor;
}
