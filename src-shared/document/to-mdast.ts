import type {
  BlockContent,
  FootnoteDefinition,
  FootnoteReference,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { FORMAT } from './build';
import { figureToMdast } from './figure-to-mdast';
import { footnoteMarks, isFootnote, referredFootnotes } from './footnotes';
import { isSafeLink } from './links';
import { type NoteItem, type NotePlace, placeNotes } from './place-notes';
import { isInline, plainText } from './plain-text';
import { type Layer, nest, type Run, runsOf } from './runs';
import type { BlockNode, Document, FigureNode, InlineNode, ListNode } from './schema';
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

/**
 * The body of a document as mdast: everything but headline and standfirst. Underline, subscript and
 * superscript have no Markdown form; their words are kept.
 */
export function toMdast(document: Document, options: MarkdownBodyOptions = {}): RootContent[] {
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

  const block = (node: BlockNode, inBody: boolean): BlockContent[] => {
    switch (node.type) {
      case 'headline':
      case 'standfirst':
        nextStart();
        return [];
      case 'paragraph':
        return paragraph(node.children, inBody);
      case 'heading': {
        const children = phrasing(node.children, true);
        const depth = Number(node.tag.slice(1)) as 2 | 3 | 4;
        return children.length > 0 ? [{ type: 'heading', depth, children }] : [];
      }
      case 'footnote':
        // Notes are definitions of their own (below).
        return [];
      case 'figure':
        return figureToMdast(node, addressOf(node), phrasing);
      case 'horizontalrule':
        return [{ type: 'thematicBreak' }];
      case 'table':
        return [tableToMdast(node, phrasing)];
      case 'list':
        return [list(node)];
      // Markdown has one form for block quotations and pull quotes alike.
      case 'quote': {
        const number = blocks[leaf]?.quote;
        const children: BlockContent[] = [];
        let loose: InlineNode[] = [];
        const flush = () => {
          if (loose.length > 0) children.push(...paragraph(loose, false));
          loose = [];
        };
        for (const child of node.children) {
          if (isInline(child)) loose.push(child);
          else {
            flush();
            children.push(...block(child, false));
          }
        }
        flush();
        const attribution = number === undefined ? undefined : options.attributions?.get(number);
        const after = attribution ? [attributionLine(attribution)] : [];
        return children.length > 0 ? [{ type: 'blockquote', children }, ...after] : [];
      }
    }
  };

  const list = (node: ListNode): List => {
    const items: ListItem[] = [];
    for (const item of node.children) {
      const own = item.children.filter(isInline);
      const below = item.children.filter((child) => child.type === 'list');
      const previous = items.at(-1);
      if (own.length > 0 || below.length === 0) {
        const checked = node.listType === 'check' ? (item.checked ?? false) : null;
        const children: BlockContent[] = [
          { type: 'paragraph', children: phrasing(own) },
          ...below.map(list),
        ];
        items.push({ type: 'listItem', spread: false, checked, children });
      } else if (previous) {
        previous.children.push(...below.map(list));
      } else {
        items.push({ type: 'listItem', spread: false, children: below.map(list) });
      }
    }
    const ordered = node.listType === 'number';
    return {
      type: 'list',
      ordered,
      start: ordered ? node.start : null,
      spread: false,
      children: items,
    };
  };

  const body = document.root.children.flatMap((node) =>
    isFootnote(node) ? [] : block(node, true),
  );
  const noted = new Map(
    document.root.children.filter(isFootnote).map((note) => [note, phrasing(note.children)]),
  );
  const notes = referredFootnotes(document, marks).map((note): FootnoteDefinition => {
    const label = footnoteLabel(marks.get(note.footnote) ?? '');
    const children: Paragraph[] = [{ type: 'paragraph', children: noted.get(note) ?? [] }];
    return { type: 'footnoteDefinition', identifier: label, label, children };
  });
  return [...body, ...notes];
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
  const known = runs.filter((run) => run.footnote === undefined || options.marks.has(run.footnote));
  const nodes = nest(withoutFormattedSpaces(placeNotes(known, notes)), LAYERS, (item) =>
    item.kind === 'footnote'
      ? [noteReference(footnoteLabel(options.marks.get(item.footnote ?? '') ?? ''))]
      : leafOf(item),
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
    const isCode = (item.format & FORMAT.code) !== 0;
    if (item.kind === 'note' || isCode || item.text.trim() !== '') return item;
    const before = parted[index - 1]?.format ?? 0;
    const after = parted[index + 1]?.format ?? 0;
    return { ...item, format: sharedFormat(before, after) };
  });
}

/** The pieces keep the offsets of the whole: notes are in their places by now. */
function partSpaces(run: Run): Run[] {
  // Code keeps the spaces that it begins and ends with.
  if (run.format === 0 || (run.format & FORMAT.code) !== 0) return [run];
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(run.text) ?? [];
  return [before, words, after].filter((text) => text !== '').map((text) => ({ ...run, text }));
}

/** The wrappers two neighbours have in common, from the outermost in. */
function sharedFormat(before: number, after: number): number {
  let shared = 0;
  for (const bit of [FORMAT.bold, FORMAT.italic, FORMAT.strikethrough]) {
    if ((before & bit) !== (after & bit)) break;
    shared |= before & bit;
  }
  return shared;
}

function formatLayer(bit: number, type: 'strong' | 'emphasis' | 'delete') {
  return {
    keyOf: (item: Item) => ((item.format & bit) !== 0 ? type : null),
    wrap: (children: PhrasingContent[]): PhrasingContent => ({ type, children }),
  };
}

const LAYERS: Layer<Item, PhrasingContent>[] = [
  { keyOf: (item) => item.url, wrap: (children, url) => ({ type: 'link', url, children }) },
  formatLayer(FORMAT.bold, 'strong'),
  formatLayer(FORMAT.italic, 'emphasis'),
  formatLayer(FORMAT.strikethrough, 'delete'),
];

function leafOf(item: Item): PhrasingContent[] {
  if (item.kind === 'note') return [noteReference(item.note.label)];
  if (item.kind === 'break') return [{ type: 'break' }];
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
