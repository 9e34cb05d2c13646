import type { Element, RootContent } from 'hast';
import {
  heading,
  horizontalRule,
  inlineBlock,
  type ListLine,
  list,
  quote,
  tab,
  textNode,
} from './build';
import { figureFromHtml, picturesIn } from './figure-from-html';
import { codeFromHtml } from './html-code';
import { htmlInlines } from './html-inlines';
import { ownListBlocks } from './html-own-lists';
import { attribute, findFirst, hasWord, isUnread, textOf } from './html-tree';
import { headingTag, type ImportedBlock } from './imported';
import { mergeText } from './merge-text';
import { inlineText } from './plain-text';
import type { BlockNode, InlineNode, ListNode } from './schema';
import { rowsAsLines } from './table';
import { tableFromHtml } from './table-from-html';
import { withoutStart } from './without-start';

const BLOCK =
  /^(?:address|article|aside|blockquote|body|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html|li|main|nav|ol|p|pre|search|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;
const DEEPEST_LIST = 6;

export interface HtmlBlockOptions {
  /** Elements to leave out, such as navigation. */
  skip?: (element: Element) => boolean;
  /** Whether captions of pictures belong to the text. */
  captions?: boolean;
  /** Pictures are figures of the text; otherwise nothing is left of them. */
  pictures?: boolean;
  /** Items that begin with a drawn box are tasks; otherwise the box is a sign like any other. */
  drawnBoxes?: boolean;
  /** A `pre` is a block of code; otherwise its lines are words like any others. */
  codeBlocks?: boolean;
  /**
   * Tables of data are read as lines of text, which is what a source is. From the markup, where a cell of
   * several paragraphs is several lines; of a table that was read already, each row is one.
   */
  rowsAsLines?: boolean;
  /** A single row is a table too, as a spreadsheet has it on the clipboard. */
  oneRow?: boolean;
  /** Stet wrote it: every table is one of data. */
  isOwn?: boolean;
}

/** The blocks of HTML nodes, in the order of the text. Text without a block of its own is a paragraph. */
export function htmlBlocks(
  nodes: readonly RootContent[],
  options: HtmlBlockOptions = {},
): ImportedBlock[] {
  const blocks: ImportedBlock[] = [];
  let loose: RootContent[] = [];
  let beside: ImportedBlock[] = [];
  const flush = () => {
    blocks.push(...paragraphs(loose), ...beside);
    loose = [];
    beside = [];
  };
  for (const node of nodes) {
    if (node.type !== 'element') {
      if (node.type === 'text') loose.push(node);
      continue;
    }
    if (isUnread(node) || options.skip?.(node)) continue;
    if (BLOCK.test(node.tagName)) {
      flush();
      blocks.push(...block(node, options));
    } else if (holdsBlock(node)) {
      // <b><p>…</p></b>, <a><h3>…</h3></a>, <font><div>…: the wrapper is given up for its blocks.
      flush();
      blocks.push(...htmlBlocks(node.children, options));
    } else {
      const pictures = options.pictures ? picturesIn(node) : [];
      // One in the middle of a line does not part it: it goes below.
      const isOnItsOwn = pictures.length > 0 && startsLine(loose);
      if (isOnItsOwn) flush();
      beside.push(...pictures.map((picture) => ({ node: picture })));
      if (isOnItsOwn) flush();
      loose.push(node);
    }
  }
  flush();
  return blocks;
}

function startsLine(before: readonly RootContent[]): boolean {
  const last = before.findLast((node) => node.type !== 'text' || node.value.trim() !== '');
  return last === undefined || (last.type === 'element' && last.tagName === 'br');
}

function holdsBlock(element: Element): boolean {
  return findFirst(element, (inner) => BLOCK.test(inner.tagName) && !isUnread(inner)) !== null;
}

function paragraphs(nodes: readonly RootContent[], exact = false): ImportedBlock[] {
  // Two line breaks in a row are how old pages and e-mails part paragraphs.
  return splitAtDoubleBreaks(htmlInlines(nodes, { exact }))
    .filter((inlines) => inlines.length > 0)
    .map((inlines) => ({ node: inlineBlock('paragraph', inlines) }));
}

function splitAtDoubleBreaks(inlines: readonly InlineNode[]): InlineNode[][] {
  const lines: InlineNode[][] = [[]];
  inlines.forEach((node, index) => {
    const isBreak = node.type === 'linebreak';
    const before = inlines[index - 1]?.type === 'linebreak';
    const after = inlines[index + 1]?.type === 'linebreak';
    if (isBreak && before && !after) lines.push([]);
    else if (!(isBreak && (before || after))) lines.at(-1)?.push(node);
  });
  return lines;
}

function block(element: Element, options: HtmlBlockOptions): ImportedBlock[] {
  const blocks = plainBlock(element, options);
  return PULL_QUOTE.test(attribute(element, 'className')) ? asPullQuotes(blocks) : blocks;
}

function plainBlock(element: Element, options: HtmlBlockOptions): ImportedBlock[] {
  const { tagName, children } = element;
  const headingLevel = /^h([1-6])$/.exec(tagName)?.[1];
  if (headingLevel !== undefined) {
    const level = Number(headingLevel);
    const inlines = htmlInlines(children);
    return inlines.length > 0 ? [{ node: heading(headingTag(level), inlines), level }] : [];
  }
  switch (tagName) {
    case 'hr':
      return [{ node: horizontalRule() }];
    case 'pre': {
      const code = options.codeBlocks ? codeFromHtml(element) : null;
      return code ? [{ node: code }] : paragraphs(children, true);
    }
    case 'ul':
    case 'ol': {
      if (options.isOwn) return ownListBlocks(element, (nodes) => htmlBlocks(nodes, options));
      const { listType, start, lines } = listOf(element, options, 1);
      return lines.length > 0 ? [{ node: list(listType, lines, start) }] : [];
    }
    case 'blockquote':
      return blockQuotation(element, options, null);
    case 'figure':
      return figure(element, options);
    case 'table':
      return tableBlocks(element, options);
    default:
      return htmlBlocks(children, options);
  }
}

/** A block quotation, followed by a line with its attribution where the markup has one. */
function blockQuotation(
  element: Element,
  options: HtmlBlockOptions,
  caption: Element | null,
): ImportedBlock[] {
  // Many pages put the attribution inside: it belongs after the quotation.
  const inside = findFirst(element, (inner) => isAttribution(inner, element));
  const skip = (inner: Element) => inner === inside || (options.skip?.(inner) ?? false);
  const children = quoted(htmlBlocks(element.children, { ...options, skip }));
  const line = caption ?? inside;
  const attribution = line ? htmlInlines(line.children) : [];
  const after: ImportedBlock[] =
    attribution.length > 0 ? [{ node: inlineBlock('paragraph', withDash(attribution)) }] : [];
  return children.length > 0 ? [{ node: quote(children) }, ...after] : after;
}

/** `footer`, or a `cite` on a line of its own: the title of a work inside a sentence is neither. */
function isAttribution(element: Element, quotation: Element): boolean {
  if (element.tagName === 'footer') return true;
  if (element.tagName === 'cite') return quotation.children.includes(element);
  const words = element.children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
  const only = words.length === 1 ? words[0] : undefined;
  return element.tagName === 'p' && only?.type === 'element' && only.tagName === 'cite';
}

function withDash(inlines: InlineNode[]): InlineNode[] {
  const first = inlines[0];
  if (first?.type === 'text' && /^\s*[—–―-]/.test(first.text)) return inlines;
  return mergeText([textNode('— '), ...inlines]);
}

/** A block quotation inside another one is part of it; a table in one is its rows. */
function quoted(blocks: readonly ImportedBlock[]): BlockNode[] {
  return blocks.flatMap(({ node }): BlockNode[] => {
    if (node.type === 'quote') return node.children as BlockNode[];
    if (node.type !== 'table') return [node];
    return rowsAsLines(node).map((words) => inlineBlock('paragraph', words));
  });
}

/** `pullquote`, `wp-block-pullquote`, `pull-quote`. */
const PULL_QUOTE = /(?:^|[\s_-])pull-?quote(?:[\s_-]|$)/i;

function asPullQuotes(blocks: ImportedBlock[]): ImportedBlock[] {
  return blocks.map((block) =>
    block.node.type === 'quote' ? { ...block, node: { ...block.node, $: { pull: true } } } : block,
  );
}

function figure(element: Element, options: HtmlBlockOptions): ImportedBlock[] {
  const caption = findFirst(element, (inner) => inner.tagName === 'figcaption');
  const quotation = findFirst(element, (inner) => inner.tagName === 'blockquote');
  if (quotation) return blockQuotation(quotation, options, caption);
  const skip = (inner: Element) =>
    inner.tagName === 'figcaption' || (options.skip?.(inner) ?? false);
  const content = htmlBlocks(element.children, { ...options, skip, pictures: false });
  const pictures = options.pictures
    ? figureFromHtml(element, (nodes) =>
        htmlBlocks(nodes, { ...options, pictures: false }).flatMap(({ node }) =>
          linesOf(node).map(({ inlines }) => inlines),
        ),
      )
    : [];
  if (pictures.length > 0) return [...content, ...pictures];
  const words = caption && options.captions ? htmlBlocks(caption.children, options) : [];
  return [...content, ...words];
}

function listOf(element: Element, options: HtmlBlockOptions, depth: number) {
  const isTasks = element.children.some((child) => child.type === 'element' && isTask(child));
  const usual: ListNode['listType'] = element.tagName === 'ol' ? 'number' : 'bullet';
  const listType: ListNode['listType'] = isTasks ? 'check' : usual;
  const start = Number.parseInt(attribute(element, 'start'), 10);
  const lines: ListLine[] = [];
  const items: ListLine[] = [];
  for (const child of element.children) {
    if (child.type !== 'element' || isUnread(child) || options.skip?.(child)) continue;
    if (child.tagName === 'ul' || child.tagName === 'ol') {
      hang(lines, listOf(child, options, depth + 1), depth);
    } else {
      const first = lines.length;
      itemLines(child, options, depth, lines);
      const line = lines[first];
      if (isTasks && line) line.checked = isDone(child);
      if (line) items.push(line);
    }
  }
  const isDrawn = options.drawnBoxes && listType === 'bullet' && takeDrawnBoxes(items);
  return {
    listType: isDrawn ? ('check' as const) : listType,
    start: Number.isInteger(start) ? start : 1,
    lines,
  };
}

const DRAWN_BOX = /^(?:([☑☒])|☐) /;

/** Where every item begins with a box, as our own pages draw them, it goes, and says what is done. */
function takeDrawnBoxes(items: ListLine[]): boolean {
  const boxes = items.map(({ inlines }) => DRAWN_BOX.exec(inlineText(inlines)));
  if (items.length === 0 || boxes.includes(null)) return false;
  for (const [index, item] of items.entries()) {
    item.checked = boxes[index]?.[1] !== undefined;
    item.inlines = withoutStart(item.inlines, 2);
  }
  return true;
}

/** An item with a box: as an attribute (Google, Lexical), or as a field (GitHub). */
function isTask(item: Element): boolean {
  return item.tagName === 'li' && (attribute(item, 'role') === 'checkbox' || box(item) !== null);
}

function isDone(item: Element): boolean {
  return attribute(item, 'ariaChecked') === 'true' || box(item)?.properties.checked === true;
}

function box(item: Element): Element | null {
  return findFirst(
    item,
    (inner) => inner.tagName === 'input' && inner.properties.type === 'checkbox',
  );
}

/** The lines of an item: each of its paragraphs is one, its lists hang below the last. */
function itemLines(
  item: Element,
  options: HtmlBlockOptions,
  depth: number,
  lines: ListLine[],
): void {
  let loose: RootContent[] = [];
  const flush = () => {
    for (const { node } of htmlBlocks(loose, options)) {
      lines.push(...linesOf(node).filter(({ inlines }) => inlines.length > 0));
    }
    loose = [];
  };
  for (const child of item.children) {
    if (child.type === 'element' && (child.tagName === 'ul' || child.tagName === 'ol')) {
      flush();
      hang(lines, listOf(child, options, depth + 1), depth);
    } else {
      loose.push(child);
    }
  }
  flush();
}

function hang(lines: ListLine[], below: ReturnType<typeof listOf>, depth: number): void {
  if (below.lines.length === 0) return;
  const last = lines.at(-1);
  if (!last || depth >= DEEPEST_LIST) lines.push(...below.lines);
  else last.lists = [...(last.lists ?? []), below];
}

function linesOf(node: BlockNode): ListLine[] {
  switch (node.type) {
    case 'horizontalrule':
    case 'htmlblock':
      return [];
    case 'table':
      return rowsAsLines(node).map((inlines) => ({ inlines }));
    case 'quote':
      return (node.children as BlockNode[]).flatMap(linesOf);
    case 'list':
      return node.children.flatMap((item) => {
        const below = item.children.filter((child) => child.type === 'list');
        if (below.length > 0) return below.flatMap(linesOf);
        return [{ inlines: item.children as InlineNode[] }];
      });
    default:
      return [{ inlines: node.children }];
  }
}

function tableBlocks(element: Element, options: HtmlBlockOptions): ImportedBlock[] {
  const skip = options.skip ?? (() => false);
  const node = options.rowsAsLines
    ? null
    : tableFromHtml(
        element,
        skip,
        (cell) => htmlBlocks(cell.children, options).map((one) => one.node),
        options.isOwn ? 0 : options.oneRow ? 1 : 2,
      );
  if (!node) return tableLines(element, options);
  const title = element.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'caption',
  );
  return [...(title ? htmlBlocks(title.children, options) : []), { node }];
}

