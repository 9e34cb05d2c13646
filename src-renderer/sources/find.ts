import type { Span } from '../../src-shared/model/span';

const SAME: Record<string, string> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\n': ' ',
  '\t': ' ',
};

/** What the UTF-16 code units that were met so far are folded to. */
const folds = new Map<string, string>();

function foldUnit(unit: string): string {
  const known = folds.get(unit);
  if (known !== undefined) return known;
  const folded = SAME[unit] ?? (unit.normalize('NFD').charAt(0).toLowerCase().charAt(0) || unit);
  folds.set(unit, folded);
  return folded;
}

/** Beyond ASCII, and the spaces within it that are told apart. */
const UNUSUAL = /[^\x20-\x7e]/g;

/** Folds case, accents, quotation marks, dashes and spaces; the length in UTF-16 units stays the same. */
export function foldForFinding(text: string): string {
  // Most letters are of ASCII, and those are folded by the engine at once.
  return text.replace(UNUSUAL, foldUnit).toLowerCase();
}

const MOST = 2_000;

/**
 * Where a query occurs in a folded text, without overlaps; at most 2,000 places. A space stands for
 * any number of them.
 */
export function findMatches(folded: string, query: string): Span[] {
  const wanted = foldForFinding(query.trim().replace(/\s+/g, ' '));
  if (wanted === '') return [];
  const pattern = wanted.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll(' ', ' +');
  const matches: Span[] = [];
  for (const { index, 0: found } of folded.matchAll(new RegExp(pattern, 'g'))) {
    matches.push({ start: index, end: index + found.length });
    if (matches.length === MOST) break;
  }
  return matches;
}
