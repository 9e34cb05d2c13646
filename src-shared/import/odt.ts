import type { Element, Nodes } from 'xast';
import { StetError } from '../errors';
import type { Extraction } from '../model/source';
import { extractDocument } from './document';
import { childElements, localName, readXml, textNamed, xmlAttribute } from './xml';
import { listParts, readPart } from './zip';

/** Elements whose words nobody reads in the text: deleted text, comments, forms, listings of marks. */
const LEFT_OUT =
  /^(?:tracked-changes|annotation|annotation-end|forms|sequence-decls|variable-decls|user-field-decls|table-of-content-source|illustration-index-source|alphabetical-index-source|bibliography-source|title|desc|bookmark|bookmark-start|bookmark-end|change|change-start|change-end|soft-page-break|note-citation|event-listeners|image|object|binary-data|script)$/;
const PARAGRAPH = /^(?:p|h)$/;

/**
 * Reads an OpenDocument text: paragraphs, headings, lists, tables, text boxes and notes. Tracked
 * deletions, annotations, headers and footers are left out. Bytes of an archive (`.odt`, `.ott`) or
 * of one flat XML file (`.fodt`).
 */
export function extractOdt(bytes: Uint8Array, name: string): Extraction {
  const isFlat = bytes[0] !== 0x50;
  const parts = isFlat ? [] : listParts(name, bytes);
  const read = (partName: string) => {
    const part = parts.find((one) => one.name === partName);
    return part ? readPart(name, bytes, part) : null;
  };
  const manifest = read('META-INF/manifest.xml');
  // The parts of a protected document are encrypted one by one, and the manifest says with what.
  if (manifest && elementExists(readXml(name, manifest), 'encryption-data')) {
    throw new StetError('file-protected', { name });
  }
  const contentBytes = isFlat ? bytes : read('content.xml');
  if (!contentBytes) throw new StetError('file-unreadable', { name });
  const content = readXml(name, contentBytes);
  const metaBytes = read('meta.xml');
  const meta = isFlat ? content : metaBytes ? readXml(name, metaBytes) : null;
  const body = firstNamed(content, 'text', 'office:');
  if (!body) throw new StetError('format-unsupported', { name });
  const reader = new Reading();
  reader.blocks(body);
  const { lines, notes, heading } = reader;
  return extractDocument(
    { lines, notes, heading },
    meta
      ? {
          title: textNamed(metaOf(meta), 'title'),
          creator: textNamed(metaOf(meta), 'initial-creator') ?? textNamed(metaOf(meta), 'creator'),
          created: textNamed(metaOf(meta), 'creation-date') ?? textNamed(metaOf(meta), 'date'),
          language: textNamed(metaOf(meta), 'language'),
          keywords: textNamed(metaOf(meta), 'keyword'),
          description: textNamed(metaOf(meta), 'description'),
        }
      : {},
  );
}

function metaOf(root: Nodes): Nodes {
  return firstNamed(root, 'meta', 'office:') ?? root;
}

function firstNamed(node: Nodes, name: string, prefix = ''): Element | null {
  for (const child of childElements(node)) {
    if (localName(child) === name && child.name.startsWith(prefix)) return child;
    const below = firstNamed(child, name, prefix);
    if (below) return below;
  }
  return null;
}

function elementExists(node: Nodes, name: string): boolean {
  return firstNamed(node, name) !== null;
}

/** One pass over the body: lines and notes in the order of the text. */
class Reading {
  readonly lines: string[] = [];
  readonly notes: string[] = [];
  heading: string | null = null;
  /** Text boxes hang in the middle of a paragraph: their lines come after it. */
  private later: Element[] = [];

  blocks(parent: Nodes): void {
    for (const child of childElements(parent)) {
      const name = localName(child);
      if (LEFT_OUT.test(name)) continue;
      if (PARAGRAPH.test(name)) this.paragraph(child);
      else if (name === 'table-row') this.row(child);
      else this.blocks(child);
    }
  }

  private paragraph(element: Element): void {
    const line = this.words(element);
    if (line.trim() !== '') {
      this.lines.push(line);
      if (localName(element) === 'h' && xmlAttribute(element, 'outline-level') === '1') {
        this.heading ??= line;
      }
    }
    for (const box of this.later.splice(0)) this.blocks(box);
  }

  /** Cells of one paragraph each are one line, parted by tabs; others are read as they stand. */
  private row(row: Element): void {
    const cells = childElements(row).filter((cell) => localName(cell) === 'table-cell');
    const isLine = (cell: Element) =>
      childElements(cell).length <= 1 &&
      childElements(cell).every((inner) => PARAGRAPH.test(localName(inner)));
    if (!cells.every(isLine)) {
      for (const cell of cells) this.blocks(cell);
      return;
    }
    const words = cells.flatMap((cell) =>
      childElements(cell).map((inner) => this.words(inner).trim()),
    );
    const line = words.filter((cell) => cell !== '').join('\t');
    if (line !== '') this.lines.push(line);
    for (const box of this.later.splice(0)) this.blocks(box);
  }

  /** The words of a paragraph: white space collapses, `s` and `tab` stand for what is kept. */
  private words(element: Element): string {
    return this.raw(element).replace(/ +/g, ' ').replaceAll(SPACE, ' ');
  }

  private raw(element: Element): string {
    let text = '';
    for (const child of element.children) {
      if (child.type === 'text' || child.type === 'cdata')
        text += child.value.replace(/[\t\n\r ]+/g, ' ');
      if (child.type !== 'element') continue;
      const name = localName(child);
      if (LEFT_OUT.test(name)) continue;
      if (name === 's') {
        const count = Number(xmlAttribute(child, 'c') ?? 1);
        text += SPACE.repeat(Math.min(Math.max(count || 1, 1), WIDEST_GAP));
      } else if (name === 'tab') text += '\t';
      else if (name === 'line-break') text += '\n';
      else if (name === 'note') this.note(child);
      else if (name === 'text-box') this.later.push(child);
      else if (name === 'ruby-text') continue;
      else text += this.raw(child);
    }
    return text;
  }

  private note(note: Element): void {
    const place = this.notes.push('') - 1;
    const inner = new Reading();
    for (const child of childElements(note)) {
      if (localName(child) === 'note-body') inner.blocks(child);
    }
    this.notes[place] = inner.lines.join('\n');
  }
}

/** Stands for a space that was written on purpose while others collapse. */
const SPACE = '\u0001';
const WIDEST_GAP = 100;
