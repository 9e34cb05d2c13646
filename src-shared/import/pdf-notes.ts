import type { Line } from './pdf-lines';
import type { Style } from './pdf-paragraphs';

/** A footnote; without a mark it is the rest of one that the page before began. */
export interface Note {
  mark: string | null;
  lines: Line[];
}

/** Notes are set in letters at most this large, compared with the text. */
const SMALL = 0.94;
const PRINTED_MARK = /^(\d{1,3}|[*∗†‡§¶]{1,3})[.)]?\s*(?=\S)/;

/**
 * Parts the notes at the end of a column from its text. `marks` are those that the page's text has,
 * `isOpen` says that the last note of the page before may go on.
 */
export function notesOf(
  column: readonly Line[],
  { size }: Style,
  marks: ReadonlySet<string>,
  isOpen: boolean,
): { body: Line[]; notes: Note[] } {
  // A raised mark of this page at the start of a line: nothing of the text follows, of whatever size.
  const marked = column.findIndex(
    (line, index) =>
      index > 0 && line.mark !== null && marks.has(line.mark) && line.size < 1.06 * size,
  );
  const large = column.findLastIndex((line) => line.size >= SMALL * size) + 1;
  const start = marked < 0 ? large : Math.min(marked, large);
  const small = column.slice(start).map((line) => withMark(line, marks));
  const first = small.findIndex(({ mark }) => mark !== null);
  const isRest = isOpen && start > 0 && small.length > 0;
  if (first < 0 && !isRest) return { body: [...column], notes: [] };
  const notes: Note[] = [];
  const from = isRest ? 0 : first;
  for (const line of small.slice(from)) {
    const note = notes.at(-1);
    if (line.mark !== null || !note) notes.push({ mark: line.mark, lines: [line] });
    else note.lines.push(line);
  }
  return { body: column.slice(0, start + from), notes };
}

/** Some programs do not raise the mark in front of the note. */
function withMark(line: Line, marks: ReadonlySet<string>): Line {
  if (line.mark !== null) return line;
  const printed = PRINTED_MARK.exec(line.text);
  if (!printed?.[1] || !marks.has(printed[1])) return line;
  return { ...line, mark: printed[1], text: line.text.slice(printed[0].length) };
}
