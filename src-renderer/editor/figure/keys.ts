import { $getClipboardDataFromSelection, copyToClipboard } from '@lexical/clipboard';
import {
  $createNodeSelection,
  $createParagraphNode,
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isRootNode,
  COMMAND_PRIORITY_LOW,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  type ElementNode,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_ARROW_UP_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type NodeKey,
} from 'lexical';
import { $blockOf, $isAtEdge } from '../keys';
import {
  $figureBeside,
  figureOfFrame,
  focusPicture,
  leaveFigure,
  moveFigure,
  OPEN_FIGURE_COMMAND,
  removeFigure,
} from './commands';
import { $isFigureNode } from './node';

/*
 * The way into a figure and out of it by keys. The picture is a button of its own between the text
 * above and the caption: the arrows lead to it, Enter opens its card, Delete takes the figure away.
 */

/**
 * The picture that an arrow leads to from where the cursor is; null where the browser moves it. Goes by
 * the browser's own cursor: after a click, Lexical may hear of the key before it hears of the cursor.
 */
function $pictureAhead(
  editor: LexicalEditor,
  isBackward: boolean,
  isLine: boolean,
): NodeKey | null {
  const cursor = window.getSelection();
  if (!cursor?.anchorNode || !cursor.isCollapsed) return null;
  let block = $getNearestNodeFromDOMNode(cursor.anchorNode);
  while (block && !($isElementNode(block) && !block.isInline())) block = block.getParent();
  if (!block || $isRootNode(block)) return null;
  const element = editor.getElementByKey(block.getKey());
  const content = element?.querySelector('figcaption') ?? element;
  if (!content) return null;
  const isLeaving = isLine
    ? isOnEdgeLine(content, cursor, isBackward)
    : isAtEdgeOf(content, cursor, isBackward);
  if (!isLeaving) return null;
  if (isBackward) return $isFigureNode(block) ? block.getKey() : null;
  return $endsTop(block) ? ($figureBeside(block, false)?.getKey() ?? null) : null;
}

/** True where no words of the element come before the cursor, or after it. */
function isAtEdgeOf(content: Element, cursor: Selection, isStart: boolean): boolean {
  const words = document.createRange();
  words.selectNodeContents(content);
  if (isStart) words.setEnd(cursor.anchorNode!, cursor.anchorOffset);
  else words.setStart(cursor.anchorNode!, cursor.anchorOffset);
  return words.toString() === '';
}

/** True where nothing of the same block of the root comes after this one: the last item of its list. */
function $endsTop(block: ElementNode): boolean {
  const top = block.getTopLevelElement();
  for (let node: LexicalNode | null = block; node && !node.is(top); node = node.getParent()) {
    if (node.getNextSibling()) return false;
  }
  return true;
}

/** True where the cursor is on the first or the last line of the element, as it is drawn. */
function isOnEdgeLine(content: Element, cursor: Selection, isFirst: boolean): boolean {
  const caret = cursor.getRangeAt(0).getBoundingClientRect();
  // An empty line has no rectangle of its own.
  if (caret.height === 0) return content.textContent === '';
  const box = content.getBoundingClientRect();
  return isFirst
    ? caret.top - box.top < caret.height * 0.9
    : box.bottom - caret.bottom < caret.height * 0.9;
}

/** Deleting towards a picture moves to it; what it is asked of, an empty line, goes. */
function $deleteAtFigure(editor: LexicalEditor, isBackward: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const block = $blockOf(selection.anchor);
  if (!block || !$isAtEdge(selection.anchor, block, isBackward ? 'start' : 'end')) return false;
  if ($isFigureNode(block)) {
    if (isBackward) focusPicture(editor, block.getKey());
    return true;
  }
  const top = block.getTopLevelElement();
  if (!$isElementNode(top) || !$isAtEdge(selection.anchor, top, isBackward ? 'start' : 'end')) {
    return false;
  }
  const figure = $figureBeside(block, isBackward);
  if (!figure) return false;
  if (top.is(block) && block.isEmpty()) {
    figure.selectEnd();
    block.remove();
  }
  focusPicture(editor, figure.getKey());
  return true;
}

function moveTo(editor: LexicalEditor, key: NodeKey | null, event: Event | null): boolean {
  if (key === null) return false;
  event?.preventDefault();
  focusPicture(editor, key);
  return true;
}

