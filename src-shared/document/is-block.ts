import type { BlockNode, InlineNode, ListItemNode } from './schema';

/** Everything that stands inside a line; any other node is a block. */
const INLINE: ReadonlySet<string> = new Set([
  'text',
  'linebreak',
  'tab',
  'link',
  'autolink',
  'footnotereference',
  'inlinehtml',
]);

type Node = BlockNode | ListItemNode | InlineNode;

/** True for what lines stand in, and for the lines; false for what stands inside of them. */
export function isBlock(node: Node): node is BlockNode {
  return !INLINE.has(node.type);
}
