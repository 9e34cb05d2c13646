import { $isHeadingNode } from '@lexical/rich-text';
import {
  $addUpdateTag,
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isParagraphNode,
  $isRangeSelection,
  $isTabNode,
  $isTextNode,
  COMMAND_PRIORITY_NORMAL,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  HISTORY_PUSH_TAG,
  INSERT_PARAGRAPH_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type PointType,
  type RangeSelection,
  type TextNode,
} from 'lexical';
import { $blockOf, $isAtEdge } from '../keys';
import { $codeAt, $isCodeBlock, type CodeBlockNode } from './node';

/*
 * Keys in code: Enter makes a line that begins as the one before, a third Enter in a row goes on below, as
 * Ctrl+Enter does at once; Tab and Shift+Tab move lines in and out.
 */

const STEP = '  ';

/** The line that a point stands in: its first node and the one behind its last, as numbers of children. */
function $lineAt(code: CodeBlockNode, point: PointType): { from: number; to: number } {
  const children = code.getChildren();
  const node = point.getNode();
  const at = $isCodeBlock(node) ? point.offset : children.findIndex((child) => child.is(node));
  const from = children.slice(0, at).findLastIndex($isLineBreakNode) + 1;
  const next = children.findIndex((child, index) => index >= at && $isLineBreakNode(child));
  return { from, to: next < 0 ? children.length : next };
}

function $newLine(selection: RangeSelection, code: CodeBlockNode): void {
  const [start] = selection.isBackward() ? [selection.focus] : [selection.anchor];
  const { from } = $lineAt(code, start);
  const first = code.getChildAtIndex(from);
  const line: LexicalNode[] = [$createLineBreakNode()];
  if ($isTextNode(first) && !$isTabNode(first)) {
    const isAtStart = start.type === 'element' && start.offset === from;
    const until = first.is(start.getNode()) ? start.offset : isAtStart ? 0 : undefined;
    const [space = ''] = /^ */.exec(first.getTextContent().slice(0, until)) ?? [];
    if (space !== '') line.push($createTextNode(space));
  }
  selection.insertNodes(line);
}

/** The last two lines with their breaks, where the cursor is at the end and nothing but spaces is in them. */
function $emptyLines(selection: RangeSelection, code: CodeBlockNode): LexicalNode[] | null {
  if (!selection.isCollapsed() || !$isAtEdge(selection.anchor, code, 'end')) return null;
  const children = code.getChildren();
  const last = children.findLastIndex($isLineBreakNode);
  const from = children.slice(0, Math.max(0, last)).findLastIndex($isLineBreakNode);
  const lines = children.slice(Math.max(0, from));
  const isEmpty = lines.every((child) => child.getTextContent().trim() === '');
  return children.length === 0 || (from >= 0 && isEmpty) ? lines : null;
}

/** Goes on below the code, on an empty line if there is one. */
function $leave(code: CodeBlockNode): void {
  const next = code.getNextSibling();
  if ($isParagraphNode(next) && next.isEmpty()) {
    next.select();
    return;
  }
  const paragraph = $createParagraphNode();
  code.insertAfter(paragraph);
  paragraph.select();
}

function $enter(): boolean {
  const selection = $getSelection();
  const code = $codeAt(selection);
  if (!code || !$isRangeSelection(selection)) return false;
  const empty = $emptyLines(selection, code);
  if (!empty) {
    $newLine(selection, code);
    return true;
  }
  $addUpdateTag(HISTORY_PUSH_TAG);
  if (code.isEmpty()) {
    code.collapseAtStart();
    return true;
  }
  $leave(code);
  for (const node of empty) node.remove();
  return true;
}

function $moveLines(isOut: boolean): boolean {
  const selection = $getSelection();
  const code = $codeAt(selection);
  if (!code || !$isRangeSelection(selection)) return false;
  if (selection.isCollapsed() && !isOut) {
    selection.insertText(STEP);
    return true;
  }
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const { from } = $lineAt(code, start);
  const { to } = $lineAt(code, end);
  const lines = code.getChildren().slice(from, to);
  const starts = lines.filter(
    (child, index) =>
      !$isLineBreakNode(child) && (index === 0 || $isLineBreakNode(lines[index - 1])),
  );
  for (const first of starts) {
    if (!isOut) first.insertBefore($createTextNode(STEP));
    else if ($isTabNode(first)) first.remove();
    else if ($isTextNode(first)) $cutSpaces(selection, first);
  }
  return true;
}

function $cutSpaces(selection: RangeSelection, first: TextNode): void {
  const text = first.getTextContent();
  const key = first.getKey();
  const cut = Math.min(STEP.length, /^ */.exec(text)?.[0].length ?? 0);
  if (cut === 0) return;
  for (const point of [selection.anchor, selection.focus]) {
    if (point.key === key) point.set(key, Math.max(0, point.offset - cut), 'text');
  }
  if (text.length === cut) first.remove();
  else first.setTextContent(text.slice(cut));
}

/**
 * Words do not run into code, nor code into words: an empty line beside it goes, otherwise only the cursor
 * moves. Backspace at the start of code makes words of it.
 */
function $deleteAtCode(isBackward: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const block = $blockOf(selection.anchor);
  if (!block || !$isAtEdge(selection.anchor, block, isBackward ? 'start' : 'end')) return false;
  if (isBackward && $isCodeBlock(block)) return block.collapseAtStart();
  const neighbour = isBackward ? block.getPreviousSibling() : block.getNextSibling();
  if (!$isCodeBlock(block) && !$isCodeBlock(neighbour)) return false;
  if (!$isLine(block) || !$isElementNode(neighbour) || !$isLine(neighbour)) return false;
  if (isBackward) neighbour.selectEnd();
  else neighbour.selectStart();
  const empty = [block, neighbour].find((one) => $isParagraphNode(one) && one.isEmpty());
  if (empty?.is(neighbour)) {
    if (isBackward) block.selectStart();
    else block.selectEnd();
  }
  empty?.remove();
  return true;
}

const $isLine = (node: LexicalNode): boolean =>
  $isCodeBlock(node) || $isParagraphNode(node) || $isHeadingNode(node);

/** Registers the keys; answers the function that removes them. */
export function registerCodeKeys(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $enter, COMMAND_PRIORITY_NORMAL),
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        if (!$moveLines(event.shiftKey)) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        const code =
          event.key === 'Enter' && (event.ctrlKey || event.metaKey)
            ? $codeAt($getSelection())
            : null;
        if (!code) return false;
        event.preventDefault();
        $leave(code);
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
      editor.registerCommand(command, $deleteAtCode, COMMAND_PRIORITY_NORMAL),
    ),
  );
}
