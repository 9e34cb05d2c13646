import type { CreditRole } from '../model/byline';
import { isKnownHouse } from './agency-words';
import { SECTIONS } from './doubt-words';
import type { KnownContributor, ParsedContributor } from './parse';
import {
  fromCapitals,
  isAllCapitals,
  isJobTitle,
  kindOfName,
  splitJobTitle,
  splitOffice,
} from './parse-name';
import { splitTail } from './parse-place';
import { HONORIFIC_PREFIX, HONORIFIC_SUFFIX, OUR } from './parse-words';
import { protectedName, restoreNames } from './protect-names';

/** What remains of a byline that was cut off before the name. */
const LEFTOVER = /^(?:by|von|par|por|and|und|et|with|&)$/iu;
/** "Jane Doe reports from Cairo". */
const REPORTS = /(?<=\S\s\S.*)\s(?:reports?|reporting|reported|writes|berichte[nt])$/u;
const FAMILY_FIRST = /^(?:vi|hu|ko|zh|ja)$/u;

/** What the words of a name are read with. */
export interface NameContext {
  /** The protected names of the text, by their signs. */
  names: readonly string[];
  known: ReadonlyMap<string, KnownContributor>;
  roles: readonly CreditRole[];
  language: string | undefined;
}

/** Adds a question for the editor. */
export function addFlag(contributor: ParsedContributor, flag: string): void {
  contributor.flags = [...(contributor.flags ?? []), flag];
}

/** Reads one name with its place, house, title and honours; null where the words hold no name. */
export function makeContributor(
  protectedText: string,
  { names, known, roles, language }: NameContext,
): ParsedContributor | null {
  const [role = 'author'] = roles;
  const { head, location, affiliation, staff } = splitTail(protectedText, names, language);
  const entry = known.get(protectedName(head, names) ?? '');
  const name = restoreNames(head, names).replace(/^[\s.·–—-]+|[\s.·,;:–—-]+$/gu, (edge) =>
    edge.startsWith('.') && isAbbreviated(head) ? '.' : '',
  );
  if (SECTIONS.has(name.toLowerCase())) return null;
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
  if (location) contributor.name = name.replace(REPORTS, '');
  // "Jane Doe reported from Cairo": she wrote it, or told those who did.
  if (/\sreported$/u.test(name) && location) addFlag(contributor, 'role?');
  takeOffice(contributor);
  contributor.kind = kindOfName(contributor.name);
  if (contributor.kind === 'unknown') addFlag(contributor, 'system-user');
  if (contributor.kind !== 'person') return contributor;
  takeTitle(contributor);
  takeHonours(contributor);
  fromCapitalLetters(contributor);
  if (FAMILY_FIRST.test(language ?? '')) contributor.nameOrder = 'family-first';
  return contributor;
}

/** "Political editor Jane Doe", "Jane Doe is political editor", "Jane Doe Associated Press". */
function takeOffice(contributor: ParsedContributor): void {
  const { name } = contributor;
  if (OUR.test(name) || isKnownHouse(name)) return;
  const office = splitOffice(name);
  if (!office) return;
  contributor.name = office.name;
  if (office.jobTitle) contributor.jobTitle = office.jobTitle;
  if (office.affiliation) contributor.affiliation = office.affiliation;
  if (office.guessed) addFlag(contributor, 'check-name');
  // "Staff writers Jane Doe and John Roe": both of them.
  const isOfAll =
    /(?:reporters|writers|editors|correspondents|journalists|redakteure?n|innen|korrespondenten|envoyés|periodistas|inviati|verslaggevers)$/iu;
  if (isOfAll.test(office.jobTitle ?? '')) addFlag(contributor, 'title?');
}

/** "unserer Korrespondentin Anna Beck", "Jim Waterson Media editor", "Jane Doe @janedoe". */
function takeTitle(contributor: ParsedContributor): void {
  const ours = OUR.exec(contributor.name)?.[0];
  const rest =
    ours === undefined
      ? null
      : /^(.+?)\s(\p{Lu}\S*\s.+)$/u.exec(contributor.name.slice(ours.length));
  if (rest?.[1] && rest[2] && isJobTitle(rest[1])) {
    contributor.jobTitle = rest[1];
    contributor.name = rest[2];
  }
  const titled = splitJobTitle(contributor.name);
  if (titled) {
    contributor.name = titled.name;
    contributor.jobTitle = titled.jobTitle;
    if (titled.guessed) addFlag(contributor, 'check-name');
  }
  const handle = /^(.+)\s(@\S+)$/u.exec(contributor.name);
  if (handle?.[1] && handle[2]) {
    contributor.name = handle[1];
    contributor.handle = handle[2];
  }
  const email = /^(.+)\s([^@\s]+@[^@\s]+\.[^@\s]+)$/u.exec(contributor.name);
  if (email?.[1] && email[2]) {
    contributor.name = email[1];
    contributor.email = email[2];
  }
}

/** "Dr", "Sir", "OBE". */
function takeHonours(contributor: ParsedContributor): void {
  const suffix = /^(\S+\s.+)\s(\S+)$/u.exec(contributor.name);
  if (suffix?.[1] && suffix[2] && HONORIFIC_SUFFIX.test(suffix[2]) && !isAllCapitals(suffix[1])) {
    contributor.name = suffix[1];
    contributor.honorificSuffix = suffix[2];
  }
  const prefix = HONORIFIC_PREFIX.exec(contributor.name)?.[0];
  if (prefix && contributor.name.length > prefix.length) {
    contributor.honorificPrefix = prefix.trim();
    contributor.name = contributor.name.slice(prefix.length);
  }
}

function fromCapitalLetters(contributor: ParsedContributor): void {
  if (!isAllCapitals(contributor.name)) return;
  contributor.name = fromCapitals(contributor.name);
  addFlag(contributor, 'case-guess');
  const place = contributor.location ?? '';
  if (place.length > 3 && isAllCapitals(place)) contributor.location = fromCapitals(place);
}

/** "Don Van Natta Jr.", "J.K. R.", "H.D.": the full stop at the end belongs to the name. */
function isAbbreviated(name: string): boolean {
  return /(?:^|[\s.])(?:[Jj][Rr]|[Ss][Rr]|Esq|Inc|Ltd|Co|Corp|\p{Lu})\.$/u.test(name);
}
