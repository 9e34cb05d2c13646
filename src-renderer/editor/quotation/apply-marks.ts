import type { TextNode } from 'lexical';
import {
  type QuotationMark,
  type Stretch,
  stretchesOf,
} from '../../../src-shared/document/mark-quotations';
import { sameIds } from '../text-ids';
import { $placedTexts } from './positions';
import { $quotationsOf, $setQuotations } from './state';

interface Piece {
  end: number;
  ids: readonly string[];
}

/** The pieces of a node of `length` characters, offsets from its start; equal neighbours are one. */
function piecesOf(start: number, length: number, touching: readonly Stretch[]): Piece[] {
  const end = start + length;
  const cuts = new Set([end]);
  for (const stretch of touching) {
    if (stretch.start > start) cuts.add(stretch.start);
    if (stretch.end < end) cuts.add(stretch.end);
  }
  const pieces: Piece[] = [];
  let from = start;
  for (const to of [...cuts].sort((a, b) => a - b)) {
    const covering = touching
      .filter((stretch) => stretch.start < to && stretch.end > from)
      .sort((a, b) => a.rank - b.rank);
    const ids = [...new Set(covering.map((stretch) => stretch.id))];
    const last = pieces.at(-1);
    if (last && sameIds(last.ids, ids)) last.end = to - start;
    else pieces.push({ end: to - start, ids });
    from = to;
  }
  return pieces;
}

/** Text nodes that have to change, each with the pieces it falls into. */
export interface MarksPlan {
  node: TextNode;
  pieces: readonly Piece[];
}

function planned(node: TextNode, pieces: readonly Piece[]): MarksPlan | null {
  // A token is one piece for the editor: it is marked as a whole.
  const wanted =
    node.getMode() === 'normal'
      ? pieces
      : [
          {
            end: node.getTextContentSize(),
            ids: [...new Set(pieces.flatMap((piece) => piece.ids))],
          },
        ];
  const [only] = wanted;
  const isAsWanted = only && wanted.length === 1 && sameIds($quotationsOf(node), only.ids);
  return isAsWanted ? null : { node, pieces: wanted };
}

/**
 * What has to change so that the quotation ids stand on exactly these stretches of the plain text and
 * on nothing else: the live counterpart of `markQuotations`. Called in a read or an update.
 */
export function $planMarks(marks: readonly QuotationMark[]): MarksPlan[] {
  const plan: MarksPlan[] = [];
  const stretches = stretchesOf(marks);
  const longest = Math.max(0, ...stretches.map((stretch) => stretch.end - stretch.start));
  let first = 0;
  for (const { node, start } of $placedTexts()) {
    const end = start + node.getTextContentSize();
    if (end === start) continue;
    // Nothing that starts further back than the longest stretch can reach this node.
    while ((stretches[first]?.start ?? end) + longest <= start) first++;
    const touching: Stretch[] = [];
    for (let index = first; index < stretches.length; index++) {
      const stretch = stretches[index];
      if (!stretch || stretch.start >= end) break;
      if (stretch.end > start) touching.push(stretch);
    }
    const change = planned(node, piecesOf(start, end - start, touching));
    if (change) plan.push(change);
  }
  return plan;
}

/** Carries out a plan made from the very same state. Called in an update. */
export function $applyPlan(plan: readonly MarksPlan[]): void {
  for (const { node, pieces } of plan) {
    const parts = node.splitText(...pieces.slice(0, -1).map((piece) => piece.end));
    for (const [index, part] of parts.entries()) $setQuotations(part, pieces[index]?.ids ?? []);
  }
}
