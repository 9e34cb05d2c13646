import type { PlainText } from '../../../src-shared/document/plain-text';
import type { Found } from './leaves';
import type { Step } from './steps';

/*
 * The same text as a list of lines, and what a step does to them. Not foretold, and so only looked at
 * afterwards: what is done across lines, in the midst of proposals, where Markdown's signs take form,
 * paste of several lines, kinds of blocks that come or go with words of their own (tables, figures,
 * attributions), deletion where notes go with their references, keys at the borders of lists and tables,
 * undo and redo (compared with the states that were there, in the test itself), the wording of a source.
 */

export const linesOf = ({ text, blocks }: PlainText): string[] =>
  blocks.map(({ start, end }) => text.slice(start, end));

const NEUTRAL: ReadonlySet<Step['kind']> = new Set([
  'link',
  'link-quotation',
  'dismiss',
  'comment',
  'claim',
  'remove-comment',
  'remove-claim',
  'suggest',
  'pause',
]);
const NEUTRAL_FORMATS =
  /^format\.(bold|italic|underline|strikethrough|superscript|subscript|code|plain)$/;
/** Lines that Enter parts in two, and that are joined by Backspace. */
const PARTED: ReadonlySet<string> = new Set(['paragraph', 'heading', 'list-item', 'quote']);
const MARKDOWN = /^\s*(#{1,6}|[-*+—]|–-|---|\d+\.|>|\[.?\])\s|[*_`~]/;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The lines after a step; null where the model does not foretell them. */
export function foretold(before: PlainText, step: Step, found: Found | null): string[] | null {
  const lines = linesOf(before);
  if (NEUTRAL.has(step.kind) || (step.kind === 'copy' && !step.isCut)) return lines;
  if (step.kind === 'format') return NEUTRAL_FORMATS.test(step.command) ? lines : null;
  if (step.kind === 'replace-all') {
    if (!step.alsoQuotations) return null;
    return lines.map((line) => line.replaceAll(new RegExp(step.query, 'giu'), step.replacement));
  }
  if (!found || found.end === null) return null;
  const { line, start, end } = found;
  const text = lines[line];
  const kind = before.blocks[line]?.kind;
  if (text === undefined || kind === undefined) return null;
  const splice = (from: number, to: number, ...put: string[]): string[] | null => {
    const [first = '', ...rest] = put;
    const inside = [text.slice(0, from) + first, ...rest];
    inside.push(inside.pop() + text.slice(to));
    return inside.some((one) => MARKDOWN.test(one))
      ? null
      : [...lines.slice(0, line), ...inside, ...lines.slice(line + 1)];
  };
  const hasNotes = before.blocks.some((block) => block.kind === 'footnote');
  switch (step.kind) {
    case 'type':
      return hasNotes && end > start ? null : splice(start, end, step.text);
    case 'copy':
      return hasNotes ? null : splice(start, end);
    case 'paste':
      if (typeof step.what === 'string' || !('text' in step.what)) return null;
      if (/[\n\t]/.test(step.what.text) || (hasNotes && end > start)) return null;
      return splice(start, end, step.what.text);
    case 'enter':
      // A list ends at an item without words.
      if (step.isSoft || end > start || text.trim() === '' || !PARTED.has(kind)) return null;
      return splice(start, start, '', '');
    case 'delete': {
      if (hasNotes) return null;
      if (end > start) return splice(start, end);
      const side = step.isBackward ? text.slice(0, start) : text.slice(start);
      if (step.unit !== 'character' || side === '' || /[\n\t]/.test(text)) return null;
      const letters = [...graphemes.segment(side)].map(({ segment }) => segment.length);
      return step.isBackward
        ? splice(start - letters.at(-1)!, start)
        : splice(start, start + letters[0]!);
    }
    default:
      return null;
  }
}
