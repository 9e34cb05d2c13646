import type { Span } from '../model/span';
import { isInline } from './is-block';
import { pushMerged } from './merge-text';
import type { BlockNode, Document, InlineNode, ListItemNode, ListNode, TextNode } from './schema';
import { mapTableLines } from './table';

/** A quotation's id and the stretches of the plain text that it covers. */
export interface QuotationMark {
  id: string;
  parts: Span[];
}

export interface Stretch extends Span {
  id: string;
  /** Its place in the nesting: the outermost has the lowest. */
  rank: number;
}

/**
 * Sets the quotation ids on exactly the given stretches of the document and on nothing else. The
 * words stay as they are: text nodes are split where a mark starts or ends, and neighbours that are
 * alike afterwards are merged. Offsets are those of `plainText`. For a document without suggestions:
 * accept them first.
 */
export function markQuotations(document: Document, marks: readonly QuotationMark[]): Document {
  const painter = new Painter(stretchesOf(marks));
  return {
    ...document,
    root: {
      ...document.root,
      children: document.root.children.map((block) => paintBlock(block, painter)),
    },
  };
}

/** All stretches in the order of the text; what starts first and ends last is outermost. */
export function stretchesOf(marks: readonly QuotationMark[]): Stretch[] {
  return marks
    .map((mark) => ({
      mark,
      start: Math.min(...mark.parts.map((part) => part.start)),
      end: Math.max(...mark.parts.map((part) => part.end)),
    }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .flatMap(({ mark }, rank) =>
      mark.parts.map(({ start, end }) => ({ id: mark.id, rank, start, end })),
    )
    .sort((a, b) => a.start - b.start);
}

/** Walks the document in step with its plain text. */
class Painter {
  private offset = 0;
  private anyBlock = false;
  /** The stretches from this index on start further down the text. */
  private next = 0;
  private open: Stretch[] = [];

  constructor(private readonly stretches: readonly Stretch[]) {}

  startBlock(): void {
    if (this.anyBlock) this.offset += 2;
    this.anyBlock = true;
  }

  paintInlines(inlines: readonly InlineNode[]): InlineNode[] {
    const painted: InlineNode[] = [];
    for (const node of inlines) {
      if (node.type === 'text') {
        for (const piece of this.paintText(node)) pushMerged(painted, piece);
      } else if (node.type === 'linebreak' || node.type === 'tab') {
        this.offset += 1;
        painted.push(node);
      } else if (!('children' in node)) {
        painted.push(node);
      } else {
        painted.push({ ...node, children: this.paintInlines(node.children) });
      }
    }
    return painted;
  }

  /** The stretches that share a character with this one, outermost first. */
  private touching(start: number, end: number): Stretch[] {
    this.open = this.open.filter((one) => one.end > start);
    for (
      let one = this.stretches[this.next];
      one && one.start < end;
      one = this.stretches[++this.next]
    ) {
      if (one.end > start) this.open.push(one);
    }
    return this.open.filter((one) => one.end > one.start).sort((a, b) => a.rank - b.rank);
  }

  private paintText(node: TextNode): TextNode[] {
    const start = this.offset;
    const end = start + node.text.length;
    this.offset = end;
    const touching = this.touching(start, end);
    if (touching.length === 0) return [withIds(node, node.text, [])];
    // A token is one piece for the editor: it is marked as a whole.
    if (node.mode !== 'normal') return [withIds(node, node.text, idsOf(touching))];
    const cuts = new Set([start, end]);
    for (const one of touching) {
      if (one.start > start) cuts.add(one.start);
      if (one.end < end) cuts.add(one.end);
    }
    const places = [...cuts].sort((a, b) => a - b);
    return places.slice(0, -1).map((from, index) => {
      const to = places[index + 1] ?? end;
      const covering = touching.filter((one) => one.start < to && one.end > from);
      return withIds(node, node.text.slice(from - start, to - start), idsOf(covering));
    });
  }
}

function idsOf(stretches: readonly Stretch[]): string[] {
  return [...new Set(stretches.map((one) => one.id))];
}

function withIds(node: TextNode, text: string, ids: string[]): TextNode {
  const { $: state, ...rest } = node;
  const { quotation: _former, ...otherState } = state ?? {};
  const newState = ids.length > 0 ? { ...otherState, quotation: ids } : otherState;
  return { ...rest, text, ...(Object.keys(newState).length > 0 ? { $: newState } : {}) };
}

function paintBlock(block: BlockNode, painter: Painter): BlockNode {
  switch (block.type) {
    case 'horizontalrule':
    case 'htmlblock':
      return block;
    case 'table':
      return mapTableLines(block, (inlines) => {
        painter.startBlock();
        return painter.paintInlines(inlines);
      });
    case 'list':
      return paintList(block, painter);
    case 'quote': {
      const children: (BlockNode | InlineNode)[] = [];
      let loose: InlineNode[] = [];
      const flush = () => {
        if (loose.length === 0) return;
        painter.startBlock();
        children.push(...painter.paintInlines(loose));
        loose = [];
      };
      for (const child of block.children) {
        if (isInline(child)) loose.push(child);
        else {
          flush();
          children.push(paintBlock(child, painter));
        }
      }
      flush();
      return { ...block, children };
    }
    default:
      painter.startBlock();
      return { ...block, children: painter.paintInlines(block.children) };
  }
}

function paintList(list: ListNode, painter: Painter): ListNode {
  return { ...list, children: list.children.map((item) => paintItem(item, painter)) };
}

function paintItem(item: ListItemNode, painter: Painter): ListItemNode {
  const own = item.children.filter(isInline);
  const nested = item.children.filter((child) => child.type === 'list');
  if (own.length > 0 || nested.length === 0) painter.startBlock();
  const children = painter.paintInlines(own);
  return { ...item, children: [...children, ...nested.map((list) => paintList(list, painter))] };
}
