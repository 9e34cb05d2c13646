import type { Span } from '../model/span';
import { isInline } from './is-block';
import type { BlockNode, Document, InlineNode, ListNode, QuoteNode, TextNode } from './schema';
import { acceptSuggestions } from './suggestions';
import { tableLines } from './table';

export type PlainBlockKind =
  | 'headline'
  | 'standfirst'
  | 'paragraph'
  | 'heading'
  | 'list-item'
  | 'table-cell'
  | 'footnote'
  | 'caption'
  | 'code'
  | 'quote';

/** One line of the article as it reads: `start` and `end` are offsets into the plain text. */
export interface PlainBlock extends Span {
  kind: PlainBlockKind;
  /** Paragraphs of the same block quotation share this number, counted from 0. */
  quote?: number;
}

export interface PlainText {
  text: string;
  blocks: PlainBlock[];
  /** The contiguous stretches of each quotation, in the order of the text. */
  quotations: Map<string, Span[]>;
  /** The same of each claim that is marked. */
  claims: Map<string, Span[]>;
}

/** A leaf block with its inline content: what one entry of `PlainText.blocks` is made of. */
export interface LeafBlock {
  kind: PlainBlockKind;
  quote?: number;
  inlines: InlineNode[];
}

const BLOCK_SEPARATOR = '\n\n';

/** The leaf blocks of a document, in reading order. What has no text (rules, kept HTML) is left out. */
export function leafBlocks(document: Document): LeafBlock[] {
  const leaves: LeafBlock[] = [];
  let quotes = 0;
  const walk = (block: BlockNode, quote: number | undefined): void => {
    switch (block.type) {
      case 'horizontalrule':
      case 'htmlblock':
        return;
      case 'codeblock':
        // Nobody said it, wherever it stands.
        leaves.push(leaf('code', block.children, undefined));
        return;
      case 'list':
        walkList(block, quote);
        return;
      case 'quote':
        walkQuote(block, quote ?? quotes++);
        return;
      case 'table':
        for (const { inlines } of tableLines(block))
          leaves.push(leaf('table-cell', inlines, quote));
        return;
      default:
        leaves.push(leaf(block.type === 'figure' ? 'caption' : block.type, block.children, quote));
    }
  };
  const walkQuote = (block: QuoteNode, quote: number): void => {
    let loose: InlineNode[] = [];
    const flush = () => {
      if (loose.length > 0) leaves.push(leaf('quote', loose, quote));
      loose = [];
    };
    for (const child of block.children) {
      if (isInline(child)) loose.push(child);
      else {
        flush();
        walk(child, quote);
      }
    }
    flush();
  };
  const walkList = (list: ListNode, quote: number | undefined): void => {
    for (const item of list.children) {
      const own = item.children.filter(isInline);
      const nested = item.children.filter((child) => child.type === 'list');
      // An item that only holds a nested list is that list's indent, not a line of its own.
      if (own.length > 0 || nested.length === 0) leaves.push(leaf('list-item', own, quote));
      for (const child of nested) walkList(child, quote);
    }
  };
  // Outside of the manuscript a text reads as it is proposed.
  for (const block of acceptSuggestions(document).root.children) walk(block, undefined);
  return leaves;
}

function leaf(kind: PlainBlockKind, inlines: InlineNode[], quote: number | undefined): LeafBlock {
  return quote === undefined ? { kind, inlines } : { kind: 'quote', quote, inlines };
}

/** The blocks of a quotation; words without a block of their own make a paragraph. */
export function blocksIn(children: readonly (BlockNode | InlineNode)[]): BlockNode[] {
  const found: BlockNode[] = [];
  let loose: InlineNode[] = [];
  const flush = () => {
    if (inlineText(loose) !== '') found.push({ type: 'paragraph', version: 1, children: loose });
    loose = [];
  };
  for (const child of children) {
    if (isInline(child)) loose.push(child);
    else {
      flush();
      found.push(child);
    }
  }
  flush();
  return found;
}

/** The words of inline content: a line break is `\n`, a tab `\t`, a footnote's reference and HTML nothing. */
export function inlineText(inlines: readonly InlineNode[]): string {
  let text = '';
  for (const node of inlines) {
    if (node.type === 'text') text += node.text;
    else if (node.type === 'linebreak') text += '\n';
    else if (node.type === 'tab') text += '\t';
    else if ('children' in node) text += inlineText(node.children);
  }
  return text;
}

/**
 * The document as plain text: its leaf blocks joined with an empty line. An empty block counts like
 * any other, so that every place of the document has an offset.
 */
export function plainText(document: Document): PlainText {
  const blocks: PlainBlock[] = [];
  const quotations = new Map<string, Span[]>();
  const claims = new Map<string, Span[]>();
  let text = '';
  let blockStart = 0;
  let previousKind: PlainBlockKind | null = null;
  const addText = (node: TextNode): void => {
    const start = text.length;
    text += node.text;
    if (node.text.length === 0) return;
    for (const id of node.$?.quotation ?? []) addStretch(quotations, id, start);
    for (const id of node.$?.claim ?? []) addStretch(claims, id, start);
  };
  const addStretch = (marks: Map<string, Span[]>, id: string, start: number): void => {
    const stretches = marks.get(id) ?? [];
    const last = stretches.at(-1);
    // Breaks of line and paragraph carry no mark of their own and do not part a quotation.
    if (last && last.end >= joinFrom && /^[\n\t]*$/.test(text.slice(last.end, start))) {
      last.end = text.length;
    } else {
      stretches.push({ start, end: text.length });
    }
    marks.set(id, stretches);
  };
  const addInlines = (inlines: readonly InlineNode[]): void => {
    for (const node of inlines) {
      if (node.type === 'text') addText(node);
      else if (node.type === 'linebreak') text += '\n';
      else if (node.type === 'tab') text += '\t';
      else if ('children' in node) addInlines(node.children);
    }
  };
  // No quotation runs from the headline or the standfirst into what follows, or into a footnote.
  let joinFrom = 0;
  for (const block of leafBlocks(document)) {
    if (blocks.length > 0) text += BLOCK_SEPARATOR;
    blockStart = text.length;
    const isApart = block.kind === 'footnote';
    if (isApart || previousKind === 'headline' || previousKind === 'standfirst')
      joinFrom = blockStart;
    addInlines(block.inlines);
    const { kind, quote } = block;
    blocks.push({
      kind,
      start: blockStart,
      end: text.length,
      ...(quote === undefined ? {} : { quote }),
    });
    previousKind = kind;
  }
  return { text, blocks, quotations, claims };
}
