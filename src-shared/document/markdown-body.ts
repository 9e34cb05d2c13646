import type { Nodes, RootContent } from 'mdast';
import { inlineBlock } from './build';
import { isFootnote } from './footnotes';
import { importMarkdown, noteLine } from './from-markdown';
import { withDefinitions, withNotes } from './keep-markdown';
import { addressesIn } from './kept-html';
import { keptMarkdownOf } from './kept-markdown';
import { isKeptAddress, isSafeLink } from './links';
import type { FlowNode } from './list-tree';
import { parseMarkdown } from './markdown';
import { shapeOf } from './markdown-shape';
import type { BlockNode, Document, FigureNode } from './schema';
import { allowsHtml, type MarkdownBodyOptions, markdownParts, withClosedHtml } from './to-mdast';

/**
 * The body of a document as mdast, with what blocks keep of the Markdown they came from. That goes out in
 * place of a block where both would be written alike without it: as soon as a word is another one, a note
 * stands in it, or an address of it may not be printed, the block is written as any other.
 */
export function markdownBody(document: Document, options: MarkdownBodyOptions = {}): RootContent[] {
  const { body, notes } = markdownParts(document, options);
  const nodes: RootContent[] = [];
  for (let at = 0; at < body.length; ) {
    const kept = keptFrom(body.slice(at), options);
    nodes.push(...(kept?.tree ?? body[at]?.children ?? []));
    at += kept?.length ?? 1;
  }
  for (const { node, definition } of notes) {
    const kept = keptNote(node, definition.children, options);
    nodes.push(kept ? { ...definition, children: kept as typeof definition.children } : definition);
  }
  return withClosedHtml(nodes);
}

/** The kept Markdown of a document that says what its block says. */
export function heldMarkdown(document: Document): Set<string> {
  const { body, notes } = markdownParts(document);
  const held = new Set<string>();
  for (const [index, { node }] of body.entries()) {
    const markdown = markdownIn(node);
    if (markdown !== null && keptFrom(body.slice(index), {})) held.add(markdown);
  }
  for (const { node, definition } of notes) {
    const markdown = keptMarkdownOf(node);
    if (markdown !== null && keptNote(node, definition.children, {})) held.add(markdown);
  }
  return held;
}

/** True where these blocks say what this Markdown does, which the first of them keeps. */
export function isHeldBy(blocks: BlockNode[], markdown: string): boolean {
  return heldMarkdown(withNotes(blocks)).has(markdown);
}

interface Part {
  node: FlowNode;
  children: RootContent[];
}

/** What goes out in place of the first parts, and how many they are. */
function keptFrom(
  parts: readonly Part[],
  options: MarkdownBodyOptions,
): { tree: RootContent[]; length: number } | null {
  const [first] = parts;
  const markdown = first && markdownIn(first.node);
  if (!markdown) return null;
  const { tree, blocks } = readKept(markdown);
  if (first.node.type === 'htmlblock' && first.node.html === '') {
    const isAlone = blocks.every(isFootnote);
    return isAlone && tree.every((node) => isPrinted(node, options)) ? { tree, length: 1 } : null;
  }
  const read = withNotes(blocks.filter((block) => !isFootnote(block)));
  const { length } = partsOf(read);
  const now = parts.slice(0, length);
  const nodes = now.flatMap(({ children }) => children);
  const figures = now.flatMap(({ node }) => figuresIn(node));
  const given = asGiven(tree, read, nodes, figures, options);
  return given && { tree: given, length };
}

function keptNote(
  note: object,
  now: readonly RootContent[],
  options: MarkdownBodyOptions,
): RootContent[] | null {
  const markdown = keptMarkdownOf(note);
  if (markdown === null) return null;
  const { tree, blocks } = readKept(markdown);
  const line = noteLine(blocks.filter((block) => !isFootnote(block)).map((node) => ({ node })));
  return asGiven(tree, withNotes([inlineBlock('paragraph', line)]), now, [], options);
}

function markdownIn(node: FlowNode): string | null {
  return node.type === 'list-tree' ? (node.markdown ?? null) : keptMarkdownOf(node);
}

