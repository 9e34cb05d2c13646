import type {
  BlockContent,
  Code,
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  Html,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { FORMAT } from './build';
import { figureToMdast } from './figure-to-mdast';
import { footnoteMarks, isFootnote, referredFootnotes } from './footnotes';
import { addressesIn, closedHtml } from './kept-html';
import { isSafeLink } from './links';
import { type FlowNode, type ListTree, withListTrees } from './list-tree';
import { type NoteItem, type NotePlace, placeNotes } from './place-notes';
import { blocksIn, inlineText, plainText } from './plain-text';
import { type Layer, linkKey, linkOf, nestLongest, type Run, runsOf } from './runs';
import type {
  CodeBlockNode,
  Document,
  FigureNode,
  FootnoteNode,
  HtmlBlockNode,
  InlineNode,
} from './schema';
import { tableToMdast } from './table-to-mdast';

/** A reference to a footnote. */
export interface FootnotePlace extends NotePlace {
  label: string;
}

export interface MarkdownBodyOptions {
  notes?: readonly FootnotePlace[];
  /** Put in front of the first paragraph. */
  dateline?: string | null;
  /** Who is quoted, by the number of the block quotation (`PlainBlock.quote`), where no line of the article says so. */
  attributions?: ReadonlyMap<number, { text: string; label: string | null }>;
  /** False for an address that must not be printed: its words stay. */
  allowsLink?: (url: string) => boolean;
  /** Where the picture of a figure lies beside the file; null where there is none. */
  pictureAddress?: (figure: FigureNode) => string | null;
}

type Item = Run | NoteItem<FootnotePlace>;

/** The body of a document as mdast, with what each piece of it was. */
export interface MarkdownParts {
  body: { node: FlowNode; children: RootContent[] }[];
  notes: { node: FootnoteNode; definition: FootnoteDefinition }[];
}

/**
 * The body of a document as mdast: everything but headline and standfirst. Underline, subscript and
 * superscript have no Markdown form; their words are kept. What came from Markdown and has no form in
 * an article is not there: markdown-body.ts has it.
 */
export function toMdast(document: Document, options: MarkdownBodyOptions = {}): RootContent[] {
  const { body, notes } = markdownParts(document, options);
  return withClosedHtml([
    ...body.flatMap(({ children }) => children),
    ...notes.map(({ definition }) => definition),
  ]);
}

/** The same, piece by piece. HTML that has no end is as it came: `withClosedHtml` closes it. */
export function markdownParts(
  document: Document,
  options: MarkdownBodyOptions = {},
): MarkdownParts {
  const { blocks } = plainText(document);
  const marks = footnoteMarks(document);
  let leaf = 0;
  const nextStart = () => blocks[leaf++]?.start ?? 0;
  let dateline = options.dateline ?? null;
  const { pictureAddress: addressOf = (node: FigureNode) => node.picture } = options;

  const phrasing = (inlines: readonly InlineNode[], isHeading = false): PhrasingContent[] =>
    toPhrasing(runsOf(inlines, nextStart()), { ...options, marks }, isHeading);

  const paragraph = (inlines: readonly InlineNode[], inBody: boolean): Paragraph[] => {
    const children = phrasing(inlines);
    if (dateline !== null && inBody && children.length > 0) {
      children.unshift({ type: 'text', value: datelinePrefix(dateline) });
      dateline = null;
    }
    return children.length > 0 ? [{ type: 'paragraph', children }] : [];
  };

  const block = (node: FlowNode, inBody: boolean): BlockContent[] => {
    switch (node.type) {
      case 'headline':
      case 'standfirst':
        nextStart();
        return [];
      case 'paragraph':
        return paragraph(node.children, inBody);
      case 'heading': {
        const children = phrasing(node.children, true);
        const depth = Number(node.tag.slice(1)) as Heading['depth'];
        return children.length > 0 ? [{ type: 'heading', depth, children }] : [];
      }
      case 'footnote':
        // Notes are definitions of their own (below).
        return [];
      case 'figure':
        return figureToMdast(node, addressOf(node), phrasing);
      case 'horizontalrule':
        return [{ type: 'thematicBreak' }];
      case 'codeblock':
        nextStart();
        return [codeOf(node)];
      case 'htmlblock':
        // One without HTML holds Markdown that has no words (markdown-body.ts).
        if (node.html === '') return [];
        return allowsHtml(node.html, options) ? [htmlOf(node, inBody)] : [];
      case 'table':
        return [tableToMdast(node, phrasing)];
      case 'list-tree':
        return [list(node)];
      // Markdown has one form for block quotations and pull quotes alike.
      case 'quote': {
        const number = blocks[leaf]?.quote;
        const children = withListTrees(blocksIn(node.children)).flatMap((child) =>
          block(child, false),
        );
        const attribution = number === undefined ? undefined : options.attributions?.get(number);
        const after = attribution ? [attributionLine(attribution)] : [];
        return children.length > 0 ? [{ type: 'blockquote', children }, ...after] : [];
      }
    }
  };

  const list = (tree: ListTree): List => {
    const children = tree.items.map(({ line, checked, parts }): ListItem => {
      const words = line === null ? [] : phrasing(line);
      return {
        type: 'listItem',
        checked: tree.listType === 'check' ? checked : null,
        children: [
          ...(words.length > 0 ? [{ type: 'paragraph' as const, children: words }] : []),
          ...parts.flatMap((part) => block(part, false)),
        ],
      };
    });
    const ordered = tree.listType === 'number';
    const start = ordered ? tree.start : null;
    const spread = tree.isLoose || children.some(needsEmptyLine);
    for (const item of children) item.spread = spread;
    return { type: 'list', ordered, start, spread, children };
  };

  const body = withListTrees(document.root.children).flatMap((node) =>
    node.type === 'footnote' ? [] : [{ node, children: block(node, true) }],
  );
  const noted = new Map(
    document.root.children.filter(isFootnote).map((note) => [note, phrasing(note.children)]),
  );
  const notes = referredFootnotes(document, marks).map((node) => {
    const label = footnoteLabel(marks.get(node.footnote) ?? '');
    const children: Paragraph[] = [{ type: 'paragraph', children: noted.get(node) ?? [] }];
    const definition = { type: 'footnoteDefinition' as const, identifier: label, label, children };
    return { node, definition };
  });
  return { body, notes };
}

/** HTML among the blocks is closed where something follows; in a list or quotation, where that ends. */
function htmlOf({ html }: HtmlBlockNode, inBody: boolean): Html {
  return { type: 'html', value: inBody ? html : closedHtml(html) };
}

/** All but the last of these blocks end where they end: what stands behind HTML is not to be part of it. */
export function withClosedHtml(nodes: readonly RootContent[]): RootContent[] {
  return nodes.map((node, index) =>
    node.type === 'html' && index < nodes.length - 1
      ? { ...node, value: closedHtml(node.value) }
      : node,
  );
}

/** A block of code as Markdown has it; the first word of what is said of it is its language. */
export function codeOf({ language, children }: CodeBlockNode): Code & { lang: string | null } {
  const [lang = '', ...meta] = language.trim().split(/\s+/);
  return {
    type: 'code',
    lang: lang === '' ? null : lang,
    meta: meta.length > 0 ? meta.join(' ') : null,
    value: inlineText(children),
  };
}

/** True for an item of which two blocks would be read as one, or as another, without an empty line. */
function needsEmptyLine({ children }: ListItem): boolean {
  return children.some((right, index) => {
    const left = children[index - 1];
    if (!left) return false;
    if (left.type === 'heading' || left.type === 'code') return right.type === 'html';
    if (right.type === 'code') return left.type !== 'paragraph' && left.type !== 'blockquote';
    if (left.type !== 'paragraph') return true;
    // Right below a line a list begins with words, and with the first number.
    if (right.type === 'list') {
      return (right.start ?? 1) !== 1 || right.children[0]?.children.length === 0;
    }
    return right.type !== 'blockquote' && right.type !== 'heading';
  });
}

/** HTML that may lead to what must not be printed is left out whole. */
export function allowsHtml(
  html: string,
  { allowsLink = () => true }: MarkdownBodyOptions,
): boolean {
  return addressesIn(html).every(allowsLink);
}

/** The label of an article's own footnote; those of sources are `source-…` (export/markdown.ts). */
function footnoteLabel(mark: string): string {
  return `note-${mark}`;
}

/** "FENHALLOW" reads "FENHALLOW – " in front of the first words. */
export function datelinePrefix(dateline: string): string {
  const text = dateline.trim();
  return /[–—:-]$/.test(text) ? `${text} ` : `${text} – `;
}

function attributionLine(attribution: { text: string; label: string | null }): Paragraph {
  const children: PhrasingContent[] = [{ type: 'text', value: `— ${attribution.text}` }];
  if (attribution.label !== null) children.push(noteReference(attribution.label));
  return { type: 'paragraph', children };
}

function noteReference(label: string): FootnoteReference {
  return { type: 'footnoteReference', identifier: label.toLowerCase(), label };
}

function toPhrasing(
  line: readonly Run[],
  options: MarkdownBodyOptions & { marks: ReadonlyMap<string, string> },
  isHeading: boolean,
): PhrasingContent[] {
  const { notes = [], allowsLink = () => true } = options;
  const runs = trimBreaks(line).map((run): Run => {
    const isPrinted = run.url !== null && isSafeLink(run.url) && allowsLink(run.url);
    const shown: Run = { ...run, url: isPrinted ? run.url : null };
    return isHeading && run.kind === 'break' ? { ...shown, kind: 'text', text: ' ' } : shown;
  });
  const known = runs.filter(({ footnote, html }) =>
    html === undefined
      ? footnote === undefined || options.marks.has(footnote)
      : allowsHtml(html, options),
  );
  const nodes = nestLongest(
    withoutFormattedSpaces(placeNotes(htmlInFormats(known), notes)),
    LAYERS,
    (item) =>
      item.kind === 'footnote'
        ? [noteReference(footnoteLabel(options.marks.get(item.footnote ?? '') ?? ''))]
        : leafOf(item),
    isSpace,
  );
  return withWholeTexts(nodes);
}

/**
 * Neighbouring words are one node: cut where a mark begins, "1990" and "." are not seen to be the
 * start of a list.
 */
function withWholeTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const whole: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = whole.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      whole[whole.length - 1] = { type: 'text', value: last.value + node.value };
    } else if ('children' in node) {
      whole.push({
        ...node,
        children: withWholeTexts(node.children as PhrasingContent[]),
      } as never);
    } else whole.push(node);
  }
  return whole;
}

