import { isInline } from './is-block';
import { keptMarkdownOf } from './kept-markdown';
import type { BlockNode, InlineNode, ListItemNode, ListNode } from './schema';

/*
 * Lists as files have them, where an item may hold several blocks. In the document an item is one line:
 * what else belongs to it stands below the list, with the level of its list as the state `item`, and a
 * list that goes on behind it has the state `continues`. Editing needs no rules of its own for them then,
 * and where what is above goes they are blocks and lists like any others.
 */

/** A list whose items have all their blocks. */
export interface ListTree {
  type: 'list-tree';
  listType: ListNode['listType'];
  /** The number of the first item. */
  start: number;
  /** An empty line parts its items. */
  isLoose: boolean;
  items: ItemTree[];
  /** What its first list keeps of the Markdown it came from (kept-markdown.ts). */
  markdown?: string;
}

export interface ItemTree {
  checked: boolean;
  /** Its words; null where it has no line of its own in the document. */
  line: InlineNode[] | null;
  parts: FlowNode[];
}

export type FlowNode = Exclude<BlockNode, ListNode> | ListTree;

/** The level of the list to whose last item a block belongs; 0 for any other block. */
export function itemLevel(node: BlockNode): number {
  const { item } = (node as { $?: { item?: unknown } }).$ ?? {};
  return typeof item === 'number' && item >= 1 ? item : 0;
}

/** Blocks that stand beside one another, the lists with all that belongs to their items. */
export function withListTrees(nodes: readonly BlockNode[]): FlowNode[] {
  const flow: FlowNode[] = [];
  for (const node of nodes) {
    const last = flow.at(-1);
    const above = last?.type === 'list-tree' ? last : null;
    if (node.type === 'list') {
      if (above && goesOn(above, node)) addItems(above, node);
      else flow.push(treeOf(node));
    } else if (above && itemLevel(node) > 0) attach(above, itemLevel(node), node);
    else flow.push(node);
  }
  return flow;
}

function goesOn(tree: ListTree, list: ListNode): boolean {
  return list.$?.continues === true && list.listType === tree.listType;
}

function treeOf(list: ListNode): ListTree {
  const { listType, start } = list;
  const tree: ListTree = { type: 'list-tree', listType, start, isLoose: false, items: [] };
  const markdown = keptMarkdownOf(list);
  if (markdown !== null) tree.markdown = markdown;
  addItems(tree, list);
  return tree;
}

function addItems(tree: ListTree, list: ListNode): void {
  tree.isLoose ||= list.$?.loose === true;
  for (const item of list.children) {
    const below = item.children.filter((child) => child.type === 'list');
    if (hasLine(item)) {
      const line = item.children.filter(isInline);
      tree.items.push({ checked: item.checked ?? false, line, parts: [] });
    } else if (tree.items.length === 0) tree.items.push({ checked: false, line: null, parts: [] });
    const parts = tree.items.at(-1)?.parts ?? [];
    for (const one of below) {
      const last = parts.at(-1);
      if (last?.type === 'list-tree' && goesOn(last, one)) addItems(last, one);
      else parts.push(treeOf(one));
    }
  }
}

/** An item that only holds a nested list is that list's indent, not a line of its own. */
function hasLine({ children }: ListItemNode): boolean {
  return children.some(isInline) || children.every((child) => child.type !== 'list');
}

function attach(tree: ListTree, level: number, node: Exclude<BlockNode, ListNode>): void {
  const parts = tree.items.at(-1)?.parts;
  const last = parts?.at(-1);
  if (level > 1 && last?.type === 'list-tree') attach(last, level - 1, node);
  else parts?.push(node);
}
