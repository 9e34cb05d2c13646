import { $createQuoteNode, $isQuoteNode } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  COMMAND_PRIORITY_NORMAL,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  type ElementNode,
  FORMAT_TEXT_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type PointType,
  type RangeSelection,
  type TextFormatType,
} from 'lexical';
import { COMMANDS, type CommandDescription } from '../../src-shared/commands';
import type { DesktopBridge } from '../../src-shared/desktop';
import { matchesAccelerator } from '../shortcuts';
import { $deleteAtFootnote, $leaveFootnote } from './footnote/commands';
import { $isFootnote } from './footnote/nodes';
import { $isHeaderBlock, $isStandfirstNode } from './nodes';
import { $isPullQuote, $setPullQuote } from './quote/state';

/*
 * Keys that do something of their own at the borders: between headline, standfirst and body, and in
 * block quotations.
 */

/** What else Lexical could do has no place in an article. */
const OFFERED_FORMATS: ReadonlySet<TextFormatType> = new Set([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'code',
  'subscript',
  'superscript',
]);

/** The leaf block (headline, paragraph, heading, list item …) that a point stands in. */
export function $blockOf(point: PointType): ElementNode | null {
  const node = point.getNode();
  let block: ElementNode | null = $isElementNode(node) ? node : node.getParent();
  while (block?.isInline()) block = block.getParent();
  return block;
}

/** True where nothing of the block comes before (`start`) or after (`end`) the point. */
export function $isAtEdge(point: PointType, block: ElementNode, edge: 'start' | 'end'): boolean {
  const start = point.getNode();
  const size = $isElementNode(start) ? start.getChildrenSize() : start.getTextContentSize();
  if (point.offset !== (edge === 'start' ? 0 : size)) return false;
  for (let node: LexicalNode | null = start; node && !node.is(block); node = node.getParent()) {
    if (edge === 'start' ? node.getPreviousSibling() : node.getNextSibling()) return false;
  }
  return true;
}

/** Enter in the headline or the standfirst goes on to the block below and splits nothing. */
function $moveOnFromHeader(selection: RangeSelection): boolean {
  const block = $blockOf(selection.focus);
  if (!$isHeaderBlock(block) || !block.is($blockOf(selection.anchor))) return false;
  const next = block.getNextSibling();
  if ($isElementNode(next)) next.selectStart();
  else block.insertNewAfter(null, false).selectStart();
  return true;
}

/** Enter on an empty line leaves the block quotation; in the middle of one it parts it in two. */
function $leaveQuote(selection: RangeSelection): boolean {
  const line = selection.isCollapsed() ? $blockOf(selection.anchor) : null;
  const quote = line?.getParent();
  if (!$isParagraphNode(line) || !line.isEmpty()) return false;
  if (!$isQuoteNode(quote) || quote.getChildrenSize() === 1) return false;
  const paragraph = $createParagraphNode();
  const below = line.getNextSiblings();
  if (line.getPreviousSibling() === null) {
    quote.insertBefore(paragraph);
  } else {
    quote.insertAfter(paragraph);
    if (below.length > 0) {
      const lower = $createQuoteNode({ shadowRoot: true });
      $setPullQuote(lower, $isPullQuote(quote));
      paragraph.insertAfter(lower.append(...below));
    }
  }
  line.remove();
  paragraph.select();
  return true;
}

/**
 * Deleting across the border between header, body and footnotes does not run a paragraph into the headline: an
 * empty block goes, otherwise only the cursor moves.
 */
function $deleteAtBorder(isBackward: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const block = $blockOf(selection.anchor);
  if (!block || !$isAtEdge(selection.anchor, block, isBackward ? 'start' : 'end')) return false;
  if (isBackward) {
    if ($deleteAtFootnote(selection)) return true;
  } else {
    // What stands above a note does not run into it.
    const top = block.getTopLevelElement();
    const isEnd = $isElementNode(top) && $isAtEdge(selection.anchor, top, 'end');
    if (isEnd && $isFootnote(top.getNextSibling())) return true;
  }
  const neighbour = isBackward ? block.getPreviousSibling() : block.getNextSibling();
  if (isBackward ? !$isHeaderBlock(neighbour) : !$isHeaderBlock(block)) return false;
  if (isBackward && $isStandfirstNode(block) && !block.isEmpty()) return block.collapseAtStart();
  if (!$isElementNode(neighbour)) return true;
  const [upper, lower] = isBackward ? [neighbour, block] : [block, neighbour];
  const isOnlyBody = !$isStandfirstNode(lower) && lower.getNextSibling() === null;
  upper.selectEnd();
  if (lower.isEmpty() && !isOnlyBody) lower.remove();
  return true;
}

/** Keys that are a command's belong to the interface around the manuscript. */
function isCommandKey(event: KeyboardEvent, platform: DesktopBridge['platform']): boolean {
  return Object.values<CommandDescription>(COMMANDS).some(
    ({ accelerator }) =>
      accelerator !== undefined && matchesAccelerator(event, accelerator, platform),
  );
}

/** The system's keys for the end of a text. */
function isEndKey(event: KeyboardEvent, platform: DesktopBridge['platform']): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (altKey || shiftKey) return false;
  return platform === 'darwin'
    ? key === 'ArrowDown' && metaKey && !ctrlKey
    : key === 'End' && ctrlKey && !metaKey;
}

/** To the end of the text, where notes stand below it; once there, the keys lead to the end of the notes. */
function $goToEndOfText(): boolean {
  const selection = $getSelection();
  const blocks = $getRoot().getChildren();
  const last = blocks.findLast((block) => !$isFootnote(block));
  if (!$isRangeSelection(selection) || !$isElementNode(last) || last.is(blocks.at(-1)))
    return false;
  const { focus } = selection;
  const at = focus.getNode().getTopLevelElement();
  if ($isFootnote(at) || (at?.is(last) && $isAtEdge(focus, last, 'end'))) return false;
  last.selectEnd();
  return true;
}

/** Registers the keys; answers the function that removes them. */
export function registerKeys(
  editor: LexicalEditor,
  platform: DesktopBridge['platform'] = 'linux',
): () => void {
  return mergeRegister(
    editor.registerCommand(
      INSERT_PARAGRAPH_COMMAND,
      () => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return false;
        return $moveOnFromHeader(selection) || $leaveFootnote(selection) || $leaveQuote(selection);
      },
      COMMAND_PRIORITY_LOW,
    ),
    ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
      editor.registerCommand(command, $deleteAtBorder, COMMAND_PRIORITY_LOW),
    ),
    editor.registerCommand(
      FORMAT_TEXT_COMMAND,
      (format) => !OFFERED_FORMATS.has(format),
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (!isEndKey(event, platform) || !$goToEndOfText()) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    // Lexical would act on Ctrl+B, Ctrl+Z, Ctrl+Enter and Escape as well, a second time.
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => isCommandKey(event, platform),
      COMMAND_PRIORITY_LOW,
    ),
  );
}
