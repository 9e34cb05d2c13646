import {
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type EditorState,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { v7 as newId } from 'uuid';
import type { SuggestionMark } from '../../../src-shared/document/suggestion-marks';
import { type Difference, differences } from './differences';
import { $trackFormats } from './formats';
import { $changedGroups, $changedLines, type Group } from './groups';
import { $inlinesOf, $kindOf, $neighbourOf, $textLineOf } from './lines';
import { $readPlace } from './read';
import { $carryMarks, $matchReplaced } from './replaced';
import {
  $reviveApart,
  $reviveLine,
  $revivePiece,
  $selectBehind,
  type Revived,
  type Spot,
} from './revive';
import { $trackShapes } from './shapes';
import {
  $deletedBy,
  $insertedBy,
  $isDeleted,
  $marksOf,
  $setDeleted,
  $setFormatted,
  $setInserted,
  $setLinked,
  $setShaped,
} from './state';
import { $insertOwn, $isInOwn, $trackTables } from './tables';
import {
  $cutAt,
  $unitOf,
  $unitsAfter,
  type FormerUnits,
  type LiveUnits,
  PlaceNumbers,
  unitsBefore,
} from './units';

/*
 * Turns what an update did into suggestions. It does not matter how the update came about: typing,
 * composing, pasting, cutting, replacing all end as a difference between two states.
 */

export interface Tracking {
  editor: LexicalEditor;
  /** The state before the update. */
  baseline: EditorState;
  /** The keys of all nodes written since, those that tracking itself writes included. */
  changed(): ReadonlySet<NodeKey>;
  /** Who changes the text; null where changes are made and not proposed. */
  author: string | null;
  /** True where the update deletes what follows the cursor. */
  isForward: boolean;
  /** Nodes that were put back, by their keys, and whose they are; kept for as long as `baseline` is. */
  standsFor: Map<NodeKey, NodeKey>;
  revived: Revived;
  /** The keys of the places that this update is done with. */
  seen: Set<NodeKey>;
  now(): string;
}

/** What was done, for the steps of undo. */
export interface Tracked {
  /** Units that were put back as deleted. */
  deleted: number;
  inserted: number;
  /** Nodes whose format is proposed now, or is not any more. */
  formatted: number;
}

/** Called as the last thing in an update. */
export function $track(tracking: Tracking): Tracked {
  const { editor, baseline, author, seen } = tracking;
  const done: Tracked = { deleted: 0, inserted: 0, formatted: 0 };
  const $groups = (): Group[] => {
    const changed = tracking.changed();
    if (author !== null) return $changedGroups(editor, baseline, changed);
    return $changedLines(baseline, changed)
      .filter($hasMarks)
      .map((line) => ({ before: [line.getKey()], after: [line.getKey()] }));
  };
  const isOwn = (key: NodeKey) => {
    const place = author === null ? null : $getNodeByKey(key);
    return place?.isAttached() && $kindOf(place) === null && $isInOwn(place, author ?? '');
  };
  const groups = $groups().filter(
    ({ after: [first] }) => !first || !(seen.has(first) || isOwn(first)),
  );
  // What is formatted at once is one suggestion, whatever lines it goes across.
  const formatMark = { id: newId(), author: author ?? '', at: tracking.now() };
  for (const group of groups) {
    const after = group.after.flatMap((key) => $getNodeByKey(key) ?? []);
    $trackGroup(tracking, group, after, done, formatMark);
  }
  $trackShapes(tracking, formatMark, done);
  $trackTables(tracking, formatMark, done);
  if (done.deleted + done.inserted + done.formatted === 0) return done;
  for (const { after } of $groups()) {
    for (const key of after) seen.add(key);
  }
  return done;
}

function $hasMarks(place: LexicalNode): boolean {
  if (!$isElementNode(place)) return false;
  return $inlinesOf(place).some($isMarked);
}

const $isMarked = (node: LexicalNode): boolean => $marksOf(node).length > 0;

function $trackGroup(
  tracking: Tracking,
  group: Group,
  after: readonly LexicalNode[],
  done: Tracked,
  formatMark: SuggestionMark,
): void {
  const { editor, baseline, standsFor, author } = tracking;
  const places = baseline.read(
    () => group.before.flatMap((key) => $getNodeByKey(key) ?? []).map($readPlace),
    { editor },
  );
  $matchReplaced(places, after, standsFor);
  const numbers = new PlaceNumbers(standsFor);
  const isKept = new Set(after.map((place) => place.getKey()));
  const wasThere = new Set(group.before);
  // What is apart and comes or goes is one thing; in one that stays, words may have changed.
  const isOwn = (mark: SuggestionMark | null) => mark !== null && mark.author === author;
  const former = unitsBefore(
    places,
    numbers,
    ({ kind, key, inserted }) => kind === 'apart' && (!isKept.has(key) || isOwn(inserted)),
  );
  const live = $unitsAfter(
    after,
    numbers,
    (place) =>
      $kindOf(place) === 'apart' && (!wasThere.has(place.getKey()) || isOwn($insertedBy(place))),
  );
  const selection = $getSelection();
  const caret =
    $isRangeSelection(selection) && selection.isCollapsed()
      ? $unitOf(live.parts, selection.anchor)
      : null;
  const found = differences(former.units, live.units, caret);
  $carryMarks(former, live, found);
  const parts = $trackFormats(former.parts, live.parts, found, { author, mark: formatMark, done });
  // Without proposals only what was typed into marks is of interest; the rest is not even cut.
  const relevant = author === null ? found.filter((one) => $isInMarks(parts, one)) : found;
  if (relevant.length === 0) return;
  const cut = $cutAt(
    parts,
    relevant.flatMap(({ after: { start, end } }) => [start, end]),
  );
  for (const one of relevant) {
    if (author === null) {
      $leaveMarks(cut, one);
      done.inserted += 1;
    } else $suggest(tracking, author, former.parts, cut, after[0] ?? null, one, caret, done);
  }
}

function $isInMarks(parts: readonly LiveUnits[], { after }: Difference): boolean {
  return parts.some(
    ({ node, start, end, isPlace }) =>
      !isPlace && start < after.end && end > after.start && $isMarked(node),
  );
}

/** Where changes are not proposed: what is typed does not become part of a suggestion at whose edge it is. */
function $leaveMarks(parts: readonly LiveUnits[], { after }: Difference): void {
  const added = parts.filter(
    ({ start, end, isPlace }) => !isPlace && start >= after.start && end <= after.end,
  );
  if (added.length === 0) return;
  const left = parts.find(({ end, isPlace }) => !isPlace && end === after.start);
  const right = parts.find(({ start, isPlace }) => !isPlace && start === after.end);
  for (const { node } of added) {
    $setDeleted(node, null);
    const mark = $insertedBy(node);
    const isWithin = (part: LiveUnits | undefined) =>
      part !== undefined && $insertedBy(part.node)?.id === mark?.id;
    if (mark && !(isWithin(left) && isWithin(right))) $setInserted(node, null);
    // It has its looks from whoever types it.
    $setFormatted(node, null);
    $setLinked(node, null);
  }
  $moveOutOfDeletion(added.map(({ node }) => node));
}

function $suggest(
  tracking: Tracking,
  author: string,
  former: readonly FormerUnits[],
  parts: readonly LiveUnits[],
  first: LexicalNode | null,
  { before, after }: Difference,
  caret: number | null,
  done: Tracked,
): void {
  const left = parts.findLast(({ end }) => end <= after.start) ?? null;
  const right = parts.find(({ start }) => start >= after.end) ?? null;
  const mark = $markBeside(author, left, right) ?? {
    id: newId(),
    author,
    at: tracking.now(),
  };
  const spot = before.start < before.end ? $spotBehind(left, parts, first) : null;
  const revived = spot ? $reviveAll(tracking, author, former, before, spot, mark) : [];
  done.deleted += before.end - before.start;
  const added = parts.filter(({ start, end }) => start >= after.start && end <= after.end);
  for (const { node, isPlace } of added) {
    if (isPlace && $kindOf(node) === 'header') continue;
    if ($insertedBy(node)?.author !== author) {
      if (isPlace && $kindOf(node) === 'apart') $insertOwn(node, mark);
      else $setInserted(node, mark);
    }
    $setDeleted(node, null);
    $setFormatted(node, null);
    $setLinked(node, null);
    $setShaped(node, null);
    done.inserted += 1;
  }
  if (added.length > 0) {
    if (added.every(({ isPlace }) => !isPlace) && revived.length === 0) {
      $moveOutOfDeletion(added.map(({ node }) => node));
    }
    return;
  }
  if (caret === after.start) $placeCaret(tracking, left, revived);
}

/** A change beside one's own goes on with it. */
function $markBeside(
  author: string,
  left: LiveUnits | null,
  right: LiveUnits | null,
): SuggestionMark | null {
  for (const part of [left, right]) {
    if (!part) continue;
    for (const mark of [$insertedBy(part.node), $deletedBy(part.node)]) {
      if (mark?.author === author) return mark;
    }
  }
  return null;
}

/** Puts back what was taken away, unless it was one's own and new; answers the nodes. */
function $reviveAll(
  { standsFor, revived }: Tracking,
  author: string,
  former: readonly FormerUnits[],
  before: Difference['before'],
  spot: Spot,
  mark: SuggestionMark,
): LexicalNode[] {
  const nodes: LexicalNode[] = [];
  for (const { start, end, place, piece } of former) {
    if (end <= before.start || start >= before.end) continue;
    const of = piece < 0 ? place : place.pieces[piece];
    if (!of || of.inserted?.author === author) continue;
    const by = of.deleted ?? mark;
    if (piece >= 0) {
      const part = place.pieces[piece]!;
      const text = part.text.slice(Math.max(0, before.start - start), before.end - start);
      const node = $revivePiece(spot, part, text, by);
      if (node) nodes.push(node);
      continue;
    }
    if (place.kind === 'header') continue;
    const $revive = place.kind === 'apart' ? $reviveApart : $reviveLine;
    const node = $revive(spot, place, by, revived);
    standsFor.set(node.getKey(), place.key);
    nodes.push(node);
  }
  return nodes;
}

/** Right behind a unit; at the start of the first line where there is none before it. */
function $spotBehind(
  left: LiveUnits | null,
  parts: readonly LiveUnits[],
  first: LexicalNode | null,
): Spot | null {
  const from = left?.end ?? 0;
  const next =
    parts.find(({ isPlace, start }) => isPlace && start >= from)?.node ?? $placeAfter(parts);
  if (!left) {
    const line = first && $textLineOf(first);
    return line && { line, last: null, tail: line, next };
  }
  const { node, isPlace } = left;
  if (!isPlace) {
    const line = $textLineOf(node);
    return line && { line, last: node, tail: line, next };
  }
  const isLine = !left.isWhole && $isElementNode(node) && $textLineOf(node)?.is(node);
  return { line: isLine ? node : null, last: null, tail: node, next };
}

/** What was typed inside of a deletion stands behind it. */
function $moveOutOfDeletion(nodes: readonly LexicalNode[]): void {
  const [first] = nodes;
  const last = nodes.at(-1);
  const before = first?.getPreviousSibling();
  const after = last?.getNextSibling();
  if (!first || !before || !after || !$isDeleted(before) || !$isDeleted(after)) return;
  if (nodes.some((node) => !first.getParent()?.is(node.getParent()))) return;
  let end: LexicalNode = after;
  for (
    let next = end.getNextSibling();
    next && $isDeleted(next) && $deletedBy(next)?.id === $deletedBy(before)?.id;
    next = end.getNextSibling()
  ) {
    end = next;
  }
  for (const node of nodes.toReversed()) end.insertAfter(node, false);
  if ($isTextNode(last)) last.select();
}

/** The place that follows all of these. */
function $placeAfter(parts: readonly LiveUnits[]): LexicalNode | null {
  const last = parts.findLast(({ isPlace }) => isPlace);
  return last ? $neighbourOf(last.node, true) : null;
}

/** After a deletion the cursor goes on in its direction. */
function $placeCaret(
  { isForward }: Tracking,
  left: LiveUnits | null,
  revived: readonly LexicalNode[],
): void {
  const [first] = revived;
  const last = revived.at(-1);
  if (!first || !last) return;
  if (isForward) $selectBehind(last);
  else if (left && $isTextNode(left.node)) left.node.select();
  else if ($isTextNode(first)) first.select(0, 0);
  else if (left && $isElementNode(left.node)) left.node.selectStart();
}
