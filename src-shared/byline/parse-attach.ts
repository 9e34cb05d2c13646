import type { CreditRole } from '../model/byline';
import type { ParsedContributor } from './parse';
import { addFlag } from './parse-contributor';
import type { Item } from './parse-items';
import { isJobTitle, isOrganisation } from './parse-name';
import { houseOfFreelance, isPlace, placeIn, splitTail } from './parse-place';
import { GROUP, HONORIFIC_SUFFIX, NAME_SUFFIX, OUR, WORK } from './parse-words';
import { COUNTRIES, REGION } from './place-words';
import { markerAt, NOTE_ROLES } from './role-markers';

/** Reads what stands after a name, behind a comma or in brackets. */

const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/u;
const HANDLE =
  /^(?:(?:twitter|x|instagram|mastodon|bluesky|follow|on twitter)\s?:?\s)?(@\S+)(?:\son\s\S+)?$/iu;
/** "a journalist based in Cairo". */
const BASED = /\sbased(?=\sin\s)/iu;

/** "Jane Doe and John Roe, staff writers": what they all are. */
const STAFF =
  /^(?:\S+\s){0,2}(?:writers|reporters|correspondents|editors|columnists|journalists)$/iu;
/** Who is at a university rather than at a place. */
const ACADEMIC = /\b(?:professor|lecturer|fellow|researcher|student|scientist|historian)\b/iu;
/** "Northwind Media, Inc." */
const INCORPORATED = /^(?:inc|ltd|llc|plc|co)\.?$/iu;

/** After a comma: suffix, office, organisation, place. False if it is another name. */
export function attach(
  contributor: ParsedContributor,
  given: string,
  item: Item,
  list: readonly ParsedContributor[],
  language: string | undefined,
): boolean {
  // "Jane Doe, reporting from Cairo"
  const text = given.replace(/^(?:reporting|reports|reported|writing)\s(?=(?:from|in)\s)/iu, '');
  if (item.isPlace && contributor.location === undefined) {
    contributor.location = text;
  } else if (EMAIL.test(text)) {
    contributor.email = text;
  } else if (HANDLE.test(text)) {
    contributor.handle = HANDLE.exec(text)?.[1] ?? text;
  } else if (contributor.location && (REGION.test(text) || COUNTRIES.has(text.toLowerCase()))) {
    contributor.location += `, ${text}`;
  } else if (NAME_SUFFIX.test(text)) {
    contributor.name += ` ${text}`;
  } else if (HONORIFIC_SUFFIX.test(text)) {
    const before = contributor.honorificSuffix;
    contributor.honorificSuffix = before ? `${before}, ${text}` : text;
  } else if (contributor.kind === 'person' && attachAffiliation(contributor, text, language)) {
    // It was the house that the contributor writes for.
  } else if (contributor.role === 'author' && WORDS_FOR_ROLES.has(text.toLowerCase())) {
    takeRoles(contributor, text);
  } else if (STAFF.test(text) && list.every(({ kind }) => kind === 'person')) {
    for (const one of list) one.jobTitle ??= text;
  } else if (INCORPORATED.test(text)) {
    contributor.name += `, ${text}`;
    contributor.kind = 'organization';
  } else if (contributor.kind === 'person' && attachTitle(contributor, text, language)) {
    // It was what the contributor does, and where.
  } else if (placeIn(text, language) && !contributor.location) {
    contributor.location = placeIn(text, language) ?? text;
  } else if (contributor.kind === 'person' && isHouse(text) && !contributor.affiliation) {
    contributor.affiliation = text;
    // "Jane Doe, Globe Staff": where she works, or those who are credited beside her.
    if (/\sstaff$/iu.test(text)) addFlag(contributor, 'affiliation?');
  } else if (contributor.kind === 'person' && attachHouseAndPlace(contributor, text, language)) {
    // "BBC Sport at Wembley"
  } else if (isSmall(text) && contributor.kind === 'person' && !contributor.jobTitle) {
    contributor.jobTitle = text;
    addFlag(contributor, 'title?');
  } else if (isPlace(text) && !contributor.location) {
    contributor.location = text;
  } else if (isLonePlace(text, contributor, list)) {
    contributor.location = text;
    addFlag(contributor, 'location?');
  } else {
    return false;
  }
  for (const note of item.notes) addNote(contributor, note, language);
  return true;
}

