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

/** Folds case, accents, quotation marks, dashes and spaces; the length in UTF-16 units stays the same. */
export function foldForFinding(text: string): string {
  let folded = '';
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charAt(index);
    folded += SAME[unit] ?? (unit.normalize('NFD').charAt(0).toLowerCase().charAt(0) || unit);
  }
  return folded;
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
