import { $createHorizontalRuleNode } from '@lexical/extension';
import {
  $insertList,
  $isListItemNode,
  $isListNode,
  $removeList,
  type ListItemNode,
  type ListType,
} from '@lexical/list';
import {
  $createHeadingNode,
  $createQuoteNode,
  $isQuoteNode,
  type QuoteNode,
} from '@lexical/rich-text';
import { $isTableSelection } from '@lexical/table';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $formatText,
  $getEditor,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setTextFormat,
  type ElementNode,
  FORMAT_TEXT_COMMAND,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  type RangeSelection,
  type TextFormatType,
} from 'lexical';
import { $codeAt, $createCodeBlock, $isCodeBlock, $toWords } from './code/node';
import { $isFigureNode } from './figure/node';
import { focusText } from './focus';
import { $insertFootnote } from './footnote/commands';
import { $isFootnote } from './footnote/nodes';
import type { FormatCommand } from './handle';
import { $blockOf } from './keys';
import { $createStandfirstNode, $isHeadlineNode, $isStandfirstNode } from './nodes';
import { $goToAttribution } from './quote/attribution';
import { $isPullQuote, $setPullQuote } from './quote/state';
import { $tableAtSelection } from './table/commands';

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
  // A caption belongs to its picture and a note to its reference, whatever else is selected with them.
  return [...blocks.values()].filter((block) => $isLeaf(block) && !$isApart(block));
}

const $isApart = (node: LexicalNode): boolean => $isFigureNode(node) || $isFootnote(node);

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
    if ($isCodeBlock(block)) $toWords(block, $create());
    else block.replace($create(), true);
  }
}

/** The selected blocks as one of code, a line each; code as words again. */
function $toggleCode(selection: RangeSelection): void {
  const blocks = $selectedBlocks(selection);
  const [anchor, focus] = [selection.anchor, selection.focus].map($blockOf);
  if (selection.getNodes().some($isApart) || [anchor, focus].some($isHeadlineNode)) return;
  if (blocks.every($isCodeBlock)) {
    for (const block of blocks) $toWords(block, $createParagraphNode());
    return;
  }
  let code: ElementNode | null = null;
  for (const block of blocks) {
    const made: ElementNode = block.replace($createCodeBlock(), true);
    if (code?.is(made.getPreviousSibling())) {
      code.append($createLineBreakNode(), ...made.getChildren());
      if (made.isAttached()) made.remove();
    } else code = made;
  }
}

function $toggleList(selection: RangeSelection, listType: ListType): void {
  const blocks = $selectedBlocks(selection);
  if (blocks.length === 0 || [selection.anchor, selection.focus].some($isInHeadline)) return;
  if (selection.getNodes().some($isApart)) return;
  const isSuchList = blocks.every((block) => {
    const list = $isListItemNode(block) ? block.getParent() : null;
    return $isListNode(list) && list.getListType() === listType;
  });
  if (isSuchList) $removeList();
  else $insertList(listType);
}

/** Ticks the tasks that the selection touches; takes their ticks away where all have one. */
function $tick(selection: RangeSelection): void {
  const tasks = $selectedBlocks(selection).filter((block): block is ListItemNode => {
    const list = $isListItemNode(block) ? block.getParent() : null;
    return $isListNode(list) && list.getListType() === 'check';
  });
  const areTicked = tasks.every((task) => task.getChecked());
  for (const task of tasks) task.setChecked(!areTicked);
}

function $isInHeadline(point: RangeSelection['anchor']): boolean {
  return $isHeadlineNode($blockOf(point));
}

function $toggleQuote(selection: RangeSelection, isPull: boolean): void {
  const blocks = $selectedBlocks(selection);
  const quotes = new Set(blocks.map((block) => block.getParent()).filter($isQuoteNode));
  if (quotes.size > 0 && blocks.every((block) => $isQuoteNode(block.getParent()))) {
    const areSuch = [...quotes].every((quote) => $isPullQuote(quote) === isPull);
    for (const quote of quotes) {
      if (areSuch) $unwrapQuote(quote);
      else $setPullQuote(quote, isPull);
    }
    return;
  }
  for (const quote of quotes) $unwrapQuote(quote);
  const [first, ...rest] = blocks.map((block) => {
    if (!$isListItemNode(block) && !$isStandfirstNode(block)) return block;
    return block.replace($createParagraphNode(), true);
  });
  if (!first) return;
  const quote = $createQuoteNode({ shadowRoot: true });
  $setPullQuote(quote, isPull);
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

const TEXT_FORMATS: ReadonlyMap<FormatCommand, TextFormatType> = new Map([
  ['format.bold', 'bold'],
  ['format.italic', 'italic'],
  ['format.underline', 'underline'],
  ['format.strikethrough', 'strikethrough'],
  ['format.superscript', 'superscript'],
  ['format.subscript', 'subscript'],
  ['format.code', 'code'],
]);

/** What else there is to do in a cell, which holds paragraphs and no other blocks. */
const IN_CELLS: ReadonlySet<FormatCommand> = new Set(['format.plain', 'format.footnote']);

/** Carries out a command that needs nothing but the selection; `format.link` is asked for elsewhere. */
export function $format(command: Exclude<FormatCommand, 'format.link'>): void {
  const selection = $getSelection();
  const textFormat = TEXT_FORMATS.get(command);
  if ($isTableSelection(selection) && textFormat) {
    $getEditor().dispatchCommand(FORMAT_TEXT_COMMAND, textFormat);
    return;
  }
  if (!$isRangeSelection(selection)) return;
  if ($tableAtSelection() && !textFormat && !IN_CELLS.has(command)) return;
  if (textFormat) {
    $formatText(selection, textFormat);
    return;
  }
  switch (command) {
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
    case 'format.tick':
      $tick(selection);
      break;
    case 'format.footnote':
      if (!$codeAt(selection)) $insertFootnote(selection);
      break;
    case 'format.codeBlock':
      $toggleCode(selection);
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
      $toggleQuote(selection, false);
      break;
    case 'format.pullQuote':
      $toggleQuote(selection, true);
      break;
    case 'format.attribution':
      $goToAttribution(selection);
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
