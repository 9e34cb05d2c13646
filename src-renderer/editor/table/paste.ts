import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  type TableNode,
} from '@lexical/table';
import { $createParagraphNode, $createTextNode } from 'lexical';

/* Tables that come in by paste and drop. */

const NOT_IN_CELLS =
  'table, h1, h2, h3, h4, h5, h6, blockquote, figure, hr, article, section, main';

const LONGEST_CELL = 600;

/** Takes tables that only part a page into columns out of pasted HTML; what is in them stays. */
export function unwrapLayoutTables(body: HTMLElement): void {
  // The innermost first: a table around others is one of layout.
  for (const table of [...body.querySelectorAll('table')].reverse()) {
    if (isData(table)) continue;
    const blocks = [...table.rows].flatMap((row) => [...row.cells].map(asBlock));
    if (table.caption) blocks.unshift(asBlock(table.caption));
    table.replaceWith(...blocks);
  }
}

function asBlock(element: HTMLElement): HTMLDivElement {
  const block = element.ownerDocument.createElement('div');
  block.append(...element.childNodes);
  return block;
}

/**
 * As for files that are opened (`src-shared/document/table-from-html.ts`), but for a single row, which a
 * spreadsheet has on the clipboard where some of its cells are copied.
 */
function isData(table: HTMLTableElement): boolean {
  const role = table.getAttribute('role');
  if (role === 'presentation' || role === 'none') return false;
  const columns = Math.max(0, ...[...table.rows].map((row) => row.cells.length));
  if (table.rows.length * columns < 2 || table.querySelector(NOT_IN_CELLS)) return false;
  const cells = [...table.rows].flatMap((row) => [...row.cells]);
  const isShort = (cell: HTMLElement) => (cell.textContent ?? '').trim().length <= LONGEST_CELL;
  return table.querySelector('th') !== null || cells.every(isShort);
}

/**
 * Text of a spreadsheet as rows of cells; null where the lines are no table.
 *
 * @param isInTable where a single row is one too
 */
export function rowsOfText(text: string, isInTable: boolean): string[][] | null {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  const rows = lines.map((line) => line.split('\t'));
  const columns = rows[0]?.length ?? 0;
  const isEven = rows.every((row) => row.length === columns);
  const isEnough = isInTable ? rows.length * columns > 1 : rows.length > 1;
  return columns > 1 && isEven && isEnough ? rows : null;
}

/** A table with this text in its cells. */
export function $tableOfText(rows: readonly (readonly string[])[]): TableNode {
  return $createTableNode().append(
    ...rows.map((row) =>
      $createTableRowNode().append(
        ...row.map((text) => {
          const words = text.trim();
          const paragraph = $createParagraphNode();
          if (words !== '') paragraph.append($createTextNode(words));
          return $createTableCellNode().append(paragraph);
        }),
      ),
    ),
  );
}
