import {
  Bookmark,
  BorderStyle,
  Document,
  EndnoteReferenceRun,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  InternalHyperlink,
  Packer,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { Element, ElementContent } from 'hast';
import { codeRuns } from './docx-code';
import {
  type Block,
  direction,
  type Format,
  formatOf,
  isRightToLeft,
  type Look,
  marksOf,
  onItsSide,
  textRuns,
  trimmed,
  wayOf,
} from './docx-look';
import { type DocxPicture, pictureOf } from './docx-picture';
import { numberings, stylesOf } from './docx-styles';
import { tableOf } from './docx-table';

export interface DocxOptions {
  title: string;
  language: string;
  /** What says nothing itself runs from right to left. */
  isRightToLeft?: boolean;
  /** By the `src` of its image. What is not here is its alternative text. */
  pictures: ReadonlyMap<string, DocxPicture>;
}

const LINE_BREAK: Element = { type: 'element', tagName: 'br', properties: {}, children: [] };

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
  const children = writer.blocks(elements, writer.base);
  const document = new Document({
    title: options.title,
    // The library asks for somebody; nobody is named who is not in the byline.
    creator: '',
    lastModifiedBy: '',
    footnotes: writer.footnotes,
    endnotes: writer.endnotes,
    numbering: { config: numberings(writer.orderedStarts) },
    styles: stylesOf(options.language),
    sections: [{ children: children.length > 0 ? children : [new Paragraph('')] }],
  });
  const bytes = await Packer.toBuffer(document);
  return new Uint8Array(bytes);
}

/** Elements that hold blocks and are none in Word. */
const CONTAINERS =
  /^(?:address|article|aside|body|details|div|figure|footer|header|main|section|tbody|thead)$/;
const BLOCKS =
  /^(?:address|article|aside|blockquote|body|details|div|dl|dt|dd|figcaption|figure|footer|h[1-6]|header|hr|main|ol|p|pre|section|table|ul|img|svg)$/;
const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;
interface Note {
  kind: 'foot' | 'end';
  item: Element;
  look: Look;
}

class DocxWriter {
  readonly footnotes: Record<string, { children: Paragraph[] }> = {};
  readonly endnotes: Record<string, { children: Paragraph[] }> = {};
  /** How paragraphs begin, in the text and in the notes. */
  readonly base: Look;
  private readonly notes = new Map<string, Note>();
  private readonly targets = new Set<string>();
  readonly orderedStarts: number[] = [];

  constructor(
    elements: readonly ElementContent[],
    private readonly options: DocxOptions,
  ) {
    this.base = options.isRightToLeft ? { bidirectional: true } : {};
    for (const element of elements) this.gather(element);
  }

