import { $isLinkNode, $toggleLink, type LinkNode } from '@lexical/link';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { focusText } from '../focus';

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

/** Takes the link at the cursor away as one step of undo; its words stay. */
export function removeLink(editor: LexicalEditor): void {
  editor.update(
    () => {
      const link = $linkAtSelection();
      const selection = $getSelection();
      if (!link || !$isRangeSelection(selection)) return;
      const { anchor, focus } = selection.clone();
      link.select(0, link.getChildrenSize());
      $toggleLink(null);
      const after = $getSelection();
      if (!$isRangeSelection(after) || anchor.type !== 'text' || focus.type !== 'text') return;
      after.anchor.set(anchor.key, anchor.offset, 'text');
      after.focus.set(focus.key, focus.offset, 'text');
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  focusText(editor);
}
