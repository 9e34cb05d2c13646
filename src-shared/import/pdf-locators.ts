import type { Extraction, Locator } from '../model/source';
import type { Paragraph } from './pdf-paragraphs';

type Text = Pick<Extraction, 'text' | 'locators'>;

/** Lays the paragraphs of a document out as one text; each page of a paragraph is a stretch. */
export function layOutPages(paragraphs: readonly Paragraph[]): Text {
  const locators: Locator[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const { text, note, page, turns } of paragraphs) {
    const words = text.trimEnd();
    if (words === '') continue;
    const label = note === null ? '' : `[${note}] `;
    const start = length + (parts.length > 0 ? BETWEEN.length : 0) + label.length;
    parts.push(label + words);
    length = start + words.length;
    const whole = {
      start: 0,
      end: words.length,
      paragraph: parts.length,
      ...(note === null ? {} : { note }),
    };
    for (const stretch of atPages(whole, words, [{ at: 0, page }, ...turns])) {
      locators.push({ ...stretch, start: stretch.start + start, end: stretch.end + start });
    }
  }
  return { text: parts.join(BETWEEN), locators };
}

const BETWEEN = '\n\n';

interface Turn {
  at: number;
  page: number;
}

/** A stretch as one for each page it stands on; a word over the turn of a page is on the first. */
function atPages(whole: Locator, text: string, turns: readonly Turn[]): Locator[] {
  const inside = turns.filter(({ at }) => at > whole.start && at < whole.end);
  const first = turns.findLast(({ at }) => at <= whole.start);
  const stretches: Locator[] = [];
  let start = whole.start;
  let page = first?.page;
  const push = (end: number) => {
    const length = text.slice(start, end).trimEnd().length;
    if (length > 0) {
      stretches.push({
        ...whole,
        start,
        end: start + length,
        ...(page === undefined ? {} : { page }),
      });
    }
  };
  for (const turn of inside) {
    const isInWord = /\S\S/.test(text.slice(turn.at - 1, turn.at + 1));
    const rest = isInWord ? /^\S*\s*/.exec(text.slice(turn.at, whole.end))?.[0].length : 0;
    const at = turn.at + (rest ?? 0);
    push(at);
    start = at;
    page = turn.page;
  }
  push(whole.end);
  return stretches;
}

/** How far letters that one of two texts lacks are looked for. */
const FURTHEST = 400;
const SAME = 12;

/**
 * Adds pages to the stretches of a transcript, whose labels and times stand otherwise than in the
 * file: the letters of both run along with each other.
 */
export function withPages({ text, locators }: Text, paragraphs: readonly Paragraph[]): Text {
  const turns = turnsIn(text, paragraphs);
  let from = 0;
  const stretches = locators.flatMap((locator) => {
    while ((turns[from + 1]?.at ?? Number.POSITIVE_INFINITY) <= locator.start) from += 1;
    let to = from + 1;
    while ((turns[to]?.at ?? Number.POSITIVE_INFINITY) < locator.end) to += 1;
    return atPages(locator, text, turns.slice(from, to));
  });
  return { text, locators: stretches };
}

/** Where in `text` each page starts. */
function turnsIn(text: string, paragraphs: readonly Paragraph[]): Turn[] {
  const target = lettersOf(text);
  const turns: Turn[] = [];
  let at = 0;
  let page = 0;
  for (const paragraph of paragraphs) {
    const source = lettersOf(paragraph.text);
    const own = [{ at: 0, page: paragraph.page }, ...paragraph.turns].filter(
      (turn) => turn.page !== page || turn.at > 0,
    );
    for (let index = 0; index <= source.letters.length; index++) {
      while (own[0] && own[0].at <= (source.offsets[index] ?? Number.POSITIVE_INFINITY)) {
        const turn = own.shift();
        if (turn) turns.push({ at: target.offsets[at] ?? text.length, page: turn.page });
        page = turn?.page ?? page;
      }
      if (index === source.letters.length) break;
      const isSame = source.letters[index] === target.letters[at];
      if (isSame) {
        at += 1;
        continue;
      }
      const ahead = source.letters.slice(index, index + SAME);
      const added = target.letters.slice(at, at + FURTHEST).indexOf(ahead);
      const missing = source.letters
        .slice(index, index + FURTHEST)
        .indexOf(target.letters.slice(at, at + SAME));
      if (missing > 0 && (added < 0 || missing <= added)) index += missing - 1;
      else if (added > 0) at += added + 1;
      else at += 1;
    }
  }
  return turns;
}

function lettersOf(text: string): { letters: string; offsets: number[] } {
  const offsets: number[] = [];
  let letters = '';
  for (const { 0: letter, index } of text.matchAll(/\p{L}/gu)) {
    for (let unit = 0; unit < letter.length; unit++) offsets.push(index + unit);
    letters += letter;
  }
  return { letters, offsets };
}
