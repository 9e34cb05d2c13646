import {
  $createRangeSelection,
  $setSelection,
  type LexicalEditor,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';
import type { SpanText } from '../../src-shared/model/span';
import { $placedTexts, type PlacedText, pointAt } from './quotation/positions';

/**
 * Selects words of the article, given by where they stood in its plain text; where they have moved
 * since, the nearest ones like them. Answers the element that they begin in; null where there are none.
 */
export function selectWords(editor: LexicalEditor, { start, text }: SpanText): HTMLElement | null {
  let key: string | null = null;
  editor.update(
    () => {
      const placed = $placedTexts();
      const found = $nearest(placed, text, start);
      if (found === null) return;
      const anchor = pointAt(placed, found);
      const focus = pointAt(placed, found + text.length, true);
      if (!anchor || !focus) return;
      const selection = $createRangeSelection();
      selection.anchor.set(anchor.key, anchor.offset, 'text');
      selection.focus.set(focus.key, focus.offset, 'text');
      $setSelection(selection);
      key = anchor.key;
    },
    { discrete: true, tag: SKIP_SCROLL_INTO_VIEW_TAG },
  );
  return key === null ? null : editor.getElementByKey(key);
}

/** Where the words stand that are nearest to an offset; spaces stand for any break. */
function $nearest(placed: readonly PlacedText[], words: string, offset: number): number | null {
  const last = placed.at(-1);
  if (!last || words === '') return null;
  let text = '';
  for (const { node, start } of placed) text = text.padEnd(start) + node.getTextContent();
  let best: number | null = null;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (best === null || Math.abs(at - offset) < Math.abs(best - offset)) best = at;
  }
  return best;
}
