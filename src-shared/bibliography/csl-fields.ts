/*
 * The fields of CSL-JSON 1.0.2 and what they hold (Citation Style Language, appendices III and IV). Readers
 * that are strict refuse a whole file for one field that they do not know.
 */

const words = (text: string) => new Set(text.trim().split(/\s+/));

/** What a record may be. */
const TYPES = words(`
  article article-journal article-magazine article-newspaper bill book broadcast chapter classic
  collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic
  hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet
  paper-conference patent performance periodical personal_communication post post-weblog
  regulation report review review-book software song speech standard thesis treaty webpage
`);
/** Lists of names. */
const NAMES = words(`
  author chair collection-editor compiler composer container-author contributor curator director
  editor editorial-director executive-producer guest host illustrator interviewer narrator
  organizer original-author performer producer recipient reviewed-author script-writer
  series-creator translator
`);
/** Dates. */
const DATES = words(`
  accessed available-date event-date issued original-date submitted
`);
/** Text. */
const TEXTS = words(`
  abstract annote archive archive_collection archive_location archive-place authority call-number
  citation-key citation-label collection-title container-title container-title-short dimensions
  division DOI event event-place event-title genre ISBN ISSN journalAbbreviation jurisdiction
  keyword language medium note original-publisher original-publisher-place original-title
  part-title PMCID PMID publisher publisher-place references reviewed-genre reviewed-title scale
  section shortTitle source status title title-short URL version volume-title volume-title-short
  year-suffix
`);
/**
 * Text or a number. Not `part-number`, `printing-number` and `supplement-number`: the specification has
 * them and its JSON schema refuses them (open as citation-style-language/schema 407).
 */
const NUMBERS = words(`
  chapter-number citation-number collection-number edition first-reference-note-number issue
  locator number number-of-pages number-of-volumes page page-first volume
`);
/** What of a name is text. */
const TEXTS_OF_NAMES = words('family given dropping-particle non-dropping-particle suffix literal');

export function isCslType(type: unknown): type is string {
  return typeof type === 'string' && TYPES.has(type);
}

/** A value as CSL wants that field; undefined for a field that it does not know, or a value that is none. */
export function cslValue(field: string, value: unknown): unknown {
  if (NAMES.has(field)) return namesOf(value);
  if (DATES.has(field)) return dateOf(value);
  const isNumber = typeof value === 'number' && Number.isFinite(value);
  if (NUMBERS.has(field)) return typeof value === 'string' || isNumber ? value : undefined;
  if (!TEXTS.has(field)) return undefined;
  return isNumber ? String(value) : typeof value === 'string' ? value : undefined;
}

function namesOf(value: unknown): unknown {
  if (!Array.isArray(value)) return undefined;
  const names = value.flatMap((name) => {
    if (typeof name === 'string') return [{ literal: name }];
    const parts = entriesOf(name).filter(
      ([part, words]) => TEXTS_OF_NAMES.has(part) && typeof words === 'string' && words !== '',
    );
    return parts.length > 0 ? [Object.fromEntries(parts)] : [];
  });
  return names.length > 0 ? names : undefined;
}

function dateOf(value: unknown): unknown {
  if (typeof value === 'string') return { raw: value };
  const isPart = (part: unknown) => typeof part === 'string' || typeof part === 'number';
  const isDay = (day: unknown) =>
    Array.isArray(day) && day.length > 0 && day.length <= 3 && day.every(isPart);
  const parts = entriesOf(value).filter(([part, held]) => {
    if (part === 'date-parts') {
      return Array.isArray(held) && held.length > 0 && held.length <= 2 && held.every(isDay);
    }
    if (part === 'literal' || part === 'raw') return typeof held === 'string';
    return part === 'season' ? isPart(held) : part === 'circa' && (isPart(held) || held === true);
  });
  return parts.length > 0 ? Object.fromEntries(parts) : undefined;
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