/** A table of layout is its blocks. One of data is one paragraph a row, its cells parted by tabs. */
function tableLines(element: Element, options: HtmlBlockOptions): ImportedBlock[] {
  return element.children.flatMap((child): ImportedBlock[] => {
    if (child.type !== 'element' || isUnread(child) || options.skip?.(child)) return [];
    if (child.tagName !== 'tr') {
      const isPart = /^(?:thead|tbody|tfoot)$/.test(child.tagName);
      return isPart ? tableLines(child, options) : htmlBlocks([child], options);
    }
    const cells = child.children.filter(
      (cell): cell is Element => cell.type === 'element' && !isUnread(cell),
    );
    const holdsPicture = (cell: Element) => options.pictures && picturesIn(cell).length > 0;
    if (cells.some((cell) => holdsBlock(cell) || holdsPicture(cell)))
      return cells.flatMap((cell) => htmlBlocks(cell.children, options));
    const line = cells
      .map((cell) => htmlInlines(cell.children))
      .filter((inlines) => inlines.length > 0)
      .flatMap((inlines, index) => (index === 0 ? inlines : [tab(), ...inlines]));
    return line.length > 0 ? [{ node: inlineBlock('paragraph', mergeText(line)) }] : [];
  });
}

/** True for the notes that Stet's own export puts below an article. */
export function isOwnSources(element: Element): boolean {
  return hasWord(element, 'role', 'doc-endnotes') && hasWord(element, 'className', 'sources');
}

/** The words of an element without those of its `time` elements. */
export function textWithoutTimes(element: Element): string {
  const copy: Element = {
    ...element,
    children: element.children.filter(
      (child) => !(child.type === 'element' && child.tagName === 'time'),
    ),
  };
  return textOf(copy);
}
