import type { TextNode } from 'lexical';
import type { DiffSegment } from '../../../src-shared/model/verdict';
import { $placedTexts } from './positions';
import { type Edit, sourceWordingEdits } from './source-wording';
import { $quotationsOf } from './state';

/** A text node of a quotation, with its stretch of the quotation's text. */
interface Piece {
  node: TextNode;
  start: number;
  end: number;
}

/** The text nodes of a quotation in order, and their text; parts that stand apart are parted by a space. */
function $piecesOf(id: string): { text: string; pieces: Piece[] } {
  const pieces: Piece[] = [];
  let text = '';
  let formerEnd: number | null = null;
  for (const { node, start } of $placedTexts()) {
    if (!$quotationsOf(node).includes(id)) continue;
    if (formerEnd !== null && formerEnd !== start) text += ' ';
    const from = text.length;
    text += node.getTextContent();
    pieces.push({ node, start: from, end: text.length });
    formerEnd = start + node.getTextContentSize();
  }
  return { text, pieces };
}

/** What is inserted takes the format of the words it replaces, or of those before it. */
function $applyEdit(pieces: readonly Piece[], edit: Edit): void {
  const touched = pieces.filter((piece) => piece.start < edit.end && piece.end > edit.start);
  const into = touched[0] ?? pieces.findLast((piece) => piece.start < edit.start) ?? pieces[0];
  for (const { node, start, end } of touched.toReversed()) {
    const from = Math.max(edit.start, start) - start;
    const to = Math.min(edit.end, end) - start;
    node.spliceText(from, to - from, node.is(into?.node) ? edit.text : '');
  }
  if (touched.length === 0 && into) {
    const offset = Math.min(Math.max(edit.start - into.start, 0), into.end - into.start);
    into.node.spliceText(offset, 0, edit.text);
  }
}

/**
 * Gives a quotation the wording of its source, leaving what is the same as it stands. Called in an
 * update; false where the text is not the one that the diff is of, and then nothing is changed.
 */
export function $useSourceWording(id: string, diff: readonly DiffSegment[]): boolean {
  const { text, pieces } = $piecesOf(id);
  const edits = sourceWordingEdits(text, diff);
  if (edits === null || edits.length === 0) return false;
  for (const edit of edits.toReversed()) $applyEdit(pieces, edit);
  return true;
}
