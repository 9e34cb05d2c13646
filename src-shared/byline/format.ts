import type { BylineStyle, Credit, CreditRole } from '../model/byline';
import { type BylineWords, wordsOf } from './words';

/** What a credit needs to be printed; a missing detail may be left out or null. */
export type FormattableCredit = Pick<Credit, 'name' | 'role'> &
  Partial<Pick<Credit, 'kind' | 'location' | 'jobTitle' | 'affiliation' | 'staff'>>;

/** A piece of a generated line: the name of a credit (by its place in the list) or words between. */
export interface BylinePart {
  text: string;
  credit: number | null;
}

export interface BylineLines<Line> {
  /** Above the article; `\n` parts its lines. Empty where nobody is credited with the text. */
  line: Line;
  /** Below the article. */
  tail: Line;
}

interface Entry {
  credit: FormattableCredit;
  index: number;
}

/**
 * Generates the byline of an article in a house style (STANDARDS 4.1 and 4.5): authors and those
 * they wrote with above the text, all others in a line below it. The order is the given one.
 *
 * @param language of the article: a style of English words gives way to German, French, Spanish
 *   and Japanese ones; a style named after a language keeps it
 */
export function formatByline(
  credits: readonly FormattableCredit[],
  style: BylineStyle,
  language?: string,
): BylineLines<string> {
  const { line, tail } = bylineParts(credits, style, language);
  const text = (parts: readonly BylinePart[]) => parts.map((part) => part.text).join('');
  return { line: text(line), tail: text(tail) };
}

/** As `formatByline`, in pieces, so that an export can link the names. */
export function bylineParts(
  credits: readonly FormattableCredit[],
  style: BylineStyle,
  language?: string,
): BylineLines<BylinePart[]> {
  const words = wordsOf(style, language);
  const entries = credits.map((credit, index) => ({ credit, index }));
  const authors = entries.filter(({ credit }) => credit.role === 'author');
  const helpers = entries.filter(({ credit }) => credit.role === 'with');
  const first = authors.length > 0 ? authors : helpers;
  const second = authors.length > 0 ? helpers : [];
  return {
    line: first.length > 0 ? topLine(first, second, style, words) : [],
    tail: tailLine(
      entries.filter(({ credit }) => credit.role !== 'author' && credit.role !== 'with'),
      style,
      words,
    ),
  };
}

function topLine(
  authors: readonly Entry[],
  helpers: readonly Entry[],
  style: BylineStyle,
  words: BylineWords,
): BylinePart[] {
  const all = [...authors, ...helpers];
  const below = secondLine(all, style, words);
  const inLine = below === null ? details(style, words) : details(style, words, below.covers);
  const parts: BylinePart[] = [between(words.by), ...names(authors, words, inLine)];
  if (helpers.length > 0) parts.push(between(words.with), ...names(helpers, words, inLine));
  if (below !== null && below.text !== '') parts.push(between(`\n${below.text}`));
  return parts.filter((part) => part.text !== '');
}

type Detail = 'jobTitle' | 'affiliation' | 'location';
/** How a credit's details read after its name; `apart` asks for a comma after them too. */
type DetailText = (credit: FormattableCredit) => { text: string; apart: boolean };

/** AP and the BBC print title and house of a single author, or the house all share, on a second line. */
function secondLine(
  entries: readonly Entry[],
  style: BylineStyle,
  words: BylineWords,
): { text: string; covers: readonly Detail[] } | null {
  if (!words.locale.startsWith('en') || style === 'guardian') return null;
  const credit = entries[0]?.credit;
  if (!credit) return null;
  if (entries.length === 1) {
    const covers: Detail[] = ['jobTitle', 'affiliation'];
    const parts = [credit.jobTitle, houseOf(credit, words)];
    if (style === 'bbc' && (credit.jobTitle || credit.affiliation)) {
      covers.push('location');
      parts.push(credit.location);
    }
    return { text: parts.filter(Boolean).join(', '), covers };
  }
  const house = houseOf(credit, words);
  const shared = house !== null && entries.every((entry) => houseOf(entry.credit, words) === house);
  return shared ? { text: house, covers: ['affiliation'] } : null;
}

