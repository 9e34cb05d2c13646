import type { Span } from '../model/span';
import type { SearchTerm } from './query';
import { type SearchUnit, searchUnits } from './units';

/** A place where a term of the query stands. */
export interface TermHit extends Span {
  /** Which term it is. */
  term: number;
}

/** A piece of a text, on one line, with the hits in it. */
export interface Snippet {
  /** An ellipsis shows where it was cut. */
  text: string;
  /** Into `text`: UTF-16 code units, `end` exclusive. */
  hits: Span[];
  /** Where its first hit stands in the whole text. */
  at: Span;
}

/** A word that is typed is a beginning from this many letters on; a shorter one is a whole word. */
export const SHORTEST_BEGINNING = 3;

/**
 * Where the terms stand in a stretch of a text, in its order. `shortest`: from how many letters on a
 * word that is being typed is taken for the beginning of one (in names: 1).
 */
export function findTerms(
  text: string,
  terms: readonly SearchTerm[],
  { from = 0, to = text.length, shortest = SHORTEST_BEGINNING } = {},
): TermHit[] {
  const units = searchUnits(text, from, to);
  const hits: TermHit[] = [];
  for (let at = 0; at < units.length; at++) {
    for (const [term, { units: wanted, isPrefix }] of terms.entries()) {
      if (!standsAt(units, at, wanted, isPrefix ? shortest : Number.POSITIVE_INFINITY)) continue;
      hits.push({ term, start: units[at]!.start, end: units[at + wanted.length - 1]!.end });
    }
  }
  return hits;
}

function standsAt(
  units: readonly SearchUnit[],
  at: number,
  wanted: readonly SearchUnit[],
  shortest: number,
): boolean {
  if (at + wanted.length > units.length) return false;
  return wanted.every(({ letters, alone }, index) => {
    const unit = units[at + index]!;
    if (unit.alone !== alone) return false;
    const isBeginning = index === wanted.length - 1 && letters.length >= shortest;
    return isBeginning ? unit.letters.startsWith(letters) : unit.letters === letters;
  });
}

const SNIPPET_LENGTH = 150;
const BEFORE = 44;
/** A text is read in pieces of this length; a phrase at their border is found in the second one. */
const PIECE_LENGTH = 60_000;
const OVERLAP = 400;

/**
 * The stretch of a text that shows most of the terms, the first of several; null where none of them
 * stands in it. Of a long text only as much is read as the first hit needs.
 */
export function snippetOf(text: string, terms: readonly SearchTerm[], from = 0): Snippet | null {
  for (let start = from; start < text.length; start += PIECE_LENGTH - OVERLAP) {
    const hits = findTerms(text, terms, {
      from: start,
      to: Math.min(text.length, start + PIECE_LENGTH),
    });
    if (hits.length > 0) return snippetAround(text, bestWindow(hits), hits, from);
  }
  return null;
}

/** The first hit of the window that has the most different terms, nearest to each other. */
function bestWindow(hits: readonly TermHit[]): TermHit {
  let best = hits[0]!;
  let most = 0;
  let shortest = 0;
  for (const [index, first] of hits.entries()) {
    const terms = new Set<number>();
    let length = 0;
    for (let at = index; at < hits.length; at++) {
      const hit = hits[at]!;
      if (hit.end > first.start + SNIPPET_LENGTH - BEFORE) break;
      if (terms.has(hit.term)) continue;
      terms.add(hit.term);
      length = hit.end - first.start;
    }
    if (terms.size > most || (terms.size === most && length < shortest)) {
      best = first;
      most = terms.size;
      shortest = length;
    }
  }
  return best;
}

function snippetAround(
  text: string,
  first: TermHit,
  hits: readonly TermHit[],
  from: number,
): Snippet {
  const start = wordStart(text, Math.max(from, first.start - BEFORE), first.start);
  const end = wordEnd(text, Math.max(first.end, start + SNIPPET_LENGTH));
  const lead = start > from && text.slice(from, start).trim() !== '' ? '…' : '';
  const tail = text.slice(end).trim() === '' ? '' : '…';
  const spans: Span[] = [];
  for (const hit of hits) {
    if (hit.start < first.start || hit.end > end) continue;
    const last = spans.at(-1);
    const span = { start: hit.start - start + lead.length, end: hit.end - start + lead.length };
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else spans.push(span);
  }
  return {
    text: `${lead}${text.slice(start, end).replace(/\s/g, ' ')}${tail}`,
    hits: spans,
    at: { start: first.start, end: first.end },
  };
}

/** The first beginning of a word from `at` on; `limit` where there is none before it. */
function wordStart(text: string, at: number, limit: number): number {
  if (at === 0 || /\s/.test(text.charAt(at - 1))) return at;
  const space = text.slice(at, limit).search(/\s/);
  return space === -1 ? afterPair(text, at) : at + space + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.slice(at - 24, at + 1).search(/\s\S*$/);
  return space <= 0 ? afterPair(text, at) : at - 24 + space;
}

/** Not between the two halves of a character. */
function afterPair(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}
