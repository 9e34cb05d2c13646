import {
  type IParagraphOptions,
  type IRunOptions,
  type Paragraph,
  ShadingType,
  type Table,
  TextRun,
} from 'docx';
import type { Element, ElementContent } from 'hast';
import { RIGHT_TO_LEFT_LETTERS } from '../../src-shared/text/direction';

/* How HTML's elements look in Word, and which way their words run. */

export type Format = Pick<
  IRunOptions,
  | 'bold'
  | 'italics'
  | 'strike'
  | 'underline'
  | 'subScript'
  | 'superScript'
  | 'font'
  | 'shading'
  | 'color'
  | 'rightToLeft'
>;

/** What Word has of a text, one below the other. */
export type Block = Paragraph | Table;

/** How a paragraph stands. */
export type Look = Pick<
  IParagraphOptions,
  'style' | 'numbering' | 'heading' | 'indent' | 'bidirectional' | 'alignment'
>;

const GREEN = 'DDEFE3';
const RED = 'F9DEDA';

const FORMATS: Readonly<Record<string, Format>> = {
  strong: { bold: true },
  b: { bold: true },
  dt: { bold: true },
  th: { bold: true },
  em: { italics: true },
  i: { italics: true },
  cite: { italics: true },
  u: { underline: {} },
  s: { strike: true },
  sub: { subScript: true },
  sup: { superScript: true },
  code: { font: 'Courier New' },
  mark: { shading: { type: ShadingType.CLEAR, fill: 'FFF2B8' } },
  ins: { underline: {}, shading: { type: ShadingType.CLEAR, fill: GREEN } },
  del: { strike: true, shading: { type: ShadingType.CLEAR, fill: RED } },
};

/** The colours of the verdicts on white paper; each comes with its mark and its name. */
const VERDICTS: Readonly<Record<string, string>> = {
  'v-verbatim': '2C6E49',
  'v-permitted': '2B6795',
  'v-review': 'A3480F',
  'v-altered': 'B3372B',
  'v-missing': '8F1D3F',
  'v-not-checkable': '5C5850',
  'v-unlinked': '7A5500',
};

export function formatOf({ tagName, properties }: Element): Format {
  const format = FORMATS[tagName] ?? {};
  const color = [properties.className].flat().map((name) => VERDICTS[String(name)])[0];
  return color === undefined ? format : { ...format, color, bold: true };
}

const R = RIGHT_TO_LEFT_LETTERS;
/** From the first letter of such a script to the last, with what stands between them. */
const RIGHT_TO_LEFT = new RegExp(`[${R}](?:(?:[${R}]|\\P{L})*[${R}\\p{M}])?`, 'gu');
const LEFT_TO_RIGHT = new RegExp(`(?![${R}])\\p{L}(?:[^${R}]*(?![${R}])[\\p{L}\\p{N}])?`, 'gu');

/**
 * Words as Word wants them: each stretch that runs the other way as a run of its own. What belongs to
 * neither, as a full stop, runs with what is around it.
 *
 * @param isBack whether what is around them runs from right to left
 */
export function runsOf(text: string, isBack: boolean): { text: string; rightToLeft?: true }[] {
  const runs: { text: string; rightToLeft?: true }[] = [];
  const add = (from: number, to: number, back: boolean) => {
    if (to > from)
      runs.push({ text: text.slice(from, to), ...(back ? { rightToLeft: true } : {}) });
  };
  let end = 0;
  for (const { index, 0: stretch } of text.matchAll(isBack ? LEFT_TO_RIGHT : RIGHT_TO_LEFT)) {
    add(end, index, isBack);
    end = index + stretch.length;
    add(index, end, !isBack);
  }
  add(end, text.length, isBack);
  return runs;
}

/** Which way an element runs: what it says itself, or else what is around it. */
export function isRightToLeft({ properties }: Element, around: boolean): boolean {
  if (properties.dir === 'rtl') return true;
  return properties.dir === 'ltr' ? false : around;
}

const MARKS = { ltr: '\u200e', rtl: '\u200f' };

/**
 * What stands at both ends of words that run in a direction of their own. Word knows no isolation, and
 * LibreOffice puts a full stop at the end of the paragraph's direction: marks that nobody sees belong to
 * the words, and one behind them to what is around them.
 */
export function marksOf(
  { properties: { dir } }: Element,
  isBackAround: boolean,
): { before: string; after: string; behind: string } | null {
  if (dir !== 'ltr' && dir !== 'rtl') return null;
  const behind = MARKS[isBackAround ? 'rtl' : 'ltr'];
  return { before: MARKS[dir], after: MARKS[dir], behind: behind === MARKS[dir] ? '' : behind };
}

/** Whether words run from right to left in a paragraph, as their format says it. */
export function wayOf({ bidirectional }: Look): Format {
  return bidirectional ? { rightToLeft: true } : {};
}

/** Words in their form, as runs of one direction each. */
export function textRuns(text: string, { rightToLeft, ...format }: Format): TextRun[] {
  return runsOf(text, rightToLeft === true).map((run) => new TextRun({ ...format, ...run }));
}

/**
 * A line that runs the other way, and stays at its side of the page, is a paragraph of its own direction
 * that begins at the far side.
 */
export function onItsSide(nodes: readonly ElementContent[], look: Look) {
  const children = trimmed(nodes);
  const [only] = children;
  const isWhole = children.length === 1 && only?.type === 'element' && only.tagName === 'bdi';
  if (!isWhole || isRightToLeft(only, false) === (look.bidirectional === true)) {
    return { children, look };
  }
  const turned: Look = { ...look, bidirectional: !look.bidirectional, alignment: 'right' };
  return { children: only.children, look: turned };
}

/** Of a paragraph's look what holds for those in it and below it too. */
export function direction({ bidirectional }: Look): Look {
  return bidirectional ? { bidirectional } : {};
}

/** Without the line ends at both ends that are there for who reads the file. */
export function trimmed(nodes: readonly ElementContent[]): ElementContent[] {
  const kept = [...nodes];
  const isSpace = (node: ElementContent | undefined) =>
    node?.type === 'text' && node.value.trim() === '' && node.value.includes('\n');
  while (isSpace(kept[0])) kept.shift();
  while (isSpace(kept.at(-1))) kept.pop();
  return kept;
}
