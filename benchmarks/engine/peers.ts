import searchApproximately from 'approx-string-match';
import { lookupFold } from '../../src-shared/text/characters';

/** A place that a peer found: UTF-16 code units into the text that was searched. */
export interface PeerMatch {
  start: number;
  end: number;
  errors: number;
}

const MOST_ERRORS = 256;

/**
 * Finds a quotation as the Hypothesis client does when it anchors an annotation again (its
 * `match-quote`): every exact occurrence; if there is none, every place within an edit distance of
 * half the quotation, at most 256; of these the one with the fewest errors. Prefix, suffix and
 * position hint, which the client also weighs, are not known for a quotation in an article.
 */
export function findPlain(text: string, quotation: string): PeerMatch | null {
  if (quotation === '') return null;
  const exact: PeerMatch[] = [];
  for (let at = text.indexOf(quotation); at >= 0; at = text.indexOf(quotation, at + 1)) {
    exact.push({ start: at, end: at + quotation.length, errors: 0 });
  }
  const matches =
    exact.length > 0
      ? exact
      : searchApproximately(text, quotation, Math.min(MOST_ERRORS, quotation.length / 2));
  let best: PeerMatch | null = null;
  for (const match of matches) if (!best || match.errors < best.errors) best = match;
  return best;
}

const ELLIPSES = /[[(]?\s?(?:\u2026|\.(?:\s?\.){2,})\s?[\])]?/;
const BRACKETED_LETTERS = /\[(\p{L}{1,4})\](?=\p{L})|(?<=\p{L})\[(\p{L}{1,4})\]/gu;
const BRACKETS = /\[[^[\]]*\]/g;
/** The other pieces are looked for as far from the longest as an ellipsis may reach. */
const REACH = 600;

/**
 * The same, hardened: `text` is folded (see `foldPlainly`), the quotation is split at its ellipses
 * and loses its brackets; the longest piece is looked for in the whole text, the others around it.
 */
export function findHardened(text: string, quotation: string): PeerMatch | null {
  const pieces = quotation
    .split(ELLIPSES)
    .map((piece) =>
      foldPlainly(piece.replace(BRACKETED_LETTERS, '$1$2').replace(BRACKETS, ' ')).trim(),
    )
    .filter((piece) => piece !== '');
  let longest = 0;
  for (const [index, piece] of pieces.entries()) {
    if (piece.length > pieces[longest]!.length) longest = index;
  }
  const anchor = findPlain(text, pieces[longest] ?? '');
  if (!anchor) return null;
  let { start, end, errors } = anchor;
  for (const [index, piece] of pieces.entries()) {
    if (index === longest) continue;
    const reach = REACH + quotation.length;
    const from = index < longest ? Math.max(0, anchor.start - reach) : anchor.end;
    const to = index < longest ? anchor.start : anchor.end + reach;
    const match = findPlain(text.slice(from, to), piece);
    if (!match) continue;
    start = Math.min(start, from + match.start);
    end = Math.max(end, from + match.end);
    errors += match.errors;
  }
  return { start, end, errors };
}

/** Letters and digits in lower case without accents; everything else is one space. */
export function foldPlainly(text: string): string {
  const fold = lookupFold();
  const units: number[] = [];
  let folded = '';
  let spaced = true;
  for (let at = 0; at < text.length; at++) {
    const unit = fold[text.charCodeAt(at)]!;
    if (unit > 1) {
      units.push(unit);
      spaced = false;
    } else if (unit === 0 && !spaced) {
      units.push(0x20);
      spaced = true;
    }
    if (units.length > 4096) {
      folded += String.fromCharCode(...units);
      units.length = 0;
    }
  }
  return folded + String.fromCharCode(...units);
}
