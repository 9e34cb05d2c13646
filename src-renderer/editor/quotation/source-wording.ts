import type { DiffSegment } from '../../../src-shared/model/verdict';

/*
 * Turns a word diff from the source's wording to the draft's into edits of the draft, so that only what
 * differs is replaced and the rest keeps its format. Plain text in, plain text out.
 */

/** Replaces `start` to `end` of the quotation's text (UTF-16 offsets) by `text`. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

const QUOTATION_MARKS = /["“”„‟«»‹›「」『』'‘’‚‛`´＂]/u;
const BEGINNING = /^["“”„‟«»‹›「『'‘‚‛\s]*/u;
const DASHES = /[‐‑‒–—―−-]/u;
const WORD = /[\p{L}\p{N}]/u;
/** What stands close to the word before it. */
const CLOSING = /^[,.;:!?…)\]}%”’»›」』"']/u;
/** What the next word stands close to. */
const OPENING = /[([{“‘„‚«‹「『"'\u202f]$/u;

/** Characters that count as the same in the comparison are the same here. */
function fold(character: string): string {
  if (QUOTATION_MARKS.test(character)) return '"';
  if (DASHES.test(character)) return '-';
  return character.normalize('NFKC').toLowerCase();
}

/** Walks the quotation's text along the draft's side of the diff. */
class Walker {
  /** Behind the last character found so far; at first behind the opening quotation mark. */
  at: number;

  constructor(private readonly text: string) {
    this.at = BEGINNING.exec(text)?.[0].length ?? 0;
  }

  /**
   * Finds the words of a segment next, whatever spaces and punctuation stand between; answers where
   * they begin and end, or null where other words come first.
   */
  find(segment: string): { start: number; end: number } | null {
    let next = this.at;
    let start = -1;
    let end = this.at;
    for (const wanted of segment) {
      if (/\s/.test(wanted)) continue;
      const found = this.seek(wanted, next);
      if (found === null) {
        // Marks and points that the comparison does not count may be missing here.
        if (WORD.test(wanted)) return null;
        continue;
      }
      if (start < 0) start = found;
      next = end = found + wanted.length;
    }
    this.at = end;
    return { start: start < 0 ? end : start, end };
  }

  private seek(wanted: string, from: number): number | null {
    for (let index = from; index < this.text.length; index++) {
      const character = String.fromCodePoint(this.text.codePointAt(index) ?? 0);
      if (fold(character) === fold(wanted)) return index;
      if (WORD.test(character)) return null;
      index += character.length - 1;
    }
    return null;
  }

  /** True where words are left that the diff did not name. */
  hasWordsLeft(): boolean {
    return WORD.test(this.text.slice(this.at));
  }
}

/** One place where the wordings differ: words of the draft that go, words of the source that come. */
interface Difference {
  start: number;
  end: number;
  added: string;
}

function differences(text: string, diff: readonly DiffSegment[]): Difference[] | null {
  const walker = new Walker(text);
  const found: Difference[] = [];
  let current: Difference | null = null;
  for (const segment of diff) {
    if (segment.type === 'removed') {
      current ??= { start: walker.at, end: walker.at, added: '' };
      current.added = `${current.added} ${segment.text.trim()}`.trim();
      continue;
    }
    const place = walker.find(segment.text);
    if (!place) return null;
    if (segment.type === 'same') {
      if (current) found.push(current);
      current = null;
    } else if (!current) {
      current = { ...place, added: '' };
    } else {
      // The draft's words begin where they stand, not behind the word before.
      if (current.start === current.end) current.start = place.start;
      current.end = place.end;
    }
  }
  if (current) found.push(current);
  return walker.hasWordsLeft() ? null : found;
}

/** The edit for a difference, with one space between words and none where none belongs. */
function editFor(text: string, { start, end, added }: Difference): Edit {
  let from = start;
  let to = end;
  if (added === '') {
    // Words only go: one of the spaces around them goes too.
    if (/\s$/.test(text.slice(0, from)) && (to === text.length || /^[\s]/.test(text.slice(to)))) {
      to += /^\s*/.exec(text.slice(to))?.[0].length ?? 0;
    } else if (CLOSING.test(text.slice(to))) {
      from = text.slice(0, from).trimEnd().length;
    } else if (OPENING.test(text.slice(0, from)) || from === 0) {
      to += /^\s*/.exec(text.slice(to))?.[0].length ?? 0;
    }
    return { start: from, end: to, text: '' };
  }
  if (CLOSING.test(added)) from = text.slice(0, from).trimEnd().length;
  const before = text.slice(0, from);
  const after = text.slice(to);
  const needsBefore =
    before !== '' && !/\s$/.test(before) && !OPENING.test(before) && !CLOSING.test(added);
  const needsAfter =
    after !== '' && !/^\s/.test(after) && !CLOSING.test(after) && !OPENING.test(added);
  return {
    start: from,
    end: to,
    text: `${needsBefore ? ' ' : ''}${added}${needsAfter ? ' ' : ''}`,
  };
}

/**
 * The edits that give a quotation the wording of its source, in the order of the text and without
 * overlap; none where the wordings are the same, null where the diff is not one of these words.
 *
 * @param text the quotation as it stands in the article, quotation marks included
 */
export function sourceWordingEdits(text: string, diff: readonly DiffSegment[]): Edit[] | null {
  return differences(text, diff)?.map((difference) => editFor(text, difference)) ?? null;
}

/** Carries out edits on plain text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits.reduceRight(
    (result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end),
    text,
  );
}
