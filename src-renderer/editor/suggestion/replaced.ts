import { $isElementNode, type LexicalNode, type NodeKey } from 'lexical';
import type { Difference } from './differences';
import { $inlinesOf, $kindOf } from './lines';
import type { Place } from './read';
import { $insertedBy, $isDeleted, $setDeleted, $setInserted } from './state';
import type { FormerUnits, LiveUnits } from './units';

/*
 * Blocks that an update put in the place of others, which they are to a reader: a heading for a paragraph,
 * an item for a line.
 */

/** A block of another kind in the place of one that is gone (a heading, a list item) is that one. */
export function $matchReplaced(
  places: readonly Place[],
  after: readonly LexicalNode[],
  standsFor: Map<NodeKey, NodeKey>,
): void {
  const kept = new Set(after.map((place) => place.getKey()));
  const taken = new Set([...kept].flatMap((key) => standsFor.get(key) ?? []));
  let gone = places.filter(({ key }) => !kept.has(key) && !taken.has(key));
  const was = new Set(places.map(({ key }) => key));
  const come = after.filter((place) => !was.has(place.getKey()) && !standsFor.has(place.getKey()));
  if (gone.length === 0 || come.length === 0) return;
  const left: LexicalNode[] = [];
  for (const place of come) {
    const first = $isElementNode(place) ? $inlinesOf(place)[0] : undefined;
    const isLine = $kindOf(place) !== 'apart';
    const match =
      first && gone.find((one) => isSame(one, first.getKey()) && (one.kind !== 'apart') === isLine);
    if (match) {
      standsFor.set(place.getKey(), match.key);
      gone = gone.filter((one) => one !== match);
    } else left.push(place);
  }
  gone = gone.filter(({ deleted }) => deleted === null);
  // Lines without words are told apart by their order alone.
  if (gone.length !== left.length) return;
  const areEmpty =
    gone.every(({ pieces }) => pieces.length === 0) &&
    left.every((place) => $isElementNode(place) && place.isEmpty());
  if (gone.length > 1 && !areEmpty) return;
  for (const [index, place] of left.entries()) {
    const was = gone[index];
    if (was?.kind === 'line' && $kindOf(place) === 'line') standsFor.set(place.getKey(), was.key);
  }
}

/** True for the place whose words begin a new one: one whose break is deleted already, by its first word. */
function isSame({ keys, deleted }: Place, first: NodeKey): boolean {
  return deleted === null ? keys.has(first) : keys.values().next().value === first;
}

/** A block that stands for another one has its marks. */
export function $carryMarks(
  former: { units: number[]; parts: FormerUnits[] },
  live: { units: number[]; parts: LiveUnits[] },
  found: readonly Difference[],
): void {
  const isAdded = (unit: number) =>
    found.some(({ after }) => unit >= after.start && unit < after.end);
  const byNumber = new Map<number, Place>();
  for (const { piece, start, place } of former.parts) {
    if (piece < 0) byNumber.set(former.units[start] ?? 0, place);
  }
  for (const { node, start, isPlace } of live.parts) {
    if (!isPlace || isAdded(start)) continue;
    const place = byNumber.get(live.units[start] ?? 0);
    if (!place || place.key === node.getKey()) continue;
    if (place.inserted && !$insertedBy(node)) $setInserted(node, place.inserted);
    if (place.deleted && !$isDeleted(node)) $setDeleted(node, place.deleted);
  }
}
