import type { TextNode } from 'lexical';
import { $quotationsOf } from '../quotation/state';
import { $isDeleted } from '../suggestion/state';
import type { Treatment } from './block-text';

/**
 * How the words of a text node are read: code and quotations with a source are not corrected, what
 * somebody proposed to delete is not read at all.
 *
 * @param linked the ids of the quotations that have a source
 */
export function $treatment(node: TextNode, linked: ReadonlySet<string>): Treatment {
  if ($isDeleted(node)) return 'left-out';
  const isSpared = node.hasFormat('code') || $quotationsOf(node).some((id) => linked.has(id));
  return isSpared ? 'spared' : 'read';
}
