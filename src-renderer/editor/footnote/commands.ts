import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from 'lexical';
import { v7 as newId } from 'uuid';
import { $isHeaderBlock } from '../nodes';
import {
  $createFootnote,
  $createFootnoteReference,
  $footnoteOf,
  $isFootnote,
  type FootnoteNode,
  type FootnoteReferenceNode,
} from './nodes';
import { $notes, $references, $settleFootnotes } from './settle';

/** The footnote that a point stands in, or null. */
export function $footnoteAt(point: PointType): FootnoteNode | null {
  const top = point.getNode().getTopLevelElement();
  return $isFootnote(top) ? top : null;
}

/** A footnote at the cursor, behind what is selected; the cursor goes into the note. */
export function $insertFootnote(selection: RangeSelection): void {
  const end = selection.isBackward() ? selection.anchor : selection.focus;
  const top = end.getNode().getTopLevelElement();
  // A headline has no notes, and neither has a note.
  if (!$isElementNode(top) || $isHeaderBlock(top) || $isFootnote(top)) return;
  const at = selection.clone();
  at.anchor.set(end.key, end.offset, end.type);
  at.focus.set(end.key, end.offset, end.type);
  // What is inserted goes to where the selection is, whichever is asked.
  $setSelection(at);
  const id = newId();
  at.insertNodes([$createFootnoteReference(id)]);
  const note = $createFootnote(id);
  // Not beside the block, which may stand in a block quotation.
  $getRoot().append(note);
  $settleFootnotes();
  note.selectStart();
}

/** Puts the cursor right behind the first reference to a note. */
export function $selectReference(note: FootnoteNode): boolean {
  const id = $footnoteOf(note);
  const reference = $references().find((one) => $footnoteOf(one) === id);
  if (!reference) return false;
  reference.selectNext(0, 0);
  return true;
}

/** The reference beside the cursor, or the next one in its paragraph, or the one before. */
function $nearestReference(selection: RangeSelection): FootnoteReferenceNode | null {
  const top = selection.focus.getNode().getTopLevelElement();
  if (!$isElementNode(top)) return null;
  const inBlock = $references().filter((one) => one.getTopLevelElement()?.is(top));
  const at = selection.focus.getNode();
  const isBehind = (node: LexicalNode) => node.is(at) || at.isBefore(node);
  const previous = inBlock.filter((one) => !isBehind(one)).at(-1);
  if (previous && selection.focus.offset === 0) return previous;
  return inBlock.find(isBehind) ?? previous ?? null;
}

/** From a note to its place in the text, or from the text to the note of the nearest reference. */
export function $goBetween(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const inNote = $footnoteAt(selection.focus);
  if (inNote) return $selectReference(inNote);
  const reference = $nearestReference(selection);
  return reference !== null && $goToNote(reference);
}

/** Puts the cursor at the end of a reference's note. */
export function $goToNote(reference: FootnoteReferenceNode): boolean {
  const note = $notes().get($footnoteOf(reference));
  note?.selectEnd();
  return note !== undefined;
}

/** Enter in a note goes back to the text. */
export function $leaveFootnote(selection: RangeSelection): boolean {
  const note = $footnoteAt(selection.focus);
  return note !== null && $selectReference(note);
}

/**
 * Backspace at the start of a note: an empty one goes, with its reference, and the cursor goes to where
 * that stood; from any other only the cursor moves.
 */
export function $deleteAtFootnote(selection: RangeSelection): boolean {
  const note = $footnoteAt(selection.anchor);
  if (!note) return false;
  const isEmpty = note.isEmpty();
  const id = $footnoteOf(note);
  $selectReference(note);
  if (!isEmpty) return true;
  for (const reference of $references()) {
    if ($footnoteOf(reference) !== id) continue;
    const parent = reference.getParentOrThrow();
    const index = reference.getIndexWithinParent();
    reference.remove();
    parent.select(index, index);
  }
  note.remove();
  return true;
}
