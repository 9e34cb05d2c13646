import { $createLinkNode, $isLinkNode, type LinkNode } from '@lexical/link';
import type { LexicalNode } from 'lexical';
import { sameAddress } from '../../../src-shared/document/former-links';
import type { Address } from '../../../src-shared/document/suggestion-marks';
import { $takeOutOfLink } from '../link/link';

/** Where what stands in a line leads; null where it stands in no link. */
export function $addressAt(node: LexicalNode): Address | null {
  const link = node.getParent();
  return $isLinkNode(link) ? $addressOf(link) : null;
}

function $addressOf(link: LinkNode): Address {
  return { url: link.getURL(), title: link.getTitle() };
}

/** Makes what stands in a line lead where it led before, and to nowhere where it did not. */
export function $restoreLink(node: LexicalNode, former: Address | null): void {
  const link = node.getParent();
  if ($isLinkNode(link)) $takeOutOfLink(link, (child) => child.is(node));
  if (former === null) return;
  const before = node.getPreviousSibling();
  const after = node.getNextSibling();
  if ($leadsTo(before, former)) {
    before.append(node);
    if ($leadsTo(after, former)) {
      before.append(...after.getChildren());
      after.remove(true);
    }
  } else if ($leadsTo(after, former)) {
    after.splice(0, 0, [node]);
  } else {
    const made = $createLinkNode(former.url, { rel: null, title: former.title });
    node.insertBefore(made, false);
    made.append(node);
  }
}

function $leadsTo(node: LexicalNode | null, address: Address): node is LinkNode {
  return $isLinkNode(node) && sameAddress($addressOf(node), address);
}
