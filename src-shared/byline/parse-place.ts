import { PLACES } from '../quotation/speaker/places';
import { isJobTitle, isOrganisation, kindOfName } from './parse-name';
import { CITIES, FOR_WORDS, PLACE_WORDS, PLACE_WORDS_OF, REGION } from './place-words';
import { restoreNames } from './protect-names';

/** Reads where a contributor was, and for which house, out of the words after a name. */

/** The place of "in Paris", "from the Oval"; null for anything else. */
export function placeIn(text: string, language?: string): string | null {
  const match = /^(\S+)\s+((?:the\s+)?\p{Lu}.*)$/u.exec(text);
  return match?.[1] && isPlaceWord(match[1], language) ? (match[2] ?? null) : null;
}

function isPlaceWord(word: string, language: string | undefined): boolean {
  return PLACE_WORDS.test(word) || (PLACE_WORDS_OF[language ?? '']?.test(word) ?? false);
}

/** "New York", "Beirut", "San Salvador": the name of a place, and every word of it. */
export function isPlace(text: string): boolean {
  const lower = text.toLowerCase();
  if (CITIES.has(lower)) return true;
  const [, city, state = ''] = /^(.+)\s(\S+)$/u.exec(text) ?? [];
  if (city && REGION.test(state) && /\p{Lu}\./u.test(state)) return isPlace(city);
  const words = lower.split(/[\s-]+/u);
  return /^\p{Lu}/u.test(text) && words.every((word) => PLACES.has(word));
}

/** Without these words the place would be another. */
const NEAR = /^(?:near|outside|aboard)$/u;

/** "Lecturer in Economics": what somebody teaches, and no place. */
export function isSubject(text: string): boolean {
  return /(?:^|\s)(?:economics|politics|law|history|physics|chemistry|biology|medicine|engineering|philosophy|sociology|psychology|literature|finance|journalism|studies|sciences?|mathematics|theology|architecture|geography|linguistics|anthropology|residence|chief|charge)$/iu.test(
    text,
  );
}

/** "for The Planet", "für die taz": a word before the house of a freelance. */
function isFor(word: string, language: string | undefined): boolean {
  return word === 'for' || FOR_WORDS[language ?? ''] === word;
}

function isHouseAfterFor(rest: string): boolean {
  return /^(?:the\s|\p{Lu})/iu.test(rest) || isOrganisation(rest) || ARTICLE_AND_NAME.test(rest);
}
const ARTICLE_AND_NAME =
  /^(?:die|den|das|le|la|les|l['’]|el|los|las|il|lo|i|o|a|os|as|de|het)(?:\s|(?<=['’]))\p{L}/u;

const SPECIAL =
  /^(?:special\s+(?:to|for)|for|exclusive to|especial para|spécial pour|специально для|спеціально для)\s+(.+)$/iu;

/** The house in "special to The Planet", "für die taz", of somebody who is not on its staff. */
export function houseOfFreelance(text: string, language: string | undefined): string | null {
  const special = SPECIAL.exec(text)?.[1];
  if (special) return special;
  const [, word = '', house = ''] = /^(\S+)\s+(.+)$/u.exec(text) ?? [];
  return isFor(word, language) && isHouseAfterFor(house) ? house : null;
}

/** A name with the place or the house that stands after it. */
interface Tail {
  head: string;
  location?: string;
  affiliation?: string;
  /** On the staff of the house: not "for" it. */
  staff?: true;
}

/** "Moscow", "the Oval", "northern Syria", "the border" */
const AFTER_PLACE_WORD =
  /^(?:the\s+)?(?:(?:northern|southern|eastern|western|central|occupied|rural|north|south|east|west|upstate|downtown)\s+)?[\p{Lu}\p{Lo}]|^the\s+\p{Ll}+(?:\s\p{Ll}+)?$/u;

/** Cuts " in Moscow" and " for The Associated Press" off a name. */
export function splitTail(
  text: string,
  names: readonly string[],
  language: string | undefined,
): Tail {
  const words = text.split(' ');
  for (let index = 1; index < words.length - 1; index += 1) {
    const word = words[index] ?? '';
    const rest = restoreNames(words.slice(index + 1).join(' '), names);
    const head = words.slice(0, index).join(' ');
    if (NEAR.test(word) && /^(?:the\s+)?\p{Lu}/u.test(rest))
      return { head, location: `${word} ${rest}` };
    // "Redakteurin für Politik" is an office.
    const isOffice = word !== 'for' && isJobTitle(head);
    if (isFor(word, language) && isHouseAfterFor(rest) && !isOffice)
      return { head, affiliation: rest };
    // "Photo: Jane Doe via Getty Images"
    if (word === 'via' && isOrganisation(rest)) return { head, affiliation: rest, staff: true };
    const isHouse = isOrganisation(rest) || kindOfName(rest) === 'collective';
    if (word === 'of' && isHouse && /^(?:the\s+)?\p{Lu}/u.test(rest))
      return { head, affiliation: rest, staff: true };
    if (isPlaceWord(word, language) && word === word.toLowerCase() && AFTER_PLACE_WORD.test(rest)) {
      const both = /^(.+?)\sfor\s((?:the\s)?\p{Lu}.*)$/u.exec(rest);
      if (both?.[1] && both[2]) return { head, location: both[1], affiliation: both[2] };
      if (isOrganisation(rest) && !isPlace(rest)) return { head, affiliation: rest, staff: true };
      if (!isSubject(rest)) return { head, location: rest };
    }
  }
  // "דן כהן בירושלים": Hebrew writes "in" together with the place.
  const [, name, city] = /^(\S+\s.*\S)\s[במ](\p{Script=Hebrew}.+)$/u.exec(text) ?? [];
  if (name && city && isPlace(city)) return { head: name, location: city };
  const capital = /^(\S+(?:\s\S+){1,3}?)\s(For|Of)\s(The\s.+)$/u.exec(text);
  if (capital?.[1] && capital[3]) {
    const house = { head: capital[1], affiliation: capital[3] };
    return capital[2] === 'Of' ? { ...house, staff: true } : house;
  }
  return { head: text };
}
