import type { FootnoteDefinition, List, PhrasingContent, Root, RootContent } from 'mdast';
import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';
import { type ParsedContributor, parseByline } from '../byline/parse';
import { CreditRoleSchema } from '../model/byline';
import {
  codeBlock,
  FORMAT,
  footnote,
  footnoteReference,
  heading,
  horizontalRule,
  htmlBlock,
  inlineBlock,
  inlineHtml,
  inlinesOf,
  lineBreak,
  link,
  quote,
} from './build';
import { dateFrom } from './date';
import { figuresFromMarkdown } from './figure-from-markdown';
import { htmlFragmentBlocks } from './from-html';
import {
  type ImportedBlock,
  type ImportedDetails,
  type ImportedText,
  languageTag,
  oneLine,
  type PictureOptions,
} from './imported';
import { markdownToKeep, type References, withNotes } from './keep-markdown';
import { isArticleHtml } from './kept-html';
import { withKeptMarkdown } from './kept-markdown';
import { type Address, isSafeLink } from './links';
import { type ItemPart, type ListContent, listBlocks } from './list-blocks';
import { parseMarkdown } from './markdown';
import { mergeText } from './merge-text';
import { citedKeys, takeCitations } from './pandoc-citations';
import type { BlockNode, InlineNode } from './schema';
import { withShortcodesRead } from './shortcodes';
import { rowsAsLines } from './table';
import { tableFromMdast } from './table-from-mdast';
import { toMdast } from './to-mdast';

/** Footnotes that Stet's own exports make of its links; they are made again from the links. */
const OWN_NOTE = /^source-\d+-\d+$/;

/** Reads Markdown (CommonMark with GitHub's extensions and YAML front matter) into blocks. */
export function importMarkdown(text: string, options: PictureOptions = {}): ImportedText {
  const parsed = parseMarkdown(text);
  const [first] = parsed.children;
  const isToml = (first?.type as string) === 'toml';
  const isHeaderApart = first?.type === 'yaml' || isToml;
  const fields = first?.type === 'yaml' ? fieldsOf(first.value) : {};
  // Hugo alone has `params`; TOML is its own and Zola's.
  const generators = [
    ...(isToml || typeof fields.params === 'object' ? ['hugo' as const] : []),
    ...(isToml ? ['zola' as const] : []),
  ];
  const root = generators.length > 0 ? withShortcodesRead(parsed, generators) : parsed;
  const cited = options.isOwn ? citedKeys(fields) : [];
  if (cited.length > 0) takeCitations(root, cited);
  const reader = new MarkdownReader(root, options);
  const { annotations, section, categories } = fields;
  const [category] = [categories].flat();
  const sectionLine = [section, category].find((one) => typeof one === 'string') as string;
  const tags = [fields.tags ?? fields.keywords].flat().filter((tag) => typeof tag === 'string');
  const sectionName = oneLine(sectionLine);
  return {
    details: frontMatter(fields),
    blocks: reader.blocks(),
    ...(isHeaderApart ? { isHeaderApart } : {}),
    ...(typeof annotations === 'string' ? { sidecar: annotations.slice(0, 500) } : {}),
    ...(tags.length > 0 ? { tags: tags.flatMap((tag) => oneLine(tag) ?? []).slice(0, 1_000) } : {}),
    ...(sectionName === null ? {} : { section: sectionName }),
  };
}

/** The fields of a front matter; none where it is no YAML. */
function fieldsOf(yaml: string): Record<string, unknown> {
  let data: unknown;
  try {
    data = parseYaml(yaml, { maxAliasCount: 10 });
  } catch {
    return {};
  }
  if (typeof data !== 'object' || data === null) return {};
  // Hugo wants names that it does not know under `params`.
  const { params } = data as { params?: unknown };
  return { ...(typeof params === 'object' ? params : null), ...data };
}

/** What the front matter says. */
function frontMatter(fields: Record<string, unknown>): ImportedDetails {
  const string = (...keys: string[]) => {
    for (const key of keys) {
      const value = fields[key];
      if (typeof value === 'string') return oneLine(value);
    }
    return null;
  };
  return {
    title: string('title'),
    standfirst: string('description', 'standfirst', 'subtitle', 'abstract'),
    byline: string('byline') ?? names(fields.author ?? fields.authors),
    contributors: contributors(fields.contributors),
    language: languageTag(string('lang', 'language')),
    dateline: string('dateline'),
    date: dateFrom(string('date', 'pubDate', 'published') ?? ''),
    url: string('canonical', 'url', 'permalink'),
  };
}

