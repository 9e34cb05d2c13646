import {
  $isElementNode,
  $isTextNode,
  type LexicalNode,
  type NodeKey,
  type PointType,
} from 'lexical';
import { DELETED, FIRST_BLOCK, INSERTED } from './differences';
import { $inlinesOf, $kindOf } from './lines';
import { $signsOf, type Place } from './read';
import { $insertedBy, $isDeleted } from './state';

/*
 * A group of places as a row of units (differences.ts), with what each unit is of.
 */

/** Gives every place a number; a place that stands for another has that one's. */
export class PlaceNumbers {
  private readonly numbers = new Map<NodeKey, number>();

  constructor(private readonly standsFor: ReadonlyMap<NodeKey, NodeKey>) {}

  of(key: NodeKey): number {
    const known = this.standsFor.get(key) ?? key;
    const number = this.numbers.get(known) ?? FIRST_BLOCK + this.numbers.size;
    this.numbers.set(known, number);
    return number;
  }
}

/** A part of what stood there: of a piece, or the start of a place. */
export interface FormerUnits {
  start: number;
  end: number;
  place: Place;
  /** Number of the piece; -1 for the start of the place. */
  piece: number;
}

/** The units of places as they were. What is apart and gone is one unit, whatever it holds. */
export function unitsBefore(
  places: readonly Place[],
  numbers: PlaceNumbers,
  isWhole: (place: Place) => boolean,
): { units: number[]; parts: FormerUnits[] } {
  const units: number[] = [];
  const parts: FormerUnits[] = [];
  for (const place of places) {
    if (place.kind !== null) {
      parts.push({ start: units.length, end: units.length + 1, place, piece: -1 });
      units.push(numbers.of(place.key));
    }
    if (isWhole(place)) continue;
    for (const [piece, { text, inserted, deleted }] of place.pieces.entries()) {
      const start = units.length;
      pushText(units, text, inserted !== null, deleted !== null);
      parts.push({ start, end: units.length, place, piece });
    }
  }
  return { units, parts };
}

/** A node as it is: a place (its start), or something in a line. */
export interface LiveUnits {
  start: number;
  end: number;
  node: LexicalNode;
  isPlace: boolean;
  /** A place that counts as one unit with all that it holds. */
  isWhole?: boolean;
}

export function $unitsAfter(
  places: readonly LexicalNode[],
  numbers: PlaceNumbers,
  isWhole: (place: LexicalNode) => boolean,
): { units: number[]; parts: LiveUnits[] } {
  const units: number[] = [];
  const parts: LiveUnits[] = [];
  for (const place of places) {
    if ($kindOf(place) !== null) {
      const [start, end] = [units.length, units.length + 1];
      parts.push({ start, end, node: place, isPlace: true, isWhole: isWhole(place) });
      units.push(numbers.of(place.getKey()));
    }
    if (isWhole(place) || !$isElementNode(place)) continue;
    for (const node of $inlinesOf(place)) {
      const start = units.length;
      pushText(units, $signsOf(node), $insertedBy(node) !== null, $isDeleted(node));
      if (units.length > start) parts.push({ start, end: units.length, node, isPlace: false });
    }
  }
  return { units, parts };
}

function pushText(units: number[], text: string, isInserted: boolean, isDeleted: boolean): void {
  const marks = (isInserted ? INSERTED : 0) + (isDeleted ? DELETED : 0);
  for (let at = 0; at < text.length; at++) units.push(text.charCodeAt(at) + marks);
}

/** Where a point stands among the units; null where it is not among them. */
export function $unitOf(parts: readonly LiveUnits[], point: PointType): number | null {
  const node = point.getNode();
  const part = parts.find((one) => one.node.is(node));
  if ($isTextNode(node)) return part ? part.start + point.offset : null;
  if (!$isElementNode(node)) return null;
  const next = node.getChildAtIndex(point.offset);
  const following = next && parts.find((one) => one.node.is(next) || next.isParentOf(one.node));
  if (following) return following.start;
  const inside = parts.filter((one) => one.node.is(node) || node.isParentOf(one.node));
  return inside.at(-1)?.end ?? null;
}

/** Splits text so that a part begins at each of these units; answers the parts then. */
export function $cutAt(parts: readonly LiveUnits[], cuts: readonly number[]): LiveUnits[] {
  return parts.flatMap((part) => {
    const { node, start, end } = part;
    const inner = [...new Set(cuts.filter((cut) => cut > start && cut < end))].sort(
      (a, b) => a - b,
    );
    if (inner.length === 0 || !$isTextNode(node) || node.getMode() !== 'normal') return [part];
    const pieces = node.splitText(...inner.map((cut) => cut - start));
    const ends = [...inner, end];
    return pieces.map((piece, index) => ({
      start: index === 0 ? start : (inner[index - 1] ?? start),
      end: ends[index] ?? end,
      node: piece,
      isPlace: false,
    }));
  });
}
