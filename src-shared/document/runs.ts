import type { Span } from '../model/span';
import type { InlineNode } from './schema';

/** A piece of a line that looks the same from end to end; offsets into the plain text. */
export interface Run extends Span {
  /** `footnote` is a reference to one: it has no text. */
  kind: 'text' | 'break' | 'tab' | 'footnote';
  text: string;
  /** Lexical's format bits. */
  format: number;
  /** The address of the link it stands in. */
  url: string | null;
  /** Which footnote a reference leads to. */
  footnote?: string;
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
    } else {
      const inner = runsOf(node.children, offset, node.url);
      runs.push(...inner);
      offset = inner.at(-1)?.end ?? offset;
    }
  }
  return runs;
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
