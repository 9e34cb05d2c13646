import type { Element } from 'hast';
import { CELL_HEADER, inlineBlock, table, tableCell } from './build';
import { attribute, findFirst, isUnread, textOf } from './html-tree';
import type { BlockNode, InlineNode, TableNode } from './schema';

/** What a cell of data does not hold; lists are, and become its paragraphs. */
const NOT_IN_CELLS = /^(?:article|blockquote|figure|form|h[1-6]|header|hr|main|nav|section|table)$/;
/** More characters than this in one cell without a header anywhere: a page laid out as a table. */
const LONGEST_CELL = 600;
/** A spanning cell leaves room for no more columns than this. */
const WIDEST_SPAN = 50;

/** The rows of a table, whichever of its parts they stand in. */
function rowsOf(element: Element, skip: (element: Element) => boolean): Element[] {
  return element.children.flatMap((child): Element[] => {
    if (child.type !== 'element' || isUnread(child) || skip(child)) return [];
    if (child.tagName === 'tr') return [child];
    return /^(?:thead|tbody|tfoot)$/.test(child.tagName) ? rowsOf(child, skip) : [];
  });
}

function cellsOf(row: Element): Element[] {
  return row.children.filter(
    (cell): cell is Element =>
      cell.type === 'element' && /^t[hd]$/.test(cell.tagName) && !isUnread(cell),
  );
}

/** True for a table that says something, rather than one that parts a page into columns. */
function isData(element: Element, rows: readonly Element[], fewestRows: number): boolean {
  if (fewestRows === 0) return true;
  if (/^(?:presentation|none)$/.test(attribute(element, 'role'))) return false;
  const cells = rows.map(cellsOf);
  if (rows.length < fewestRows || Math.max(...cells.map((row) => row.length)) < 2) return false;
  if (findFirst(element, (inner) => NOT_IN_CELLS.test(inner.tagName)) !== null) return false;
  const hasHeader = cells.flat().some((cell) => cell.tagName === 'th');
  return hasHeader || cells.flat().every((cell) => textOf(cell).length <= LONGEST_CELL);
}

/**
 * A table of data as a table of the document, or null for a table of layout. A cell that spans
 * others is one cell, with empty ones in the room that it took.
 *
 * @param blocks the blocks of a cell
 * @param fewestRows a table with fewer is one of layout; 0: no table is one
 */
export function tableFromHtml(
  element: Element,
  skip: (element: Element) => boolean,
  blocks: (cell: Element) => BlockNode[],
  fewestRows = 2,
): TableNode | null {
  const rows = rowsOf(element, skip);
  if (!isData(element, rows, fewestRows)) return null;
  /** How many rows further down a spanning cell still takes up each column. */
  const taken: number[] = [];
  return table(
    rows.map((row, index) => {
      const cells = cellsOf(row);
      const isHeaderRow =
        cells.length > 0 &&
        cells.every(({ tagName }) => tagName === 'th') &&
        (index === 0 || parentName(element, row) === 'thead');
      const header = isHeaderRow ? CELL_HEADER.row : 0;
      const line = [];
      const fill = () => {
        while ((taken[line.length] ?? 0) > 0) {
          taken[line.length]! -= 1;
          line.push(tableCell([], header));
        }
      };
      for (const cell of cells) {
        fill();
        const isRowHeader = cell.tagName === 'th' && !isHeaderRow;
        const state = isRowHeader ? CELL_HEADER.column : header;
        const paragraphs = blocks(cell).flatMap(linesOf);
        for (let column = 0; column < span(cell, 'colSpan'); column++) {
          taken[line.length] = span(cell, 'rowSpan') - 1;
          const own = column === 0 ? paragraphs : [];
          line.push(
            tableCell(
              own.map((words) => inlineBlock('paragraph', words)),
              state,
            ),
          );
        }
      }
      fill();
      return line;
    }),
  );
}

function parentName(table: Element, row: Element): string {
  const part = table.children.find(
    (child): child is Element => child.type === 'element' && child.children.includes(row),
  );
  return part?.tagName ?? 'table';
}

function span(cell: Element, name: 'colSpan' | 'rowSpan'): number {
  const wanted = Number.parseInt(attribute(cell, name), 10);
  return Number.isInteger(wanted) ? Math.min(Math.max(1, wanted), WIDEST_SPAN) : 1;
}

/** The lines of what stands in a cell. */
function linesOf(node: BlockNode): InlineNode[][] {
  if (node.type === 'paragraph') return [node.children];
  if (node.type !== 'list') return [];
  return node.children.flatMap((item) => {
    const below = item.children.filter((child) => child.type === 'list');
    return below.length > 0 ? below.flatMap(linesOf) : [item.children as InlineNode[]];
  });
}
