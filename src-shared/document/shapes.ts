import { heading, inlineBlock } from './build';
import { isBlock } from './is-block';
import type { BlockNode, HeadingNode, InlineNode, ListItemNode } from './schema';
import { type Shape, type ShapeHolder, suggestionsOf, withoutMarks } from './suggestion-marks';

/*
 * Giving lines the shape back that they had before somebody proposed another one. The blocks are taken
 * for a row of lines, each with what it stands in; lines get their former holders, and lines that follow
 * one another in the same holder are put together again.
 */

type Node = BlockNode | ListItemNode;
type Children = (BlockNode | InlineNode | ListItemNode)[];

interface Row {
  /** A line, or a block that is none and stays as it is. */
  node: Node;
  /** What it stands in, outermost first; the same object for all that stand in the same. */
  holders: Node[];
  /** The shape that it gets back; null where it keeps the one that it has. */
  former: Shape | null;
}

/** True where two lines look the same: wherever in their list or quotation they stand. */
export function sameShape(one: Shape, other: Shape): boolean {
  return signature(one) === signature(other);
}

function signature({ line, holders }: Shape): string {
  const tag = line.type === 'heading' ? line.tag : '';
  const tick = line.type === 'listitem' && line.checked ? ' ticked' : '';
  return [...holders.map(kindOf), line.type + tag + tick].join(' ');
}

function kindOf(holder: ShapeHolder): string {
  if (holder.type === 'list') return `list:${holder.listType}`;
  return holder.type === 'quote' && holder.pull ? 'pull' : holder.type;
}

/** A block of the document as the holder that it is. */
export function holderOf(node: { type: string }): ShapeHolder {
  const { type } = node;
  if (type === 'quote') {
    return { type, pull: (node as { $?: { pull?: boolean } }).$?.pull === true };
  }
  if (type === 'list') {
    const { listType, start } = node as Extract<ShapeHolder, { type: 'list' }>;
    return { type, listType, start };
  }
  return { type: 'listitem' };
}

/**
 * The blocks with the former shapes of lines that have a mark about it; all other marks stay.
 *
 * @param isMeant which of the marks are meant, by the id of the suggestion
 */
export function restoreShapes(
  blocks: readonly BlockNode[],
  isMeant: (id: string) => boolean = () => true,
): BlockNode[] {
  const rows = blocks.flatMap((block) => rowsOf(block, [], isMeant));
  if (rows.every(({ former }) => former === null)) return [...blocks];
  return build(rows, 0, 0) as BlockNode[];
}

function rowsOf(node: Node, holders: Node[], isMeant: (id: string) => boolean): Row[] {
  const inside = [...holders, node];
  if (node.type === 'list') {
    return node.children.flatMap((item) => rowsOf(item, inside, isMeant));
  }
  const children: Children = 'children' in node ? (node.children as Children) : [];
  const blocks = children.filter(isBlock);
  const isHolder = node.type === 'listitem' || node.type === 'quote';
  if (isHolder && blocks.length > 0) {
    const own = children.filter((child) => !isBlock(child));
    const rows = blocks.flatMap((block) => rowsOf(block, inside, isMeant));
    // What stands beside words of a quotation is nothing of ours.
    if (own.length === 0) return rows;
    if (node.type === 'quote') return [{ node, holders, former: null }];
    return [...rowsOf({ ...node, children: own } as ListItemNode, holders, isMeant), ...rows];
  }
  const { shaped } = suggestionsOf(node);
  const isMarked = shaped !== undefined && isMeant(shaped.id);
  return [{ node, holders, former: isMarked ? shaped.former : null }].map(withFormer);
}

/** The line as it was, and new holders that look like those it stood in. */
function withFormer(row: Row): Row {
  const { former, node } = row;
  if (!former) return row;
  const holders = former.holders.map(newHolder);
  if (former.line.type === 'block')
    return { node: withoutMarks(node, ['shaped']), holders, former };
  const children = 'children' in node ? (node.children as InlineNode[]) : [];
  const { $, direction = null } = withoutMarks(node, ['shaped']) as {
    $?: object;
    direction?: string | null;
  };
  const state = { direction, ...($ ? { $ } : {}) };
  return {
    node: { ...lineOf(former.line, children), ...state } as Node,
    holders,
    former,
  };
}

function lineOf(line: Exclude<Shape['line'], { type: 'block' }>, children: InlineNode[]): Node {
  if (line.type === 'paragraph') return inlineBlock('paragraph', children);
  if (line.type === 'heading') return heading(line.tag as HeadingNode['tag'], children);
  const { checked } = line;
  const item = newItem(children);
  return checked === undefined ? item : { ...item, checked };
}

const ELEMENT = { direction: null, format: '', indent: 0, version: 1 } as const;

function newItem(children: Children): ListItemNode {
  return { ...ELEMENT, type: 'listitem', value: 1, children } as ListItemNode;
}

function newHolder(holder: ShapeHolder): Node {
  if (holder.type === 'listitem') return newItem([]);
  if (holder.type === 'quote') {
    const state = holder.pull ? { $: { pull: true } } : {};
    return { ...state, ...ELEMENT, type: 'quote', shadowRoot: true, children: [] } as Node;
  }
  const tag = holder.listType === 'number' ? 'ol' : 'ul';
  return { ...ELEMENT, ...holder, tag, children: [] } as Node;
}

/** The blocks of a row of lines that all stand in the same holders down to a level. */
function build(rows: readonly Row[], level: number, lists: number): Node[] {
  const blocks: Node[] = [];
  for (let at = 0; at < rows.length; ) {
    const row = rows[at]!;
    let end = at + 1;
    if (!row.holders[level]) blocks.push(row.node);
    else {
      while (end < rows.length && goesOn(rows[end - 1]!, rows[end]!, level)) end++;
      const group = rows.slice(at, end);
      // A list or quotation that was never touched knows more of itself than what is made anew.
      const known = group.find(({ former }) => former === null) ?? row;
      const holder = known.holders[level]!;
      const children = build(group, level + 1, lists + (holder.type === 'list' ? 1 : 0));
      blocks.push(withChildren(holder, children, lists));
    }
    at = end;
  }
  return blocks;
}

/** True where two lines that follow one another stand in the same holder. */
function goesOn(one: Row, other: Row, level: number): boolean {
  const [holder, next] = [one.holders[level], other.holders[level]];
  if (!holder || !next) return false;
  if (holder === next) return true;
  if (!one.former && !other.former) return false;
  if (kindOf(holderOf(holder)) !== kindOf(holderOf(next))) return false;
  return level > 0 || !(one.former?.ends || other.former?.begins);
}

function withChildren(holder: Node, children: Node[], lists: number): Node {
  if (holder.type !== 'list') return { ...holder, children } as Node;
  let value = holder.start;
  const items = (children as ListItemNode[]).map((item) => {
    const isIndent = item.children[0]?.type === 'list';
    const numbered = { ...item, value, indent: lists };
    if (!isIndent) value += 1;
    return numbered;
  });
  return { ...holder, children: items };
}