/** Kept HTML has no form of its own: it stands in the form that is on both its sides. */
function htmlInFormats(runs: readonly Run[]): Run[] {
  const isWord = ({ html }: Run) => html === undefined;
  return runs.map((run, index) => {
    if (isWord(run)) return run;
    const before = runs.slice(0, index).findLast(isWord)?.format ?? 0;
    const after = runs.slice(index).find(isWord)?.format ?? 0;
    return { ...run, format: before & after & ~FORMAT.code };
  });
}

/** A line break at the edge of a paragraph has no Markdown form. */
function trimBreaks(line: readonly Run[]): Run[] {
  let from = 0;
  let to = line.length;
  while (line[from]?.kind === 'break') from += 1;
  while (to > from && line[to - 1]?.kind === 'break') to -= 1;
  return line.slice(from, to);
}

/**
 * Bold or italic cannot start or end with a space or a line break: white space at the edge of a run
 * is parted from it and takes the format that both its neighbours share.
 */
function withoutFormattedSpaces(items: readonly Item[]): Item[] {
  const parted = items.flatMap((item) => (item.kind === 'text' ? partSpaces(item) : [item]));
  return parted.map((item, index) => {
    if (!isSpace(item)) return item;
    const before = parted[index - 1]?.format ?? 0;
    const after = parted[index + 1]?.format ?? 0;
    return { ...item, format: before & after & ~FORMAT.code };
  });
}

