import type { Span } from '../../model/span';
import { findMarks, type Mark } from './marks';

/** A stretch in quotation marks, the marks included; nested ones are not listed. */
export interface MarkedStretch extends Span {
  /** False where the closing mark is missing and the stretch ends with its paragraph. */
  closed: boolean;
  /** A block quotation, set off without marks of its own. */
  block: boolean;
  /** Speech that a dash introduces, without marks of its own. */
  dash?: true;
  /** Where a running quotation repeats its opening mark; missing where it does not run on. */
  repeated?: number[];
}

/** A mark left open in one paragraph, whose quotation goes on in the next. */
interface Carried {
  mark: Mark;
  repeated: number[];
}

interface OpenEntry {
  mark: Mark;
  /** Complete stretches inside; they count only if this entry turns out to be no quotation. */
  inside: MarkedStretch[];
}

/** Quotations nested deeper than this do not occur; the limit keeps pairing linear. */
const MAXIMUM_DEPTH = 8;

/** The lines of a text that hold anything, as spans without surrounding white space. */
export function findParagraphs(text: string): Span[] {
  const paragraphs: Span[] = [];
  const line = /[^\n\r\u2028\u2029]+/gu;
  for (let match = line.exec(text); match; match = line.exec(text)) {
    const trimmedStart = match[0].trimStart();
    const start = match.index + match[0].length - trimmedStart.length;
    const end = start + trimmedStart.trimEnd().length;
    if (end > start) paragraphs.push({ start, end });
  }
  return paragraphs;
}

/**
 * Pairs the quotation marks (found by `read`) of a text whose paragraphs are given, and returns the outermost
 * stretches in order. A running quotation (opening mark repeated at each paragraph, closing mark
 * only at the end) is one stretch, unless it would run over one of `breaks` (rising offsets).
 * Linear in the length of the text.
 */
export function pairMarks(
  text: string,
  paragraphs: readonly Span[],
  breaks: readonly number[],
  read: MarkReader,
): MarkedStretch[] {
  const stretches: MarkedStretch[] = [];
  let broken = 0;
  let carried = null as Carried | null;
  let marks = paragraphs[0] ? read(text, paragraphs[0]) : [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const next = paragraphs[index + 1];
    while ((breaks[broken] ?? Infinity) < paragraph.end) broken += 1;
    const isBreak = (breaks[broken] ?? Infinity) <= (next?.start ?? Infinity);
    const nextMarks = next ? read(text, next) : [];
    const before = carried;
    if (marks.length === 0 && !before) {
      marks = nextMarks;
      continue;
    }
    if (before && marks[0] && repeats(before.mark, marks[0])) before.repeated.push(marks[0].start);
    let result = pairParagraph(text, marks, before, true);
    if (result.nested && result.open.length > 0) result = pairParagraph(text, marks, before, false);
    carried = null;
    for (const stretch of result.stretches) stretches.push(stretch);
    for (const [depth, entry] of result.open.entries()) {
      if (depth === 0 && next && !isBreak && runsOn(entry.mark, next, nextMarks)) {
        carried = entry.mark === before?.mark ? before : { mark: entry.mark, repeated: [] };
        break;
      }
      const start = Math.max(entry.mark.start, paragraph.start);
      if (standsUnclosed(entry.mark, text.slice(start, paragraph.end))) {
        const stretch = unclosed(text, entry.mark, paragraph.end);
        if (entry.mark === before?.mark) stretch.repeated = before.repeated;
        stretches.push(stretch);
        break;
      }
      for (const stretch of entry.inside) stretches.push(stretch);
    }
    for (const { mark, end } of result.cut) {
      if (standsUnclosed(mark, text.slice(mark.end, end)))
        stretches.push(unclosed(text, mark, end));
    }
    marks = nextMarks;
  }
  return outermost(stretches);
}

/** Finds the marks of a paragraph that may begin or end a quotation, in order. */
export type MarkReader = (text: string, paragraph: Span) => readonly Mark[];

