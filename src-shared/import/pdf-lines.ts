import { type Chunk, type Run, rangeOf } from './pdf-page';

/** A line of a column. */
export interface Line {
  text: string;
  /** Cells of a table's row, or parts with a wide gap between them: where each starts. */
  cells: number[];
  x0: number;
  x1: number;
  y: number;
  size: number;
  font: string;
  /** All its gaps are wide, and equally so: it was stretched. */
  isEven: boolean;
  isRightToLeft: boolean;
  page: number;
  /** A raised mark that the line starts with, as a footnote does; not part of `text`. */
  mark: string | null;
  /** Raised marks behind words of the line, as of footnotes; not part of `text`. */
  marks: string[];
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/gu;
const NOTE_MARK = /^\s*[[(]?(\d{1,3}|[a-z]|[ivx]{1,4}|[*∗†‡§¶#]{1,3})[\])]?[.,]?\s*$/;
/** A gap of this many letter heights on a line is none between words. */
const CELL_GAP = 1.5;
/** Wider gaps, in heights of letters, no program leaves to fill a line. */
const WIDEST = 4;
/** A gap of this share of the letters' height parts two words. */
const WORD_GAP = 0.13;

/** A line in the making. */
interface Row {
  chunks: Chunk[];
  main: Chunk;
}

/** The lines of a column from top to bottom. */
export function linesOf(chunks: readonly Chunk[], page: number): Line[] {
  const rows: Row[] = [];
  for (const chunk of [...chunks].sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    // A raised mark may be a chunk of its own that lies between two lines.
    const row = rows.slice(-4).findLast((one) => isOnLine(one, chunk));
    if (row) {
      row.chunks.push(chunk);
      if (weightOf(chunk) > weightOf(row.main)) row.main = chunk;
    } else rows.push({ chunks: [chunk], main: chunk });
  }
  return rows.map((row) => lineOf(row.chunks, page));
}

/** Of a line without end only its last part is looked at for an overlap. */
const LOOKED_AT = 50;

function isOnLine({ chunks, main }: Row, chunk: Chunk): boolean {
  const [large, small] = main.size >= chunk.size ? [main, chunk] : [chunk, main];
  if (isInitial(large) && large.size > 1.5 * small.size) return false;
  const overlaps = chunks
    .slice(-LOOKED_AT)
    .some(({ x0, x1 }) => Math.min(x1, chunk.x1) - Math.max(x0, chunk.x0) > 0.4 * small.size);
  const rise = large.y - small.y;
  // Smaller letters may be raised or lowered, letters of one size stand on one line.
  const isSmall = small.size < 0.85 * large.size;
  const range = isSmall ? { from: -0.3, to: 0.65 } : { from: -0.25, to: 0.25 };
  return !overlaps && rise <= range.to * large.size && rise >= range.from * large.size;
}

/** A letter that may be set over several lines. */
function isInitial({ runs }: Chunk): boolean {
  return runs.reduce((length, { text }) => length + text.trim().length, 0) <= 2;
}

/** The largest letters of a line tell where it stands, of equals the most. */
function weightOf(chunk: Chunk): number {
  return chunk.size * 1000 + (chunk.x1 - chunk.x0);
}

function lineOf(row: readonly Chunk[], page: number): Line {
  const main = row.reduce((best, one) => (one.x1 - one.x0 > best.x1 - best.x0 ? one : best));
  const all = row.flatMap(({ runs }) => runs);
  const letters = all.map(({ text }) => text).join('');
  const isRightToLeft = (letters.match(RIGHT_TO_LEFT)?.length ?? 0) * 2 > letters.trim().length / 2;
  const runs = inOrder(all, isRightToLeft);
  const line: Line = {
    text: '',
    cells: [],
    x0: rangeOf(row.map((chunk) => chunk.x0))[0],
    x1: rangeOf(row.map((chunk) => chunk.x1))[1],
    y: main.y,
    size: main.size,
    font: fontOf(runs),
    isEven: isEven(runs),
    isRightToLeft,
    page,
    mark: null,
    marks: [],
  };
  let last: Run | null = null;
  for (const run of runs) {
    const raised = raisedMark(run, main);
    if (raised !== null && line.text === '' && runs.length > 1) {
      line.mark = raised;
      continue;
    }
    if (last) line.text += spaceBetween(last, run, line);
    else line.cells.push(run.x0);
    if (raised !== null && /(?:\p{L}{3}|[\p{P}\p{Script=Han}])$/u.test(line.text.trimEnd())) {
      line.marks.push(raised);
      last = run;
      continue;
    }
    line.text += lettersTogether(run.text.trim());
    last = run;
  }
  line.text = line.text.replace(/\s*\t\s*/g, '\t').trimEnd();
  return line;
}

/** Runs in the order of reading: from right to left with the stretches that read otherwise turned. */
function inOrder(runs: readonly Run[], isRightToLeft: boolean): Run[] {
  const sorted = [...runs].sort((a, b) => a.x0 - b.x0);
  if (!isRightToLeft) return withTurned(sorted, (run) => run.isRightToLeft);
  const reversed = sorted.reverse();
  return withTurned(reversed, (run) => !run.isRightToLeft && /[\p{L}\d]/u.test(run.text));
}

function withTurned(runs: readonly Run[], isTurned: (run: Run) => boolean): Run[] {
  const ordered: Run[] = [];
  let turned: Run[] = [];
  for (const run of runs) {
    if (isTurned(run)) turned.unshift(run);
    else {
      ordered.push(...turned, run);
      turned = [];
    }
  }
  return [...ordered, ...turned];
}

function isEven(runs: readonly Run[]): boolean {
  const size = runs[0]?.size ?? 0;
  const gaps: number[] = [];
  runs.forEach((run, index) => {
    const last = runs[index - 1];
    const gap = last ? Math.max(run.x0 - last.x1, last.x0 - run.x1) : 0;
    if (gap > WORD_GAP * run.size) gaps.push(gap);
  });
  const [least, most] = rangeOf(gaps);
  return (
    gaps.length >= 2 &&
    most < Math.min(1.3 * least, WIDEST * size) &&
    runs.every(({ text }) => !/\S\s+\S/.test(text))
  );
}

function fontOf(runs: readonly Run[]): string {
  const lengths = new Map<string, number>();
  for (const { font, text } of runs) lengths.set(font, (lengths.get(font) ?? 0) + text.length);
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

function raisedMark(run: Run, main: Chunk): string | null {
  const isRaised = run.size < 0.85 * main.size && main.y - run.y > 0.15 * main.size;
  return isRaised ? (NOTE_MARK.exec(run.text)?.[1] ?? null) : null;
}

function spaceBetween(last: Run, run: Run, line: Line): string {
  const size = Math.max(last.size, run.size);
  const gap = Math.max(run.x0 - last.x1, last.x0 - run.x1);
  if (gap > CELL_GAP * size) {
    line.cells.push(run.x0);
    return '\t';
  }
  if (line.text === '' || /\s$/.test(line.text)) return '';
  const isNextOnLine = gap > -0.2 * size;
  const isParted = (run.isSpaced && isNextOnLine) || gap > WORD_GAP * size;
  return isParted ? ' ' : '';
}

/** "H E A D I N G" as the word it is, the dots of a list of contents as the gap they fill. */
function lettersTogether(text: string): string {
  const parts = text.split(' ');
  const isSpread =
    parts.length >= 4 &&
    parts.filter((part) => /^\p{L}\p{M}*\p{P}?$/u.test(part)).length * 10 >= parts.length * 9;
  return isSpread ? parts.join('') : text.replace(/\s*(?:[.·]\s?){5,}/g, '\t');
}