function keyOnPicture(editor: LexicalEditor, key: NodeKey, event: KeyboardEvent): boolean {
  const letter = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if ((letter !== 'c' && letter !== 'x') || event.shiftKey || event.altKey) return false;
    void copyFigure(editor, key, letter === 'x');
    return true;
  }
  const isUp = event.key === 'ArrowUp' || event.key === 'ArrowLeft';
  if (isUp || event.key === 'ArrowDown' || event.key === 'ArrowRight') {
    if (event.altKey) {
      if (editor.isEditable()) moveFigure(editor, key, isUp ? -1 : 1);
      focusPicture(editor, key);
    } else {
      leaveFigure(editor, key, isUp ? 'above' : 'caption');
      editor.focus();
    }
    return true;
  }
  switch (event.key) {
    case 'Enter':
    case ' ':
      editor.dispatchCommand(OPEN_FIGURE_COMMAND, key);
      return true;
    case 'Delete':
    case 'Backspace':
      if (editor.isEditable()) {
        removeFigure(editor, key);
        editor.focus();
      }
      return true;
    default:
      return false;
  }
}

/**
 * Copies a figure whole, with its caption; `isCut` takes it away too. Not left to the browser, which has
 * nothing to copy where no words are selected.
 */
async function copyFigure(editor: LexicalEditor, key: NodeKey, isCut: boolean): Promise<void> {
  const data = editor.read(() => {
    const selection = $createNodeSelection();
    selection.add(key);
    return $getClipboardDataFromSelection(selection);
  });
  const isCopied = await copyToClipboard(editor, null, data);
  if (isCopied && isCut && editor.isEditable()) {
    removeFigure(editor, key);
    editor.focus();
  } else {
    focusPicture(editor, key);
  }
}

/** What is pasted on a picture goes below its figure. */
function makePlaceBelow(editor: LexicalEditor, key: NodeKey): void {
  editor.update(
    () => {
      const figure = $getNodeByKey(key);
      if (!$isFigureNode(figure)) return;
      const paragraph = $createParagraphNode();
      figure.insertAfter(paragraph);
      paragraph.select();
    },
    { discrete: true },
  );
  editor.focus();
}

/** Registers the keys; answers the function that removes them. */
export function registerFigureKeys(editor: LexicalEditor): () => void {
  const arrows = [
    [KEY_ARROW_UP_COMMAND, true, true],
    [KEY_ARROW_DOWN_COMMAND, false, true],
    [KEY_ARROW_LEFT_COMMAND, true, false],
    [KEY_ARROW_RIGHT_COMMAND, false, false],
  ] as const;
  /** Before Lexical sees it, for which the picture is not there. */
  const onPicture = (event: Event) => {
    // The browser sends a paste to where the cursor was, not to what has the focus.
    const key = figureOfFrame(
      editor,
      event.type === 'paste' ? document.activeElement : event.target,
    );
    if (key === null) return;
    if (event instanceof KeyboardEvent) {
      if (!keyOnPicture(editor, key, event)) return;
    } else if (event.type === 'dblclick') {
      editor.dispatchCommand(OPEN_FIGURE_COMMAND, key);
    } else if (event.type === 'click') {
      const isHint = event.target instanceof Element && event.target.closest('.figure-hint');
      if (!isHint) return;
      editor.dispatchCommand(OPEN_FIGURE_COMMAND, key);
    } else if (event.type === 'paste') {
      if (editor.isEditable()) makePlaceBelow(editor, key);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const events = ['keydown', 'dblclick', 'click', 'paste'];
  return mergeRegister(
    editor.registerRootListener((root, former) => {
      for (const name of events) {
        former?.removeEventListener(name, onPicture, true);
        root?.addEventListener(name, onPicture, true);
      }
    }),
    ...arrows.map(([command, isBackward, isLine]) =>
      editor.registerCommand(
        command,
        (event) =>
          !event.shiftKey &&
          !event.altKey &&
          !event.ctrlKey &&
          !event.metaKey &&
          moveTo(editor, $pictureAhead(editor, isBackward, isLine), event),
        COMMAND_PRIORITY_LOW,
      ),
    ),
    ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
      editor.registerCommand(
        command,
        (isBackward) => $deleteAtFigure(editor, isBackward),
        COMMAND_PRIORITY_LOW,
      ),
    ),
  );
}
