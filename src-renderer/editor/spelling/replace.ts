import {
  $createRangeSelection,
  $getNodeByKey,
  $isElementNode,
  $isTextNode,
  $setSelection,
} from 'lexical';
import type { Span } from '../../../src-shared/model/span';
import { $blockText, partsOf, type Treatment } from './block-text';

/**
 * Puts other words in the place of a stretch of a block's text; what begins and ends alike stays as it
 * is. New letters have the form, and belong to the quotation, of those that they replace. The cursor comes
 * to stand behind them. Called in an update; false where other words stand there by now.
 */
export function $replaceWords(
  blockKey: string,
  stretch: Span,
  words: string,
  replacement: string,
  $treat: (node: import('lexical').TextNode) => Treatment,
): boolean {
  const block = $getNodeByKey(blockKey);
  if (!$isElementNode(block)) return false;
  const found = $blockText(block, $treat);
  if (found.text.slice(stretch.start, stretch.end) !== words) return false;
  const gone = widened(found.text, stretch, replacement);
  const changed = differing(found.text.slice(gone.start, gone.end), replacement);
  const edit = { start: gone.start + changed.start, end: gone.start + changed.end };
  const parts = partsOf(found, edit);
  const into =
    parts[0] ??
    // Letters are only added: to those before them.
    partsOf(found, { start: Math.max(edit.start - 1, 0), end: Math.max(edit.start, 1) }).map(
      (part) => ({
        ...part,
        from: edit.start === 0 ? 0 : part.to,
        to: edit.start === 0 ? 0 : part.to,
      }),
    )[0];
  if (!into) return false;
  for (const part of [...parts.slice(1).toReversed()]) {
    const node = $getNodeByKey(part.key);
    if ($isTextNode(node)) node.spliceText(part.from, part.to - part.from, '');
  }
  const node = $getNodeByKey(into.key);
  if (!$isTextNode(node)) return false;
  node.spliceText(into.from, into.to - into.from, changed.text);
  const end = gone.start + replacement.length;
  const after = $blockText(block, $treat);
  const [last] = partsOf(after, { start: Math.max(end - 1, 0), end: Math.max(end, 1) });
  if (last) {
    const selection = $createRangeSelection();
    const offset = end === 0 ? 0 : last.to;
    selection.anchor.set(last.key, offset, 'text');
    selection.focus.set(last.key, offset, 'text');
    $setSelection(selection);
  }
  return true;
}

/** Where words only go, one of the spaces around them goes too. */
function widened(text: string, { start, end }: Span, replacement: string): Span {
  if (replacement !== '') return { start, end };
  if (text[end] === ' ' && (start === 0 || text[start - 1] === ' ')) return { start, end: end + 1 };
  if (text[start - 1] === ' ') return { start: start - 1, end };
  return { start, end };
}

/** What differs between two wordings, as an edit of the first. */
function differing(before: string, after: string): Span & { text: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (
    same < shorter - start &&
    before[before.length - 1 - same] === after[after.length - 1 - same]
  ) {
    same++;
  }
  return {
    start,
    end: before.length - same,
    text: after.slice(start, after.length - same),
  };
}