export function readMarks(text: string, paragraph: Span): Mark[] {
  return settleInches(findMarks(text, paragraph.start, paragraph.end));
}

/** Drops the inch marks of `12" wide`: a mark after a digit with a plainly closing one to follow. */
function settleInches(marks: Mark[]): Mark[] {
  let following: Mark | null = null;
  const kept: Mark[] = [];
  for (let index = marks.length - 1; index >= 0; index -= 1) {
    const mark = marks[index];
    if (!mark) continue;
    const straight = mark.glyph === '"' && mark.afterDigit && mark.end - mark.start === 1;
    if (straight && following?.shape === 'close' && mark.shape !== 'open') continue;
    if (mark.family === 'double') following = mark;
    kept.push(mark);
  }
  return kept.reverse();
}

interface Pairing {
  stretches: MarkedStretch[];
  /** What is still open at the end of the paragraph, outermost first. */
  open: OpenEntry[];
  /** Marks never closed because another quotation begins at `end`. */
  cut: { mark: Mark; end: number }[];
  /** True if a mark was opened inside one of its own family. */
  nested: boolean;
}

function pairParagraph(
  text: string,
  marks: readonly Mark[],
  carried: Carried | null,
  nesting: boolean,
): Pairing {
  const stack: OpenEntry[] = [];
  const pairing: Pairing = { stretches: [], open: stack, cut: [], nested: false };
  const strongAhead = closersAhead(marks);
  const keep = (found: MarkedStretch[]) => {
    const list = stack.at(-1)?.inside ?? pairing.stretches;
    for (const stretch of found) list.push(stretch);
  };
  let first = 0;
  if (carried) {
    stack.push({ mark: carried.mark, inside: [] });
    if (marks[0] && repeats(carried.mark, marks[0])) first = 1;
  }
  for (let index = first; index < marks.length; index += 1) {
    const mark = marks[index];
    if (!mark) continue;
    const depth = findCloser(stack, mark, strongAhead[index] === true);
    const entry = stack[depth];
    if (entry) {
      stack.length = depth;
      const found: MarkedStretch = {
        start: entry.mark.start,
        end: mark.end,
        closed: true,
        block: false,
      };
      if (entry.mark === carried?.mark) found.repeated = carried.repeated;
      keep([found]);
      continue;
    }
    if (!canOpen(mark)) continue;
    const top = stack.at(-1);
    if (mark.family === 'single' && top?.mark.family === 'single') {
      // Single marks are never nested directly: the one before was an apostrophe.
      stack.pop();
      keep(top.inside);
    } else if (stack.some((open) => open.mark.family === mark.family)) {
      pairing.nested = true;
      if (!nesting) {
        // The mark of a further paragraph whose break is lost: "… told us. "We then …".
        if (afterSentence(text, mark)) continue;
        const same = stack.findIndex((open) => open.mark.family === mark.family);
        const [dropped] = stack.splice(same);
        if (dropped) pairing.cut.push({ mark: dropped.mark, end: mark.start });
      }
    }
    if (stack.length < MAXIMUM_DEPTH) stack.push({ mark, inside: [] });
  }
  return pairing;
}

/** Does a sentence end right before this mark? */
function afterSentence(text: string, mark: Mark): boolean {
  return (
    mark.shape === 'open' && /[.!?…]\s+$/u.test(text.slice(Math.max(0, mark.start - 4), mark.start))
  );
}

/** For each mark: does a certain single closing mark follow before the next single opening one? */
function closersAhead(marks: readonly Mark[]): boolean[] {
  const ahead: boolean[] = new Array(marks.length).fill(false);
  let certain = false;
  for (let index = marks.length - 1; index >= 0; index -= 1) {
    const mark = marks[index];
    if (mark?.family !== 'single') {
      if (mark) ahead[index] = certain;
      continue;
    }
    ahead[index] = certain;
    if (canOpen(mark) && mark.shape !== 'close') certain = false;
    else if (!mark.weak) certain = true;
  }
  return ahead;
}

