import type { Metadata } from '../model/source';

/*
 * Fields of CSL-JSON 1.0.2 (citation-style-language/schema, csl-data.json).
 */

/** A name in CSL-JSON: parts where they are known, else as it is printed. */
export interface CslName {
  family?: string;
  given?: string;
  literal?: string;
  'non-dropping-particle'?: string;
  suffix?: string;
}

/** A name as people write it: "Lind, Mara" has its parts, "Mara Lind" is printed as it stands. */
export function cslName(name: string): CslName {
  const parts = /^([^,]+),\s*([^,]+)$/.exec(name.trim());
  return parts?.[1] && parts[2]
    ? { family: parts[1].trim(), given: parts[2].trim() }
    : { literal: name.trim() };
}

/** The date of a `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function cslDate(date: string): { 'date-parts': number[][] } {
  return { 'date-parts': [date.split('-').map(Number)] };
}

/** Metadata without the fields that nothing is known of; undefined where nothing is known at all. */
export function cslMetadata(fields: Metadata): Metadata | undefined {
  const known = Object.entries(fields).filter(
    ([, value]) =>
      value !== null &&
      value !== undefined &&
      value !== '' &&
      !(Array.isArray(value) && value.length === 0),
  );
  // A type alone says nothing.
  return known.some(([key]) => key !== 'type') ? Object.fromEntries(known) : undefined;
}
