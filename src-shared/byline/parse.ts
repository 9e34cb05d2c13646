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
} from './parse-name';
import {
  HONORIFIC_PREFIX,
  HONORIFIC_SUFFIX,
  NAME_SUFFIX,
  NO_BYLINE,
  NOTE_ROLES,
  PLACE_WORDS,
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
    flagSingleNames(list);
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
  if (previous && item.joined === 'comma' && attach(previous, whole, item, list)) return;
  const contributor = makeContributor(item.text, names, known, roles, language);
  if (!contributor) return;
  for (const note of item.notes) addNote(contributor, note);
  list.push(contributor);
}

/** After a comma: suffix, office, organisation, place. False if it is another name. */
function attach(
  contributor: ParsedContributor,
  text: string,
  item: Item,
  list: readonly ParsedContributor[],
): boolean {
  if (NAME_SUFFIX.test(text)) {
    contributor.name += ` ${text}`;
  } else if (HONORIFIC_SUFFIX.test(text)) {
    const before = contributor.honorificSuffix;
    contributor.honorificSuffix = before ? `${before}, ${text}` : text;
  } else if (contributor.kind === 'person' && attachAffiliation(contributor, text)) {
    // It was the house that the contributor writes for.
  } else if (contributor.kind === 'person' && isJobTitle(text)) {
    const { head, location, affiliation } = splitTail(text, []);
    contributor.jobTitle = head;
    if (location) contributor.location = location;
    if (affiliation) contributor.affiliation = affiliation;
  } else if (placeIn(text) && !contributor.location) {
    contributor.location = placeIn(text) ?? text;
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
function placeIn(text: string): string | null {
  const match = /^(\S+)\s+((?:the\s+)?\p{Lu}.*)$/u.exec(text);
  return match?.[1] && PLACE_WORDS.test(match[1]) ? (match[2] ?? null) : null;
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
  const { head, location, affiliation, staff } = splitTail(protectedText, names);
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
  contributor.kind = kindOfName(name);
  if (contributor.kind === 'unknown') addFlag(contributor, 'system-user');
  if (contributor.kind !== 'person') return contributor;
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
  }
  contributor.name = name;
  if (FAMILY_FIRST.test(language ?? '')) contributor.nameOrder = 'family-first';
  if (/\p{N}|[@/]/u.test(name) || name.split(' ').length > 6) addFlag(contributor, 'check-name');
  return contributor;
}

/** "Don Van Natta Jr.", "J.K. R.": the full stop at the end belongs to the name. */
function isAbbreviated(name: string): boolean {
  return /(?:^|\s)(?:Jr|Sr|\p{Lu})\.$/u.test(name);
}

/** Cuts " in Moscow" and " for The Associated Press" off a name. */
function splitTail(
  text: string,
  names: readonly string[],
): { head: string; location?: string; affiliation?: string; staff?: true } {
  const words = text.split(' ');
  for (let index = 1; index < words.length - 1; index += 1) {
    const word = words[index] ?? '';
    const rest = restoreNames(words.slice(index + 1).join(' '), names);
    const head = words.slice(0, index).join(' ');
    if (word === 'for' && /^(?:the\s|\p{Lu})/iu.test(rest)) return { head, affiliation: rest };
    if (word === 'of' && isOrganisation(rest)) return { head, affiliation: rest, staff: true };
    if (PLACE_WORDS.test(word) && word === word.toLowerCase() && /^(?:the\s+)?\p{Lu}/u.test(rest)) {
      if (isOrganisation(rest)) return { head, affiliation: rest, staff: true };
      return { head, location: rest };
    }
  }
  return { head: text };
}

function addNote(contributor: ParsedContributor, note: string): void {
  if (/^[^@\s]+@[^@\s]+\.[^@\s]+$/u.test(note)) contributor.email = note;
  else if (/^@\S+$/u.test(note)) contributor.handle = note;
  else if (NOTE_ROLES.has(note.toLowerCase()) && contributor.role === 'author') {
    contributor.role = NOTE_ROLES.get(note.toLowerCase()) ?? contributor.role;
  } else if (placeIn(note)) {
    contributor.location = placeIn(note) ?? note;
  } else if (isPlace(note)) contributor.location = note;
  else if (isOrganisation(note)) contributor.affiliation = note;
  else if (note !== '') contributor.note = contributor.note ? `${contributor.note}; ${note}` : note;
}

function addFlag(contributor: ParsedContributor, flag: string): void {
  contributor.flags = [...(contributor.flags ?? []), flag];
}

/**
 * "A and B in Moscow": the place may be that of those before it too, and the editor is asked. A
 * place after a comma ("A and B, Moscow") is told apart by its missing preposition and not spread.
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

function flagSingleNames(list: ParsedContributor[]): void {
  const isSingle = ({ name, kind, nameOrder, pseudonym }: ParsedContributor) =>
    kind === 'person' && !name.includes(' ') && !nameOrder && !pseudonym;
  for (const contributor of list) if (isSingle(contributor)) addFlag(contributor, 'single-name');
  if (list.length === 2 && list.every(isSingle)) {
    for (const contributor of list) addFlag(contributor, 'maybe-one-entity');
  }
}

/** Flags last and once each. */
function ordered({ flags, ...contributor }: ParsedContributor): ParsedContributor {
  return flags ? { ...contributor, flags: [...new Set(flags)] } : contributor;
}
