import { type BuiltInStyle, type Credit, type CreditRole, tierOf } from '../model/byline';
import type { HouseStyle } from '../model/house-style';
import { type PrintedStyle, printedStyle } from './printed-style';

/** What a credit needs to be printed; a missing detail may be left out or null. */
export type FormattableCredit = Pick<Credit, 'name' | 'role'> &
  Partial<
    Pick<
      Credit,
      'kind' | 'location' | 'jobTitle' | 'affiliation' | 'staff' | 'tier' | 'note' | 'nameOrder'
    >
  >;

export interface BylineLines {
  /** Above the article; `\n` parts its lines. Empty where nobody is credited with the text. */
  line: string;
  /** Below the article. */
  tail: string;
}

/**
 * Generates the byline of an article in a house style (STANDARDS 4.1 and 4.5): authors and those
 * they wrote with above the text, all others in a line below it, unless a credit's tier says
 * otherwise. The order is the given one.
 *
 * @param style a built-in one by its name, or a house style as data
 * @param language of the article: decides where the style leaves the words open
 */
export function formatByline(
  credits: readonly FormattableCredit[],
  style: BuiltInStyle | HouseStyle,
  language?: string,
): BylineLines {
  const print = printedStyle(style, language);
  const of = (tier: string) => credits.filter((credit) => tierOf(credit) === tier);
  const line = topLine(of('byline'), print);
  const phrases = phrasesOf(of('tagline'), print).join(print.tail.between);
  const whole = print.style.capitals === 'line' ? line.toLocaleUpperCase(print.locale) : line;
  return { line: whole, tail: phrases === '' ? '' : filled(print.tail.around, phrases) };
}

/** Puts what `{}` stands for into a template. */
export function filled(template: string, words: string): string {
  return template.replace('{}', () => words);
}

/** Authors, those they wrote with, and on lines of their own whoever else is named above the text. */
function topLine(credits: readonly FormattableCredit[], print: PrintedStyle): string {
  const inRole = (role: CreditRole) => credits.filter((credit) => credit.role === role);
  const others = credits.filter(({ role }) => role !== 'author' && role !== 'with');
  const authors = inRole('author').length > 0 ? inRole('author') : inRole('with');
  const helpers = inRole('author').length > 0 ? inRole('with') : [];
  return [authorLine(authors, helpers, print), ...phrasesOf(others, print)]
    .filter((line) => line !== '')
    .join('\n');
}

function authorLine(
  authors: readonly FormattableCredit[],
  helpers: readonly FormattableCredit[],
  print: PrintedStyle,
): string {
  if (authors.length === 0) return '';
  const below = secondLine([...authors, ...helpers], print);
  const details = detailsIn(print, below?.covers ?? []);
  const opening = authors.length > 1 ? print.openingOfMany : print.opening;
  const line = filled(opening, names(authors, print, details));
  const joined = helpers.length > 0 ? filled(print.with, names(helpers, print, details)) : '';
  return `${line}${joined}${below?.text ? `\n${below.text}` : ''}`;
}

type Detail = 'jobTitle' | 'affiliation' | 'location';
/** How a credit's details read after its name; `apart` asks for a comma after them too. */
type DetailText = (credit: FormattableCredit) => { text: string; apart: boolean };

/** Title and house of a single author, or the house that all share, on a second line. */
function secondLine(
  credits: readonly FormattableCredit[],
  print: PrintedStyle,
): { text: string; covers: readonly Detail[] } | null {
  const [credit] = credits;
  if (print.style.titles !== 'second-line' || !credit) return null;
  const house = houseOf(credit, print);
  if (credits.length === 1) {
    const covers: Detail[] = ['jobTitle', 'affiliation'];
    const parts = [credit.jobTitle, house];
    if (print.style.placeWithTitle && (credit.jobTitle || credit.affiliation)) {
      covers.push('location');
      parts.push(credit.location ?? null);
    }
    return { text: parts.filter(Boolean).join(', '), covers };
  }
  const shared = house !== null && credits.every((one) => houseOf(one, print) === house);
  return shared ? { text: house, covers: ['affiliation'] } : null;
}