  blocks(nodes: readonly ElementContent[], look: Look, level = 0): Block[] {
    const blocks: Block[] = [];
    let loose: ElementContent[] = [];
    const flush = () => {
      const runs = this.inlines(trimmed(loose), wayOf(look));
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

  private block(element: Element, around: Look, level: number): Block[] {
    const { tagName, children, properties } = element;
    const { bidirectional, ...rest } = around;
    const runsBack = isRightToLeft(element, bidirectional === true);
    const look: Look = runsBack ? { ...rest, bidirectional: true } : rest;
    if (properties.role === 'doc-endnotes' || tagName === 'svg') return [];
    const line = (more: Look): Block[] => {
      const own = onItsSide(children, look);
      const runs = [
        ...this.bookmark(element),
        ...this.inlines(own.children, { ...formatOf(element), ...wayOf(own.look) }),
      ];
      return runs.length > 0 ? [new Paragraph({ ...own.look, ...more, children: runs })] : [];
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
        return this.list(element, look, level);
      case 'table':
        return [tableOf(element, runsBack, (cell, own) => this.cell(cell, own)), new Paragraph('')];
      case 'blockquote':
        return this.blocks(children, { ...direction(look), style: 'Quote' }, level);
      case 'hr':
        return [
          new Paragraph({
            border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '888888' } },
          }),
        ];
      case 'pre':
        return [new Paragraph({ ...look, style: 'Code', children: codeRuns(children) })];
      case 'img':
        return pictureOf(element, this.options.pictures);
      case 'figcaption':
        return this.caption(element, look);
      case 'figure':
        return this.figure(element, look, level);
      case 'dl':
        return this.terms(element, look);
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

  /** Whoever took the picture is named below what it shows. */
  private caption(element: Element, look: Look): Block[] {
    const children = element.children.flatMap((child, index) =>
      index > 0 &&
      child.type === 'element' &&
      [child.properties.className].flat().includes('credit')
        ? [LINE_BREAK, child]
        : [child],
    );
    const own = onItsSide(children, look);
    const runs = this.inlines(own.children, { ...formatOf(element), ...wayOf(own.look) });
    return runs.length > 0
      ? [new Paragraph({ ...own.look, style: 'Caption', children: runs })]
      : [];
  }

  /** The line below a block quotation is a paragraph of the article, with the dash that HTML leaves out. */
  private figure({ children, properties }: Element, look: Look, level: number): Block[] {
    if (![properties.className].flat().includes('quote')) return this.blocks(children, look, level);
    return children.flatMap((child) => {
      if (child.type !== 'element') return [];
      if (child.tagName !== 'figcaption') return this.block(child, look, level);
      const own = onItsSide(child.children, direction(look));
      const runs = this.inlines(own.children, wayOf(own.look));
      // A reference to a note alone belongs to nobody's name.
      const names = child.children.some((one) =>
        one.type === 'text'
          ? one.value.trim() !== ''
          : one.type === 'element' && one.properties.role !== 'doc-noteref',
      );
      return [
        new Paragraph({
          ...own.look,
          children: names ? [new TextRun('— '), ...runs] : runs,
        }),
      ];
    });
  }

  /** Each term with what is said of it, in a paragraph. */
  private terms({ children }: Element, look: Look): Block[] {
    const blocks: Block[] = [];
    let term: ParagraphChild[] = [];
    for (const child of children) {
      if (child.type !== 'element') continue;
      const runs = this.inlines(trimmed(child.children), { ...formatOf(child), ...wayOf(look) });
      if (child.tagName === 'dt') term = [...runs, new TextRun({ text: ': ', bold: true })];
      else {
        blocks.push(
          new Paragraph({
            ...direction(look),
            children: [...term, ...runs],
            spacing: { after: 40 },
          }),
        );
        term = [];
      }
    }
    return blocks;
  }

  private hasBlocks({ children }: Element): boolean {
    return children.some((child) => child.type === 'element' && BLOCKS.test(child.tagName));
  }

  private list(element: Element, look: Look, level: number): Block[] {
    const { tagName, properties, children } = element;
    let reference = 'bullets';
    if (tagName === 'ol') {
      reference = `numbers-${this.orderedStarts.length}`;
      this.orderedStarts.push(Number(properties.start ?? 1));
    }
    const own = Math.min(level, 8);
    return children.flatMap((item) =>
      item.type === 'element' && item.tagName === 'li'
        ? this.item(
            item.children,
            { ...direction(look), numbering: { reference, level: own } },
            level + 1,
          )
        : [],
    );
  }

  /** Its first paragraph has the mark; what else belongs to it stands below, as far in. */
  private item(children: readonly ElementContent[], look: Look, level: number): Block[] {
    const at = children.findIndex(
      (child) => child.type === 'element' && BLOCKS.test(child.tagName),
    );
    const hasLine = trimmed(children.slice(0, Math.max(0, at))).length > 0;
    const end = at < 0 ? children.length : hasLine ? at : at + 1;
    return [
      ...this.blocks(children.slice(0, end), look, level),
      ...this.blocks(
        children.slice(end),
        { ...direction(look), indent: { left: 500 * level } },
        level,
      ),
    ];
  }

  /** What stands in a cell: blocks, or one line. */
  private cell(cell: Element, look: Look): Block[] {
    if (this.hasBlocks(cell)) return this.blocks(cell.children, look);
    const format = { ...formatOf(cell), ...wayOf(look) };
    return [new Paragraph({ ...look, children: this.inlines(trimmed(cell.children), format) })];
  }

  private inlines(nodes: readonly ElementContent[], format: Format): ParagraphChild[] {
    return nodes.flatMap((node): ParagraphChild[] => {
      if (node.type === 'text') {
        const text = node.value.replace(/[ \t\n]+/g, ' ');
        return text === '' ? [] : textRuns(text, format);
      }
      return node.type === 'element' ? this.inline(node, format) : [];
    });
  }

  private inline(element: Element, format: Format): ParagraphChild[] {
    const { tagName, properties, children } = element;
    if (tagName === 'br') return [new TextRun({ break: 1 })];
    const isBackAround = format.rightToLeft === true;
    const rightToLeft = isRightToLeft(element, isBackAround);
    const marks = marksOf(element, isBackAround);
    const within = (more: Format): ParagraphChild[] => [
      ...(marks ? [new TextRun({ text: marks.before, rightToLeft })] : []),
      ...this.inlines(children, { ...format, ...more, rightToLeft }),
      ...(marks ? [new TextRun({ text: marks.after, rightToLeft })] : []),
    ];
    const behind = marks?.behind
      ? [new TextRun({ text: marks.behind, rightToLeft: isBackAround })]
      : [];
    const runs = () => [...this.bookmark(element), ...within(formatOf(element)), ...behind];
    if (tagName !== 'a') return runs();
    if (properties.role === 'doc-backlink') return [];
    const href = String(properties.href ?? '');
    const note = href.startsWith('#') ? this.notes.get(href.slice(1)) : undefined;
    if (note && properties.role === 'doc-noteref') return [this.reference(note)];
    if (href.startsWith('#')) {
      const anchor = anchorOf(href.slice(1));
      return [
        ...this.bookmark(element),
        new InternalHyperlink({ anchor, children: within({}) }),
        ...behind,
      ];
    }
    if (href === '') return runs();
    const link: Format & { style: string } = { style: 'Hyperlink' };
    return [new ExternalHyperlink({ link: href, children: within(link) }), ...behind];
  }

  /** Word has one reference a note: where the article refers to one twice, there are two of it. */
  private reference({ kind, item, look }: Note): ParagraphChild {
    const notes = kind === 'foot' ? this.footnotes : this.endnotes;
    const number = Object.keys(notes).length + 1;
    notes[number] = { children: [] };
    const paragraphs = this.blocks(item.children, look).filter((one) => one instanceof Paragraph);
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
        const isBack = isRightToLeft(node, this.base.bidirectional === true);
        const look: Look = isBack ? { bidirectional: true } : {};
        this.notes.set(String(item.properties.id ?? ''), { kind, item, look });
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

function findAll(element: Element, tagName: string): Element[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === tagName ? [child] : findAll(child, tagName);
  });
}
