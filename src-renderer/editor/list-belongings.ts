import { HorizontalRuleNode } from '@lexical/extension';
import { $isListNode, ListNode } from '@lexical/list';
import { $isHeadingNode, HeadingNode, QuoteNode } from '@lexical/rich-text';
import { TableNode } from '@lexical/table';
import {
  $addUpdateTag,
  $getNodeByKey,
  $getSelection,
  $getState,
  $isParagraphNode,
  $isRangeSelection,
  $setState,
  COMMAND_PRIORITY_LOW,
  createState,
  HISTORY_PUSH_TAG,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type NodeKey,
  type NodeMutation,
  ParagraphNode,
} from 'lexical';
import { CodeBlockNode } from './code/node';
import { FigureNode } from './figure/node';
import { HtmlBlockNode } from './html/nodes';
import { $blockOf } from './keys';

/*
 * Blocks that belong to the item of a list above them (src-shared/document/list-tree.ts): they stand
 * indented below the list and are edited as blocks like any others.
 */

const item = createState('item', {
  parse: (value: unknown) => (Number.isInteger(value) ? Math.max(0, Number(value)) : 0),
});
const loose = createState('loose', { parse: (value: unknown) => value === true });

const KINDS = [
  ParagraphNode,
  HeadingNode,
  QuoteNode,
  CodeBlockNode,
  HtmlBlockNode,
  FigureNode,
  TableNode,
  HorizontalRuleNode,
] as const;

/** The level of the list to whose item a block belongs, 0 for none. */
export function $itemLevel(node: LexicalNode | null): number {
  return node === null ? 0 : $getState(node, item);
}

/** How deep the lists above a block go that it can belong to. */
function $levelsAbove(node: LexicalNode): number {
  const above = node.getPreviousSibling();
  if (!$isListNode(above)) return $itemLevel(above);
  let depth = 1;
  for (let last = above.getLastChild(); last; depth++) {
    const inner: LexicalNode | null =
      'getLastChild' in last ? (last as ListNode).getLastChild() : null;
    if (!$isListNode(inner)) break;
    last = inner.getLastChild();
  }
  return depth;
}

/** Where there is no list above it any more, a block belongs to none. */
function $keepLevel(node: LexicalNode): void {
  const level = $itemLevel(node);
  if (level > 0) $setLevel(node, Math.min(level, $levelsAbove(node)));
}

function $setLevel(node: LexicalNode, level: number): void {
  if ($itemLevel(node) !== level) $setState(node, item, level);
}

/**
 * Tab in a paragraph or heading below a list puts it into the last item, Shift+Tab takes it out again.
 * Where there is no such step the key goes on to the next thing in the window.
 */
function $tab(event: KeyboardEvent): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const block = $blockOf(selection.anchor);
  if (!block?.is($blockOf(selection.focus))) return false;
  if (!$isParagraphNode(block) && !$isHeadingNode(block)) return false;
  const level = $itemLevel(block) + (event.shiftKey ? -1 : 1);
  if (level < 0 || level > $levelsAbove(block)) return false;
  event.preventDefault();
  $addUpdateTag(HISTORY_PUSH_TAG);
  $setLevel(block, level);
  return true;
}

/** Registers what keeps, draws and moves such blocks; answers the function that removes it. */
export function registerListBelongings(editor: LexicalEditor): () => void {
  function drawn(mutations: ReadonlyMap<NodeKey, NodeMutation>) {
    editor.read('latest', () => {
      for (const [key, mutation] of mutations) {
        const node = mutation === 'destroyed' ? null : $getNodeByKey(key);
        const element = node && editor.getElementByKey(key);
        if (!element) continue;
        const level = $itemLevel(node);
        element.classList.toggle('in-item', level > 0);
        element.style.setProperty('--item-level', level > 0 ? String(level) : null);
        if ($isListNode(node)) element.classList.toggle('loose-list', $getState(node, loose));
      }
    });
  }
  return mergeRegister(
    ...KINDS.map((kind) => editor.registerNodeTransform(kind as never, $keepLevel)),
    ...KINDS.map((kind) => editor.registerMutationListener(kind as never, drawn)),
    editor.registerMutationListener(ListNode, drawn),
    editor.registerCommand(KEY_TAB_COMMAND, $tab, COMMAND_PRIORITY_LOW),
  );
}
