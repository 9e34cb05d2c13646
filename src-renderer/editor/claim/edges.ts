import {
  $getEditor,
  $getSelection,
  $getState,
  $hasUpdateTag,
  $isRangeSelection,
  $isTextNode,
  HISTORIC_TAG,
  type LexicalEditor,
  NODE_STATE_DIRECT,
  TextNode,
} from 'lexical';
import { sameIds } from '../text-ids';
import { $claimsOf, $setClaims, claimState } from './state';

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/**
 * What is typed behind a claim, or in front of it, is outside it: Lexical would put it into the text node
 * at the cursor. A word that is written on at its end stays one word.
 */
function $keepEdges(node: TextNode): void {
  const ids = $claimsOf(node);
  if (ids.length === 0 || $hasUpdateTag(HISTORIC_TAG)) return;
  const former = $getEditor().getEditorState()._nodeMap.get(node.getKey());
  if (!$isTextNode(former)) return;
  if (!sameIds($getState(former, claimState, NODE_STATE_DIRECT), ids)) return;
  // The version before this update: read directly, `getTextContent` would answer the latest.
  const before = former.__text;
  const now = node.getTextContent();
  if (before === '' || now.length <= before.length) return;
  const cursor = $cursorIn(node);
  if (cursor === now.length && now.startsWith(before) && !$isIn(node.getNextSibling(), ids)) {
    const added = now.slice(before.length);
    const inWord = LETTER.test(before.at(-1) ?? '') ? lettersAtStart(added) : 0;
    const [, outside] = inWord < added.length ? node.splitText(before.length + inWord) : [];
    if (outside) $setClaims(outside, []);
  } else if (
    cursor === now.length - before.length &&
    now.endsWith(before) &&
    !$isIn(node.getPreviousSibling(), ids)
  ) {
    const added = now.slice(0, now.length - before.length);
    const inWord = LETTER.test(before.charAt(0)) ? lettersAtStart(reversed(added)) : 0;
    if (inWord === added.length) return;
    const [outside] = node.splitText(added.length - inWord);
    if (outside) $setClaims(outside, []);
  }
}

/** Where the cursor stands in a node: behind what was typed. Lines that were joined have it in between. */
function $cursorIn(node: TextNode): number | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  return selection.anchor.key === node.getKey() ? selection.anchor.offset : null;
}

function $isIn(neighbour: Parameters<typeof $claimsOf>[0], ids: readonly string[]): boolean {
  return $claimsOf(neighbour).some((id) => ids.includes(id));
}

function lettersAtStart(text: string): number {
  let letters = 0;
  for (const character of text) {
    if (!LETTER.test(character)) break;
    letters += character.length;
  }
  return letters;
}

const reversed = (text: string) => [...text].reverse().join('');

/** Registers the rule; answers the function that removes it. */
export function registerClaimEdges(editor: LexicalEditor): () => void {
  return editor.registerNodeTransform(TextNode, $keepEdges);
}
