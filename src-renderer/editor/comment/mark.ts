import { $getRoot, $getSelection, $isRangeSelection, $isTextNode, type TextNode } from 'lexical';
import { $blockOf } from '../keys';
import { $readText, $selectedText } from '../suggestion/text';
import { $commentsOf, $setComments } from './state';

const LONGEST_QUOTE = 500;

/** The words that a comment would be about: the selected ones, or those of the cursor's block. */
export function $commentedWords(): string | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const words = selection.isCollapsed()
    ? $readText($blockOf(selection.anchor) ?? selection.anchor.getNode())
    : $selectedText(selection);
  const line = words.replace(/\s+/g, ' ').trim();
  return line === '' ? null : line.slice(0, LONGEST_QUOTE);
}

/** Marks the selected words, or the cursor's block, as what a thread is about. */
export function $markComment(threadId: string): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const nodes = selection.isCollapsed()
    ? ($blockOf(selection.anchor)?.getAllTextNodes() ?? [])
    : selection.extract().filter($isTextNode);
  for (const node of nodes) $setComments(node, [...$commentsOf(node), threadId]);
}

/** Takes the marks of a thread out of the text; answers the keys of the nodes that had it. */
export function $unmarkComment(threadId: string): void {
  for (const node of $nodesOf(threadId)) {
    $setComments(
      node,
      $commentsOf(node).filter((id) => id !== threadId),
    );
  }
}

/** The text nodes that a thread is about, in reading order. */
export function $nodesOf(threadId: string): TextNode[] {
  return $getRoot()
    .getAllTextNodes()
    .filter((node) => $commentsOf(node).includes(threadId));
}

/** The thread that the cursor stands in, the newest where several do; null where none does. */
export function $commentAtCursor(): string | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  return $commentsOf(selection.anchor.getNode()).at(-1) ?? null;
}
