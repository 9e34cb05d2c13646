/*
 * Layouts of transcripts whose labels have no colon. Each is brought to "label: words" or
 * "label 0:07" on a line of its own, where the whole text shows that it is laid out like this.
 */

const QUESTION = /^Q(?:\.\s*|\s{2,}|\t)(?=\S)/;
const ANSWER = /^A(?:\.\s*|\s{2,}|\t)(?=\S)/;
/** A label, or a line such as "OLIVE MARSH, SWORN", in a court's transcript. */
const IN_CAPITALS = /^[\p{Lu}][\p{Lu}\s.,'’-]{2,}(?::|$)/u;
const TIME = /^\[?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\]?$/;
const NAME = /^[\p{Lu}\p{Lo}][^:\n\t]{0,40}$/u;
/** Meetings saved as documents: "0:0:3.450 --> 0:0:7.9", the name in the next line. */
const LOOSE_RANGE =
  /^(\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?)\s*-->\s*(\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?)$/;

/** The paragraphs of a text with the labels of its layout as other transcripts have them. */
export function withLabels(paragraphs: readonly string[]): readonly string[] {
  return questionsAndAnswers(tableRows(namesBelowTimes(paragraphs)));
}

/** Court transcripts and interviews: "Q. Did you know?", "A. Yes." */
function questionsAndAnswers(paragraphs: readonly string[]): readonly string[] {
  const lines = paragraphs.flatMap((paragraph) => paragraph.split('\n'));
  const count = (start: RegExp) => lines.filter((line) => start.test(line.trimStart())).length;
  if (count(QUESTION) < 2 || count(ANSWER) < 2) return paragraphs;
  return paragraphs.map((paragraph) =>
    paragraph
      .split('\n')
      .map((line) => line.trimStart().replace(QUESTION, 'Q: ').replace(ANSWER, 'A: '))
      .join('\n'),
  );
}

/** Rows of a table: time, name and words, or name and words, or time and words. */
function tableRows(paragraphs: readonly string[]): readonly string[] {
  const rows = paragraphs.map(rowOf);
  const found = rows.filter((row) => row !== null);
  const names = found.flatMap(({ name }) => (name === null ? [] : [name]));
  const isTable =
    found.length * 2 >= paragraphs.length &&
    found.length >= 2 &&
    (found.every(({ time }) => time !== null) || new Set(names).size < names.length);
  if (!isTable) return paragraphs;
  return paragraphs.map((paragraph, index) => {
    const row = rows[index];
    if (!row) return paragraph;
    const time = row.time === null ? '' : `[${row.time.replace(/[[\]]/g, '')}] `;
    return `${time}${row.name === null ? '' : `${row.name}: `}${row.words}`;
  });
}

interface Row {
  time: string | null;
  name: string | null;
  words: string;
}

function rowOf(paragraph: string): Row | null {
  const cells = paragraph.split('\t').map((cell) => cell.trim());
  if (cells.length < 2 || cells.length > 4) return null;
  const times = cells.filter((cell) => TIME.test(cell));
  const others = cells.filter((cell) => !TIME.test(cell));
  const [first = '', second] = others;
  if (times.length > 2 || others.length === 0 || others.length > 2) return null;
  const time = times[0] ?? null;
  if (second === undefined) return time === null ? null : { time, name: null, words: first };
  return NAME.test(first) ? { time, name: first.replace(/:$/, ''), words: second } : null;
}

function namesBelowTimes(paragraphs: readonly string[]): readonly string[] {
  if (!paragraphs.some((paragraph) => LOOSE_RANGE.test(paragraph.split('\n')[0] ?? ''))) {
    return paragraphs;
  }
  const changed: string[] = [];
  let times: RegExpExecArray | null = null;
  for (const line of paragraphs.flatMap((paragraph) => paragraph.split('\n'))) {
    const range = LOOSE_RANGE.exec(line.trim());
    if (range) times = range;
    else if (times?.[1] && times[2]) {
      const start = `${clock(times[1])} - ${clock(times[2])}`;
      const isName = NAME.test(line.trim()) && !/[.!?]$/.test(line.trim());
      changed.push(isName ? `${line.trim()} (${start})` : `[${start}] ${line.trim()}`);
      times = null;
    } else changed.push(line);
  }
  return changed;
}

/** "0:0:3.45" as "00:00:03.45"; milliseconds have three digits at most. */
function clock(time: string): string {
  const [whole = '', fraction] = time.split('.');
  const parts = whole.split(':').map((part) => part.padStart(2, '0'));
  return `${parts.join(':')}${fraction === undefined ? '' : `.${fraction.slice(0, 3)}`}`;
}

/**
 * Court reporters number the lines of each page, from 1 to about 25. Answers the text without the
 * numbers, and without the numbers of pages that stand alone, where nearly all lines have one.
 */
export function withoutLineNumbers(text: string): string {
  const lines = text.split('\n');
  const filled = lines.filter((line) => line.trim() !== '');
  const numbers = filled.map((line) => /^\s{0,12}(\d{1,2})(?:\s{2,}|\t|$)/.exec(line)?.[1]);
  const known = numbers.flatMap((number) => (number === undefined ? [] : [Number(number)]));
  const steps = known.filter(
    (number, index) => index > 0 && number === (known[index - 1] ?? 0) + 1,
  );
  if (known.length < 10 || known.length * 5 < filled.length * 4) return text;
  if (steps.length * 10 < known.length * 8) return text;
  return lines
    .map((line) => line.replace(/^\s{0,12}\d{1,2}(?=\s{2,}|\t|$)/, '').trim())
    .filter((line) => line !== '' && !/^(?:page\s+)?\d+$/i.test(line))
    .reduce<string[]>((paragraphs, line) => {
      const isTurn = [QUESTION, ANSWER, IN_CAPITALS].some((start) => start.test(line));
      if (isTurn || paragraphs.length === 0) paragraphs.push(line);
      else paragraphs.push(`${paragraphs.pop()} ${line}`);
      return paragraphs;
    }, [])
    .join('\n\n');
}
