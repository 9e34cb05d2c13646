import { link } from './build';
import type { InlineNode, LinkNode } from './schema';
import { type Address, suggestionsOf, withoutMarks } from './suggestion-marks';

/** True where two links lead to the same, or neither is one. */
export function sameAddress(one: Address | null, other: Address | null): boolean {
  return one?.url === other?.url && (one?.title ?? null) === (other?.title ?? null);
}

/** Where a link leads. */
export function addressOf(node: LinkNode): Address {
  return { url: node.url, title: node.title ?? null };
}

/** What stands in a line, with the links that were there before somebody proposed others. */
export function withFormerLinks(nodes: InlineNode[]): InlineNode[] {
  const leaves = nodes.flatMap((node) => leavesOf(node, null));
  if (leaves.every(({ isFormer }) => !isFormer)) return nodes;
  const result: InlineNode[] = [];
  let open: LinkNode | null = null;
  for (const { node, around } of leaves) {
    if (!around) {
      open = null;
      result.push(node);
    } else if (open && sameAddress(addressOf(open), addressOf(around))) {
      open.children.push(node);
    } else {
      open = { ...around, children: [node] };
      result.push(open);
    }
  }
  return result;
}

interface Leaf {
  node: InlineNode;
  /** The link that it stands in. */
  around: LinkNode | null;
  isFormer: boolean;
}

function leavesOf(node: InlineNode, around: LinkNode | null): Leaf[] {
  if ('children' in node) return node.children.flatMap((child) => leavesOf(child, node));
  const { linked } = suggestionsOf(node);
  if (!linked) return [{ node, around, isFormer: false }];
  const { former } = linked;
  const led = former && ({ ...link(former.url, []), title: former.title } as LinkNode);
  return [{ node: withoutMarks(node, ['linked']), around: led, isFormer: true }];
}