/** What was kept, as Markdown means it and as an article reads it. */
function readKept(markdown: string) {
  const text = withDefinitions(markdown);
  const tree = parseMarkdown(text).children.filter(({ type }) => type !== 'footnoteDefinition');
  const { blocks } = importMarkdown(text, { pictures: true, keepsHtml: true });
  return { tree, blocks: blocks.map(({ node }) => node) };
}

function partsOf(read: Document, options: MarkdownBodyOptions = {}): Part[] {
  return markdownParts(read, options).body.filter(({ node }) => node.type !== 'headline');
}

/**
 * The kept tree with the pictures and notes of the article, where the article says the same and all of it
 * may be printed.
 *
 * @param read the document that the tree is read as
 * @param now what the article is written as without it
 * @param figures those of the article
 */
function asGiven(
  tree: readonly RootContent[],
  read: Document,
  now: readonly RootContent[],
  figures: readonly FigureNode[],
  options: MarkdownBodyOptions,
): RootContent[] | null {
  const { pictureAddress: addressOf = (node: FigureNode) => node.picture } = options;
  const former = figuresIn(read.root);
  if (former.length !== figures.length) return null;
  const addresses = new Map<string, string>();
  for (const [index, { picture }] of former.entries()) {
    const address = addressOf(figures[index]!);
    if (address === null || (addresses.get(picture) ?? address) !== address) return null;
    addresses.set(picture, address);
  }
  const then = partsOf(read, { pictureAddress: ({ picture }) => addresses.get(picture) ?? null });
  if (shapeOf(then.flatMap(({ children }) => children)) !== shapeOf(now)) return null;
  const [own, theirs] = [notesIn(tree), notesIn(now)];
  const labels = new Map(own.map((label, index) => [label, theirs[index] ?? label]));
  const given = tree.map((node) => withPlaces(node, addresses, labels)) as RootContent[];
  return given.every((node) => isPrinted(node, options)) ? given : null;
}

function figuresIn(value: unknown): FigureNode[] {
  if (Array.isArray(value)) return value.flatMap(figuresIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'figure') return [value as FigureNode];
  return Object.values(value).flatMap(figuresIn);
}

/** The labels of footnotes, in the order of their first references. */
function notesIn(nodes: readonly Nodes[]): string[] {
  const labels = nodes.flatMap((node): string[] => {
    if (node.type === 'footnoteReference') return [node.identifier];
    return 'children' in node ? notesIn(node.children) : [];
  });
  return [...new Set(labels)];
}

function withPlaces(
  node: Nodes,
  addresses: ReadonlyMap<string, string>,
  labels: ReadonlyMap<string, string>,
): Nodes {
  if (node.type === 'image') return { ...node, url: addresses.get(node.url) ?? node.url };
  if (node.type === 'footnoteReference') {
    const label = labels.get(node.identifier) ?? node.identifier;
    return { ...node, identifier: label, label };
  }
  if (!('children' in node)) return node;
  const children = node.children.map((child) => withPlaces(child, addresses, labels));
  return { ...node, children } as Nodes;
}

/** All addresses that Markdown leads to or loads, and those that stand in them. */
export function addressesInMarkdown(markdown: string): string[] {
  const of = (node: Nodes): string[] => {
    if (node.type === 'html') return addressesIn(node.value);
    const own = 'url' in node ? [node.url, ...addressesIn(node.url)] : [];
    return 'children' in node ? [...own, ...node.children.flatMap(of)] : own;
  };
  return of(parseMarkdown(markdown));
}

/** True where every address in a tree may be printed. Trees are read anew: no sign of Markdown hides one. */
function isPrinted(node: Nodes, options: MarkdownBodyOptions): boolean {
  const { allowsLink = () => true } = options;
  if (node.type === 'html' && !allowsHtml(node.value, options)) return false;
  // What is kept leads to nothing elsewhere: no importer made this, and its addresses are not in their place.
  if (/^(?:definition|linkReference|imageReference|footnoteDefinition|yaml)$/.test(node.type))
    return false;
  if (node.type === 'link' || node.type === 'image') {
    if (!isKeptAddress(node.url) || !allowsLink(node.url)) return false;
    // What another program makes of its address is not known: any that stands in it counts.
    if (!isSafeLink(node.url) && !addressesIn(node.url).every(allowsLink)) return false;
  }
  return !('children' in node) || node.children.every((child) => isPrinted(child, options));
}
