/*
 * Calendar dates as people write them. Nothing is converted between time zones: the date is the one
 * that stands in the text. A date whose order cannot be known (03/05/2026) is none.
 */

const MONTHS: Readonly<Record<string, readonly string[]>> = {
  '01': ['january', 'jan', 'januar', 'jänner', 'janvier', 'enero', 'gennaio', 'januari', 'janeiro'],
  '02': ['february', 'feb', 'februar', 'février', 'febrero', 'febbraio', 'februari', 'fevereiro'],
  '03': ['march', 'mar', 'märz', 'mars', 'marzo', 'maart', 'março'],
  '04': ['april', 'apr', 'avril', 'abril', 'aprile'],
  '05': ['may', 'mai', 'mayo', 'maggio', 'mei', 'maj', 'maio'],
  '06': ['june', 'jun', 'juni', 'juin', 'junio', 'giugno', 'junho'],
  '07': ['july', 'jul', 'juli', 'juillet', 'julio', 'luglio', 'julho'],
  '08': ['august', 'aug', 'août', 'agosto', 'augustus', 'augusti'],
  '09': ['september', 'sep', 'sept', 'septembre', 'septiembre', 'settembre', 'setembro'],
  '10': ['october', 'oct', 'oktober', 'okt', 'octobre', 'octubre', 'ottobre', 'outubro'],
  '11': ['november', 'nov', 'novembre', 'noviembre', 'novembro'],
  '12': ['december', 'dec', 'dezember', 'dez', 'décembre', 'diciembre', 'dicembre', 'dezembro'],
};

const MONTH_OF = new Map(
  Object.entries(MONTHS).flatMap(([month, names]) => names.map((name) => [name, month] as const)),
);

const ISO = /(?<!\d)(\d{4})-(\d{2})(?:-(\d{2}))?(?![\d-])/;
/** 2 May 2026, 2nd of May, 2026, 2. Mai 2026, 2 de mayo de 2026, Fri, 2 May 2026 */
const DAY_FIRST =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:of\s+|de\s+)?(\p{L}{3,})\.?,?\s+(?:de\s+)?(\d{4})(?!\d)/u;
/** May 2, 2026 */
const MONTH_FIRST = /(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u;
/** 02.05.2026, the order of which is certain */
const DOTTED = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/;

/** Dates stand near the start of a line; the search takes its time over words without end. */
const LOOKED_AT = 500;

/** The first date near the start of a text as `YYYY-MM-DD` (or `YYYY-MM`), or null. */
export function dateFrom(line: string): string | null {
  const text = line.slice(0, LOOKED_AT);
  const iso = ISO.exec(text);
  if (iso?.[1] && iso[2]) {
    return iso[3] ? calendarDate(iso[1], iso[2], iso[3]) : month(iso[1], iso[2]);
  }
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) {
    const named = MONTH_OF.get(dayFirst[2]?.toLowerCase() ?? '');
    if (named) return calendarDate(dayFirst[3] ?? '', named, dayFirst[1] ?? '');
  }
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) {
    const named = MONTH_OF.get(monthFirst[1]?.toLowerCase() ?? '');
    if (named) return calendarDate(monthFirst[3] ?? '', named, monthFirst[2] ?? '');
  }
  const dotted = DOTTED.exec(text);
  return dotted ? calendarDate(dotted[3] ?? '', dotted[2] ?? '', dotted[1] ?? '') : null;
}

function month(year: string, number: string): string | null {
  return Number(number) >= 1 && Number(number) <= 12 ? `${year}-${number}` : null;
}

function calendarDate(year: string, monthNumber: string, day: string): string | null {
  const date = `${year}-${monthNumber.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  // 31 February is read as a day of March by some engines and as nothing by others.
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(date) ? null : date;
}
