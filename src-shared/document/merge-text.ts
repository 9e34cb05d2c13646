import type { InlineNode, TextNode } from './schema';

const UNMERGEABLE = 2;

/** Appends a node; a text node that looks like the one before it becomes one with it. */
export function pushMerged(nodes: InlineNode[], node: InlineNode): void {
  const last = nodes.at(-1);
  if (last?.type === 'text' && node.type === 'text' && alike(last, node)) {
    nodes[nodes.length - 1] = { ...last, text: last.text + node.text };
  } else {
    nodes.push(node);
  }
}

/** The same nodes, with neighbouring text nodes that look alike made one. */
export function mergeText(nodes: readonly InlineNode[]): InlineNode[] {
  const merged: InlineNode[] = [];
  for (const node of nodes) pushMerged(merged, node);
  return merged;
}

function alike(a: TextNode, b: TextNode): boolean {
  if (a.mode !== 'normal' || b.mode !== 'normal') return false;
  if ((a.detail & UNMERGEABLE) !== 0 || (b.detail & UNMERGEABLE) !== 0) return false;
  return (
    a.format === b.format &&
    a.style === b.style &&
    a.detail === b.detail &&
    JSON.stringify(a.$ ?? {}) === JSON.stringify(b.$ ?? {})
  );
}
