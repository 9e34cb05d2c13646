import { withFormerLinks } from './former-links';
import { isBlock } from './is-block';
import { mergeText, pushMerged } from './merge-text';
import type {
  BlockNode,
  Document,
  HeadingNode,
  InlineBlock,
  InlineNode,
  ListItemNode,
  ListNode,
  QuoteNode,
} from './schema';
import { restoreShapes } from './shapes';
import { hasMark, type SuggestionState, suggestionsOf, withoutMarks } from './suggestion-marks';
import { rowsLeft } from './table-suggestions';

/*
 * Suggestions: changes of an article that somebody has proposed and nobody has decided yet. They are
 * NodeStates of the document's nodes, `$: { inserted, deleted, formatted, linked, shaped }`. On what
 * stands inside a line, on a block that is no line of the text (a rule, a figure, a table, code, a
 * footnote), on a row of a table and on the cells of a column `inserted` and `deleted` are about the node
 * itself; on a line (paragraph, heading, list item) about the break in front of it. Something that one
 * person inserted and another deleted has both.
 * `formatted` is on text, `linked` on what can stand in a link, `shaped` on lines: they look as it is
 * proposed, and the mark says what they were before.
 *
 * Outside of the manuscript an article reads as if every suggestion were accepted: `plainText`, and
 * with it verdicts, search, counts and exports, go through `acceptSuggestions`.
 */

type Node = BlockNode | ListItemNode | InlineNode;
type Line = InlineBlock | HeadingNode | ListItemNode;

/** The document as it reads when every suggestion is accepted; the same object where there is none. */
export function acceptSuggestions(document: Document): Document {
  return resolve(document, 'deleted');
}

/** The document as it reads when every suggestion is rejected; the same object where there is none. */
export function rejectSuggestions(document: Document): Document {
  return resolve(document, 'inserted');
}

export function hasSuggestions(document: Document): boolean {
  return document.root.children.some(isMarked);
}

/** Blocks are never changed in place: what was found out about one holds. */
const marked = new WeakMap<object, boolean>();

/** True where a suggestion stands on a block or anywhere in it. */
function isMarked(block: BlockNode): boolean {
  const known = marked.get(block);
  if (known !== undefined) return known;
  const found = holdsMark(block);
  marked.set(block, found);
  return found;
}

function holdsMark(node: Node): boolean {
  if (hasMark(node)) return true;
  if (!('children' in node)) return false;
  for (const child of node.children as Node[]) if (holdsMark(child)) return true;
  return false;
}

type Going = 'inserted' | 'deleted';

const BUT_SHAPED: readonly (keyof SuggestionState)[] = [
  'inserted',
  'deleted',
  'formatted',
  'linked',
];

/** A line of the text, and what it holds once everything in it is decided. */
interface Resolved {
  node: Line;
  inlines: InlineNode[];
  /** The block of the document that it stands in. */
  top: BlockNode;
}

/**
 * Decides all suggestions one way.
 *
 * @param goes what carries this mark goes; the other one only loses its mark
 */
function resolve(document: Document, goes: Going): Document {
  if (!hasSuggestions(document)) return document;
  const resolver = new Resolver(goes);
  for (const block of document.root.children) resolver.visit(block);
  const decided = document.root.children.flatMap((block) => resolver.rebuild(block));
  // Last: which lines there are is known by now, and lines keep this one mark until it is done.
  const children = goes === 'inserted' ? restoreShapes(decided) : decided;
  return { ...document, root: { ...document.root, children } };
}

class Resolver {
  private readonly lines = new Map<Node, Resolved>();
  private readonly gone = new Set<Node>();
  private readonly changed = new Set<BlockNode>();
  /** The line that the next one can be joined with. */
  private previous: Resolved | null = null;
  private top!: BlockNode;

  constructor(private readonly goes: Going) {}

  visit(block: BlockNode): void {
    this.top = block;
    this.visitBlock(block);
  }

  private visitBlock(block: BlockNode): void {
    switch (block.type) {
      case 'headline':
      case 'standfirst':
        this.addLine(block, block.children);
        this.previous = null;
        return;
      case 'paragraph':
      case 'heading':
        this.joinLine(block, block.children);
        return;
      case 'list':
        this.visitList(block);
        return;
      case 'quote':
        for (const child of block.children) {
          if (isBlock(child)) this.visitBlock(child);
          else this.previous = null;
        }
        return;
      default:
        // What goes parts nothing any more.
        if (this.isGoing(block) || this.isTableGoing(block)) this.gone.add(block);
        else this.previous = null;
    }
  }

  private visitList(list: ListNode): void {
    for (const item of list.children) {
      const own = item.children.filter((child) => child.type !== 'list');
      const nested = item.children.filter((child) => child.type === 'list');
      if (own.length > 0 || nested.length === 0) this.joinLine(item, own);
      for (const child of nested) this.visitList(child);
    }
  }

  /** True for a table of which nothing is left. */
  private isTableGoing(block: BlockNode): boolean {
    return block.type === 'table' && isMarked(block) && rowsLeft(block, this.goes).length === 0;
  }

