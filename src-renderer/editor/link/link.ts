import { $isLinkNode, $toggleLink, type LinkNode, TOGGLE_LINK_COMMAND } from '@lexical/link';
import {
  $copyNode,
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_NORMAL,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { focusText } from '../focus';
import { webAddress } from '../structure';

/** The link that a node stands in, or is. */
export function $linkAround(node: LexicalNode): LinkNode | null {
  return $findMatchingParent(node, $isLinkNode);
}

/** The link that the cursor is in, or that the selection does not leave. */
export function $linkAtSelection(): LinkNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const link = $linkAround(selection.anchor.getNode());
  return link?.is($linkAround(selection.focus.getNode())) ? link : null;
}

/**
 * Takes a link away from what is meant of its children, which may be none of them; before and behind
 * these it stays. (Lexical's own way throws where a selection only touches a link.)
 */
export function $takeOutOfLink(link: LinkNode, isMeant: (child: LexicalNode) => boolean): void {
  const children = link.getChildren();
  const first = children.findIndex(isMeant);
  const last = children.findLastIndex(isMeant);
  if (first < 0) return;
  const rest = children.slice(last + 1);
  if (rest.length > 0) {
    const other = $copyNode(link);
    link.insertAfter(other);
    other.append(...rest);
  }
  let at: LexicalNode = link;
  for (const child of children.slice(first, last + 1)) {
    // Lexical would compare the ends of the selection while one of them stands nowhere.
    at.insertAfter(child, false);
    at = child;
  }
  if (link.isEmpty()) link.remove();
}

/** Makes the selected words a link to an address; with null they are none any more. */
export function $setLink(url: string | null): void {
  const selection = $getSelection();
  if (url !== null || !$isRangeSelection(selection)) {
    $toggleLink(url, { rel: null });
    return;
  }
  if (selection.isCollapsed()) {
    const link = $linkAtSelection();
    if (link) $takeOutOfLink(link, () => true);
    return;
  }
  const selected = selection.extract();
  const links = new Set(selected.map($linkAround));
  for (const link of links) {
    if (link) $takeOutOfLink(link, (child) => selected.some((node) => node.is(child)));
  }
}

/** Takes the link at the cursor away as one step of undo; its words stay. */
export function removeLink(editor: LexicalEditor): void {
  editor.update(
    () => {
      const link = $linkAtSelection();
      if (link) $takeOutOfLink(link, () => true);
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  focusText(editor);
}

/**
 * Lexical's command, which a pasted address gives where words are selected: its scheme is completed
 * before anybody could take it for one that is relative.
 */
export function registerLinkCommand(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    TOGGLE_LINK_COMMAND,
    (payload) => {
      if (payload === null) return false;
      const address = webAddress(typeof payload === 'string' ? payload : payload.url);
      if (address !== null) $setLink(address);
      return true;
    },
    COMMAND_PRIORITY_NORMAL,
  );
}
