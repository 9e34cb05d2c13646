import { $isLinkNode } from '@lexical/link';
import { $isListItemNode, $isListNode } from '@lexical/list';
import { $isQuoteNode } from '@lexical/rich-text';
import { $isTableNode } from '@lexical/table';
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import type { SuggestionMark } from '../../../src-shared/document/suggestion-marks';
import { $inlinesOf, $kindOf, $neighbourOf, $placeOf, $placesIn } from './lines';
import { $restoreLink } from './links';
import { $restoreShapes } from './reshape';
import {
  $deletedBy,
  $formattedBy,
  $insertedBy,
  $linkedBy,
  $marksOf,
  $setDeleted,
  $setFormatted,
  $setInserted,
  $setLinked,
  $setShaped,
  $shapedBy,
} from './state';
import { $decideTable, $isWhole, $partsOf } from './tables';

/*
 * Accepting and rejecting on live nodes: what `acceptSuggestions` and `rejectSuggestions` are for a
 * document, for some of its suggestions.
 */

export type Decision = 'accept' | 'reject';

/** Carries out a decision about suggestions. Called in an update; answers how many nodes it was about. */
export function $decide(decision: Decision, isMeant: (mark: SuggestionMark) => boolean): number {
  const goes = decision === 'accept' ? $deletedBy : $insertedBy;
  const stays = decision === 'accept' ? $insertedBy : $deletedBy;
  const $clear = decision === 'accept' ? $setInserted : $setDeleted;
  const $clearGoing = decision === 'accept' ? $setDeleted : $setInserted;
  const $isMeant = (mark: SuggestionMark | null) => mark !== null && isMeant(mark);
  let count = 0;

  const $settle = (node: LexicalNode) => {
    if (!$isMeant(stays(node))) return;
    $clear(node, null);
    count += 1;
  };
  const $settleFormat = (node: LexicalNode) => {
    const mark = $formattedBy(node);
    if (!mark || !isMeant(mark) || !$isTextNode(node)) return;
    $setFormatted(node, null);
    if (decision === 'reject') node.setFormat(node.getFormat() ^ mark.formats);
    count += 1;
  };
  const $settleLink = (node: LexicalNode) => {
    const mark = $linkedBy(node);
    if (!mark || !isMeant(mark)) return;
    $setLinked(node, null);
    if (decision === 'reject') $restoreLink(node, mark.former);
    count += 1;
  };
  const $settleInlines = (line: ElementNode) => {
    for (const node of $inlinesOf(line)) {
      if ($isMeant(goes(node))) {
        count += 1;
        $removeInline(node);
      } else {
        $settle(node);
        $settleFormat(node);
        $settleLink(node);
      }
    }
  };

  for (const place of $getRoot().getChildren().flatMap($placesIn)) {
    const kind = $kindOf(place);
    if (kind === 'apart') {
      if ($isMeant(goes(place))) {
        count += 1;
        $removeBlock(place);
        continue;
      }
      $settle(place);
      if ($isTableNode(place)) {
        const table = $decideTable(place, (part) => $isMeant(goes(part)), $settle);
        count += table.count;
        if (table.isGone) {
          $removeBlock(place);
          continue;
        }
      }
      for (const line of $linesInside(place)) $settleInlines(line);
      continue;
    }
    if (!$isElementNode(place)) continue;
    $settleInlines(place);
    if (kind === 'line' && $isMeant(goes(place))) {
      count += 1;
      $clearGoing(place, null);
      $join(place, decision);
    } else $settle(place);
  }
  // Last: which lines there are is known by now.
  return count + $decideShapes(decision, isMeant);
}

function $decideShapes(decision: Decision, isMeant: (mark: SuggestionMark) => boolean): number {
  if (decision === 'reject') return $restoreShapes(isMeant);
  let count = 0;
  for (const line of $getRoot().getChildren().flatMap($placesIn)) {
    const mark = $shapedBy(line);
    if (!mark || !isMeant(mark)) continue;
    $setShaped(line, null);
    count += 1;
  }
  return count;
}