const CONTRIBUTOR = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
  role: v.fallback(CreditRoleSchema, 'author'),
  location: v.exactOptional(v.string()),
  jobTitle: v.exactOptional(v.string()),
  affiliation: v.exactOptional(v.string()),
});

/** The list that Stet's own exports write; a list of another make is left to `author` and `byline`. */
function contributors(value: unknown): ParsedContributor[] | null {
  const parsed = v.safeParse(v.pipe(v.array(CONTRIBUTOR), v.minLength(1)), value);
  if (!parsed.success) return null;
  return parsed.output.map((contributor) => {
    const kind = parseByline(contributor.name).contributors[0]?.kind ?? 'person';
    return { kind, ...contributor };
  });
}

function names(value: unknown): string | null {
  const all = (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => {
    if (typeof one === 'string') return [one];
    const name = typeof one === 'object' && one !== null && 'name' in one ? one.name : null;
    return typeof name === 'string' ? [name] : [];
  });
  return oneLine(all.join(', '));
}

class MarkdownReader {
  private readonly definitions = new Map<string, Address>();
  private readonly notes = new Map<string, FootnoteDefinition>();
  /** Footnotes in the order in which the text refers to them. */
  private readonly noteOrder: string[] = [];
  private readonly references: References = {
    addressOf: (name) => this.definitions.get(name),
    noteOf: (name) => this.noteNumber(name),
  };

  constructor(
    private readonly root: Root,
    private readonly options: PictureOptions,
  ) {
    this.collect(root.children);
  }

