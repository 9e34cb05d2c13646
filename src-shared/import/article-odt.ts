import type { ElementContent, Element as HtmlElement, Root } from 'hast';
import { h } from 'hastscript';
import type { Element, Nodes } from 'xast';
import { importTree } from '../document/from-html';
import { StetError } from '../errors';
import type { ArticleText } from './article';
import { CAPTION, captionFigures } from './captions';
import { headingsBelowTitle } from './title-heading';
import { childElements, elementsNamed, localName, readXml, xmlAttribute, xmlText } from './xml';
import { listParts, readPart, withinLimits, type ZipPart } from './zip';

/*
 * An OpenDocument text as an article. It is turned into the HTML that it would be on a page, which is
 * then read as any page is. Tracked deletions, annotations, headers and footers are left out.
 */

const LEFT_OUT =
  /^(?:tracked-changes|annotation|annotation-end|forms|sequence-decls|variable-decls|user-field-decls|table-of-content|illustration-index|alphabetical-index|bibliography|title|desc|bookmark|bookmark-start|bookmark-end|change|change-start|change-end|soft-page-break|event-listeners|script|ruby-text)$/;
/** Styles by the names that LibreOffice writes, whatever language its menus speak. */
const BLOCK_STYLES: Readonly<Record<string, string>> = {
  Title: 'title',
  Subtitle: 'standfirst',
  Quotations: 'quote',
  Quote: 'quote',
  'Block Text': 'quote',
  Caption: CAPTION,
  'Image Caption': CAPTION,
  FigureCaption: CAPTION,
  Illustration: CAPTION,
  Figure: CAPTION,
};
const WIDEST_GAP = 100;
const DEEPEST_STYLE = 10;

interface Style {
  name: string;
  parent: string | null;
  /** The tags of its emphasis, outermost first. */
  tags: string[];
}

/** Bytes of an archive (`.odt`, `.ott`) or of one flat XML file (`.fodt`). */
export function readOdtArticle(name: string, bytes: Uint8Array): ArticleText {
  const isFlat = bytes[0] !== 0x50;
  const parts = isFlat ? [] : listParts(name, bytes);
  const part = (path: string) => {
    const found = parts.find((one) => one.name === path);
    return found ? readXml(name, readPart(name, bytes, found)) : null;
  };
  const manifest = part('META-INF/manifest.xml');
  if (manifest && elementsNamed(manifest, 'encryption-data').length > 0) {
    throw new StetError('file-protected', { name });
  }
  const content = isFlat ? readXml(name, bytes) : part('content.xml');
  if (!content) throw new StetError('file-unreadable', { name });
  const body = elementsNamed(content, 'text').find((one) => one.name.startsWith('office:'));
  if (!body) throw new StetError('format-unsupported', { name });
  const styles = new Map<string, Style>();
  const numbered = new Set<string>();
  for (const root of [part('styles.xml'), content]) {
    if (root) readStyles(root, styles, numbered);
  }
  const reader = new Reader(styles, numbered, new Pictures(name, bytes, parts));
  const children = [...reader.blocks(body), ...reader.notesSection()];
  const root: Root = { type: 'root', children };
  captionFigures(root);
  headingsBelowTitle(root);
  return { text: importTree(root, { pictures: true }), pictures: reader.pictures.taken };
}

function readStyles(root: Nodes, styles: Map<string, Style>, numbered: Set<string>): void {
  for (const list of elementsNamed(root, 'list-style')) {
    const [first] = childElements(list);
    const name = xmlAttribute(list, 'name');
    if (name !== null && first && localName(first) === 'list-level-style-number')
      numbered.add(name);
  }
  for (const element of elementsNamed(root, 'style')) {
    const name = xmlAttribute(element, 'name');
    if (name === null || !element.name.startsWith('style:')) continue;
    const tags = elementsNamed(element, 'text-properties').flatMap(emphasis);
    styles.set(name, { name, parent: xmlAttribute(element, 'parent-style-name'), tags });
  }
}

function emphasis(properties: Element): string[] {
  const has = (attribute: string, pattern: RegExp) =>
    pattern.test(properties.attributes[attribute] ?? '');
  const tags: string[] = [];
  if (has('fo:font-weight', /^(?:bold|[6-9]00)$/)) tags.push('strong');
  if (has('fo:font-style', /^(?:italic|oblique)$/)) tags.push('em');
  if (has('style:text-underline-style', /^(?!none$)/)) tags.push('u');
  if (has('style:text-line-through-style', /^(?!none$)/)) tags.push('s');
  if (has('style:text-position', /^(?:super|[1-9])/)) tags.push('sup');
  if (has('style:text-position', /^(?:sub|-)/)) tags.push('sub');
  return tags;
}