  private isGoing(node: Node): boolean {
    return suggestionsOf(node)[this.goes] !== undefined;
  }

  private addLine(node: Line, children: InlineNode[]): Resolved {
    const line = { node, inlines: this.inlines(this.withLinks(children)), top: this.top };
    this.lines.set(node, line);
    return line;
  }

  /** A line whose break goes is one with the line before it. */
  private joinLine(node: Line, children: InlineNode[]): void {
    const line = this.addLine(node, children);
    const { previous } = this;
    if (!this.isGoing(node)) {
      this.previous = line;
    } else if (!previous) {
      // There is nothing to join it with.
      if (line.inlines.length === 0) this.remove(line);
      else this.previous = line;
    } else if (this.keepsSecond(previous, line)) {
      this.remove(previous);
      this.previous = line;
    } else {
      previous.inlines = mergeText([...previous.inlines, ...line.inlines]);
      this.changed.add(previous.top);
      this.remove(line);
    }
  }

  /** What is joined with an empty line is what is left; a line that never was is not. */
  private keepsSecond(previous: Resolved, line: Resolved): boolean {
    return this.goes === 'deleted' && previous.inlines.length === 0 && line.inlines.length > 0;
  }

  private remove({ node, top }: Resolved): void {
    this.gone.add(node);
    this.changed.add(top);
  }

  /** The text as it looked before another format was proposed, where that is rejected. */
  private withFormat(node: InlineNode): InlineNode {
    if (node.type !== 'text' || this.goes === 'deleted') return node;
    const { formatted } = suggestionsOf(node);
    return formatted ? { ...node, format: node.format ^ formatted.formats } : node;
  }

  private withLinks(nodes: InlineNode[]): InlineNode[] {
    return this.goes === 'inserted' ? withFormerLinks(nodes) : nodes;
  }

  private inlines(nodes: readonly InlineNode[]): InlineNode[] {
    const left: InlineNode[] = [];
    for (const node of nodes) {
      if (this.isGoing(node)) continue;
      const decided = withoutMarks(this.withFormat(node));
      if (!('children' in decided)) {
        pushMerged(left, decided);
        continue;
      }
      const children = this.inlines(decided.children);
      if (children.length > 0 || decided.children.length === 0) left.push({ ...decided, children });
    }
    return left;
  }

  /** What becomes of a block: itself where nothing of it is different, nothing where it is gone. */
  rebuild(block: BlockNode): BlockNode[] {
    if (!isMarked(block) && !this.changed.has(block)) return [block];
    return this.rebuildBlock(block);
  }

  /** The node without marks; its former shape, where it is to have that again, it still says. */
  private decided<T extends Node>(node: T): T {
    return withoutMarks(node, this.goes === 'inserted' ? BUT_SHAPED : undefined);
  }

  private rebuildBlock(block: BlockNode): BlockNode[] {
    if (this.gone.has(block)) return [];
    const decided = this.decided(block);
    const line = this.lines.get(block);
    if (line) return [{ ...decided, children: line.inlines } as BlockNode];
    if (decided.type === 'list') return this.rebuildList(decided);
    if (decided.type === 'quote') return this.rebuildQuote(decided);
    if (decided.type === 'table') {
      return [this.rebuildInside({ ...decided, children: rowsLeft(decided, this.goes) })];
    }
    return [this.rebuildInside(decided)];
  }

  /** A table's cells, a caption: lines that are never joined with others. */
  private rebuildInside<T extends object>(node: T): T {
    const { children } = node as { children?: Node[] };
    if (!children) return node;
    const decided: Node[] = [];
    const holdsBlocks = children.some(isBlock);
    for (const child of holdsBlocks ? children : this.withLinks(children as InlineNode[])) {
      if (isBlock(child)) decided.push(this.rebuildInside(withoutMarks(child)));
      else decided.push(...this.inlines([child as InlineNode]));
    }
    return { ...node, children: mergeText(decided as InlineNode[]) };
  }

  private rebuildQuote(quote: QuoteNode): BlockNode[] {
    const children = quote.children.flatMap((child): (BlockNode | InlineNode)[] =>
      isBlock(child) ? this.rebuildBlock(child) : this.inlines([child]),
    );
    return children.length > 0 || quote.children.length === 0 ? [{ ...quote, children }] : [];
  }

  private rebuildList(list: ListNode): ListNode[] {
    const children = list.children.flatMap((item): ListItemNode[] => {
      const nested = item.children
        .filter((child) => child.type === 'list')
        .flatMap((child) => this.rebuildList(withoutMarks(child)));
      const line = this.lines.get(item);
      const isGone = this.gone.has(item) || (!line && nested.length === 0);
      if (isGone && nested.length === 0) return [];
      const own = isGone ? [] : (line?.inlines ?? []);
      return [{ ...this.decided(item), children: [...own, ...nested] }];
    });
    return children.length > 0 || list.children.length === 0 ? [{ ...list, children }] : [];
  }
}
