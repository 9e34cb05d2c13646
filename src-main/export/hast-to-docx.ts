import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  EndnoteReferenceRun,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  type IParagraphOptions,
  type IRunOptions,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Element, ElementContent } from 'hast';

/** A picture in a document: its bytes, and of which kind Word knows it. */
export interface DocxPicture {
  type: 'jpg' | 'png' | 'gif';
  bytes: Uint8Array;
}

export interface DocxOptions {
  title: string;
  language: string;
  /** By the `src` of its image. What is not here is its alternative text. */
  pictures: ReadonlyMap<string, DocxPicture>;
}

type Block = Paragraph | Table;
type Format = Pick<
  IRunOptions,
  'bold' | 'italics' | 'strike' | 'underline' | 'subScript' | 'superScript' | 'font' | 'shading'
>;
type Look = Pick<IParagraphOptions, 'style' | 'numbering' | 'heading'>;

const MOST_WIDTH = 600;
const GREEN = 'DDEFE3';
const RED = 'F9DEDA';

/**
 * Writes elements, as the HTML exports are made of, into a Word document. What HTML sets as notes
 * (`section` of `doc-endnotes`) become notes of Word: those of class `footnotes` footnotes, the others
 * endnotes, each with what it says. Ids become bookmarks, links within the page lead to them.
 */
export async function packDocx(
  elements: readonly ElementContent[],
  options: DocxOptions,
): Promise<Uint8Array> {
  const writer = new DocxWriter(elements, options);
  const children = writer.blocks(elements, {});
  const document = new Document({
    title: options.title,
    // The library asks for somebody; nobody is named who is not in the byline.
    creator: '',
    lastModifiedBy: '',
    footnotes: writer.footnotes,
    endnotes: writer.endnotes,
    numbering: { config: writer.numberings() },
    styles: {
      default: {
        document: {
          run: { font: 'Georgia', size: 23, language: { value: options.language } },
          paragraph: { spacing: { after: 140, line: 300 } },
        },
        title: { run: { size: 44, bold: true }, paragraph: { spacing: { after: 160 } } },
        heading1: { run: { size: 32, bold: true }, paragraph: { spacing: { before: 320 } } },
        heading2: { run: { size: 28, bold: true }, paragraph: { spacing: { before: 280 } } },
        heading3: { run: { size: 24, bold: true }, paragraph: { spacing: { before: 240 } } },
      },
      paragraphStyles: [
        style('Subtitle', { size: 27, color: '555555' }),
        style('Quote', { italics: false }, { left: 480, right: 480 }),
        style('Caption', { size: 19, color: '555555' }),
        style('Byline', { size: 21, color: '444444' }),
        style('Notice', { size: 23, bold: true }),
      ],
    },
    sections: [{ children: children.length > 0 ? children : [new Paragraph('')] }],
  });
  const bytes = await Packer.toBuffer(document);
  return new Uint8Array(bytes);
}

function style(name: string, run: IRunOptions, indent?: { left: number; right: number }) {
  const paragraph = indent ? { indent } : {};
  return { id: name, name, basedOn: 'Normal', next: 'Normal', quickFormat: true, run, paragraph };
}

/** Elements that hold blocks and are none in Word. */
const CONTAINERS =
  /^(?:article|aside|body|details|div|figure|footer|header|main|section|tbody|thead)$/;
const BLOCKS =
  /^(?:article|aside|blockquote|body|details|div|dl|dt|dd|figcaption|figure|footer|h[1-6]|header|hr|main|ol|p|section|table|ul|img|svg)$/;
const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;
const FORMATS: Readonly<Record<string, Format>> = {
  strong: { bold: true },
  b: { bold: true },
  dt: { bold: true },
  th: { bold: true },
  em: { italics: true },
  i: { italics: true },
  cite: { italics: true },
  u: { underline: {} },
  s: { strike: true },
  sub: { subScript: true },
  sup: { superScript: true },
  code: { font: 'Courier New' },
  mark: { shading: { type: ShadingType.CLEAR, fill: 'FFF2B8' } },
  ins: { underline: {}, shading: { type: ShadingType.CLEAR, fill: GREEN } },
  del: { strike: true, shading: { type: ShadingType.CLEAR, fill: RED } },
};

class DocxWriter {
  readonly footnotes: Record<string, { children: Paragraph[] }> = {};
  readonly endnotes: Record<string, { children: Paragraph[] }> = {};
  private readonly notes = new Map<string, { kind: 'foot' | 'end'; item: Element }>();
  private readonly targets = new Set<string>();
  private readonly orderedStarts: number[] = [];

  constructor(
    elements: readonly ElementContent[],
    private readonly options: DocxOptions,
  ) {
    for (const element of elements) this.gather(element);
  }

