import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Span, SpanText } from '../model/span';
import { attributionOf } from './attribution';
import { FORMAT } from './build';
import { figureToHast } from './figure-to-hast';
import { footnoteMarks, referredFootnotes } from './footnotes';
import { isSafeLink, properAddress } from './links';
import { type FlowNode, type ListTree, withListTrees } from './list-tree';
import { type NoteItem, type NotePlace, placeNotes } from './place-notes';
import { blocksIn, plainText } from './plain-text';
import { cutRuns, type Layer, linkKey, linkOf, nest, type Run, runsOf } from './runs';
import type { Document, FigureNode, FootnoteNode, InlineNode } from './schema';
import { tableToHast } from './table-to-hast';
import { codeOf, datelinePrefix } from './to-mdast';

/** A quotation that is shown with its source. */
export interface HtmlQuotation {
  /** The id of its element, e.g. `q-1`. */
  id: string;
  /** The id of its source, e.g. `src-1`. */
  source: string;
  parts: readonly Span[];
  /** Who said it, for a block quotation whose speaker the article does not name beside it. */
  attribution: string | null;
}

/** A reference from the text to a note. */
export interface NoteReference extends NotePlace {
  /** Its own id, which the note leads back to. */
  id: string;
  /** The id of the note. */
  target: string;
  number: number;
  /** What a screen reader says, e.g. "Source 1". */
  label: string;
}

/** What is printed with footnotes, in the article's language. */
export interface FootnoteWords {
  /** The heading of the notes. */
  notes: string;
  /** What a screen reader says of a reference, e.g. "Note a". */
  note: (mark: string) => string;
  back: string;
}

const ENGLISH: FootnoteWords = {
  notes: 'Notes',
  note: (mark) => `Note ${mark}`,
  back: 'Back to the text',
};

export interface HtmlBodyOptions {
  quotations?: readonly HtmlQuotation[];
  notes?: readonly NoteReference[];
  footnoteWords?: FootnoteWords;
  dateline?: string | null;
  allowsLink?: (url: string) => boolean;
  /** Where the picture of a figure lies beside the file; null where there is none. */
  pictureAddress?: (figure: FigureNode) => string | null;
}

type Item = Run | NoteItem<NoteReference>;

/** The words of a headline or standfirst, with their formats and nothing else. */
export function inlinesToHast(inlines: readonly InlineNode[], options: HtmlBodyOptions = {}) {
  return new HtmlWriter(options).line(runsOf(inlines, 0));
}

