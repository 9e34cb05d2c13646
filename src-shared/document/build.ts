import type {
  BlockNode,
  Document,
  HeadingNode,
  HorizontalRuleNode,
  InlineBlock,
  InlineNode,
  LineBreakNode,
  LinkNode,
  ListItemNode,
  ListNode,
  QuoteNode,
  TabNode,
  TextNode,
} from './schema';

/*
 * The nodes as Lexical 0.52 serialises them (its GeneratedJSON types), so that what an importer
 * makes and what the editor saves look the same.
 */

/** Lexical's bits for the format of a text node. */
export const FORMAT = {
  bold: 1,
  italic: 2,
  strikethrough: 4,
  underline: 8,
  code: 16,
  subscript: 32,
  superscript: 64,
} as const;

const element = { direction: null, format: '', indent: 0, version: 1 } as const;
export function textNode(text: string, format = 0): TextNode {
  return { type: 'text', version: 1, text, format, detail: 0, mode: 'normal', style: '' };
}

export function lineBreak(): LineBreakNode {
  return { type: 'linebreak', version: 1 };
}

export function tab(): TabNode {
  const node = { type: 'tab' as const, version: 1, text: '\t', detail: 2, format: 0 };
  return { ...node, mode: 'normal', style: '' } as TabNode;
}

export function link(url: string, children: InlineNode[]): LinkNode {
  return {
    ...element,
    type: 'link',
    url,
    rel: null,
    target: null,
    title: null,
    children,
  } as LinkNode;
}

/** A headline, a standfirst or a paragraph. Lexical keeps the format of its first text beside it. */
export function inlineBlock(type: InlineBlock['type'], children: InlineNode[]): InlineBlock {
  const first = children.find((node) => node.type === 'text');
  return {
    ...element,
    textFormat: first?.format ?? 0,
    textStyle: '',
    type,
    children,
  } as InlineBlock;
}

export function heading(tag: HeadingNode['tag'], children: InlineNode[]): HeadingNode {
  return { ...element, type: 'heading', tag, children } as HeadingNode;
}

/** A block quotation in the mode that holds paragraphs. */
export function quote(children: BlockNode[]): QuoteNode {
  return { ...element, type: 'quote', shadowRoot: true, children } as QuoteNode;
}

/** An item's content before its number and indent are known: a line, and lists below it. */
export interface ListLine {
  inlines: InlineNode[];
  checked?: boolean;
  lists?: { listType: ListNode['listType']; start: number; lines: ListLine[] }[];
}

/** A list; lists below a line become items of their own, which is how Lexical indents. */
export function list(
  listType: ListNode['listType'],
  lines: ListLine[],
  start = 1,
  indent = 0,
): ListNode {
  const items: ListItemNode[] = [];
  let value = start;
  for (const line of lines) {
    const checked = listType === 'check' ? { checked: line.checked ?? false } : {};
    items.push(listItem(line.inlines, value, indent, checked));
    value += 1;
    for (const below of line.lists ?? []) {
      const nested = list(below.listType, below.lines, below.start, indent + 1);
      items.push(listItem([nested], value, indent));
    }
  }
  const tag = listType === 'number' ? ('ol' as const) : ('ul' as const);
  return { ...element, type: 'list', listType, start, tag, children: items } as ListNode;
}

function listItem(
  children: (InlineNode | ListNode)[],
  value: number,
  indent: number,
  checked: { checked?: boolean } = {},
): ListItemNode {
  return { ...element, indent, type: 'listitem', value, ...checked, children } as ListItemNode;
}

export function horizontalRule(): HorizontalRuleNode {
  return { type: 'horizontalrule', version: 1 };
}

/** A document of these blocks; a headline, empty if need be, always comes first. */
export function document(blocks: BlockNode[]): Document {
  const hasHeadline = blocks[0]?.type === 'headline';
  const children = hasHeadline ? blocks : [inlineBlock('headline', []), ...blocks];
  // An editor needs a place to type in below the headline.
  if (children.length === 1) children.push(inlineBlock('paragraph', []));
  return { root: { ...element, type: 'root', children } } as Document;
}

/** What a new article starts as: an empty headline and an empty paragraph. */
export function emptyDocument(): Document {
  return document([]);
}

/**
 * Inline content of a text with line breaks and tabs; Lexical keeps neither inside a text node.
 */
export function inlinesOf(text: string, format = 0): InlineNode[] {
  const nodes: InlineNode[] = [];
  for (const piece of text.split(/(\r\n|\r|\n|\t)/)) {
    if (piece === '\t') nodes.push(tab());
    else if (/^[\r\n]+$/.test(piece)) nodes.push(lineBreak());
    else if (piece !== '') nodes.push(textNode(piece, format));
  }
  return nodes;
}
