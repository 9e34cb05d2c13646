import { $isListNode } from '@lexical/list';
import {
  $findTableNode,
  $isTableNode,
  TableCellNode,
  TableNode,
  TableRowNode,
} from '@lexical/table';
import {
  $createParagraphNode,
  $getRoot,
  $isElementNode,
  $isParagraphNode,
  $isTextNode,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
} from 'lexical';
import { $isInline } from '../suggestion/lines';

/*
 * What a table of an article may be, kept by node transforms: a grid in the body, with a paragraph
 * below it to go on in, whose cells hold paragraphs. Lexical itself keeps it a grid without merged cells.
 */

/** A table stands in the body, never in a block quotation or a list. */
function $keepTable(table: TableNode): void {
  const root = $getRoot();
  if (!root.is(table.getParent())) {
    const top = outermost(table);
    if (top && !top.is(table)) top.insertAfter(table);
    return;
  }
  if (table.getColWidths() !== undefined) table.setColWidths(undefined);
  if (table.getRowStriping()) table.setRowStriping(false);
  if (table.getFrozenRows() !== 0) table.setFrozenRows(0);
  if (table.getFrozenColumns() !== 0) table.setFrozenColumns(0);
  if (table.getFormatType() !== '') table.setFormat('');
  const next = table.getNextSibling();
  if (next === null || next.getType() === 'footnote') table.insertAfter($createParagraphNode());
}

function outermost(node: LexicalNode): LexicalNode | null {
  const parents = node.getParents();
  return parents.at(-2) ?? null;
}

function $keepRow(row: TableRowNode): void {
  if (row.getHeight() !== undefined) row.setHeight(undefined);
}

function $keepCell(cell: TableCellNode): void {
  if (cell.getWidth() !== undefined) cell.setWidth(undefined);
  if (cell.getVerticalAlign() !== undefined) cell.setVerticalAlign(undefined);
  if (cell.getFormatType() !== '') cell.setFormat('');
  for (const child of cell.getChildren()) {
    if ($isParagraphNode(child)) continue;
    if (child.getType() === 'figure') {
      $findTableNode(cell)?.insertAfter(child);
    } else if ($isElementNode(child) && !child.isInline()) {
      for (const leaf of $leaves(child)) child.insertBefore($asParagraph(leaf));
      child.remove();
    } else if ($isTextNode(child) || $isElementNode(child)) {
      child.replace($createParagraphNode()).append(child);
    } else {
      child.remove();
    }
  }
}

/** The blocks that hold words: the items of a list, the paragraphs of a quotation, the cells of a table. */
export function $leaves(block: ElementNode): ElementNode[] {
  const children = block.getChildren();
  const inner = children.filter(
    (child): child is ElementNode => $isElementNode(child) && !child.isInline(),
  );
  if (inner.length === 0 || (!$isListNode(block) && children.some($isInline))) return [block];
  return inner.flatMap($leaves);
}

/**
 * What goes into a cell together with other blocks holds no tables: their words come as paragraphs, for
 * Lexical would refuse all of it. A table alone is laid over the cells.
 */
export function $withoutTables(nodes: readonly LexicalNode[]): LexicalNode[] {
  if (nodes.length === 1) return [...nodes];
  return nodes.flatMap((node) => ($isTableNode(node) ? $leaves(node).map($asParagraph) : [node]));
}

function $asParagraph(block: ElementNode): ElementNode {
  return $createParagraphNode().append(...block.getChildren());
}

/** Registers the transforms; answers the function that removes them. */
export function registerTableStructure(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(TableNode, $keepTable),
    editor.registerNodeTransform(TableRowNode, $keepRow),
    editor.registerNodeTransform(TableCellNode, $keepCell),
  );
}