class Pictures {
  readonly taken = new Map<string, Uint8Array>();
  private readonly parts: readonly ZipPart[];

  constructor(
    private readonly name: string,
    private readonly bytes: Uint8Array,
    parts: readonly ZipPart[],
  ) {
    this.parts = withinLimits(parts.filter((one) => /^Pictures\/[^/]+$/.test(one.name)));
  }

  /** The address of a picture; null where it is not in the file. */
  take(image: Element): string | null {
    const [data] = elementsNamed(image, 'binary-data');
    if (data) return `data:;base64,${xmlText(data).replace(/\s+/g, '')}`;
    const path = (xmlAttribute(image, 'href') ?? '').replace(/^\.\//, '');
    const part = this.parts.find((one) => one.name === path);
    if (!part) return null;
    const address = `picture:${path}`;
    if (!this.taken.has(address)) this.taken.set(address, readPart(this.name, this.bytes, part));
    return address;
  }
}

/** One pass over the body. */
class Reader {
  private readonly notes: HtmlElement[] = [];
  /** Frames hang in the middle of a paragraph: pictures and boxes come after it. */
  private later: HtmlElement[] = [];
  private listStyle: string | null = null;

  constructor(
    private readonly styles: ReadonlyMap<string, Style>,
    /** The names of the list styles whose first level counts. */
    private readonly numbered: ReadonlySet<string>,
    readonly pictures: Pictures,
  ) {}

  blocks(parent: Nodes): HtmlElement[] {
    const made: HtmlElement[] = [];
    for (const child of childElements(parent)) {
      const name = localName(child);
      if (LEFT_OUT.test(name)) continue;
      if (name === 'p' || name === 'h') made.push(...this.paragraph(child));
      else if (name === 'list') made.push(this.list(child));
      else if (name === 'table') made.push(this.table(child));
      else if (name === 'frame') made.push(...this.frame(child));
      else made.push(...this.blocks(child));
    }
    return joined(made);
  }

  /** The notes of the document, as a page lists them. */
  notesSection(): HtmlElement[] {
    if (this.notes.length === 0) return [];
    return [h('section', { className: ['footnotes'] }, [h('ol', this.notes)])];
  }

  private paragraph(element: Element): HtmlElement[] {
    const children = this.inlines(element);
    const after = this.later.splice(0);
    if (!children.some(hasWords)) return after;
    return [this.block(element, children), ...after];
  }

  private block(element: Element, children: ElementContent[]): HtmlElement {
    const kind = this.blockStyle(xmlAttribute(element, 'style-name'));
    if (kind === 'title') return h('h1', children);
    if (localName(element) === 'h') {
      const level = Number(xmlAttribute(element, 'outline-level') ?? 1);
      return h(`h${Math.min(Math.max(level || 1, 1), 6)}`, children);
    }
    if (kind === 'quote') return h('blockquote', [h('p', children)]);
    return h('p', kind === null ? {} : { className: [kind] }, children);
  }

  /** What a style, or the style that it is made from, is for. */
  private blockStyle(name: string | null): string | null {
    let at = name;
    for (let depth = 0; at !== null && depth < DEEPEST_STYLE; depth++) {
      const known = BLOCK_STYLES[at.replaceAll('_20_', ' ')];
      if (known !== undefined) return known;
      at = this.styles.get(at)?.parent ?? null;
    }
    return null;
  }

  private list(element: Element): HtmlElement {
    const former = this.listStyle;
    // A list inside another one has the style of the outermost, unless it says otherwise.
    this.listStyle = xmlAttribute(element, 'style-name') ?? former;
    const items = childElements(element)
      .filter((child) => /^list-(?:item|header)$/.test(localName(child)))
      .map((item) => h('li', this.blocks(item)));
    const made = h(this.numbered.has(this.listStyle ?? '') ? 'ol' : 'ul', items);
    this.listStyle = former;
    return made;
  }

  private table(element: Element): HtmlElement {
    const rows = (parent: Element, isHeader: boolean): HtmlElement[] =>
      childElements(parent).flatMap((child) => {
        const name = localName(child);
        if (name === 'table-row') return [h('tr', this.cells(child, isHeader))];
        return /^table-(?:header-rows|rows|row-group)$/.test(name)
          ? rows(child, isHeader || name === 'table-header-rows')
          : [];
      });
    return h('table', rows(element, false));
  }