/** "political editor", "enviada especial a Kiev", "a professor at the University of Northport". */
function attachTitle(
  contributor: ParsedContributor,
  given: string,
  language: string | undefined,
): boolean {
  const text = given.replace(BASED, '').replace(OUR, '');
  const standsFor =
    /^(?:\p{L}+\s){0,2}(?:mp|candidate|ambassador|minister|secretary|commissioner)\sfor\s/iu.test(
      text,
    );
  const { head, location, affiliation } = standsFor
    ? { head: text }
    : splitTail(text, [], language);
  const isTitle = isJobTitle(text) || (head !== text && isJobTitle(head));
  if (!isTitle && !/^(?:an?|une?|ein|eine|una?)\s\p{Ll}+(?:\s\p{Ll}+){0,2}$/u.test(head))
    return false;
  contributor.jobTitle = contributor.jobTitle ? `${contributor.jobTitle}, ${head}` : head;
  const isHouse = location && ACADEMIC.test(head) && !isPlace(location) && text.includes(' at ');
  if (isHouse) contributor.affiliation = location;
  else if (location) contributor.location = location;
  // "editor at Northwind", "journaliste au Courrier": where she works.
  const isOpen = location && !isHouse && /\s(?:at|au|aux)\s/u.test(text) && !isPlace(location);
  if (isOpen) addFlag(contributor, 'location?');
  if (affiliation) contributor.affiliation = affiliation;
  return true;
}

function attachHouseAndPlace(
  contributor: ParsedContributor,
  text: string,
  language: string | undefined,
): boolean {
  const { head, location } = splitTail(text, [], language);
  const isFree = contributor.affiliation === undefined && contributor.location === undefined;
  if (location === undefined || !isFree || !isHouse(head)) return false;
  contributor.affiliation = head;
  contributor.location = location;
  return true;
}

/** Small words in a script that has capitals, after a name with capitals: no name. */
function isSmall(text: string): boolean {
  return (
    /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\s-]{4,}$/u.test(text) &&
    !/\p{Lu}/u.test(text)
  );
}

/** A house, or a part of one: "Visuals Team". */
function isHouse(text: string): boolean {
  return (isOrganisation(text) || GROUP.test(text)) && !isPlace(text);
}

function attachAffiliation(
  contributor: ParsedContributor,
  text: string,
  language: string | undefined,
): boolean {
  const special = houseOfFreelance(text, language);
  if (special) {
    contributor.affiliation = special;
    contributor.staff = 'freelance';
    return true;
  }
  const member = /^of\s+(.+)$/iu.exec(text)?.[1];
  if (!member || !isHouse(member)) return false;
  contributor.affiliation = member;
  return true;
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

/** What stands in brackets after a name; numbers count pictures, and say nothing of the person. */
export function addNote(
  contributor: ParsedContributor,
  note: string,
  language: string | undefined,
): void {
  if (/^\d+$/u.test(note)) return;
  const [place = '', title = ''] = note.split(/,\s*/u);
  if (note.split(',').length === 2 && /^\p{Lu}/u.test(place) && isJobTitle(title)) {
    contributor.location = place;
    contributor.jobTitle = title;
    return;
  }
  if (EMAIL.test(note)) contributor.email = note;
  else if (HANDLE.test(note)) contributor.handle = HANDLE.exec(note)?.[1] ?? note;
  else if (contributor.role === 'author' && takeRoles(contributor, note)) return;
  else if (placeIn(note)) {
    contributor.location = placeIn(note) ?? note;
  } else if (isPlace(note)) contributor.location = note;
  else if (isHouse(note)) contributor.affiliation = note;
  else if (contributor.kind === 'person' && attachTitle(contributor, note, language)) return;
  else if (note !== '') contributor.note = contributor.note ? `${contributor.note}; ${note}` : note;
}

const WORDS_FOR_ROLES = new Map<string, CreditRole>([...WORK, ...NOTE_ROLES]);

/** "(photos)", "(text, photos)", "(Text und Fotos)", "(host)": what the one before it did. */
function takeRoles(contributor: ParsedContributor, note: string): boolean {
  const words = note.toLowerCase().split(/,\s*|\s?[&+/]\s?|\s(?:and|und|et|y|e|en|och|og|i|и)\s/u);
  const roles = words.map((word) => WORDS_FOR_ROLES.get(word)).filter((role) => role !== undefined);
  const label = markerAt(`${note}:`);
  const isLabel = label?.length === note.length + 1 && !label.roles.includes('author');
  const [role, ...more] = roles.length === words.length ? roles : isLabel ? label.roles : [];
  if (role === undefined || isJobTitle(note)) return false;
  contributor.role = role;
  if (more.length > 0) contributor.roles = [role, ...more];
  return true;
}
