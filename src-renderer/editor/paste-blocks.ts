import { $generateNodesFromSerializedNodes, $insertGeneratedNodes } from '@lexical/clipboard';
import {
  $createTextNode,
  $getEditor,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  type BaseSelection,
  type LexicalNode,
  type SerializedLexicalNode,
} from 'lexical';
import type { BlockNode } from '../../src-shared/document/schema';
import { $isFigureNode } from './figure/node';
import { $renewFootnotes } from './footnote/paste';
import { $isHeadlineNode } from './nodes';
import { $tableAtSelection } from './table/commands';
import { $withoutTables } from './table/structure';

/** White space at the edges of the words as they were copied, which markup does not keep. */
const EDGES = /^([ \u00a0]?)[\s\S]*?([ \u00a0]?)$/;

/**
 * Puts blocks of another program's text where the selection is. Words of one paragraph go on in the line;
 * in an article without any words yet the first heading is the headline.
 *
 * @param text the same as plain text, where it is known
 */
export function $insertBlocks(
  blocks: readonly BlockNode[],
  selection: BaseSelection,
  text = '',
): void {
  $insertNodes($nodesOf(blocks), selection, text);
}

/** Nodes of blocks, which stand nowhere yet. */
export function $nodesOf(blocks: readonly BlockNode[]): LexicalNode[] {
  return $generateNodesFromSerializedNodes(blocks as unknown as SerializedLexicalNode[]);
}

/** The same as `$insertBlocks` with the nodes of the blocks, notes included. */
export function $insertNodes(
  inserted: LexicalNode[],
  selection: BaseSelection,
  text: string,
): void {
  let nodes = inserted;
  const isNew = $hasNoWords();
  $renewFootnotes(nodes);
  const target = (isNew ? $takeHeadline(nodes) : null) ?? selection;
  const [only] = nodes;
  if (nodes.length === 1 && $isParagraphNode(only)) {
    const [, before = '', after = ''] = EDGES.exec(text) ?? [];
    nodes = [
      ...(before === '' ? [] : [$createTextNode(' ')]),
      ...only.getChildren(),
      ...(after === '' ? [] : [$createTextNode(' ')]),
    ];
  }
  if ($tableAtSelection()) nodes = $withoutTables(nodes);
  if (nodes.length > 0) $insertGeneratedNodes($getEditor(), nodes, target);
}

/** True for an article that has no word and no picture. */
export function $hasNoWords(): boolean {
  return $getRoot()
    .getChildren()
    .every((block) => $isElementNode(block) && block.isEmpty() && !$isFigureNode(block));
}

/**
 * Takes the first heading out of the nodes and makes it the headline. The selection is in the body then,
 * and answered.
 */
function $takeHeadline(nodes: LexicalNode[]): BaseSelection | null {
  const headline = $getRoot().getFirstChild();
  const heading = nodes.find((node) => node.getType() === 'heading');
  if (!$isHeadlineNode(headline) || !$isElementNode(heading)) return null;
  nodes.splice(nodes.indexOf(heading), 1);
  headline.append(...heading.getChildren());
  const body = headline.getNextSiblings().find($isParagraphNode);
  if (nodes.length === 0 || !body) headline.selectEnd();
  else body.selectStart();
  return $getSelection();
}
