import { marksOf } from './locale-marks';

/** What takes the place of a typed sign: so many UTF-16 units before the cursor go, `text` comes. */
export interface Typeset {
  removed: number;
  text: string;
}

/** After these a mark opens: the start of a line, a space, a bracket, a dash, a mark that opens. */
const OPENS_AFTER = /(?:^|[\s([{<–—/\u2011-]|[“„«‘‚「『‹]\u202f?)$/u;
const WORD_END = /[\p{L}\p{M}\p{N}]$/u;
/** English words whose first letters are left out. */
const CLIPPED = /(^|[\s(—–])‘(tis|twas|twere|til|em|cause|n|round|neath|kay)$/iu;

/**
 * The sign that is printed for one that was typed, or null where it stays as it is. `before` is the
 * line up to the cursor, without the typed sign; quotation marks are those of the article's language.
 *
 * - `"` and `'` become the marks of the language, inside a quotation the inner ones; between letters
 *   `'` is an apostrophe, and so it is before a year ('98) and in English words cut short ('tis)
 * - `--` becomes an en dash, one more makes it an em dash; `...` becomes an ellipsis
 */
export function typeset(before: string, typed: string, language: string): Typeset | null {
  switch (typed) {
    case '"':
      return { removed: 0, text: doubleMark(before, language) };
    case "'":
      return { removed: 0, text: singleMark(before, language) };
    case '-':
      if (before.endsWith('–')) return { removed: 1, text: '—' };
      return /[^-]-$|^-$/u.test(before) ? { removed: 1, text: '–' } : null;
    case '.':
      return /(?:^|[^.])\.\.$/u.test(before) ? { removed: 2, text: '…' } : null;
  }
  if (!before.includes('‘')) return null;
  // Only what follows tells that the mark was an apostrophe.
  if (/^\d$/u.test(typed) && /(?:^|[\s(—–])‘$/u.test(before))
    return { removed: 1, text: `’${typed}` };
  if (!/^\p{L}$/u.test(typed) && language.startsWith('en')) {
    const clipped = CLIPPED.exec(before);
    if (clipped?.[2]) {
      return { removed: clipped[2].length + 1, text: `’${clipped[2]}${typed}` };
    }
  }
  return null;
}

function doubleMark(before: string, language: string): string {
  const { open, close, innerOpen, innerClose } = marksOf(language);
  const isOpening = OPENS_AFTER.test(before);
  const outer = lastOf(before, open.trim(), close.trim());
  const inner = lastOf(before, innerOpen.trim(), innerClose.trim());
  const hasOuter = outer === 'open';
  const hasInner = hasOuter && inner === 'open' && isBehind(before, innerOpen, open);
  if (isOpening) return hasOuter ? innerOpen : open;
  return hasInner ? innerClose : close;
}

function singleMark(before: string, language: string): string {
  if (WORD_END.test(before) || !OPENS_AFTER.test(before)) return '’';
  const { open, innerOpen } = marksOf(language);
  // Where neither mark of the language is a single one, a single one is an apostrophe.
  return [open, innerOpen].find((mark) => ['‘', '‚', '‹'].includes(mark)) ?? '’';
}

/** Which of two marks stands last; an apostrophe is no closing mark. */
function lastOf(text: string, open: string, close: string): 'open' | 'close' | null {
  for (let at = text.length - 1; at >= 0; at--) {
    const unit = text[at]!;
    if (unit === close && open !== close && !isApostrophe(text, at)) return 'close';
    if (unit === open) {
      if (open !== close) return 'open';
      // The same mark opens and closes: an odd number of them is open.
      return [...text].filter((one) => one === open).length % 2 === 1 ? 'open' : 'close';
    }
  }
  return null;
}

function isApostrophe(text: string, at: number): boolean {
  if (text[at] !== '’') return false;
  return /\p{L}/u.test(text[at - 1] ?? '') && /\p{L}/u.test(text[at + 1] ?? '');
}

function isBehind(text: string, later: string, earlier: string): boolean {
  return text.lastIndexOf(later.trim()) > text.lastIndexOf(earlier.trim());
}
