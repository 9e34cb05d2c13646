import type { BlockNode, InlineNode, ListItemNode } from './schema';

const INLINE: ReadonlySet<string> = new Set([
  'text',
  'linebreak',
  'tab',
  'link',
  'autolink',
  'footnotereference',
  'inlinehtml',
] satisfies InlineNode['type'][]);

type Node = BlockNode | ListItemNode | InlineNode;

/** True for what stands inside a line. */
export function isInline(node: Node): node is InlineNode {
  return INLINE.has(node.type);
}

/** True for what lines stand in, and for the lines. */
export function isBlock(node: Node): node is BlockNode {
  return !isInline(node);
}
