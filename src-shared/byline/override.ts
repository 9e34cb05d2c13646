import { type Credit, tierOf } from '../model/byline';
import { splitNames } from './split-names';

/**
 * The names of the byline that a line written by hand leaves out (STANDARDS 4.2: it "must contain every
 * byline-tier name"). Two people of one name have to be named twice. Case, and the forms of letters and
 * spaces, do not count.
 */
export function unnamedIn(
  line: string,
  credits: readonly Pick<Credit, 'name' | 'role' | 'tier'>[],
): string[] {
  const names = credits.filter((credit) => tierOf(credit) === 'byline').map(({ name }) => name);
  const pieces = splitNames(evenly(line), names.map(evenly));
  const found = new Set(pieces.map(({ name }) => name));
  return names.filter((_, index) => !found.has(index));
}

function evenly(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').replace(/[’ʼ]/g, "'").replace(/[‐‑]/g, '-');
}
