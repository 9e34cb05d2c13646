import * as v from 'valibot';

/** Ids are UUIDv7 in text form, everywhere. */
export const IdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));

/** Wall time as ISO 8601 in UTC. */
export const TimeSchema = v.pipe(v.string(), v.isoTimestamp());

/** False for a day or a month that no calendar has. */
function isInCalendar(date: string): boolean {
  const [year, month = '01', day = '01'] = date.split('-');
  const time = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  // 31 February is read as a day of March by some engines and as nothing by others.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

/** A calendar date, `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export const DateSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  v.check(isInCalendar),
);

/** An offset into a text: UTF-16 code units. */
export const OffsetSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** One line of text a person types: trimmed, without line breaks, at most 500 characters. */
export const LineSchema = v.pipe(
  v.string(),
  v.maxLength(500),
  v.transform((text) => text.replace(/\s+/g, ' ').trim()),
);

/** A BCP 47 language tag, e.g. `en-GB`. */
export const LanguageSchema = v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/));
