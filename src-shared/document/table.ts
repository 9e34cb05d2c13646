import { CELL_HEADER, tab, textNode } from './build';
import { mergeText } from './merge-text';
import type { InlineBlock, InlineNode, TableCellNode, TableNode, TableRowNode } from './schema';

/** A paragraph of a cell, and whether a table, a row or a cell starts with it. */
export interface TableLine {
  inlines: InlineNode[];
  starts: 'table' | 'row' | 'cell' | null;
}

/** The paragraphs of a table's cells, row by row: the lines that it is in the plain text. */
export function tableLines(table: TableNode): TableLine[] {
  let starts: TableLine['starts'] = 'table';
  return table.children.flatMap((row) => {
    if (starts !== 'table') starts = 'row';
    return row.children.flatMap((cell) => {
      starts ??= 'cell';
      return cell.children.map(({ children }): TableLine => {
        const line = { inlines: children, starts };
        starts = null;
        return line;
      });
    });
  });
}

/** The same table with other words in its paragraphs, which are visited in the order of the text. */
export function mapTableLines(
  table: TableNode,
  change: (inlines: InlineNode[]) => InlineNode[],
): TableNode {
  const line = (block: InlineBlock) => ({ ...block, children: change(block.children) });
  const cell = (one: TableCellNode) => ({ ...one, children: one.children.map(line) });
  const row = (one: TableRowNode) => ({ ...one, children: one.children.map(cell) });
  return { ...table, children: table.children.map(row) };
}

/** How many rows at the top are headers from end to end. */
export function headerRows(table: TableNode): number {
  const isHeader = (row: TableRowNode) =>
    row.children.every((cell) => (cell.headerState & CELL_HEADER.row) !== 0);
  const first = table.children.findIndex((row) => !isHeader(row));
  return first < 0 ? table.children.length : first;
}

/**
 * A line for each row, its cells parted by tabs, and the paragraphs of a cell by a space: what a table is
 * where none can stand.
 */
export function rowsAsLines(table: TableNode): InlineNode[][] {
  return table.children.map((row) =>
    mergeText(
      row.children.flatMap((cell, column) => [
        ...(column === 0 ? [] : [tab()]),
        ...cell.children.flatMap(({ children }, line) =>
          line === 0 ? children : [textNode(' '), ...children],
        ),
      ]),
    ),
  );
}