/** The blocks with words in a table, a figure, a footnote. */
function $linesInside(node: LexicalNode): ElementNode[] {
  if (!$isElementNode(node)) return [];
  const children = node.getChildren();
  const holdsBlocks = children.some((child) => $isElementNode(child) && !child.isInline());
  return holdsBlocks ? children.flatMap($linesInside) : [node];
}

function $removeInline(node: LexicalNode): void {
  const parent = node.getParent();
  node.remove(true);
  if ($isLinkNode(parent) && parent.isEmpty()) parent.remove(true);
}

/** Makes a line one with the line before it; one that has none goes where it is empty. */
function $join(line: ElementNode, decision: Decision): void {
  const previous = $neighbourOf(line, false);
  const canJoin = previous !== null && $kindOf(previous) === 'line' && $isElementNode(previous);
  if (!canJoin) {
    if (line.isEmpty() && $getRoot().getChildrenSize() > 2) $removeBlock(line);
  } else if (decision === 'accept' && previous.isEmpty() && !line.isEmpty()) {
    $moveSelection(previous, line);
    $removeBlock(previous);
  } else {
    const selection = $getSelection();
    const isAtStart =
      $isRangeSelection(selection) && line.is(selection.anchor.getNode()) && line.isEmpty();
    if (isAtStart) previous.selectEnd();
    previous.append(...line.getChildren());
    $removeBlock(line);
  }
}

function $moveSelection(from: ElementNode, to: ElementNode): void {
  const selection = $getSelection();
  if ($isRangeSelection(selection) && from.is(selection.anchor.getNode())) to.selectStart();
}

/** Takes a block away, and what held nothing but it. */
function $removeBlock(node: LexicalNode): void {
  let at = node;
  for (let parent = at.getParent(); parent; parent = at.getParent()) {
    const isHolder = $isListNode(parent) || $isQuoteNode(parent) || $isListItemNode(parent);
    if (!isHolder || parent.getChildrenSize() > 1) break;
    at = parent;
  }
  at.remove(true);
}

/** The suggestions that the selection touches, or that the cursor stands in or at. */
export function $suggestionsAtSelection(): Set<string> {
  const ids = new Set<string>();
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return ids;
  const add = (node: LexicalNode | null) => {
    if (!node) return;
    for (const mark of $marksOf(node)) ids.add(mark.id);
  };
  if (!selection.isCollapsed()) {
    for (const node of selection.getNodes()) add(node);
    return ids;
  }
  const { anchor } = selection;
  const node = anchor.getNode();
  add(node);
  if (ids.size > 0) return ids;
  for (const at of node.getParents()) if ($isWhole(at)) add(at);
  if (ids.size > 0) return ids;
  if ($isTextNode(node)) {
    if (anchor.offset === node.getTextContentSize()) add(node.getNextSibling());
    if (ids.size === 0 && anchor.offset === 0) add(node.getPreviousSibling());
  } else if ($isElementNode(node)) {
    add(node.getChildAtIndex(anchor.offset));
    if (ids.size === 0) add(node.getChildAtIndex(anchor.offset - 1));
  }
  if (ids.size === 0) {
    const place = $placeOf(node);
    if ($isTextNode(node) && anchor.offset === 0 && !node.getPreviousSibling()) add(place);
    const shaped = place && $shapedBy(place);
    if (shaped) ids.add(shaped.id);
  }
  return ids;
}

/** The nodes that have a mark of a suggestion, in the order of the text. */
export function $nodesOfSuggestion(id: string): LexicalNode[] {
  const $has = (node: LexicalNode) => $marksOf(node).some((mark) => mark.id === id);
  return $getRoot()
    .getChildren()
    .flatMap($placesIn)
    .flatMap((place) => [
      ...($has(place) ? [place] : []),
      ...($isTableNode(place) ? $partsOf(place).filter($has) : []),
      ...$linesOf(place).flatMap($inlinesOf).filter($has),
    ]);
}

function $linesOf(place: LexicalNode): ElementNode[] {
  if ($kindOf(place) === 'apart') return $linesInside(place);
  return $isElementNode(place) ? [place] : [];
}
