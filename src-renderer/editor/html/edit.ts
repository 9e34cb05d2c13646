import {
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  createCommand,
  HISTORY_PUSH_TAG,
  type LexicalCommand,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { $isHtmlBlock, $isInlineHtml, type HtmlBlockNode, type InlineHtmlNode } from './nodes';

/** Asks for the HTML that is selected, or that the cursor is beside, to be changed. */
export const EDIT_HTML_COMMAND: LexicalCommand<undefined> = createCommand('EDIT_HTML');

/** HTML that is kept in the text. */
export interface KeptHtml {
  key: NodeKey;
  html: string;
  /** Among words, where an empty line would break their paragraph. */
  isInline: boolean;
}

/** The HTML that is selected by itself, or that stands before the cursor, or else behind it. */
export function $htmlAtSelection(): KeptHtml | null {
  const node = $nodeAt();
  return node && { key: node.getKey(), html: node.getHtml(), isInline: $isInlineHtml(node) };
}

function $nodeAt(): HtmlBlockNode | InlineHtmlNode | null {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const [only, ...rest] = selection.getNodes();
    return rest.length === 0 ? $asHtml(only) : null;
  }
  if (!$isRangeSelection(selection)) return null;
  if (!selection.isCollapsed()) {
    const found = selection
      .getNodes()
      .map($asHtml)
      .filter((node) => node !== null);
    return found.length === 1 ? (found[0] ?? null) : null;
  }
  const { offset } = selection.anchor;
  const node = selection.anchor.getNode();
  if ($isElementNode(node)) {
    return $asHtml(node.getChildAtIndex(offset - 1)) ?? $asHtml(node.getChildAtIndex(offset));
  }
  if (offset === 0) return $asHtml(node.getPreviousSibling());
  return offset === node.getTextContentSize() ? $asHtml(node.getNextSibling()) : null;
}

/** The node, where it is one with HTML. A block without HTML keeps Markdown alone: that is not for this. */
export function $asHtml(
  node: LexicalNode | null | undefined,
): HtmlBlockNode | InlineHtmlNode | null {
  return ($isHtmlBlock(node) || $isInlineHtml(node)) && node.getHtml() !== '' ? node : null;
}

/** Changes kept HTML in one step of undo; null takes it out of the text. */
export function changeHtml(editor: LexicalEditor, key: NodeKey, html: string | null): void {
  editor.update(
    () => {
      const node = $asHtml($getNodeByKey(key));
      if (!node) return;
      if (html !== null) node.setHtml(html);
      else {
        node.selectNext(0, 0);
        node.remove();
      }
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}
