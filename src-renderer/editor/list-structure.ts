import { $createListItemNode, $isListNode, ListItemNode } from '@lexical/list';
import { $isElementNode, type LexicalEditor, type LexicalNode } from 'lexical';
import { $leaves } from './table/structure';

/** What stands at the top level of its own accord (figure/structure.ts, table/structure.ts, structure.ts). */
const LEAVES_BY_ITSELF: ReadonlySet<string> = new Set([
  'figure',
  'table',
  'horizontalrule',
  'htmlblock',
]);

function $isBlock(node: LexicalNode): boolean {
  return $isElementNode(node) && !node.isInline() && !$isListNode(node);
}

/**
 * An item of a list is one line, or holds a list: of blocks that were pasted into it each line becomes an
 * item of its own.
 */
function $keepItem(item: ListItemNode): void {
  const children = item.getChildren();
  if (!children.some((child) => $isBlock(child) && !LEAVES_BY_ITSELF.has(child.getType()))) return;
  const lines: LexicalNode[][] = [];
  let isOpen = false;
  for (const child of children) {
    if (LEAVES_BY_ITSELF.has(child.getType())) continue;
    if ($isElementNode(child) && $isBlock(child)) {
      lines.push(...$leaves(child).map((leaf) => leaf.getChildren()));
    } else if (isOpen && !$isListNode(child)) {
      lines.at(-1)?.push(child);
      continue;
    } else lines.push([child]);
    isOpen = !$isBlock(child) && !$isListNode(child);
  }
  const [first = [], ...rest] = lines;
  let last = item;
  for (const line of rest) {
    const next = $createListItemNode(item.getChecked());
    last.insertAfter(next.append(...line), false);
    last = next;
  }
  item.append(...first);
  for (const child of children) {
    const isEmptied = $isBlock(child) && !LEAVES_BY_ITSELF.has(child.getType());
    if (isEmptied && item.is(child.getParent())) child.remove(true);
  }
}

/** Registers the transform; answers the function that removes it. */
export function registerListStructure(editor: LexicalEditor): () => void {
  return editor.registerNodeTransform(ListItemNode, $keepItem);
}
