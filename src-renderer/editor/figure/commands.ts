import { $findTableNode } from '@lexical/table';
import {
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  createCommand,
  type ElementNode,
  HISTORY_PUSH_TAG,
  type LexicalCommand,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { $isFootnote } from '../footnote/nodes';
import { $isHeaderBlock } from '../nodes';
import { FRAME } from './frame';
import { $createFigureNode, $isFigureNode, type FigureFields, type FigureNode } from './node';

/** Asks for a picture's file: for a new figure, or for the one with this key in place of its picture. */
export const PICK_PICTURE_COMMAND: LexicalCommand<NodeKey | null> = createCommand('PICK_PICTURE');

/** Opens the card of a figure. */
export const OPEN_FIGURE_COMMAND: LexicalCommand<NodeKey> = createCommand('OPEN_FIGURE');

/**
 * Puts figures below the block that the selection is in, or in its place where that is empty, and the
 * cursor into the caption of the first. Nothing where the text has no place for them.
 */
export function $insertFigures(pictures: readonly Partial<FigureFields>[]): void {
  const selection = $getSelection();
  const focused = $isRangeSelection(selection) ? selection.focus.getNode() : null;
  // A cell holds words alone: what comes into it stands below its table.
  const at = focused
    ? ($findTableNode(focused) ?? focused.getTopLevelElement())
    : $getRoot().getLastChild();
  let place = $placeBelow(at);
  if (!place) return;
  const isReplaced = isEmptyParagraph(place);
  const figures = pictures.map((fields) => $createFigureNode({ ...fields }));
  const former = place;
  for (const figure of figures) {
    place.insertAfter(figure, false);
    place = figure;
  }
  if (isReplaced) former.remove();
  const next = place.getNextSibling();
  if (!next || $isFootnote(next)) place.insertAfter($createParagraphNode(), false);
  figures[0]?.selectStart();
}

/** The block that a figure goes below: figures stand at the top level, below the header, above the notes. */
function $placeBelow(at: LexicalNode | null): LexicalNode | null {
  let place: LexicalNode | null = at ?? $getRoot().getLastChild();
  while (place && $isFootnote(place)) place = place.getPreviousSibling();
  while (place && $isHeaderBlock(place) && $isHeaderBlock(place.getNextSibling())) {
    place = place.getNextSibling();
  }
  return place;
}

function isEmptyParagraph(node: LexicalNode): boolean {
  return node.getType() === 'paragraph' && ($isElementNode(node) ? node.isEmpty() : false);
}

/** Changes what is said of a figure, or its picture, in one step of undo. */
export function setFigure(
  editor: LexicalEditor,
  key: NodeKey,
  fields: Partial<FigureFields>,
): void {
  editor.update(
    () => {
      const figure = $getNodeByKey(key);
      if ($isFigureNode(figure)) figure.setFields(fields);
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}

/** Takes a figure away; the cursor goes to what was below it, or above. */
export function removeFigure(editor: LexicalEditor, key: NodeKey): void {
  editor.update(
    () => {
      const figure = $getNodeByKey(key);
      if (!$isFigureNode(figure)) return;
      $selectBeside(figure);
      figure.remove();
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}

function $selectBeside(figure: FigureNode): void {
  const next = figure.getNextSibling();
  const previous = figure.getPreviousSibling();
  if ($isElementNode(next) && !$isFootnote(next)) next.selectStart();
  else if ($isElementNode(previous) && !$isHeaderBlock(previous)) previous.selectEnd();
  else {
    const paragraph = $createParagraphNode();
    figure.insertAfter(paragraph);
    paragraph.select();
  }
}

/** Moves a figure over the block above or below it; not into the header, nor among the notes. */
export function moveFigure(editor: LexicalEditor, key: NodeKey, by: 1 | -1): boolean {
  let isMoved = false;
  editor.update(
    () => {
      const figure = $getNodeByKey(key);
      if (!$isFigureNode(figure)) return;
      const over = by < 0 ? figure.getPreviousSibling() : figure.getNextSibling();
      if (!over || $isHeaderBlock(over) || $isFootnote(over)) return;
      if (by < 0) over.insertBefore(figure);
      else over.insertAfter(figure);
      isMoved = true;
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  return isMoved;
}

/** Puts the cursor into the text above or below a figure's picture: below it, that is its caption. */
export function leaveFigure(editor: LexicalEditor, key: NodeKey, to: 'above' | 'caption'): void {
  editor.update(
    () => {
      const figure = $getNodeByKey(key);
      if (!$isFigureNode(figure)) return;
      if (to === 'caption') {
        figure.selectStart();
        return;
      }
      const previous = figure.getPreviousSibling();
      if ($isElementNode(previous)) previous.selectEnd();
    },
    { discrete: true },
  );
}

/** Moves the focus to the picture of a figure, once it is on the page. */
export function focusPicture(editor: LexicalEditor, key: NodeKey): void {
  queueMicrotask(() => {
    const frame = editor.getElementByKey(key)?.querySelector<HTMLElement>(`.${FRAME}`);
    frame?.focus();
    frame?.scrollIntoView({ block: 'nearest' });
  });
}

/** The figure whose picture an element is, or stands in; null for any other element. */
export function figureOfFrame(editor: LexicalEditor, target: EventTarget | null): NodeKey | null {
  const frame = target instanceof Element ? target.closest(`.${FRAME}`) : null;
  if (!frame) return null;
  return editor.read(() => {
    const figures = $getRoot().getChildren().filter($isFigureNode);
    const found = figures.find((figure) =>
      editor.getElementByKey(figure.getKey())?.contains(frame),
    );
    return found?.getKey() ?? null;
  });
}

/** The block of the root that comes next in a direction, if it is a figure. */
export function $figureBeside(block: ElementNode, isBefore: boolean): FigureNode | null {
  const top = block.getTopLevelElement();
  const beside = isBefore ? top?.getPreviousSibling() : top?.getNextSibling();
  return $isFigureNode(beside) ? beside : null;
}