/** The place in the stack of the innermost entry that this mark can close, or -1. */
function findCloser(stack: readonly OpenEntry[], mark: Mark, strongAhead: boolean): number {
  for (let depth = stack.length - 1; depth >= 0; depth -= 1) {
    const open = stack[depth]?.mark;
    if (open?.family !== mark.family || !closes(open, mark)) continue;
    if (mark.family === 'single' && mark.weak && strongAhead) return -1;
    return depth;
  }
  return -1;
}

/** Could this mark open a quotation at all? */
function canOpen(mark: Mark): boolean {
  switch (mark.glyph) {
    case '"':
      return mark.shape !== 'close' && !(mark.shape === 'neither' && mark.afterDigit);
    case "'":
    case '”':
    case '’':
    case '»':
    case '›':
      return mark.shape === 'open';
    case '」':
    case '』':
      return false;
    case '“':
    case '‘':
    case '«':
    case '‹':
      return mark.shape !== 'close';
    default:
      return true;
  }
}

/** May `mark` close what `open` opened? Mixed marks of one family may. */
function closes(open: Mark, mark: Mark): boolean {
  const looksOpen = mark.shape === 'open';
  switch (mark.glyph) {
    case '"':
    case "'":
      return !looksOpen;
    case '”':
    case '’':
      return open.glyph !== mark.glyph || !looksOpen;
    case '“':
    case '‘':
      if (open.glyph === '„' || open.glyph === '‚') return !looksOpen;
      return mark.shape === 'close';
    // Swiss papers nest them: «Er fragt: »Wann?«»; French ones set spaces, which say nothing.
    case '»':
    case '›':
      if (open.glyph === mark.glyph) return mark.shape === 'close';
      return !looksOpen || open.shape === 'neither';
    case '«':
    case '‹':
      return open.glyph !== mark.glyph ? !looksOpen : mark.shape === 'close';
    case '」':
    case '』':
      return true;
    default:
      return false;
  }
}

/** Is `mark`, at the start of a paragraph, the repeated mark of a running quotation? */
function repeats(open: Mark, mark: Mark): boolean {
  if (open.family !== mark.family) return false;
  if (mark.glyph === '»' && open.glyph === '«') return mark.shape !== 'close';
  return canOpen(mark) && mark.shape !== 'close';
}

/** Does a quotation left open go on in the next paragraph? */
function runsOn(open: Mark, next: Span, marks: readonly Mark[]): boolean {
  const first = marks[0];
  if (first && first.start === next.start && repeats(open, first)) return true;
  if (open.family === 'single') return false;
  const same = marks.find((mark) => mark.family === open.family);
  return same !== undefined && closes(open, same) && same.shape === 'close';
}

/** Does an opening mark that is never closed stand for a quotation? Single ones are apostrophes. */
function standsUnclosed(mark: Mark, body: string): boolean {
  return (
    mark.family !== 'single' &&
    mark.family !== 'single-guillemet' &&
    mark.shape !== 'both' &&
    (mark.shape === 'open' || mark.glyph !== '"') &&
    /\p{L}[^\p{L}]+\p{L}/u.test(body)
  );
}

function unclosed(text: string, mark: Mark, end: number): MarkedStretch {
  const length = text.slice(mark.end, end).trimEnd().length;
  return { start: mark.start, end: mark.end + length, closed: false, block: false };
}

function outermost(stretches: MarkedStretch[]): MarkedStretch[] {
  stretches.sort((left, right) => left.start - right.start || right.end - left.end);
  const kept: MarkedStretch[] = [];
  let reached = 0;
  for (const stretch of stretches) {
    if (stretch.start < reached) continue;
    kept.push(stretch);
    reached = stretch.end;
  }
  return kept;
}
