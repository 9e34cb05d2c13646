import { $isElementNode, $isTextNode, type LexicalNode, type RangeSelection } from 'lexical';
import { $isInline, $kindOf } from './lines';
import { $isDeleted } from './state';

/** The words of a node as they read: without those that somebody proposes to delete. */
export function $readText(node: LexicalNode): string {
  if ($isDeleted(node) && ($isInline(node) || $kindOf(node) === 'apart')) return '';
  if (!$isElementNode(node)) return node.getTextContent();
  let text = '';
  for (const child of node.getChildren()) {
    if (text !== '' && !$isInline(child)) text += '\n\n';
    text += $readText(child);
  }
  return text;
}

/** The selected words as they read. */
export function $selectedText(selection: RangeSelection): string {
  const nodes = selection.getNodes();
  if (!nodes.some($isDeleted)) return selection.getTextContent();
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  let text = '';
  for (const node of nodes) {
    if ($isElementNode(node)) {
      if (!node.isInline() && text !== '' && !text.endsWith('\n')) text += '\n\n';
    } else if (!$isDeleted(node)) {
      const from = $isTextNode(node) && node.is(start.getNode()) ? start.offset : 0;
      const until = $isTextNode(node) && node.is(end.getNode()) ? end.offset : undefined;
      text += node.getTextContent().slice(from, until);
    }
  }
  return text;
}
