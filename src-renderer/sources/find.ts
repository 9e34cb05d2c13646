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

/** Where a query occurs in a folded text, without overlaps; at most 2,000 places. */
export function findMatches(folded: string, query: string): Span[] {
  const wanted = foldForFinding(query.trim().replace(/\s+/g, ' '));
  if (wanted === '') return [];
  const matches: Span[] = [];
  let from = folded.indexOf(wanted);
  while (from !== -1 && matches.length < MOST) {
    matches.push({ start: from, end: from + wanted.length });
    from = folded.indexOf(wanted, from + wanted.length);
  }
  return matches;
}
