import {
  $getNearestRootOrShadowRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTabNode,
  $isTextNode,
  COMMAND_PRIORITY_LOW,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type PointType,
  type RangeSelection,
} from 'lexical';
import { $blockOf } from '../keys';
import { $leaves } from './leaves';

/*
 * Lexical asks the browser how far a character, a word or a line goes. Without a window these are
 * counted here: a grapheme, a word with the space before it, the line of a block.
 */

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What of a text goes with one key: its last letters, or its first. */
function reach(text: string, isBackward: boolean, granularity: string): number {
  if (granularity === 'word') {
    const word = isBackward ? /\S*\s*$/.exec(text) : /^\s*\S*/.exec(text);
    return Math.max(1, word?.[0].length ?? 0);
  }
  const all = [...graphemes.segment(text)];
  return (isBackward ? all.at(-1) : all[0])?.segment.length ?? 0;
}

function $inlinesOf(node: ElementNode): LexicalNode[] {
  return node
    .getChildren()
    .flatMap((child) => ($isElementNode(child) && child.isInline() ? $inlinesOf(child) : [child]));
}

/** The inline node that a key would go on into; `inside` is what of it is on that side of the point. */
function $next(point: PointType, block: ElementNode, isBackward: boolean) {
  const inlines = $inlinesOf(block);
  const node = point.getNode();
  if ($isTextNode(node)) {
    const text = node.getTextContent();
    const inside = isBackward ? text.slice(0, point.offset) : text.slice(point.offset);
    if (inside !== '') return { node, inside };
    const at = inlines.findIndex((one) => one.is(node));
    return { node: inlines[at + (isBackward ? -1 : 1)] ?? null, inside: null };
  }
  const child = $isElementNode(node)
    ? node.getChildAtIndex(isBackward ? point.offset - 1 : point.offset)
    : null;
  if (!$isElementNode(child)) return { node: child, inside: null };
  return { node: $inlinesOf(child).at(isBackward ? -1 : 0) ?? null, inside: null };
}

function $edge(block: ElementNode, isBackward: boolean, focus: PointType): void {
  const inlines = $inlinesOf(block);
  const last = isBackward ? inlines[0] : inlines.at(-1);
  if ($isTextNode(last) && !$isTabNode(last))
    focus.set(last.getKey(), isBackward ? 0 : last.getTextContentSize(), 'text');
  else focus.set(block.getKey(), isBackward ? 0 : block.getChildrenSize(), 'element');
}

/** Extends a cursor by a unit; false where Lexical itself knows what happens: at the edge of a line. */
function $extend(
  { focus }: RangeSelection,
  isBackward: boolean,
  granularity: 'character' | 'word' | 'line',
): boolean {
  const block = $blockOf(focus);
  const next = block && $next(focus, block, isBackward);
  if (!block || !next) return false;
  const { node, inside } = next;
  if (node === null) return granularity === 'word' && $extendAcross(focus, block, isBackward);
  if (granularity === 'line') {
    $edge(block, isBackward, focus);
  } else if ($isTabNode(node) || !$isTextNode(node)) {
    const index = node.getIndexWithinParent() + (isBackward ? 0 : 1);
    focus.set(node.getParentOrThrow().getKey(), index, 'element');
  } else {
    const text = inside ?? node.getTextContent();
    const size = reach(text, isBackward, granularity);
    const forward = (inside === null ? 0 : focus.offset) + size;
    focus.set(node.getKey(), isBackward ? text.length - size : forward, 'text');
  }
  return true;
}

/** A word goes on in the line beside it, but never out of a cell or a block quotation. */
function $extendAcross(focus: PointType, block: ElementNode, isBackward: boolean): boolean {
  const leaves = $leaves();
  const at = leaves.findIndex((leaf) => leaf.is(block));
  const beside = at < 0 ? undefined : leaves[at + (isBackward ? -1 : 1)];
  if (!beside || !$getNearestRootOrShadowRoot(beside).is($getNearestRootOrShadowRoot(block))) {
    return false;
  }
  $edge(beside, !isBackward, focus);
  return true;
}

/** Deletes without a window from now on; answers the function that ends it. */
export function registerHeadlessDelete(editor: LexicalEditor): () => void {
  // Lexical asks for the window before it sees that there is no page.
  editor._window ??= {} as Window;
  const units = [
    [DELETE_CHARACTER_COMMAND, 'character'],
    [DELETE_WORD_COMMAND, 'word'],
    [DELETE_LINE_COMMAND, 'line'],
  ] as const;
  return mergeRegister(
    ...units.map(([command, unit]) =>
      editor.registerCommand(
        command,
        (isBackward) => {
          const selection = $getSelection();
          if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
          if (!$extend(selection, isBackward, unit)) return false;
          selection.removeText();
          return true;
        },
        // Behind what the manuscript does at its borders, before what Lexical does.
        COMMAND_PRIORITY_LOW,
      ),
    ),
  );
}
