import { CELL_HEADER } from './build';
import type { TableCellNode, TableNode, TableRowNode } from './schema';
import { suggestionsOf } from './suggestion-marks';

/*
 * Rows and columns of a table that somebody proposes to insert or to delete: a row has the mark itself, of
 * a column every cell.
 */

type Going = 'inserted' | 'deleted';

const isGoing = (node: TableRowNode | TableCellNode, goes: Going): boolean =>
  suggestionsOf(node)[goes] !== undefined;

/**
 * The rows of a table that are left when all suggestions are decided one way, with the cells that are left
 * of them; what is said in the cells stays as it is. None where the table goes altogether.
 *
 * @param goes what carries this mark goes
 */
export function rowsLeft(table: TableNode, goes: Going): TableRowNode[] {
  const rows = table.children.flatMap((row) => {
    if (isGoing(row, goes)) return [];
    const children = row.children.filter((cell) => !isGoing(cell, goes));
    return children.length > 0 ? [{ ...row, children }] : [];
  });
  const [first] = table.children;
  // A row that was put above the header took its place.
  const isHeaderGone = goes === 'inserted' && first && isGoing(first, goes) && isHeaderRow(first);
  const [next, ...rest] = rows;
  return isHeaderGone && next && !isHeaderRow(next) ? [asHeader(next), ...rest] : rows;
}

const isHeaderRow = (row: TableRowNode): boolean =>
  row.children.every(({ headerState }) => (headerState & CELL_HEADER.row) !== 0);

const asHeader = (row: TableRowNode): TableRowNode => ({
  ...row,
  children: row.children.map((cell) => ({
    ...cell,
    headerState: cell.headerState | CELL_HEADER.row,
  })),
});