/** "For The Associated Press" of a freelance, else the affiliation as it stands. */
function houseOf(credit: FormattableCredit, print: PrintedStyle): string | null {
  if (!credit.affiliation) return null;
  if (credit.staff !== 'freelance') return credit.affiliation;
  return filled(print.freelance, credit.affiliation.replace(/^the(?=\s)/, 'The'));
}

function detailsIn(print: PrintedStyle, covered: readonly Detail[]): DetailText {
  const { titles, notes } = print.style;
  return (credit) => {
    const hides = titles === 'none';
    const title = hides || covered.includes('jobTitle') ? null : credit.jobTitle || null;
    const house = hides || covered.includes('affiliation') ? null : houseOf(credit, print);
    const place = covered.includes('location') ? null : credit.location || null;
    const inline = house !== null && credit.staff === 'freelance' ? lowerFirst(house) : house;
    const beside = titles === 'beside' && title !== null ? ` ${title}` : '';
    const listed = [titles === 'beside' ? null : title, inline].filter((one) => one !== null);
    const inBrackets = titles === 'brackets' && listed.length > 0;
    const apart = listed.length > 0 && !inBrackets;
    const said = inBrackets ? ` (${listed.join(', ')})` : listed.map((one) => `, ${one}`).join('');
    const where = place === null ? '' : filled(print.place, place);
    // A place that is a clause of its own, as ", Oslo", brings its comma along.
    const comma = apart && where !== '' && /^\s*\p{L}/u.test(where) ? ',' : '';
    const note = notes && credit.note ? ` (${credit.note})` : '';
    return { text: `${beside}${said}${comma}${where}${note}`, apart: apart && where + note === '' };
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** What each role did, in the order in which the roles first come. */
function phrasesOf(credits: readonly FormattableCredit[], print: PrintedStyle): string[] {
  const roles = [...new Set(credits.map(({ role }) => role))];
  const place: DetailText = ({ location, note }) => ({
    text:
      (location ? filled(print.place, location) : '') +
      (note && print.style.notes ? ` (${note})` : ''),
    apart: false,
  });
  return roles.map((role) => {
    const those = credits.filter((credit) => credit.role === role);
    return filled(print.roles[role], names(those, print, place));
  });
}

/** Names as a list in the words' language; a place all share is said once, at the end. */
function names(
  credits: readonly FormattableCredit[],
  print: PrintedStyle,
  detailText: DetailText,
): string {
  const place = credits[0]?.location || null;
  const shared =
    print.style.sharedPlace &&
    credits.length > 1 &&
    place !== null &&
    credits.every(({ location, note }) => location === place && !(note && print.style.notes));
  const between = print.between(credits.map(({ name }) => name));
  let isApart = false;
  const list = credits.reduce((text, credit, index) => {
    const { text: details, apart } = detailText(shared ? { ...credit, location: null } : credit);
    const before = between[index - 1] ?? '';
    const comma = isApart && !/^\s*[,、，;·]/u.test(before) ? ',' : '';
    isApart = apart;
    return `${text}${index === 0 ? '' : comma + before}${nameOf(credit, print)}${details}`;
  }, '');
  return shared ? `${list}${isApart ? ',' : ''}${filled(print.place, place)}` : list;
}

/** The name as it is printed: never turned round, whatever the style. */
function nameOf({ name, kind, nameOrder }: FormattableCredit, print: PrintedStyle): string {
  const { capitals, familyFirst } = print.style;
  if (capitals === 'names') return name.toLocaleUpperCase(print.locale);
  const isPerson = kind === undefined || kind === 'person';
  if (familyFirst !== 'family-capitals' || nameOrder !== 'family-first' || !isPerson) return name;
  return name.replace(/^\S+(?=\s)/u, (family) => family.toLocaleUpperCase(print.locale));
}
