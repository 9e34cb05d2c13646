import {
  $computeTableMapSkipCellCheck,
  $createTableNodeWithDimensions,
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $findCellNode,
  $findTableNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtNode,
  $insertTableRowAtSelection,
  $isTableCellNode,
  $isTableSelection,
  $setTableColumnIsHeader,
  $setTableRowIsHeader,
  TableCellHeaderStates,
  type TableCellNode,
  type TableNode,
} from '@lexical/table';
import {
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  HISTORY_PUSH_TAG,
  KEY_TAB_COMMAND,
  type LexicalEditor,
} from 'lexical';
import type { CommandId } from '../../../src-shared/commands';
import { focusText } from '../focus';
import { $isFootnote } from '../footnote/nodes';
import { $blockOf } from '../keys';
import { $isHeaderBlock } from '../nodes';

/** The commands that change a table. */
export type TableCommand = Exclude<Extract<CommandId, `table.${string}`>, 'table.insert'>;

export interface TableSize {
  rows: number;
  columns: number;
  /** The first row says what the columns are. */
  hasHeader: boolean;
}

/** The table and the cell that the cursor or the selection is in. */
export function $tableAtSelection(): { table: TableNode; cell: TableCellNode } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return null;
  const at = selection.focus.getNode();
  const table = $findTableNode(at);
  const cell = $findCellNode(at);
  if (!table || !cell || !table.is($findTableNode(selection.anchor.getNode()))) return null;
  return { table, cell };
}

/** Puts an empty table below the block of the cursor, or in its place where that is empty. */
export function insertTable(editor: LexicalEditor, size: TableSize): void {
  editor.update(() => $insertTable(size), { discrete: true, tag: HISTORY_PUSH_TAG });
  focusText(editor);
}

function $insertTable({ rows, columns, hasHeader }: TableSize): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const block = $blockOf(selection.focus);
  const top = block?.getParents().at(-2) ?? block;
  if (!block || !top || $isFootnote(top)) return;
  const table = $createTableNodeWithDimensions(
    rows,
    columns,
    hasHeader ? { rows: true, columns: false } : false,
  );
  const next = top.getNextSibling();
  // Nothing comes between the headline and the standfirst.
  if ($isHeaderBlock(next)) next.insertAfter(table);
  else top.insertAfter(table);
  if ($isParagraphNode(top) && top.isEmpty()) top.remove();
  table.getFirstDescendant()?.selectStart();
}

/** Carries out a command on the table of the selection as one step of undo. */
export function changeTable(editor: LexicalEditor, command: TableCommand): void {
  editor.update(() => $changeTable(command), { discrete: true, tag: HISTORY_PUSH_TAG });
  focusText(editor);
}

function $changeTable(command: TableCommand): void {
  const place = $tableAtSelection();
  if (!place) return;
  const { table, cell } = place;
  const [grid, at] = $computeTableMapSkipCellCheck(table, cell, null);
  const row = at?.startRow ?? 0;
  const column = at?.startColumn ?? 0;
  const isLast = { row: grid.length === 1, column: grid[0]?.length === 1 };
  const cellAt = (y: number, x: number) =>
    $computeTableMapSkipCellCheck(table, null, null)[0][y]?.[x]?.cell;
  switch (command) {
    case 'table.rowAbove':
      $insertTableRowAtSelection(false);
      // A row above the header is the header from now on.
      if (row === 0 && $isRowHeader(cell)) {
        $setTableRowIsHeader(table, 0, true);
        $setTableRowIsHeader(table, 1, false);
      }
      cellAt(row, column)?.selectStart();
      break;
    case 'table.rowBelow':
      $insertTableRowAtSelection(true);
      cellAt(row + 1, column)?.selectStart();
      break;
    case 'table.columnBefore':
      $insertTableColumnAtSelection(false);
      cellAt(row, column)?.selectStart();
      break;
    case 'table.columnAfter':
      $insertTableColumnAtSelection(true);
      cellAt(row, column + 1)?.selectStart();
      break;
    case 'table.deleteRow':
      if (isLast.row) $deleteTable(table);
      else $deleteTableRowAtSelection();
      break;
    case 'table.deleteColumn':
      if (isLast.column) $deleteTable(table);
      else $deleteTableColumnAtSelection();
      break;
    case 'table.headerRow':
      $setTableRowIsHeader(table, 0, !grid[0]?.every(({ cell: one }) => $isRowHeader(one)));
      break;
    case 'table.headerColumn':
      $setTableColumnIsHeader(table, 0, !grid.every((line) => $isColumnHeader(line[0]?.cell)));
      break;
    case 'table.delete':
      $deleteTable(table);
      break;
  }
}

function $isRowHeader(cell: TableCellNode | undefined): boolean {
  return cell?.hasHeaderState(TableCellHeaderStates.ROW) ?? false;
}

function $isColumnHeader(cell: TableCellNode | undefined): boolean {
  return cell?.hasHeaderState(TableCellHeaderStates.COLUMN) ?? false;
}

function $deleteTable(table: TableNode): void {
  const next = table.getNextSibling();
  const previous = table.getPreviousSibling();
  if ($isElementNode(next)) next.selectStart();
  else if ($isElementNode(previous)) previous.selectEnd();
  table.remove();
}

/** Tab in the last cell begins a new row; Lexical goes from cell to cell otherwise. */
export function registerTableKeys(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_TAB_COMMAND,
    (event) => {
      const selection = $getSelection();
      if (event.shiftKey || !$isRangeSelection(selection) || !selection.isCollapsed()) return false;
      const place = $tableAtSelection();
      if (!place?.table.getLastChild()?.is(place.cell.getParent())) return false;
      if (place.cell.getNextSibling() !== null) return false;
      event.preventDefault();
      const cell = $insertTableRowAtNode(place.cell, true)?.getFirstChild();
      if ($isTableCellNode(cell)) cell.selectStart();
      return true;
    },
    COMMAND_PRIORITY_CRITICAL,
  );
}