  numberings() {
    const levels = (
      format: (typeof LevelFormat)[keyof typeof LevelFormat],
      text: string,
      start = 1,
    ) =>
      Array.from({ length: 9 }, (_, level) => ({
        level,
        format,
        text: text.replace('1', String(level + 1)),
        alignment: AlignmentType.LEFT,
        start: level === 0 ? start : 1,
        style: { paragraph: { indent: { left: 500 * (level + 1), hanging: 320 } } },
      }));
    return [
      { reference: 'bullets', levels: levels(LevelFormat.BULLET, '•') },
      ...this.orderedStarts.map((start, index) => ({
        reference: `numbers-${index}`,
        levels: levels(LevelFormat.DECIMAL, '%1.', start),
      })),
    ];
  }

  blocks(nodes: readonly ElementContent[], look: Look, level = 0): Block[] {
    const blocks: Block[] = [];
    let loose: ElementContent[] = [];
    const flush = () => {
      const runs = this.inlines(trimmed(loose), {});
      if (runs.length > 0) blocks.push(new Paragraph({ ...look, children: runs }));
      loose = [];
    };
    for (const node of nodes) {
      if (node.type === 'element' && BLOCKS.test(node.tagName)) {
        flush();
        blocks.push(...this.block(node, look, level));
      } else loose.push(node);
    }
    flush();
    return blocks;
  }

