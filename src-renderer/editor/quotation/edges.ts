import {
  $getEditor,
  $getState,
  $hasUpdateTag,
  $isTextNode,
  type LexicalEditor,
  NODE_STATE_DIRECT,
  TextNode,
} from 'lexical';
import { sameIds } from '../text-ids';
import { $quotationsOf, $setQuotations, quotationState } from './state';

/** An update that sets marks: what it puts into a quotation belongs there. */
export const MARKS_TAG = 'stet-marks';

const SINGLE_MARK = /^[‘’‚']/;
const CLOSED = /["”“»«›‹」』＂][.,;:!?…]{0,2}$/;
const CLOSED_SINGLE = /["”“»«›‹」』＂’‘'][.,;:!?…]{0,2}$/;
const OPENS = /^["“”„«»‹›「『‘‚'＂]/;

/**
 * What is typed right behind a closing quotation mark, or in front of the opening one, is outside the
 * quotation. Lexical would put it into the text node at the cursor; the detection would take it out
 * again, but only when typing pauses.
 */
function $keepEdges(node: TextNode): void {
  const ids = $quotationsOf(node);
  if (ids.length === 0 || $hasUpdateTag(MARKS_TAG)) return;
  const former = $getEditor().getEditorState()._nodeMap.get(node.getKey());
  if (!$isTextNode(former)) return;
  if (!sameIds($getState(former, quotationState, NODE_STATE_DIRECT), ids)) return;
  // The version before this update: read directly, `getTextContent` would answer the latest.
  const before = former.__text;
  const now = node.getTextContent();
  if (before === '' || now.length <= before.length) return;
  const closed = SINGLE_MARK.test(before) ? CLOSED_SINGLE : CLOSED;
  if (now.startsWith(before) && closed.test(before) && $endsQuotation(node, ids)) {
    const [, added] = node.splitText(before.length);
    if (added) $setQuotations(added, []);
  } else if (now.endsWith(before) && OPENS.test(before) && $startsQuotation(node, ids)) {
    const [added] = node.splitText(now.length - before.length);
    if (added) $setQuotations(added, []);
  }
}

function $endsQuotation(node: TextNode, ids: readonly string[]): boolean {
  return !$quotationsOf(node.getNextSibling()).some((id) => ids.includes(id));
}

function $startsQuotation(node: TextNode, ids: readonly string[]): boolean {
  return !$quotationsOf(node.getPreviousSibling()).some((id) => ids.includes(id));
}

/** Registers the rule; answers the function that removes it. */
export function registerQuotationEdges(editor: LexicalEditor): () => void {
  return editor.registerNodeTransform(TextNode, $keepEdges);
}
