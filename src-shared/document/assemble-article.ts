import { formatByline } from '../byline/format';
import { type ParsedContributor, parseByline } from '../byline/parse';
import { BUILT_IN_STYLES } from '../model/byline';
import { guessLanguage } from '../quotation/detect/language';
import { document as buildDocument, FORMAT, inlineBlock, inlinesOf } from './build';
import { isFootnote } from './footnotes';
import type { ImportedBlock, ImportedDetails, ImportedText } from './imported';
import { inlineText, leafBlocks } from './plain-text';
import { recogniseArticle, type TextBlock } from './recognise';
import type { BlockNode, Document, InlineNode, ListNode, QuoteNode } from './schema';
import { withoutStart } from './without-start';

export interface ImportedArticle {
  /** Without quotation ids: those are set once the article has a place in the library. */
  document: Document;
  /** As the file says it, or null: then the text does. */
  language: string | null;
  dateline: string | null;
  contributors: ParsedContributor[];
  /** The byline as it stood in the text. */
  byline?: string;
  title: string | null;
  tags?: string[];
  section?: string;
  /** The name of the sidecar that the file says it has. */
  sidecar?: string;
}

/**
 * Makes a document of an imported text: headline, standfirst, dateline and byline are recognised,
 * taken out of the body and put where they belong. What the file's own metadata says goes first.
 */
export function assembleArticle(
  imported: ImportedText,
  options: { language?: string } = {},
): ImportedArticle {
  const { details } = imported;
  const given = options.language ?? details.language;
  const notes = imported.blocks.map(({ node }) => node).filter(isFootnote);
  const body = new Body(imported.blocks.filter(({ node }) => !isFootnote(node)));
  const language = given ?? otherLanguage(body.lines);
  const printedTitle = body.findText(details.title);
  // A title that only the metadata has is read as the first heading of the text.
  const virtual: TextBlock[] =
    details.title !== null && printedTitle === null
      ? [{ text: details.title, kind: 'heading', level: 1 }]
      : [];
  const found = recogniseArticle([...virtual, ...body.lines], language ? { language } : {});
  const lineOf = (block: number | null | undefined) =>
    block === null || block === undefined ? null : block - virtual.length;

  const headline = printedTitle ?? (details.title === null ? lineOf(found.headline) : null);
  const standfirst =
    details.standfirst === null ? lineOf(found.standfirst) : body.findText(details.standfirst);
  const byline = lineOf(found.byline?.block);
  const dateline = found.dateline && { ...found.dateline, line: lineOf(found.dateline.block) };

  if (dateline && dateline.line !== null && dateline.line >= 0) {
    body.cutStart(dateline.line, dateline.end);
  }
  const headlineInlines =
    headline !== null && headline >= 0
      ? withoutFormat(body.take(headline), FORMAT.bold)
      : inlinesOf(details.title ?? '');
  const standfirstInlines =
    standfirst !== null && standfirst >= 0
      ? body.take(standfirst)
      : inlinesOf(details.standfirst ?? '');
  if (byline !== null && byline >= 0) body.take(byline);
  const tail = body.lines.length - 1;
  if (details.contributors && isTail(body.lines[tail]?.text ?? '', details.contributors)) {
    body.take(tail);
  }

  const blocks: BlockNode[] = [inlineBlock('headline', headlineInlines)];
  if (standfirstInlines.length > 0) {
    const plain = unlessPartly(standfirstInlines, FORMAT.italic | FORMAT.bold);
    blocks.push(inlineBlock('standfirst', plain));
  }
  blocks.push(...body.remaining(), ...notes);
  return {
    document: buildDocument(blocks),
    language: given ?? null,
    dateline: dateline?.text ?? details.dateline,
    contributors: contributorsOf(found.byline?.contributors ?? [], details, language),
    title: details.title ?? (inlineText(headlineInlines).trim() || null),
    ...(found.byline && details.contributors === null ? { byline: found.byline.text } : {}),
    ...(imported.tags ? { tags: imported.tags } : {}),
    ...(imported.section ? { section: imported.section } : {}),
    ...(imported.sidecar ? { sidecar: imported.sidecar } : {}),
  };
}

/**
 * The language that lines speak, for the words of bylines in it: "Door Anna de Wit en Jan Smit". Null for
 * English, which is guessed where nothing speaks for another one.
 */
function otherLanguage(lines: readonly TextBlock[]): string | null {
  const language = guessLanguage(lines.map(({ text }) => text).join('\n'));
  return language === 'en' ? null : language;
}

/** The byline that stands in the text knows roles and places; metadata often has more names. */
function contributorsOf(
  printed: readonly ParsedContributor[],
  details: ImportedDetails,
  language: string | null,
): ParsedContributor[] {
  if (details.contributors !== null) return details.contributors;
  if (details.byline === null) return [...printed];
  const given = parseByline(details.byline, language ? { language } : {}).contributors;
  return printed.length >= given.length ? [...printed] : given;
}

/** True for the line that Stet's own Markdown prints below the article, of any house style. */
function isTail(text: string, contributors: readonly ParsedContributor[]): boolean {
  const credits = contributors.map(({ name, role, location = null }) => ({ name, role, location }));
  return text !== '' && BUILT_IN_STYLES.some((style) => formatByline(credits, style).tail === text);
}

