import { inlineBlock, listItem, listNode } from './build';
import type { BlockNode, InlineNode, ListItemNode, ListNode } from './schema';

/** A list as a file has it, before its items are lines (list-tree.ts has the way back). */
export interface ListContent {
  type: 'list-content';
  listType: ListNode['listType'];
  start: number;
  isLoose: boolean;
  items: ItemContent[];
}

export interface ItemContent {
  checked?: boolean;
  parts: ItemPart[];
}

/** A paragraph, a list, or any other block. */
export type ItemPart = InlineNode[] | ListContent | Exclude<BlockNode, ListNode>;

/** The blocks of the document that a list is made of. */
export function listBlocks(list: ListContent): BlockNode[] {
  const writer = new ListWriter();
  writer.list(list, []);
  return writer.blocks;
}

/** A list that is being written, and how many of its items are. */
interface Level {
  list: ListContent;
  written: number;
}

class ListWriter {
  readonly blocks: BlockNode[] = [];
  /** The lists that the next line can stand in, the outermost first. */
  private open: ListNode[] = [];

  list(list: ListContent, around: readonly Level[]): void {
    const level: Level = { list, written: 0 };
    const levels = [...around, level];
    // A list of its own goes on in none that stands there.
    this.open = this.open.slice(0, around.length);
    for (const { parts, checked = false } of list.items) {
      const [first] = parts;
      const hasLine = Array.isArray(first);
      const children = hasLine ? first : [];
      const value = list.start + level.written;
      const check = list.listType === 'check' ? { checked } : {};
      this.listAt(levels).children.push(listItem(children, value, around.length, check));
      level.written += 1;
      for (const part of hasLine ? parts.slice(1) : parts) this.part(part, levels);
    }
  }

  private part(part: ItemPart, levels: readonly Level[]): void {
    if (!Array.isArray(part) && part.type === 'list-content') {
      this.list(part, levels);
      return;
    }
    const node = Array.isArray(part) ? inlineBlock('paragraph', part) : part;
    const state = (node as { $?: object }).$ ?? {};
    const inItem: object = { ...node, $: { ...state, item: levels.length } };
    this.blocks.push(inItem as BlockNode);
    this.open = [];
  }

  /** The list that stands at the last of these levels; what is missing of those around it is made. */
  private listAt(levels: readonly Level[]): ListNode {
    this.open = this.open.slice(0, levels.length);
    for (let at = this.open.length; at < levels.length; at++) {
      const { list, written } = levels[at]!;
      const { listType, isLoose } = list;
      const made = listNode(listType, [], list.start + written, {
        ...(isLoose ? { loose: true } : {}),
        ...(written > 0 ? { continues: true } : {}),
      });
      const around = this.open.at(-1);
      if (around) around.children.push(holder(made, around, at - 1));
      else this.blocks.push(made);
      this.open.push(made);
    }
    return this.open.at(-1)!;
  }
}

/** The item that indents a list below another one. */
function holder(list: ListNode, around: ListNode, indent: number): ListItemNode {
  const before = around.children.findLast(({ children }) => children[0]?.type !== 'list');
  return listItem([list], before ? before.value + 1 : around.start, indent);
}
