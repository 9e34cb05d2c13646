import type { Span } from '../../../src-shared/model/span';

export interface FindOptions {
  query: string;
  /** What stands in place of a find; with an expression, `$1`, `$<name>` and `$&` stand for what was found. */
  replacement: string;
  isCaseSensitive: boolean;
  isWholeWord: boolean;
  /** The query is a regular expression (JavaScript's, with the `u` flag); a block is one text to it. */
  isExpression: boolean;
}

/** A block of the article and where it starts in the plain text (UTF-16 code units). */
export interface SearchedBlock {
  start: number;
  text: string;
}

/** Where something was found in the plain text, and what would stand in its place. */
export interface Find extends Span {
  text: string;
  replacement: string;
}

/** What one types on a keyboard stands for what is printed. */
const ALIKE: Record<string, string> = {
  "'": "['’‘ʼ]",
  '"': '["“”„«»]',
  '-': '[-‐‑–—]',
};
const BEFORE_WORD = '(?<![\\p{L}\\p{N}_])';
const AFTER_WORD = '(?![\\p{L}\\p{N}_])';

/**
 * The pattern of what is looked for, or null where it is empty. Throws SyntaxError for what is no
 * regular expression. Straight marks and hyphens find typographic ones, a space any white space.
 */
export function patternOf(options: Omit<FindOptions, 'replacement'>): RegExp | null {
  const { query, isCaseSensitive, isWholeWord, isExpression } = options;
  if (query === '') return null;
  let source = isExpression
    ? query
    : query.replace(/\s+|['"-]|[\\^$.*+?()[\]{}|/]/gu, (special) =>
        /\s/u.test(special) ? '\\s+' : (ALIKE[special] ?? `\\${special}`),
      );
  if (isWholeWord) source = `${BEFORE_WORD}(?:${source})${AFTER_WORD}`;
  return new RegExp(source, isCaseSensitive ? 'gmu' : 'gmiu');
}

/** Everything that a pattern finds, in the order of the text; never across blocks, never nothing. */
export function findAll(
  blocks: readonly SearchedBlock[],
  pattern: RegExp,
  { replacement, isExpression }: Pick<FindOptions, 'replacement' | 'isExpression'>,
): Find[] {
  const finds: Find[] = [];
  for (const { start, text } of blocks) {
    for (const match of text.matchAll(pattern)) {
      if (match[0] === '') continue;
      finds.push({
        start: start + match.index,
        end: start + match.index + match[0].length,
        text: match[0],
        replacement: isExpression ? expand(replacement, match) : replacement,
      });
    }
  }
  return finds;
}

/** Fills in what was found: `$&`, `$1` to `$99`, `$<name>`; `$$` is a dollar sign. */
function expand(template: string, match: RegExpMatchArray): string {
  return template.replace(
    /\$(?:\$|&|(\d{1,2})|<([^>]*)>)/gu,
    (whole, number?: string, name?: string) => {
      if (whole === '$$') return '$';
      if (whole === '$&') return match[0];
      if (name !== undefined) return match.groups?.[name] ?? '';
      return Number(number) < match.length ? (match[Number(number)] ?? '') : whole;
    },
  );
}