  private cells(row: Element, isHeader: boolean): HtmlElement[] {
    return childElements(row)
      .filter((cell) => /^(?:covered-)?table-cell$/.test(localName(cell)))
      .map((cell) => h(isHeader ? 'th' : 'td', this.blocks(cell)));
  }

  private frame(element: Element): HtmlElement[] {
    const [image] = childElements(element).filter((child) => localName(child) === 'image');
    if (!image) {
      const boxes = childElements(element).filter((child) => localName(child) === 'text-box');
      return boxes.flatMap((box) => this.blocks(box));
    }
    const src = this.pictures.take(image);
    if (src === null) return [];
    const said = ['title', 'desc'].flatMap((name) =>
      childElements(element)
        .filter((child) => localName(child) === name)
        .map(xmlText),
    );
    const alt = said.find((text) => text.trim() !== '');
    return [h('figure', [h('img', { src, ...(alt === undefined ? {} : { alt }) })])];
  }

  private inlines(element: Element): ElementContent[] {
    return element.children.flatMap((child): ElementContent[] => {
      if (child.type === 'text' || child.type === 'cdata') {
        return [{ type: 'text', value: child.value }];
      }
      return child.type === 'element' ? this.inline(child) : [];
    });
  }

  private inline(element: Element): ElementContent[] {
    const name = localName(element);
    if (LEFT_OUT.test(name)) return [];
    switch (name) {
      case 's': {
        const count = Math.min(Number(xmlAttribute(element, 'c') ?? 1) || 1, WIDEST_GAP);
        return [{ type: 'text', value: ' '.repeat(Math.max(count, 1)) }];
      }
      case 'tab':
        return [{ type: 'text', value: '\t' }];
      case 'line-break':
        return [h('br')];
      case 'note':
        return this.note(element);
      case 'frame':
        this.later.push(...this.frame(element));
        return [];
      case 'a': {
        const href = xmlAttribute(element, 'href') ?? '';
        return [h('a', { href }, this.inlines(element))];
      }
      case 'span':
        return this.emphasised(element);
      default:
        return this.inlines(element);
    }
  }

  private emphasised(span: Element): ElementContent[] {
    const style = this.styles.get(xmlAttribute(span, 'style-name') ?? '');
    const inherited = style?.parent ? (this.styles.get(style.parent)?.tags ?? []) : [];
    const tags = [...new Set([...(style?.tags ?? []), ...inherited])];
    return tags.reduce<ElementContent[]>((children, tag) => [h(tag, children)], this.inlines(span));
  }

  private note(note: Element): ElementContent[] {
    const id = `odt-note-${this.notes.length + 1}`;
    const entry = h('li', { id });
    this.notes.push(entry);
    const held = this.later;
    this.later = [];
    entry.children = childElements(note)
      .filter((child) => localName(child) === 'note-body')
      .flatMap((body) => this.blocks(body));
    this.later = held;
    return [h('a', { href: `#${id}` }, '*')];
  }
}

/**
 * Paragraphs of one quotation are each a quotation of their own in the file; a list below the last line
 * of another one may be a list of its own, one level down.
 */
function joined(blocks: readonly HtmlElement[]): HtmlElement[] {
  const all: HtmlElement[] = [];
  for (const block of blocks) {
    const last = all.at(-1);
    const owner = last && isList(last) && isList(block) && isIndent(block) ? lastItem(last) : null;
    if (block.tagName === 'blockquote' && last?.tagName === 'blockquote') {
      last.children.push(...block.children);
    } else if (owner) {
      owner.children.push(
        ...block.children.flatMap((item) => ('children' in item ? item.children : [])),
      );
    } else {
      all.push(block);
    }
  }
  return all;
}

function isList(element: HtmlElement): boolean {
  return element.tagName === 'ul' || element.tagName === 'ol';
}

/** A list whose items hold nothing but lists. */
function isIndent(list: HtmlElement): boolean {
  return list.children.every(
    (item) =>
      item.type === 'element' &&
      item.children.length > 0 &&
      item.children.every((child) => child.type === 'element' && isList(child)),
  );
}

function lastItem(list: HtmlElement): HtmlElement | null {
  const last = list.children.at(-1);
  return last?.type === 'element' ? last : null;
}

function hasWords(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  return node.type === 'element' && (node.tagName === 'a' || node.children.some(hasWords));
}