  private block(element: Element, look: Look, level: number): Block[] {
    const { tagName, children, properties } = element;
    if (properties.role === 'doc-endnotes' || tagName === 'svg') return [];
    const line = (more: Look): Block[] => {
      const runs = [
        ...this.bookmark(element),
        ...this.inlines(trimmed(children), formatOf(element)),
      ];
      return runs.length > 0 ? [new Paragraph({ ...look, ...more, children: runs })] : [];
    };
    if (/^h[1-6]$/.test(tagName)) {
      const depth = Number(tagName.slice(1));
      return line(
        depth === 1 ? { style: 'Title' } : { heading: HEADINGS[depth - 2] ?? 'Heading6' },
      );
    }
    switch (tagName) {
      case 'ul':
      case 'ol':
        return this.list(element, level);
      case 'table':
        return [this.table(element), new Paragraph('')];
      case 'blockquote':
        return this.blocks(children, { style: 'Quote' }, level);
      case 'hr':
        return [
          new Paragraph({
            border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '888888' } },
          }),
        ];
      case 'img':
        return this.picture(element);
      case 'figcaption':
        return line({ style: 'Caption' });
      case 'figure':
        return this.figure(element, look, level);
      case 'dl':
        return this.terms(element);
      case 'p': {
        const names = [properties.className].flat();
        if (names.includes('standfirst')) return line({ style: 'Subtitle' });
        if (names.includes('byline') || names.includes('credits')) return line({ style: 'Byline' });
        return line(names.includes('notice') ? { style: 'Notice' } : {});
      }
      default:
        return CONTAINERS.test(tagName) ? this.blocks(children, look, level) : line({});
    }
  }

  /** The line below a block quotation is a paragraph of the article, with the dash that HTML leaves out. */
  private figure({ children, properties }: Element, look: Look, level: number): Block[] {
    if (![properties.className].flat().includes('quote')) return this.blocks(children, look, level);
    return children.flatMap((child) => {
      if (child.type !== 'element') return [];
      if (child.tagName !== 'figcaption') return this.block(child, look, level);
      const runs = this.inlines(trimmed(child.children), {});
      // A reference to a note alone belongs to nobody's name.
      const names = child.children.some((one) => one.type === 'text' && one.value.trim() !== '');
      return [new Paragraph({ children: names ? [new TextRun('— '), ...runs] : runs })];
    });
  }

  /** Each term with what is said of it, in a paragraph. */
  private terms({ children }: Element): Block[] {
    const blocks: Block[] = [];
    let term: ParagraphChild[] = [];
    for (const child of children) {
      if (child.type !== 'element') continue;
      const runs = this.inlines(trimmed(child.children), formatOf(child));
      if (child.tagName === 'dt') term = [...runs, new TextRun({ text: ': ', bold: true })];
      else {
        blocks.push(new Paragraph({ children: [...term, ...runs], spacing: { after: 40 } }));
        term = [];
      }
    }
    return blocks;
  }

  private hasBlocks({ children }: Element): boolean {
    return children.some((child) => child.type === 'element' && BLOCKS.test(child.tagName));
  }

  private list(element: Element, level: number): Block[] {
    const { tagName, properties, children } = element;
    let reference = 'bullets';
    if (tagName === 'ol') {
      reference = `numbers-${this.orderedStarts.length}`;
      this.orderedStarts.push(Number(properties.start ?? 1));
    }
    const own = Math.min(level, 8);
    return children.flatMap((item) =>
      item.type === 'element' && item.tagName === 'li'
        ? this.blocks(item.children, { numbering: { reference, level: own } }, level + 1)
        : [],
    );
  }

  private table(element: Element): Table {
    const rows = findAll(element, 'tr').map(
      (row) =>
        new TableRow({
          tableHeader: row.children.every(
            (cell) => cell.type !== 'element' || cell.properties.scope === 'col',
          ),
          children: row.children.flatMap((cell) =>
            cell.type === 'element' ? [new TableCell({ children: this.cell(cell) })] : [],
          ),
        }),
    );
    return new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } });
  }

  private cell(cell: Element): Block[] {
    const format = formatOf(cell);
    const blocks = this.hasBlocks(cell)
      ? this.blocks(cell.children, {})
      : [new Paragraph({ children: this.inlines(trimmed(cell.children), format) })];
    return blocks.length > 0 ? blocks : [new Paragraph('')];
  }

  private picture({ properties }: Element): Block[] {
    const alternative = typeof properties.alt === 'string' ? properties.alt : '';
    const picture = this.options.pictures.get(decodeURI(String(properties.src ?? '')));
    if (!picture) {
      return alternative === ''
        ? []
        : [new Paragraph({ children: [new TextRun(`[${alternative}]`)] })];
    }
    const width = Number(properties.width ?? MOST_WIDTH);
    const height = Number(properties.height ?? MOST_WIDTH);
    const scale = Math.min(1, MOST_WIDTH / width);
    const image = new ImageRun({
      type: picture.type,
      data: picture.bytes,
      transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
      altText: { name: 'Picture', title: '', description: alternative },
    });
    return [new Paragraph({ children: [image] })];
  }

  private inlines(nodes: readonly ElementContent[], format: Format): ParagraphChild[] {
    return nodes.flatMap((node): ParagraphChild[] => {
      if (node.type === 'text') {
        const text = node.value.replace(/[ \t\n]+/g, ' ');
        return text === '' ? [] : [new TextRun({ text, ...format })];
      }
      return node.type === 'element' ? this.inline(node, format) : [];
    });
  }

  private inline(element: Element, format: Format): ParagraphChild[] {
    const { tagName, properties, children } = element;
    if (tagName === 'br') return [new TextRun({ break: 1 })];
    const runs = () => [
      ...this.bookmark(element),
      ...this.inlines(children, { ...format, ...formatOf(element) }),
    ];
    if (tagName !== 'a') return runs();
    if (properties.role === 'doc-backlink') return [];
    const href = String(properties.href ?? '');
    const note = href.startsWith('#') ? this.notes.get(href.slice(1)) : undefined;
    if (note && properties.role === 'doc-noteref') return [this.reference(note)];
    if (href.startsWith('#')) {
      const anchor = anchorOf(href.slice(1));
      return [
        ...this.bookmark(element),
        new InternalHyperlink({ anchor, children: this.inlines(children, format) }),
      ];
    }
    const link = { ...format, style: 'Hyperlink' };
    return href === ''
      ? runs()
      : [new ExternalHyperlink({ link: href, children: this.inlines(children, link) })];
  }

  /** Word has one reference a note: where the article refers to one twice, there are two of it. */
  private reference({ kind, item }: { kind: 'foot' | 'end'; item: Element }): ParagraphChild {
    const notes = kind === 'foot' ? this.footnotes : this.endnotes;
    const number = Object.keys(notes).length + 1;
    notes[number] = { children: [] };
    const paragraphs = this.blocks(item.children, {}).filter((one) => one instanceof Paragraph);
    notes[number] = { children: paragraphs.length > 0 ? paragraphs : [new Paragraph('')] };
    return kind === 'foot' ? new FootnoteReferenceRun(number) : new EndnoteReferenceRun(number);
  }

  /** Remembers the notes, and what links within the page lead to. */
  private gather(node: ElementContent): void {
    if (node.type !== 'element') return;
    const { tagName, properties, children } = node;
    if (properties.role === 'doc-endnotes') {
      const kind = [properties.className].flat().includes('footnotes') ? 'foot' : 'end';
      for (const item of findAll(node, 'li')) {
        this.notes.set(String(item.properties.id ?? ''), { kind, item });
      }
    }
    const href = String(properties.href ?? '');
    if (tagName === 'a' && href.startsWith('#')) this.targets.add(href.slice(1));
    for (const child of children) this.gather(child);
  }

  private bookmark({ properties }: Element): ParagraphChild[] {
    const id = properties.id;
    if (typeof id !== 'string' || !this.targets.has(id)) return [];
    return [new Bookmark({ id: anchorOf(id), children: [] })];
  }
}

/** Word allows letters, digits and underscores, 40 of them. */
function anchorOf(id: string): string {
  return `a_${id.replace(/[^A-Za-z0-9]/g, '_')}`.slice(0, 40);
}

function formatOf({ tagName }: Element): Format {
  return FORMATS[tagName] ?? {};
}

function findAll(element: Element, tagName: string): Element[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === tagName ? [child] : findAll(child, tagName);
  });
}

/** Without the line ends at both ends that are there for who reads the file. */
function trimmed(nodes: readonly ElementContent[]): ElementContent[] {
  const kept = [...nodes];
  const isSpace = (node: ElementContent | undefined) =>
    node?.type === 'text' && node.value.trim() === '' && node.value.includes('\n');
  while (isSpace(kept[0])) kept.shift();
  while (isSpace(kept.at(-1))) kept.pop();
  return kept;
}