/** The pieces keep the offsets of the whole: notes are in their places by now. */
function partSpaces(run: Run): Run[] {
  // Code keeps the spaces that it begins and ends with.
  if (run.format === 0 || (run.format & FORMAT.code) !== 0) return [run];
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(run.text) ?? [];
  return [before, words, after].filter((text) => text !== '').map((text) => ({ ...run, text }));
}

/** White space in running words, and a line break. */
function isSpace(item: Item): boolean {
  if (item.kind === 'note' || item.kind === 'footnote') return false;
  return (item.format & FORMAT.code) === 0 && item.text.trim() === '';
}

function formatLayer(bit: number, type: 'strong' | 'emphasis' | 'delete') {
  return {
    keyOf: (item: Item) => ((item.format & bit) !== 0 ? type : null),
    wrap: (children: PhrasingContent[]): PhrasingContent => ({ type, children }),
  };
}

/** What reaches as far as another stands around it: "***" is read as italic around bold. */
const LAYERS: (Layer<Item, PhrasingContent> & { holdsSpace?: boolean })[] = [
  {
    holdsSpace: true,
    keyOf: linkKey,
    wrap: (children, key) => ({ type: 'link', ...linkOf(key), children }),
  },
  formatLayer(FORMAT.italic, 'emphasis'),
  formatLayer(FORMAT.bold, 'strong'),
  formatLayer(FORMAT.strikethrough, 'delete'),
];

function leafOf(item: Item): PhrasingContent[] {
  if (item.kind === 'note') return [noteReference(item.note.label)];
  if (item.kind === 'break') return [{ type: 'break' }];
  if (item.kind === 'html') return [{ type: 'html', value: item.html ?? '' }];
  // A line break typed into a text node, which Lexical itself never makes.
  const lines = item.text.split(/\r\n|\r|\n/);
  return lines.flatMap((value, index): PhrasingContent[] => {
    const node: PhrasingContent =
      (item.format & FORMAT.code) !== 0 && value !== ''
        ? { type: 'inlineCode', value }
        : { type: 'text', value };
    const parts = value === '' ? [] : [node];
    return index === 0 ? parts : [{ type: 'break' }, ...parts];
  });
}
