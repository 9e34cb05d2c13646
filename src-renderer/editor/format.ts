import { $createHorizontalRuleNode } from '@lexical/extension';
import {
  $insertList,
  $isListItemNode,
  $isListNode,
  $removeList,
  type ListType,
} from '@lexical/list';
import {
  $createHeadingNode,
  $createQuoteNode,
  $isQuoteNode,
  type QuoteNode,
} from '@lexical/rich-text';
import {
  $createParagraphNode,
  $formatText,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setTextFormat,
  type ElementNode,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type RangeSelection,
} from 'lexical';
import { focusText } from './focus';
import type { FormatCommand } from './handle';
import { $blockOf } from './keys';
import { $createStandfirstNode, $isHeadlineNode, $isStandfirstNode } from './nodes';

/*
 * The commands that change the form at the selection. The headline stays the headline whatever is
 * asked of it; the standfirst can be turned into anything else.
 */

/** The leaf blocks that the selection touches, in the order of the text, without the headline. */
function $selectedBlocks(selection: RangeSelection): ElementNode[] {
  const blocks = new Map<string, ElementNode>();
  const add = (block: ElementNode | null) => {
    if (block && !$isHeadlineNode(block)) blocks.set(block.getKey(), block);
  };
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  add($blockOf(start));
  for (const node of selection.getNodes()) {
    if ($isElementNode(node) && !node.isInline() && $isLeaf(node)) add(node);
  }
  add($blockOf(end));
  return [...blocks.values()].filter($isLeaf);
}

/** True for a block that holds words, not blocks. */
function $isLeaf(block: ElementNode): boolean {
  const first = block.getFirstChild();
  const holdsBlocks = $isElementNode(first) && !first.isInline();
  return !holdsBlocks && !$isListNode(block) && !$isQuoteNode(block) && !$getRoot().is(block);
}

/** Puts the blocks of a block quotation in its place. */
function $unwrapQuote(quote: QuoteNode): void {
  for (const child of quote.getChildren()) quote.insertBefore(child);
  quote.remove();
}

function $setBlocks(selection: RangeSelection, $create: () => ElementNode): void {
  for (const block of $selectedBlocks(selection)) {
    const quote = block.getParent();
    if ($isQuoteNode(quote)) $unwrapQuote(quote);
    block.replace($create(), true);
  }
}

function $toggleList(selection: RangeSelection, listType: ListType): void {
  const blocks = $selectedBlocks(selection);
  if (blocks.length === 0 || [selection.anchor, selection.focus].some($isInHeadline)) return;
  const isSuchList = blocks.every((block) => {
    const list = $isListItemNode(block) ? block.getParent() : null;
    return $isListNode(list) && list.getListType() === listType;
  });
  if (isSuchList) $removeList();
  else $insertList(listType);
}

function $isInHeadline(point: RangeSelection['anchor']): boolean {
  return $isHeadlineNode($blockOf(point));
}

function $toggleQuote(selection: RangeSelection): void {
  const blocks = $selectedBlocks(selection);
  const quotes = new Set(blocks.map((block) => block.getParent()).filter($isQuoteNode));
  if (quotes.size > 0 && blocks.every((block) => $isQuoteNode(block.getParent()))) {
    for (const quote of quotes) $unwrapQuote(quote);
    return;
  }
  for (const quote of quotes) $unwrapQuote(quote);
  const [first, ...rest] = blocks.map((block) => {
    if (!$isListItemNode(block) && !$isStandfirstNode(block)) return block;
    return block.replace($createParagraphNode(), true);
  });
  if (!first) return;
  const quote = $createQuoteNode({ shadowRoot: true });
  first.insertBefore(quote);
  for (const block of [first, ...rest]) quote.append(block);
  // Blocks carry their selection with them; the quotation itself is not selected.
}

function $toggleStandfirst(selection: RangeSelection): void {
  const [block] = $selectedBlocks(selection);
  if (!block) return;
  if ($isStandfirstNode(block)) {
    block.replace($createParagraphNode(), true);
    return;
  }
  const headline = $getRoot().getFirstChild();
  if (!$isHeadlineNode(headline)) return;
  const former = headline.getNextSibling();
  if ($isStandfirstNode(former)) former.replace($createParagraphNode(), true);
  const quote = block.getParent();
  if ($isQuoteNode(quote)) $unwrapQuote(quote);
  const standfirst = block.replace($createStandfirstNode(), true);
  headline.insertAfter(standfirst);
}

const NO_FORMAT = {
  bold: false,
  italic: false,
  underline: false,
  strikethrough: false,
  superscript: false,
  subscript: false,
  code: false,
};

/** A rule below the block of the selection, or in its place where that is empty. */
function $insertRule(selection: RangeSelection): void {
  const [block] = $selectedBlocks(selection);
  const top = block?.getTopLevelElement();
  if (!block || !top || $isStandfirstNode(top)) return;
  const rule = $createHorizontalRuleNode();
  top.insertAfter(rule);
  if (block.is(top) && block.isEmpty()) top.remove();
  const next = rule.getNextSibling();
  if ($isElementNode(next)) next.selectStart();
  else {
    const paragraph = $createParagraphNode();
    rule.insertAfter(paragraph);
    paragraph.select();
  }
}

/** Carries out a command that needs nothing but the selection; `format.link` is asked for elsewhere. */
export function $format(command: Exclude<FormatCommand, 'format.link'>): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  switch (command) {
    case 'format.bold':
      $formatText(selection, 'bold');
      break;
    case 'format.italic':
      $formatText(selection, 'italic');
      break;
    case 'format.underline':
      $formatText(selection, 'underline');
      break;
    case 'format.strikethrough':
      $formatText(selection, 'strikethrough');
      break;
    case 'format.superscript':
      $formatText(selection, 'superscript');
      break;
    case 'format.subscript':
      $formatText(selection, 'subscript');
      break;
    case 'format.code':
      $formatText(selection, 'code');
      break;
    case 'format.plain':
      $setTextFormat(selection, NO_FORMAT);
      break;
    case 'format.paragraph':
      $setBlocks(selection, $createParagraphNode);
      break;
    case 'format.heading':
      $setBlocks(selection, () => $createHeadingNode('h2'));
      break;
    case 'format.subheading':
      $setBlocks(selection, () => $createHeadingNode('h3'));
      break;
    case 'format.smallHeading':
      $setBlocks(selection, () => $createHeadingNode('h4'));
      break;
    case 'format.taskList':
      $toggleList(selection, 'check');
      break;
    case 'format.rule':
      $insertRule(selection);
      break;
    case 'format.bulletList':
      $toggleList(selection, 'bullet');
      break;
    case 'format.numberedList':
      $toggleList(selection, 'number');
      break;
    case 'format.blockQuotation':
      $toggleQuote(selection);
      break;
    case 'format.standfirst':
      $toggleStandfirst(selection);
      break;
  }
}

/** The same as one step of undo; the focus goes to the text. */
export function applyFormat(
  editor: LexicalEditor,
  command: Exclude<FormatCommand, 'format.link'>,
): void {
  editor.update(() => $format(command), { discrete: true, tag: HISTORY_PUSH_TAG });
  focusText(editor);
}
