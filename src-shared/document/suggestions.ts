import * as v from 'valibot';
import { IdSchema, TimeSchema } from '../model/common';
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

/*
 * Suggestions: changes of an article that somebody has proposed and nobody has decided yet. They are
 * NodeStates of the document's nodes, `$: { inserted, deleted, formatted }`. On what stands inside a
 * line, and on a block that is no line of the text (a rule, a figure, a table, a footnote), they are
 * about the node itself; on a line (paragraph, heading, list item) about the break in front of it.
 * Something that one person inserted and another deleted has both. `formatted` is on text alone, which
 * has the format that is proposed; what of it is new, or is gone, is said by the mark.
 *
 * Outside of the manuscript an article reads as if every suggestion were accepted: `plainText`, and
 * with it verdicts, search, counts and exports, go through `acceptSuggestions`.
 */

/** Who proposed a change, and when. What was changed together shares its id. */
export const SuggestionMarkSchema = v.object({
  id: IdSchema,
  /** The editor's id. */
  author: IdSchema,
  at: TimeSchema,
});
export type SuggestionMark = v.InferOutput<typeof SuggestionMarkSchema>;

/** Lexical's bits 1 to 64: see `TextNode.format`. */
const ALL_FORMATS = 0b111_1111;

/** Who proposed another format, and which of its bits would change: the text without it has the others. */
export const FormatMarkSchema = v.object({
  ...SuggestionMarkSchema.entries,
  formats: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(ALL_FORMATS)),
});
export type FormatMark = v.InferOutput<typeof FormatMarkSchema>;

/** The part of a node's `$` that is about suggestions. */
export const SuggestionStateSchema = v.object({
  inserted: v.exactOptional(SuggestionMarkSchema),
  deleted: v.exactOptional(SuggestionMarkSchema),
  formatted: v.exactOptional(FormatMarkSchema),
});
export type SuggestionState = v.InferOutput<typeof SuggestionStateSchema>;

type Node = BlockNode | ListItemNode | InlineNode;
type Line = InlineBlock | HeadingNode | ListItemNode;

const NONE: SuggestionState = {};

/** The marks of a node; what is no mark, though it is called like one, is none. */
export function suggestionsOf(node: { type: string }): SuggestionState {
  const { $: state } = node as { $?: Record<string, unknown> };
  if (!state) return NONE;
  const { inserted: comes, deleted: goes, formatted: looks } = state;
  if (comes === undefined && goes === undefined && looks === undefined) return NONE;
  const inserted = markOf(comes);
  const deleted = markOf(goes);
  const formatted = v.is(FormatMarkSchema, looks) ? looks : undefined;
  return {
    ...(inserted ? { inserted } : {}),
    ...(deleted ? { deleted } : {}),
    ...(formatted ? { formatted } : {}),
  };
}

function markOf(value: unknown): SuggestionMark | undefined {
  return v.is(SuggestionMarkSchema, value) ? value : undefined;
}

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
  if (hasState(node)) return true;
  if (!('children' in node)) return false;
  for (const child of node.children as Node[]) if (holdsMark(child)) return true;
  return false;
}

function hasState(node: Node): boolean {
  if (!('$' in node)) return false;
  return Object.keys(suggestionsOf(node)).length > 0;
}

type Going = 'inserted' | 'deleted';

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
  const children = document.root.children.flatMap((block) => resolver.rebuild(block));
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
        if (this.isGoing(block)) this.gone.add(block);
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

  private isGoing(node: Node): boolean {
    return suggestionsOf(node)[this.goes] !== undefined;
  }

  private addLine(node: Line, children: InlineNode[]): Resolved {
    const line = { node, inlines: this.inlines(children), top: this.top };
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
    } else if (previous.inlines.length === 0 && line.inlines.length > 0) {
      this.remove(previous);
      this.previous = line;
    } else {
      previous.inlines = mergeText([...previous.inlines, ...line.inlines]);
      this.changed.add(previous.top);
      this.remove(line);
    }
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

  private rebuildBlock(block: BlockNode): BlockNode[] {
    if (this.gone.has(block)) return [];
    const decided = withoutMarks(block);
    const line = this.lines.get(block);
    if (line) return [{ ...decided, children: line.inlines } as BlockNode];
    if (decided.type === 'list') return this.rebuildList(decided);
    if (decided.type === 'quote') return this.rebuildQuote(decided);
    return [this.rebuildInside(decided)];
  }

  /** A table's cells, a caption: lines that are never joined with others. */
  private rebuildInside<T extends object>(node: T): T {
    const { children } = node as { children?: Node[] };
    if (!children) return node;
    const decided: Node[] = [];
    for (const child of children) {
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
      return [{ ...withoutMarks(item), children: [...own, ...nested] }];
    });
    return children.length > 0 || list.children.length === 0 ? [{ ...list, children }] : [];
  }
}

/** Everything that stands inside a line; any other node is a block. */
const INLINE: ReadonlySet<string> = new Set([
  'text',
  'linebreak',
  'tab',
  'link',
  'autolink',
  'footnotereference',
]);

function isBlock(node: Node): node is BlockNode {
  return !INLINE.has(node.type);
}

/** The same node without the marks of suggestions. */
function withoutMarks<T extends Node>(node: T): T {
  if (!('$' in node) || !node.$) return node;
  const { $: state, ...rest } = node as T & { $: Record<string, unknown> };
  const { inserted: _inserted, deleted: _deleted, formatted: _formatted, ...others } = state;
  return (Object.keys(others).length > 0 ? { ...rest, $: others } : rest) as unknown as T;
}
