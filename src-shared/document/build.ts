import type {
  BlockNode,
  CodeBlockNode,
  Document,
  FigureNode,
  FootnoteNode,
  FootnoteReferenceNode,
  HeadingNode,
  HorizontalRuleNode,
  HtmlBlockNode,
  InlineBlock,
  InlineHtmlNode,
  InlineNode,
  LineBreakNode,
  LinkNode,
  ListItemNode,
  ListNode,
  QuoteNode,
  TableCellNode,
  TableNode,
  TableRowNode,
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

export function link(url: string, children: InlineNode[], title: string | null = null): LinkNode {
  return {
    ...element,
    type: 'link',
    url,
    rel: null,
    target: null,
    title,
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

export function footnoteReference(footnote: string): FootnoteReferenceNode {
  return { type: 'footnotereference', version: 1, footnote };
}

export function footnote(id: string, children: InlineNode[]): FootnoteNode {
  return { ...element, type: 'footnote', footnote: id, children } as FootnoteNode;
}

export function heading(tag: HeadingNode['tag'], children: InlineNode[]): HeadingNode {
  return { ...element, type: 'heading', tag, children } as HeadingNode;
}

/** A block quotation in the mode that holds paragraphs; a pull quote where `isPull` is true. */
export function quote(children: BlockNode[], isPull = false): QuoteNode {
  const state = isPull ? { $: { pull: true } } : {};
  return { ...state, ...element, type: 'quote', shadowRoot: true, children } as QuoteNode;
}

/** Lexical's bits for the header state of a cell. */
export const CELL_HEADER = { row: 1, column: 2 } as const;

/** A cell of a table; one without words holds an empty paragraph. */
export function tableCell(paragraphs: InlineBlock[], headerState = 0): TableCellNode {
  const children = paragraphs.length > 0 ? paragraphs : [inlineBlock('paragraph', [])];
  const span = { colSpan: 1, rowSpan: 1 };
  return {
    ...element,
    ...span,
    type: 'tablecell',
    backgroundColor: null,
    headerState,
    children,
  } as TableCellNode;
}

/** A table of these rows; rows that are too short get empty cells, so that it is a grid. */
export function table(rows: TableCellNode[][]): TableNode {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const children = rows.map((row): TableRowNode => {
    const header = (row.at(-1)?.headerState ?? 0) & CELL_HEADER.row;
    const missing = Array.from({ length: columns - row.length }, () => tableCell([], header));
    return { ...element, type: 'tablerow', children: [...row, ...missing] } as TableRowNode;
  });
  return { ...element, type: 'table', children } as TableNode;
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
  return listNode(listType, items, start);
}

/** A list of items that are made already. */
export function listNode(
  listType: ListNode['listType'],
  items: ListItemNode[],
  start: number,
  state: NonNullable<ListNode['$']> = {},
): ListNode {
  const tag = listType === 'number' ? ('ol' as const) : ('ul' as const);
  const $ = Object.keys(state).length > 0 ? { $: state } : {};
  return { ...$, ...element, type: 'list', listType, start, tag, children: items } as ListNode;
}

/** An item of a list: a line, or a list that it indents. */
export function listItem(
  children: (InlineNode | ListNode)[],
  value: number,
  indent: number,
  checked: { checked?: boolean } = {},
): ListItemNode {
  return { ...element, indent, type: 'listitem', value, ...checked, children } as ListItemNode;
}

/** A picture with its caption; without the rest nothing is said about it. */
export function figure(
  about: Pick<FigureNode, 'picture'> &
    Partial<Pick<FigureNode, 'width' | 'height' | 'alternativeText' | 'credit'>>,
  caption: InlineNode[] = [],
): FigureNode {
  const { picture, width = 0, height = 0, alternativeText = null, credit = '' } = about;
  const fields = { picture, width, height, alternativeText, credit };
  return { ...element, type: 'figure', ...fields, children: caption } as FigureNode;
}

/** Lines of code; `language` is the info string of Markdown, '' for none. */
export function codeBlock(text: string, language = ''): CodeBlockNode {
  const children = inlinesOf(text, FORMAT.code);
  return { ...element, type: 'codeblock', language, children } as CodeBlockNode;
}

/** HTML of a Markdown file, kept as it is: a block of its own, or in a line. */
export function htmlBlock(html: string): HtmlBlockNode {
  return { type: 'htmlblock', version: 1, html };
}

export function inlineHtml(html: string): InlineHtmlNode {
  return { type: 'inlinehtml', version: 1, html };
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
