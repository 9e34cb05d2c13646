import type { Nodes, RootContent } from 'mdast';
import { document, footnote, textNode } from './build';
import { type Address, isKeptAddress } from './links';
import { parseMarkdown, writeMarkdown } from './markdown';
import { shapeOf } from './markdown-shape';
import type { BlockNode, Document, InlineNode } from './schema';

/** What the names in a Markdown file stand for. */
export interface References {
  addressOf: (name: string) => Address | undefined;
  /** The number of a footnote of the article; null for one that is none. */
  noteOf: (name: string) => number | null;
}

/**
 * The Markdown that has to be kept of some nodes for them to be rendered as they were; null where what
 * comes of the article is rendered alike, or where an address in them is never written.
 *
 * @param normal what comes of the article
 */
export function markdownToKeep(
  nodes: readonly RootContent[],
  normal: readonly RootContent[],
  references: References,
): string | null {
  // HTML is kept as HTML, or has become blocks of the article.
  if (nodes.every(({ type }) => type === 'html')) return null;
  const whole = nodes.flatMap((node) => resolved(node, references)) as RootContent[];
  const shape = shapeOf(whole);
  if (shape === shapeOf(normal) || shape === '[]' || !whole.every(isKept)) return null;
  const markdown = writeMarkdown({ type: 'root', children: whole }).trimEnd();
  const read = parseMarkdown(withDefinitions(markdown)).children;
  return shapeOf(read) === shape ? markdown : null;
}

/** Nodes that lead to nothing elsewhere in the file: what names stand for is in their place. */
function resolved(node: Nodes, references: References): Nodes[] {
  const { position: _place, ...rest } = node;
  const own = rest as Nodes;
  if (own.type === 'definition' || own.type === 'footnoteDefinition' || own.type === 'yaml')
    return [];
  if ((own.type as string) === 'toml') return [];
  if (own.type === 'footnoteReference') {
    const number = references.noteOf(own.identifier);
    if (number === null) return [];
    const label = `note-${number}`;
    return [{ type: 'footnoteReference', identifier: label, label }];
  }
  const whole = withAddress(own, references);
  if (!('children' in whole)) return [whole];
  const children = whole.children.flatMap((child) => resolved(child, references));
  return [{ ...whole, children } as Nodes];
}

function withAddress(node: Nodes, { addressOf }: References): Nodes {
  if (node.type === 'linkReference') {
    const { url = '', title = null } = addressOf(node.identifier) ?? {};
    return { type: 'link', url, title, children: node.children };
  }
  if (node.type === 'imageReference') {
    const { url = '', title = null } = addressOf(node.identifier) ?? {};
    return { type: 'image', url, title, alt: node.alt ?? '' };
  }
  return node;
}

function isKept(node: Nodes): boolean {
  if ((node.type === 'link' || node.type === 'image') && !isKeptAddress(node.url)) return false;
  return !('children' in node) || node.children.every(isKept);
}

/** Kept Markdown with footnotes for the references in it, so that they are read as such. */
export function withDefinitions(markdown: string): string {
  const references = [...new Set(markdown.match(/\[\^note-\d+\]/g))];
  return [markdown, ...references.map((reference) => `${reference}: x`)].join('\n\n');
}

/** A document of blocks, with notes for those that they refer to and that stand elsewhere. */
export function withNotes(blocks: BlockNode[]): Document {
  const ids = new Set(blocks.flatMap(notesIn));
  for (const block of blocks) if (block.type === 'footnote') ids.delete(block.footnote);
  return document([...blocks, ...[...ids].map((id) => footnote(id, [textNode('x')]))]);
}

function notesIn(node: BlockNode | InlineNode): string[] {
  if (node.type === 'footnotereference') return [node.footnote];
  return 'children' in node ? (node.children as InlineNode[]).flatMap(notesIn) : [];
}