interface Line {
  block: number;
  /** Which of the block's lines it is. */
  index: number;
}

/** The blocks of the text, and their lines as the recogniser sees them. */
class Body {
  readonly lines: TextBlock[] = [];
  private readonly places: Line[] = [];
  private readonly nodes: (BlockNode | null)[];
  private readonly taken = new Set<InlineNode[]>();

  constructor(blocks: readonly ImportedBlock[]) {
    this.nodes = blocks.map((block) => block.node);
    blocks.forEach(({ node, level }, block) => {
      // A caption is neither headline nor byline, whatever it says.
      if (node.type === 'figure') return;
      // What stands in a table, or is code, is no headline and no byline.
      if (node.type === 'table' || node.type === 'codeblock' || node.type === 'htmlblock') return;
      this.leaves(node).forEach((leaf, index) => {
        const kind = leaf.kind;
        const line: TextBlock = {
          text: inlineText(leaf.inlines),
          kind: kind === 'heading' || kind === 'list-item' || kind === 'quote' ? kind : 'paragraph',
        };
        this.lines.push(level === undefined ? line : { ...line, level });
        this.places.push({ block, index });
      });
    });
  }

  private leaves(node: BlockNode) {
    return leafBlocks({ root: { type: 'root', version: 1, children: [node] } });
  }

  /** The line that says exactly this: a heading, or one of the first lines. */
  findText(text: string | null): number | null {
    if (text === null) return null;
    const wanted = folded(text);
    const index = this.lines.findIndex(
      (line, place) => (place < 6 || line.kind === 'heading') && folded(line.text) === wanted,
    );
    return index < 0 ? null : index;
  }

  /** Takes a line out of the body and answers what stood in it. */
  take(line: number): InlineNode[] {
    const inlines = this.inlinesAt(line);
    if (inlines) this.taken.add(inlines);
    return inlines ?? [];
  }

  /** Cuts the first characters off a line, and the white space and dash after them. */
  cutStart(line: number, length: number): void {
    const inlines = this.inlinesAt(line);
    if (!inlines) return;
    const rest = (this.lines[line]?.text ?? '').slice(length);
    const separator = /^[\s\u00a0]*[–—-]*[\s\u00a0]*/.exec(rest)?.[0].length ?? 0;
    inlines.splice(0, inlines.length, ...withoutStart(inlines, length + separator));
  }

  private inlinesAt(line: number): InlineNode[] | null {
    const place = this.places[line];
    const node = place && this.nodes[place.block];
    if (!place || !node) return null;
    // A line is the children of its block, or of its list item.
    const owner = ownerOfLine(node, place.index);
    return owner?.children ?? null;
  }

  remaining(): BlockNode[] {
    return this.nodes.flatMap((node) => {
      const left = node && this.withoutTaken(node);
      return left ? [left] : [];
    });
  }

  private withoutTaken(node: BlockNode): BlockNode | null {
    if (!('children' in node) || node.type === 'table') return node;
    if (this.taken.has(node.children as InlineNode[])) return null;
    if (node.type === 'list') {
      const children = node.children.filter(
        (item) => !this.taken.has(item.children as InlineNode[]),
      );
      return children.length > 0 ? { ...node, children } : null;
    }
    if (node.type === 'quote') {
      const children = (node.children as BlockNode[]).flatMap(
        (child) => this.withoutTaken(child) ?? [],
      );
      return children.length > 0 ? { ...node, children } : null;
    }
    return node;
  }
}

/** The node whose children are the line with this number, counted as `leafBlocks` does. */
function ownerOfLine(node: BlockNode, index: number): { children: InlineNode[] } | null {
  const owners: { children: InlineNode[] }[] = [];
  const walkList = (list: ListNode): void => {
    for (const item of list.children) {
      const nested = item.children.filter((child) => child.type === 'list');
      if (nested.length === 0) owners.push(item as { children: InlineNode[] });
      for (const child of nested) walkList(child);
    }
  };
  const walkQuote = (quote: QuoteNode): void => {
    for (const child of quote.children as BlockNode[]) walk(child);
  };
  const walk = (block: BlockNode): void => {
    if (block.type === 'list') walkList(block);
    else if (block.type === 'quote') walkQuote(block);
    else if ('children' in block && block.type !== 'table') owners.push(block);
  };
  walk(node);
  return owners[index] ?? null;
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

function withoutFormat(inlines: readonly InlineNode[], bits: number): InlineNode[] {
  return inlines.map((node) => {
    if (node.type === 'text') return { ...node, format: node.format & ~bits };
    return 'children' in node ? { ...node, children: withoutFormat(node.children, bits) } : node;
  });
}

/** Italic or bold of a whole line is how a standfirst was set, not a stress on words. */
function unlessPartly(inlines: InlineNode[], bits: number): InlineNode[] {
  const texts = inlines.filter((node) => node.type === 'text');
  const common = texts.reduce((all, node) => all & node.format, bits);
  return common === 0 ? inlines : withoutFormat(inlines, common);
}
