import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type LexicalEditor,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';
import { $claimAtCursor } from '../claim/mark';
import { $claimsOf } from '../claim/state';
import { $cursorOffset, $placedTexts } from './positions';
import { $quotationsOf } from './state';

/** A quotation is scrolled to where it has text above and below it. */
const ROOM_ABOVE = 96;
const ROOM_BELOW = 120;

/** Puts the cursor into a quotation, behind its opening mark; false where it is not in the text. */
export function moveIntoQuotation(editor: LexicalEditor, id: string): boolean {
  let found = false;
  editor.update(
    () => {
      const first = $placedTexts().find(({ node }) => $quotationsOf(node).includes(id));
      if (!first) return;
      found = true;
      const offset = Math.min(1, first.node.getTextContentSize());
      first.node.select(offset, offset);
    },
    { discrete: true, tag: SKIP_SCROLL_INTO_VIEW_TAG },
  );
  return found;
}

/**
 * The innermost quotation that the selection begins in, or null. The cursor right behind the closing
 * mark is outside when other text follows directly, as it is for typing.
 */
export function $quotationAtCursor(): string | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const { anchor } = selection;
  const node = anchor.getNode();
  if ($isTextNode(node)) {
    const inside = $quotationsOf(node).at(-1) ?? null;
    if (inside !== null || anchor.offset > 0) return inside;
    return null;
  }
  const beside = $isElementNode(node) ? node.getChildAtIndex(Math.max(anchor.offset - 1, 0)) : null;
  return $quotationsOf(beside).at(-1) ?? null;
}

/** The one of these quotations and claims that comes after (or before) the cursor, round the end if need be. */
export function findNext(
  editor: LexicalEditor,
  ids: readonly string[],
  direction: 'next' | 'previous',
): string | null {
  return editor.read(() => {
    const wanted = new Set(ids);
    const starts = new Map<string, number>();
    const placed = $placedTexts();
    for (const { node, start } of placed) {
      for (const id of [...$quotationsOf(node), ...$claimsOf(node)]) {
        if (wanted.has(id) && !starts.has(id)) starts.set(id, start);
      }
    }
    const inOrder = [...starts].sort(([, a], [, b]) => a - b);
    const current = [$quotationAtCursor(), $claimAtCursor()].find((id) => id && wanted.has(id));
    const here = (current ? starts.get(current) : undefined) ?? $cursorOffset(placed);
    const found =
      direction === 'next'
        ? (inOrder.find(([id, start]) => start >= here && id !== current) ?? inOrder[0])
        : (inOrder.findLast(([id, start]) => start < here && id !== current) ?? inOrder.at(-1));
    return found?.[0] ?? null;
  });
}

/** Scrolls so that an element can be read with what is around it; does nothing where it can be already. */
export function scrollToElement(scroller: HTMLElement, element: HTMLElement): void {
  const bring = () => {
    const frame = scroller.getBoundingClientRect();
    const first = element.getClientRects()[0] ?? element.getBoundingClientRect();
    const last = element.getBoundingClientRect();
    const isVisible =
      first.top >= frame.top + ROOM_ABOVE / 2 && last.bottom <= frame.bottom - ROOM_BELOW / 2;
    if (isVisible) return;
    scroller.scrollTop += first.top - frame.top - Math.max(ROOM_ABOVE, frame.height / 4);
  };
  bring();
  // Blocks that were never on the screen take their real height only now, and move what is below.
  requestAnimationFrame(bring);
}
