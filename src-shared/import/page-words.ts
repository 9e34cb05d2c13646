import type { DrawnWord, PlacedWord } from '../model/page';
import type { Span } from '../model/span';

/*
 * Finds where the words of a source's text are drawn on its page. The text was read from that page and
 * differs from what is drawn there: columns stand one after the other, heads and numbers of pages are
 * left out, a word parted at the end of a line is whole. So the letters of both run along with each
 * other, and where they part the place is looked up by the next letters.
 */

/** So many letters in a row say where on the page the text goes on. */
const KNOWN_BY = 10;
/** Fewer are enough where the text has no more left, or goes on close by. */
const KNOWN_BY_AT_LEAST = 4;
/** How far on, in letters, the text is taken to go on without looking it up. */
const CLOSE_BY = 60;

interface Letters {
  /** Folded letters and digits. */
  text: string;
  /** For each UTF-16 unit of `text` where it came from: an offset, or the number of a word. */
  from: Int32Array;
}

/**
 * @param drawn the words of one page, in any order that keeps most lines whole.
 * @param stretches what of `text` stands on that page, by UTF-16 offsets.
 * @returns the words of the text that were found, in the text's order; one that is parted at the end
 *   of a line is there twice, with the same offsets. What was not found is left out.
 */
export function placeWords(
  drawn: readonly DrawnWord[],
  text: string,
  stretches: readonly Span[],
): PlacedWord[] {
  const page = lettersOf(
    drawn.map(({ text: word }, index) => ({ word, from: index })),
    false,
  );
  const source = lettersOf(
    stretches.map(({ start, end }) => ({ word: text.slice(start, end), from: start })),
    true,
  );
  const places = runAlong(source.text, page);
  const lengths = new Map<number, number>();
  for (const word of page.from) lengths.set(word, (lengths.get(word) ?? 0) + 1);

  const placed: PlacedWord[] = [];
  for (const { start, end, first, last } of wordsOf(text, stretches, source)) {
    const hits = new Map<number, number>();
    for (let index = first; index < last; index++) {
      const place = places[index]!;
      if (place < 0) continue;
      const word = page.from[place]!;
      hits.set(word, (hits.get(word) ?? 0) + 1);
    }
    for (const [word, count] of hits) {
      // A letter or two of another word fit by chance.
      const isMost = count * 2 > (lengths.get(word) ?? 0) || count * 2 > last - first;
      const box = drawn[word];
      if (isMost && box) {
        const { x, y, width, height } = box;
        placed.push({ start, end, x, y, width, height });
      }
    }
  }
  return placed;
}

/** For each letter of the source its place on the page, or -1. */
function runAlong(source: string, page: Letters): Int32Array {
  const places = new Int32Array(source.length).fill(-1);
  const known = new Map<string, number[]>();
  for (let at = 0; at + KNOWN_BY <= page.text.length; at++) {
    const key = page.text.slice(at, at + KNOWN_BY);
    const all = known.get(key);
    if (all) all.push(at);
    else known.set(key, [at]);
  }
  let next = 0;
  let index = 0;
  while (index < source.length) {
    if (source[index] === page.text[next]) {
      places[index] = next;
      index += 1;
      next += 1;
      continue;
    }
    const place = lookUp(source, index, page.text, next, known);
    if (place === null) {
      index += 1;
      continue;
    }
    // The text left the page's old place at the end of a word: what fitted beyond it did so by chance.
    const back = sinceWordEnd(source, index, page, next, place);
    for (let by = 1; by <= back; by++) places[index - by] = place - by;
    next = place;
  }
  return places;
}

/** How many letters before the break belong before the new place rather than the old one. */
function sinceWordEnd(
  source: string,
  index: number,
  page: Letters,
  next: number,
  place: number,
): number {
  for (let back = 0; back < KNOWN_BY && back < next; back++) {
    if (page.from[next - back] !== page.from[next - back - 1]) return back;
    const isSame = source[index - back - 1] === page.text[place - back - 1];
    if (!isSame) break;
  }
  return 0;
}

function lookUp(
  source: string,
  index: number,
  page: string,
  next: number,
  known: ReadonlyMap<string, readonly number[]>,
): number | null {
  const ahead = source.slice(index, index + KNOWN_BY);
  const all = ahead.length === KNOWN_BY ? known.get(ahead) : undefined;
  if (all) {
    // The nearest behind, else the nearest before: the same words may stand on a page twice.
    return all.find((place) => place >= next) ?? all.at(-1)!;
  }
  const few = ahead.slice(0, KNOWN_BY_AT_LEAST);
  if (few.length < KNOWN_BY_AT_LEAST) return null;
  const near = page.slice(next, next + CLOSE_BY).indexOf(few);
  return near < 0 ? null : next + near;
}

function lettersOf(words: readonly { word: string; from: number }[], isCounting: boolean): Letters {
  const parts: string[] = [];
  const from: number[] = [];
  for (const { word, from: start } of words) {
    for (const { 0: letter, index } of word.matchAll(/[\p{L}\p{N}]/gu)) {
      const folded = fold(letter);
      parts.push(folded);
      for (let unit = 0; unit < folded.length; unit++)
        from.push(isCounting ? start + index : start);
    }
  }
  return { text: parts.join(''), from: Int32Array.from(from) };
}

const folds = new Map<string, string>();

/** Without case, accents and ligatures, which fonts write in ways of their own. */
function fold(letter: string): string {
  const known = folds.get(letter);
  if (known !== undefined) return known;
  const folded = letter
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  folds.set(letter, folded);
  return folded;
}

/** The words of the stretches with the stretch of `source` that their letters make. */
function* wordsOf(text: string, stretches: readonly Span[], source: Letters) {
  let first = 0;
  for (const stretch of stretches) {
    for (const { 0: word, index } of text.slice(stretch.start, stretch.end).matchAll(/\S+/g)) {
      const start = stretch.start + index;
      const end = start + word.length;
      let last = first;
      while (last < source.from.length && source.from[last]! < end && source.from[last]! >= start) {
        last += 1;
      }
      if (last > first) yield { start, end, first, last };
      first = last;
    }
  }
}