/** "For The Associated Press" of a freelance, else the affiliation as it stands. */
function houseOf(credit: FormattableCredit, words: BylineWords): string | null {
  if (!credit.affiliation) return null;
  if (credit.staff !== 'freelance') return credit.affiliation;
  return `${words.for}${credit.affiliation.replace(/^the(?=\s)/, 'The')}`;
}

function details(
  style: BylineStyle,
  words: BylineWords,
  covered: readonly Detail[] = [],
): DetailText {
  return (credit) => {
    const title = covered.includes('jobTitle') ? null : (credit.jobTitle ?? null);
    const house = covered.includes('affiliation') ? null : houseOf(credit, words);
    const place = covered.includes('location') ? null : (credit.location ?? null);
    // "Jim Waterson Media editor": the Guardian sets title beside name without a comma.
    const beside = style === 'guardian' && title !== null ? ` ${title}` : '';
    const apart = [style === 'guardian' ? null : title, house]
      .filter((detail) => detail !== null)
      .map((detail) => (detail === house ? detail.replace(/^For /, 'for ') : detail));
    const appositions = apart.map((detail) => `, ${detail}`).join('');
    const comma = apart.length > 0 && place !== null ? ',' : '';
    return {
      text: `${beside}${appositions}${comma}${place === null ? '' : words.in(place)}`,
      apart: apart.length > 0 && place === null,
    };
  };
}

/** Names as a list in the words' language; a place all share is said once, at the end. */
function names(
  entries: readonly Entry[],
  words: BylineWords,
  detailText: DetailText = (credit) => ({
    text: credit.location ? words.in(credit.location) : '',
    apart: false,
  }),
): BylinePart[] {
  const place = entries[0]?.credit.location ?? null;
  const shared =
    entries.length > 1 &&
    place !== null &&
    entries.every(({ credit }) => credit.location === place);
  const list = new Intl.ListFormat(words.locale, { type: 'conjunction' });
  const parts: BylinePart[] = [];
  let next = 0;
  let isApart = false;
  for (const piece of list.formatToParts(entries.map(({ credit }) => credit.name))) {
    if (piece.type === 'literal') {
      const comma = isApart && !/^[,、，]/.test(piece.value) ? ',' : '';
      parts.push(between(comma + piece.value));
      continue;
    }
    const entry = entries[next++];
    if (!entry) continue;
    const credit = shared ? { ...entry.credit, location: null } : entry.credit;
    const { text, apart } = detailText(credit);
    parts.push({ text: piece.value, credit: entry.index });
    if (text !== '') parts.push(between(text));
    isApart = apart;
  }
  if (shared) parts.push(between((isApart ? ',' : '') + words.in(place)));
  return parts;
}

function between(text: string): BylinePart {
  return { text, credit: null };
}

/** Everyone who did not write: one phrase a role, in the order in which the roles first come. */
function tailLine(entries: readonly Entry[], style: BylineStyle, words: BylineWords): BylinePart[] {
  if (entries.length === 0) return [];
  const byRole = new Map<Exclude<CreditRole, 'author' | 'with'>, Entry[]>();
  for (const entry of entries) {
    const { role } = entry.credit;
    if (role === 'author' || role === 'with') continue;
    byRole.set(role, [...(byRole.get(role) ?? []), entry]);
  }
  const isSignOff = style === 'reuters';
  const phrases = [...byRole].map(([role, those]) => {
    const [before = '', after = ''] = words.roles[role].split('{}');
    return [between(before), ...names(those, words), between(after)];
  });
  const separator = isSignOff ? '; ' : words.locale === 'ja' ? '　' : '. ';
  const joined = phrases.flatMap((phrase, index) =>
    index === 0 ? phrase : [between(separator), ...phrase],
  );
  const [open, close] = isSignOff ? ['(', ')'] : ['', words.locale === 'ja' ? '' : '.'];
  return [between(open), ...joined, between(close)].filter((part) => part.text !== '');
}