/** The body of a document as hast: everything but headline and standfirst. */
export function toHast(document: Document, options: HtmlBodyOptions = {}): Element[] {
  const { text, blocks } = plainText(document);
  const marks = footnoteMarks(document);
  const writer = new HtmlWriter(options, marks);
  let leaf = 0;
  const nextBlock = () => blocks[leaf++] ?? { start: 0, end: 0 };
  let dateline = options.dateline ?? null;
  let level = 1;

  const phrasing = (inlines: readonly InlineNode[]) =>
    writer.line(runsOf(inlines, nextBlock().start));

  const paragraph = (inlines: readonly InlineNode[], inBody: boolean): Element[] => {
    const children = phrasing(inlines);
    if (children.length === 0) return [];
    if (dateline === null || !inBody) return [h('p', children)];
    const place = dateline.trim();
    dateline = null;
    const separator = datelinePrefix(place).slice(place.length);
    return [h('p', [h('span.dateline', place), separator, ...children])];
  };

  const list = (tree: ListTree): Element => {
    const items = tree.items.map(({ line, checked, parts }) => {
      const mark = tree.listType === 'check' ? [checked ? '☑ ' : '☐ '] : [];
      const words = line === null ? [] : [...mark, ...phrasing(line)];
      const isParagraph = tree.isLoose && words.length > 0;
      return h('li', [...(isParagraph ? [h('p', words)] : words), ...flow(parts, false)]);
    });
    const tag = tree.listType === 'number' ? 'ol' : 'ul';
    const start = tag === 'ol' && tree.start !== 1 ? { start: tree.start } : {};
    return h(tag, start, onLines(items));
  };

  const quotation = (children: Element[], range: Span, following: FlowNode | undefined) => {
    const shown = options.quotations?.find((one) =>
      one.parts.some((part) => part.start < range.end && part.end > range.start),
    );
    const caption = following?.type === 'paragraph' ? captionOf(following.children) : null;
    const content: ElementContent[] = caption ?? [];
    if (!caption && shown) {
      if (shown.attribution !== null) content.push({ type: 'text', value: shown.attribution });
      content.push(...writer.takeNotes(range));
    }
    const block = h('blockquote', onLines(children));
    if (content.length === 0 && !shown) return { element: block, usesNext: false };
    const marks = shown ? { id: shown.id, dataSource: shown.source } : {};
    const figcaption = content.length > 0 ? [h('figcaption', content)] : [];
    return {
      element: h('figure', { className: ['quote'], ...marks }, onLines([block, ...figcaption])),
      usesNext: caption !== null,
    };
  };

  /** The line after a block quotation that says who is quoted, without its dash. */
  const captionOf = (inlines: InlineNode[]): ElementContent[] | null => {
    const line = blocks[leaf];
    const found: SpanText | null = line ? attributionOf(text, line) : null;
    if (!line || !found) return null;
    leaf += 1;
    const runs = cutRuns(runsOf(inlines, line.start), [found.start]);
    return writer.line(runs.filter((run) => run.start >= found.start));
  };

  const noted = new Map<FootnoteNode, ElementContent[]>();
  const flow = (nodes: readonly FlowNode[], inBody: boolean): Element[] => {
    const elements: Element[] = [];
    for (let index = 0; index < nodes.length; index++) {
      const node = nodes[index];
      if (!node) continue;
      switch (node.type) {
        case 'headline':
        case 'standfirst':
          nextBlock();
          break;
        case 'paragraph':
          elements.push(...paragraph(node.children, inBody));
          break;
        case 'heading': {
          const children = phrasing(node.children);
          if (children.length === 0) break;
          // The page's first level is its headline; a skipped one counts as an error.
          level = Math.min(Math.max(2, Number(node.tag.slice(1))), level + 1);
          elements.push(h(`h${level}`, children));
          break;
        }
        case 'footnote':
          noted.set(node, phrasing(node.children));
          break;
        case 'figure': {
          const { pictureAddress: addressOf = (one: FigureNode) => one.picture } = options;
          elements.push(...figureToHast(node, addressOf(node), phrasing(node.children)));
          break;
        }
        case 'horizontalrule':
          elements.push(h('hr'));
          break;
        case 'codeblock': {
          nextBlock();
          const { lang, value } = codeOf(node);
          const language = lang === null ? {} : { className: [`language-${lang}`] };
          elements.push(h('pre', [h('code', language, `${value}\n`)]));
          break;
        }
        case 'htmlblock':
          // Nobody has read it, and it may do anything: it goes out with Markdown alone.
          break;
        case 'table':
          elements.push(tableToHast(node, phrasing, onLines));
          break;
        case 'list-tree':
          elements.push(list(node));
          break;
        case 'quote': {
          const from = leaf;
          writer.holdNotes = true;
          const children = flow(withListTrees(blocksIn(node.children)), false);
          writer.holdNotes = false;
          const first = blocks[from];
          const last = blocks[leaf - 1];
          if (!first || !last || children.length === 0) break;
          const range = { start: first.start, end: last.end };
          const { element, usesNext } = quotation(children, range, nodes[index + 1]);
          elements.push(node.$?.pull ? h('aside.pullquote', onLines([element])) : element);
          if (usesNext) index += 1;
          break;
        }
      }
    }
    return elements;
  };

  const body = flow(withListTrees(document.root.children), true);
  const notes = referredFootnotes(document, marks).map((note) =>
    writer.note(marks.get(note.footnote) ?? '', noted.get(note) ?? []),
  );
  return notes.length === 0 ? body : [...body, notesSection(notes, options)];
}

/** The article's own notes, below its text; those of its sources follow elsewhere. */
function notesSection(notes: readonly Element[], { footnoteWords = ENGLISH }: HtmlBodyOptions) {
  return h(
    'section',
    { className: ['footnotes'], role: 'doc-endnotes', ariaLabelledBy: ['notes-heading'] },
    onLines([
      h('h2', { id: 'notes-heading' }, footnoteWords.notes),
      h('ol', { type: 'a' }, onLines(notes)),
    ]),
  );
}

/** Elements each on a line of its own, for people who read the file. */
export function onLines(elements: readonly Element[]): ElementContent[] {
  const newline = { type: 'text', value: '\n' } as const;
  return [newline, ...elements.flatMap((element) => [element, newline])];
}

const LAYERS: Layer<Item, ElementContent>[] = [
  {
    keyOf: linkKey,
    wrap: (children, key) => {
      const { url, title } = linkOf(key);
      return h('a', { href: url, title }, children);
    },
  },
  ...(
    [
      ['strong', FORMAT.bold],
      ['em', FORMAT.italic],
      ['s', FORMAT.strikethrough],
      ['u', FORMAT.underline],
      ['sub', FORMAT.subscript],
      ['sup', FORMAT.superscript],
      ['code', FORMAT.code],
    ] as const
  ).map(([tag, bit]) => ({
    keyOf: (item: Item) => (item.kind !== 'note' && (item.format & bit) !== 0 ? tag : null),
    wrap: (children: ElementContent[]): ElementContent => h(tag, children),
  })),
];