  private collect(nodes: readonly RootContent[]): void {
    for (const node of nodes) {
      if (node.type === 'definition') {
        // The first of a name counts.
        if (!this.definitions.has(node.identifier)) this.definitions.set(node.identifier, node);
      } else if (node.type === 'footnoteDefinition') this.notes.set(node.identifier, node);
      else if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem') {
        this.collect(node.children);
      }
    }
  }

  blocks(): ImportedBlock[] {
    return [...this.root.children.flatMap((node) => this.keeping(node)), ...this.footnotes()];
  }

  /** The blocks of a node of the top level; the first keeps what of the Markdown would be lost. */
  private keeping(node: RootContent): ImportedBlock[] {
    const blocks = this.block(node);
    if (!this.options.keepsForm) return blocks;
    const normal = toMdast(withNotes(blocks.map((one) => one.node)));
    const markdown = markdownToKeep([node], normal, this.references);
    if (markdown === null) return blocks;
    const [first = { node: htmlBlock('') }, ...rest] = blocks;
    return [{ ...first, node: withKeptMarkdown(first.node, markdown) }, ...rest];
  }

  private block(node: RootContent): ImportedBlock[] {
    switch (node.type) {
      case 'heading': {
        const children = this.inlines(node.children);
        if (children.length === 0) return [];
        return [{ node: heading(`h${node.depth}`, children), level: node.depth }];
      }
      case 'paragraph': {
        const figures = this.options.pictures
          ? figuresFromMarkdown(node, this.definitions, (nodes) => this.inlines(nodes))
          : null;
        if (figures) return figures;
        const children = this.inlines(node.children);
        return children.length > 0 ? [{ node: inlineBlock('paragraph', children) }] : [];
      }
      case 'blockquote': {
        const children = this.quoted(node.children);
        return children.length > 0 ? [{ node: quote(children) }] : [];
      }
      case 'list':
        return listBlocks(this.list(node)).map((one) => ({ node: one }));
      case 'thematicBreak':
        return [{ node: horizontalRule() }];
      case 'code':
        return [{ node: codeBlock(node.value, [node.lang, node.meta].filter(Boolean).join(' ')) }];
      case 'table':
        return [{ node: tableFromMdast(node, (cell) => this.inlines(cell.children)) }];
      case 'html': {
        const isKept = this.options.keepsHtml && !isArticleHtml(node.value);
        return isKept
          ? [{ node: htmlBlock(node.value) }]
          : htmlFragmentBlocks(node.value, this.options);
      }
      default:
        return [];
    }
  }

  /** The blocks of a block quotation; one inside another is part of it. */
  private quoted(nodes: readonly RootContent[]): BlockNode[] {
    return nodes.flatMap((node) =>
      node.type === 'blockquote'
        ? this.quoted(node.children)
        : this.block(node).flatMap(({ node: block }) =>
            block.type === 'table'
              ? rowsAsLines(block).map((words) => inlineBlock('paragraph', words))
              : [block],
          ),
    );
  }

  private list(node: List): ListContent {
    const isCheck = node.children.some((item) => typeof item.checked === 'boolean');
    return {
      type: 'list-content',
      listType: isCheck ? 'check' : node.ordered ? 'number' : 'bullet',
      start: node.ordered ? (node.start ?? 1) : 1,
      isLoose: node.spread === true || node.children.some((item) => item.spread === true),
      items: node.children.map(({ checked, children }) => ({
        checked: checked === true,
        parts: children.flatMap((child) => this.part(child)),
      })),
    };
  }

  /** What stands in an item; its paragraphs are lines. */
  private part(node: RootContent): ItemPart[] {
    if (node.type === 'list') return [this.list(node)];
    return this.block(node).flatMap(({ node: block }): ItemPart[] =>
      block.type === 'paragraph' ? [block.children] : block.type === 'list' ? [] : [block],
    );
  }

  private inlines(nodes: readonly PhrasingContent[], format = 0): InlineNode[] {
    return trimmed(mergeText(nodes.flatMap((node) => this.inline(node, format))));
  }

  private inline(node: PhrasingContent, format: number): InlineNode[] {
    const all = (nodes: readonly PhrasingContent[], bits: number) =>
      nodes.flatMap((child) => this.inline(child, format | bits));
    switch (node.type) {
      case 'text':
        // A line end inside a paragraph is where somebody's editor wrapped the line.
        return inlinesOf(node.value.replace(/\r\n|\r|\n/g, ' '), format);
      case 'strong':
        return all(node.children, FORMAT.bold);
      case 'emphasis':
        return all(node.children, FORMAT.italic);
      case 'delete':
        return all(node.children, FORMAT.strikethrough);
      case 'inlineCode':
        // A line may end in it, which is a space.
        return inlinesOf(node.value.replace(/\r\n|\r|\n/g, ' '), format | FORMAT.code);
      case 'break':
        return [lineBreak()];
      case 'html':
        if (/^<br\s*\/?>$/i.test(node.value)) return [lineBreak()];
        return this.options.keepsHtml ? [inlineHtml(node.value)] : [];
      case 'link':
        return linked(node, all(node.children, 0));
      case 'linkReference':
        return linked(this.definitions.get(node.identifier), all(node.children, 0));
      case 'footnoteReference': {
        const number = this.noteNumber(node.identifier);
        return number === null ? [] : [footnoteReference(`note-${number}`)];
      }
      default:
        return [];
    }
  }

  private noteNumber(identifier: string): number | null {
    if (OWN_NOTE.test(identifier) || !this.notes.has(identifier)) return null;
    if (!this.noteOrder.includes(identifier)) this.noteOrder.push(identifier);
    return this.noteOrder.indexOf(identifier) + 1;
  }

  private footnotes(): ImportedBlock[] {
    const blocks: ImportedBlock[] = [];
    // A note may refer to another one: the list can grow while it is read.
    for (let index = 0; index < this.noteOrder.length; index++) {
      const note = this.notes.get(this.noteOrder[index] ?? '');
      const children = noteLine(note?.children.flatMap((child) => this.block(child)) ?? []);
      const node = footnote(`note-${index + 1}`, children);
      const normal = toMdast(withNotes([inlineBlock('paragraph', children)]));
      const markdown = this.options.keepsForm
        ? markdownToKeep(note?.children ?? [], normal, this.references)
        : null;
      blocks.push({ node: markdown === null ? node : withKeptMarkdown(node, markdown) });
    }
    return blocks;
  }
}

/** What a note says, as the one line that it is in an article: its paragraphs are parted by line breaks. */
export function noteLine(blocks: readonly ImportedBlock[]): InlineNode[] {
  return mergeText(
    linesOf(blocks).flatMap((line, at) => (at === 0 ? line : [lineBreak(), ...line])),
  );
}

function linesOf(blocks: readonly ImportedBlock[]): InlineNode[][] {
  return blocks.flatMap(({ node }) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'codeblock')
      return [node.children];
    if (node.type === 'table') return rowsAsLines(node);
    if (node.type === 'htmlblock') return [[inlineHtml(node.html)]];
    if (node.type === 'quote')
      return linesOf(node.children.map((child) => ({ node: child as BlockNode })));
    return [];
  });
}

function linked(address: Address | undefined, children: InlineNode[]): InlineNode[] {
  if (children.length === 0 || !address || !isSafeLink(address.url)) return children;
  return [link(address.url, mergeText(children), address.title ?? null)];
}

/** Without the line breaks that removed markup leaves at the edges. */
function trimmed(nodes: InlineNode[]): InlineNode[] {
  let from = 0;
  let to = nodes.length;
  while (nodes[from]?.type === 'linebreak') from += 1;
  while (to > from && nodes[to - 1]?.type === 'linebreak') to -= 1;
  return nodes.slice(from, to);
}
