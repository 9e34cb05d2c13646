import type { Span } from '../model/span';
import type { InlineNode } from './schema';

/** A piece of a line that looks the same from end to end; offsets into the plain text. */
export interface Run extends Span {
  /** `footnote` is a reference to one, `html` is kept as it is: they have no text. */
  kind: 'text' | 'break' | 'tab' | 'footnote' | 'html';
  text: string;
  /** Lexical's format bits. */
  format: number;
  /** The address of the link it stands in. */
  url: string | null;
  /** The title of that link, where it has one. */
  title?: string;
  /** Which footnote a reference leads to. */
  footnote?: string;
  html?: string;
}

/** The runs of a line that starts at the given offset of the plain text. */
export function runsOf(
  inlines: readonly InlineNode[],
  start: number,
  url: string | null = null,
): Run[] {
  const runs: Run[] = [];
  let offset = start;
  for (const node of inlines) {
    if (node.type === 'text') {
      if (node.text === '') continue;
      const end = offset + node.text.length;
      runs.push({ kind: 'text', text: node.text, start: offset, end, format: node.format, url });
      offset = end;
    } else if (node.type === 'linebreak' || node.type === 'tab') {
      const kind = node.type === 'tab' ? 'tab' : 'break';
      const text = kind === 'tab' ? '\t' : '\n';
      runs.push({ kind, text, start: offset, end: offset + 1, format: 0, url });
      offset += 1;
    } else if (node.type === 'footnotereference') {
      const { footnote } = node;
      runs.push({
        kind: 'footnote',
        text: '',
        start: offset,
        end: offset,
        format: 0,
        url,
        footnote,
      });
    } else if (node.type === 'inlinehtml') {
      const { html } = node;
      runs.push({ kind: 'html', text: '', start: offset, end: offset, format: 0, url, html });
    } else {
      const inner = runsOf(node.children, offset, node.url);
      const { title } = node;
      runs.push(...(title ? inner.map((run) => ({ ...run, title })) : inner));
      offset = inner.at(-1)?.end ?? offset;
    }
  }
  return runs;
}

/** What tells the link of one run from that of another; null where it is in none. */
export function linkKey({ url, title }: { url: string | null; title?: string }): string | null {
  return url === null ? null : JSON.stringify({ url, title });
}

/** The link that a key tells of. */
export function linkOf(key: string): { url: string; title?: string } {
  return JSON.parse(key) as { url: string; title?: string };
}

/** Cuts runs at the given offsets, so that something can be put in or wrapped there. */
export function cutRuns(runs: readonly Run[], offsets: readonly number[]): Run[] {
  const cuts = [...new Set(offsets)].sort((a, b) => a - b);
  return runs.flatMap((run) => {
    const inside = cuts.filter((cut) => cut > run.start && cut < run.end);
    let from = run.start;
    return [...inside, run.end].map((to) => {
      const text = run.text.slice(from - run.start, to - run.start);
      const piece = { ...run, text, start: from, end: to };
      from = to;
      return piece;
    });
  });
}

/** One level of wrapping: neighbours with the same key (not null) stand in one wrapper. */
export interface Layer<Item, Node> {
  keyOf: (item: Item) => string | null;
  wrap: (children: Node[], key: string, items: Item[]) => Node;
}

/** Builds the tree of a line: the first layer is the outermost wrapper. */
export function nest<Item, Node>(
  items: readonly Item[],
  layers: readonly Layer<Item, Node>[],
  leaf: (item: Item) => Node[],
): Node[] {
  const [layer, ...below] = layers;
  if (!layer) return items.flatMap(leaf);
  const nodes: Node[] = [];
  let group: Item[] = [];
  let groupKey: string | null = null;
  const flush = () => {
    if (group.length === 0) return;
    const children = nest(group, below, leaf);
    if (groupKey === null) nodes.push(...children);
    else nodes.push(layer.wrap(children, groupKey, group));
    group = [];
  };
  for (const item of items) {
    const key = layer.keyOf(item);
    if (key !== groupKey) flush();
    groupKey = key;
    group.push(item);
  }
  flush();
  return nodes;
}

/**
 * The same where no wrapper is outermost by itself: of those that begin at a place the one that reaches
 * farthest stands around the others, and of those that reach as far the first in the list. A wrapper
 * neither begins nor ends with an item for which `isSpace` is true, unless it `holdsSpace`.
 */
export function nestLongest<Item, Node>(
  items: readonly Item[],
  layers: readonly (Layer<Item, Node> & { holdsSpace?: boolean })[],
  leaf: (item: Item) => Node[],
  isSpace: (item: Item) => boolean,
): Node[] {
  const nodes: Node[] = [];
  for (let from = 0; from < items.length; ) {
    let longest = from;
    let outermost: (typeof layers)[number] | undefined;
    for (const layer of layers) {
      const end = reachOf(layer, items, from, isSpace);
      if (end > longest) [longest, outermost] = [end, layer];
    }
    if (outermost) {
      const inside = items.slice(from, longest);
      const below = layers.filter((layer) => layer !== outermost);
      const children = nestLongest(inside, below, leaf, isSpace);
      nodes.push(outermost.wrap(children, outermost.keyOf(items[from]!) ?? '', inside));
      from = longest;
    } else nodes.push(...leaf(items[from++]!));
  }
  return nodes;
}

/** The end of the items that a wrapper holds which begins at a place; that place where it does not. */
function reachOf<Item, Node>(
  layer: Layer<Item, Node> & { holdsSpace?: boolean },
  items: readonly Item[],
  from: number,
  isSpace: (item: Item) => boolean,
): number {
  const key = layer.keyOf(items[from]!);
  const isOut = (item: Item) => !layer.holdsSpace && isSpace(item);
  if (key === null || isOut(items[from]!)) return from;
  let end = from + 1;
  while (end < items.length && layer.keyOf(items[end]!) === key) end += 1;
  while (isOut(items[end - 1]!)) end -= 1;
  return end;
}