/** Writes lines, with the quotations and notes that stand in them. */
class HtmlWriter {
  /** Set while inside a block quotation, whose note stands below it. */
  holdNotes = false;
  private readonly named = new Set<string>();
  /** How often each footnote was referred to so far, by its mark. */
  private readonly references = new Map<string, number>();

  constructor(
    private readonly options: HtmlBodyOptions,
    private readonly marks: ReadonlyMap<string, string> = new Map(),
  ) {}

  line(line: readonly Run[]): ElementContent[] {
    const { quotations = [], notes = [], allowsLink = () => true } = this.options;
    const inLine = this.holdNotes
      ? []
      : quotations.filter((one) => one.parts.some((part) => overlaps(part, line)));
    const edges = inLine.flatMap((one) => one.parts.flatMap((part) => [part.start, part.end]));
    const runs = cutRuns(line, edges).map((run) => {
      // A reference inside a link would be a link inside a link.
      const isLink = run.url !== null && run.kind !== 'footnote';
      const isPrinted = isLink && isSafeLink(run.url ?? '') && allowsLink(run.url ?? '');
      return { ...run, url: isPrinted ? properAddress(run.url ?? '') : null };
    });
    const items: Item[] = this.holdNotes ? runs : placeNotes(runs, notes);
    return nest(items, [...this.quotationLayers(inLine), ...LAYERS], (item) => this.leaf(item));
  }

  /** The references that a block quotation has, for its caption. */
  takeNotes(range: Span): Element[] {
    const notes = this.options.notes ?? [];
    return notes
      .filter((note) => note.offset > range.start && note.offset <= range.end)
      .map(reference);
  }

  /** One layer a level of nesting: a quotation inside another one is a span inside its span. */
  private quotationLayers(inLine: readonly HtmlQuotation[]): Layer<Item, ElementContent>[] {
    if (inLine.length === 0) return [];
    const isIn = (part: Span, item: Item) =>
      item.kind === 'note'
        ? part.start < item.note.offset && part.end > item.note.offset
        : overlaps(part, [item]);
    const around = (item: Item) =>
      inLine.filter((one) => one.parts.some((part) => isIn(part, item)));
    return inLine.map((_, depth) => ({
      keyOf: (item: Item) => around(item)[depth]?.id ?? null,
      wrap: (children: ElementContent[], id: string): ElementContent => {
        const source = inLine.find((one) => one.id === id)?.source ?? null;
        const isFirst = !this.named.has(id);
        this.named.add(id);
        const name = isFirst ? { id } : { dataQuotation: id };
        return h('span', { className: ['quote'], ...name, dataSource: source }, children);
      },
    }));
  }

  /** A note of the article's own, with the way back to the first reference. */
  note(mark: string, children: readonly ElementContent[]): Element {
    const { back } = this.options.footnoteWords ?? ENGLISH;
    const link = h('a', { href: `#noteref-${mark}`, role: 'doc-backlink', ariaLabel: back }, '↩');
    return h('li', { id: `note-${mark}` }, [h('p', [...children, ' ', link])]);
  }

  private footnote(id: string): ElementContent[] {
    const mark = this.marks.get(id);
    if (mark === undefined) return [];
    const count = (this.references.get(mark) ?? 0) + 1;
    this.references.set(mark, count);
    const ariaLabel = (this.options.footnoteWords ?? ENGLISH).note(mark);
    const name = count === 1 ? `noteref-${mark}` : `noteref-${mark}-${count}`;
    return [
      h('a', { href: `#note-${mark}`, id: name, role: 'doc-noteref', ariaLabel }, [h('sup', mark)]),
    ];
  }

  private leaf(item: Item): ElementContent[] {
    if (item.kind === 'note') return [reference(item.note)];
    if (item.kind === 'footnote') return this.footnote(item.footnote ?? '');
    if (item.kind === 'break') return [h('br')];
    if (item.kind === 'html') return [];
    return [{ type: 'text', value: item.text }];
  }
}

function overlaps(part: Span, runs: readonly Run[]): boolean {
  return runs.some((run) => part.start < run.end && part.end > run.start);
}

function reference(note: NoteReference): Element {
  return h(
    'a',
    { href: `#${note.target}`, id: note.id, role: 'doc-noteref', ariaLabel: note.label },
    [h('sup', String(note.number))],
  );
}
