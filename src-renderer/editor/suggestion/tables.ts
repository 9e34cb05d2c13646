import {
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  TableCellHeaderStates,
  type TableCellNode,
  type TableNode,
  type TableRowNode,
} from '@lexical/table';
import { $getNodeByKey, $parseSerializedNode, type LexicalNode, type NodeKey } from 'lexical';
import type { SuggestionMark } from '../../../src-shared/document/suggestion-marks';
import { $deepJson, type NodeJson } from '../document';
import { $withoutSuggestions } from './clipboard';
import { $kindOf } from './lines';
import { $deletedBy, $insertedBy, $isDeleted, $setDeleted, $setInserted } from './state';
import type { Tracked, Tracking } from './track';

/*
 * Rows and columns of tables that stayed: what an update inserts or deletes of them is proposed. A row has
 * the mark itself, of a column every cell, so that what is left is a grid whatever is decided.
 */

type Part = TableRowNode | TableCellNode;

/** A row, or a cell of a row, as it was before an update. */
interface Former {
  key: NodeKey;
  json: NodeJson;
  inserted: SuggestionMark | null;
  deleted: SuggestionMark | null;
}

const $rowsOf = (table: TableNode) => table.getChildren().filter($isTableRowNode);
const $cellsOf = (row: TableRowNode) => row.getChildren().filter($isTableCellNode);

/** The rows of a table and their cells, in the order of the text. */
export const $partsOf = (table: TableNode): Part[] =>
  $rowsOf(table).flatMap((row) => [row, ...$cellsOf(row)]);

/** Marks rows and cells that came, and puts those back that went, unless they were one's own and new. */
export function $trackTables(tracking: Tracking, mark: SuggestionMark, done: Tracked): void {
  for (const table of $changedTables(tracking)) {
    tracking.seen.add(table.getKey());
    const rows = $before(tracking, table.getKey(), $rowsOf, $isTableNode);
    const former = rows.map(({ key }) => ({
      key,
      cells: $before(tracking, key, $cellsOf, $isTableRowNode),
    }));
    // One's own table looks as it is inserted, and of what is simply made nothing comes back.
    const isOwn = tracking.author !== null && $insertedBy(table)?.author === tracking.author;
    const author = isOwn ? null : tracking.author;
    const come = $trackParts(table, $rowsOf(table), rows, author, mark, done);
    for (const { key, cells } of former) {
      const row = $getNodeByKey(key);
      if (!$isTableRowNode(row) || !table.is(row.getParent())) continue;
      $trackParts(row, $cellsOf(row), cells, author, mark, done);
    }
    $keepColumns(table, come);
  }
}

/** The tables that were there before and whose structure may be another one. */
function $changedTables({ baseline, changed, seen }: Tracking): TableNode[] {
  const tables = new Map<NodeKey, TableNode>();
  for (const key of changed()) {
    const node = $getNodeByKey(key);
    if (!node?.isAttached()) continue;
    const table = $isTableRowNode(node) ? node.getParent() : node;
    const isOther = $isTableNode(table) && baseline._nodeMap.has(table.getKey());
    if (isOther && !seen.has(table.getKey())) tables.set(table.getKey(), table);
  }
  return [...tables.values()];
}

/** The children that a table or a row had. */
function $before<Holder extends LexicalNode>(
  { baseline, editor }: Tracking,
  key: NodeKey,
  $children: (holder: Holder) => Part[],
  isHolder: (node: LexicalNode | null) => node is Holder,
): Former[] {
  return baseline.read(
    () => {
      const holder = $getNodeByKey(key);
      if (!isHolder(holder)) return [];
      return $children(holder).map((node) => ({
        key: node.getKey(),
        json: $deepJson(node),
        inserted: $insertedBy(node),
        deleted: $deletedBy(node),
      }));
    },
    { editor },
  );
}

/** Does so with the rows of a table, or the cells of a row; answers those that came. */
function $trackParts(
  holder: TableNode | TableRowNode,
  parts: readonly Part[],
  former: readonly Former[],
  author: string | null,
  mark: SuggestionMark,
  done: Tracked,
): Part[] {
  const was = new Set(former.map(({ key }) => key));
  const come = parts.filter((part) => !was.has(part.getKey()));
  if (author === null) return come;
  for (const part of come) {
    const beside = [part.getPreviousSibling(), part.getNextSibling()];
    $insertOwn(
      part,
      ownMark(
        author,
        beside.map((node) => node && $insertedBy(node)),
      ) ?? mark,
    );
    done.formatted += 1;
  }
  let last: LexicalNode | null = null;
  let lastMark: SuggestionMark | null = null;
  for (const { key, json, inserted, deleted } of former) {
    const kept = $getNodeByKey(key);
    if (kept && holder.is(kept.getParent())) {
      last = kept;
      lastMark = $deletedBy(kept);
      continue;
    }
    if (inserted?.author === author) continue;
    const node = $parseSerializedNode(json);
    const next: LexicalNode | null = last ? last.getNextSibling() : holder.getFirstChild();
    const beside = [lastMark, next && $deletedBy(next)];
    lastMark = deleted ?? ownMark(author, beside) ?? mark;
    $setDeleted(node, lastMark);
    if (next) next.insertBefore(node, false);
    else holder.append(node);
    last = node;
    done.formatted += 1;
  }
  return come;
}

/** A change beside one's own goes on with it. */
function ownMark(author: string, marks: readonly (SuggestionMark | null)[]): SuggestionMark | null {
  return marks.find((mark) => mark?.author === author) ?? null;
}

/** What is new as a whole needs no marks inside; of what was to go already nothing comes along. */
export function $insertOwn(node: LexicalNode, mark: SuggestionMark): void {
  $withoutSuggestions([node]);
  $setInserted(node, mark);
}

/** The cells of a new row are part of columns that are proposed to come or to go. */
function $keepColumns(table: TableNode, come: readonly Part[]): void {
  const known = $rowsOf(table).find((row) => !come.some((one) => one.is(row)));
  if (!known) return;
  const columns = $cellsOf(known).map((cell) => [$insertedBy(cell), $deletedBy(cell)] as const);
  for (const row of come) {
    if (!$isTableRowNode(row)) continue;
    for (const [index, cell] of $cellsOf(row).entries()) {
      const [inserted, deleted] = columns[index] ?? [null, null];
      $setInserted(cell, inserted);
      $setDeleted(cell, deleted);
    }
  }
}

/** True for something that this author proposes to insert as a whole, and for what is in it. */
export function $isInOwn(node: LexicalNode, author: string): boolean {
  return [node, ...node.getParents()].some(
    (at) => $insertedBy(at)?.author === author && $isWhole(at),
  );
}

/** True for what comes and goes as a whole: a block that is no line, a row, a cell of a column. */
export const $isWhole = (node: LexicalNode): boolean =>
  $isTableRowNode(node) || $isTableCellNode(node) || $kindOf(node) === 'apart';

/** True for a table of which nothing is left once its deletions are accepted. */
export function $isTableDeleted(table: TableNode): boolean {
  return $rowsOf(table).every((row) => $isDeleted(row) || $cellsOf(row).every($isDeleted));
}

/**
 * Accepts or rejects rows and columns of a table; answers of how many nodes it was, and whether anything
 * is left of the table, which itself stays.
 */
export function $decideTable(
  table: TableNode,
  $goes: (node: LexicalNode) => boolean,
  $settle: (node: LexicalNode) => void,
): { count: number; isGone: boolean } {
  let count = 0;
  const $leave = (part: Part): boolean => {
    if (!$goes(part)) {
      $settle(part);
      return true;
    }
    count += 1;
    return false;
  };
  const rows = $rowsOf(table);
  const isHeader = rows.map((row) =>
    $cellsOf(row).every((cell) => cell.hasHeaderState(TableCellHeaderStates.ROW)),
  );
  const left = rows.filter((row) => {
    if (!$leave(row)) return false;
    const cells = $cellsOf(row);
    const kept = cells.filter($leave);
    if (kept.length === 0) return false;
    for (const cell of cells) if (!kept.includes(cell)) cell.remove(true);
    return true;
  });
  if (left.length === 0) return { count, isGone: true };
  const [first] = left;
  const wasInserted = rows[0] && !left.includes(rows[0]) && $insertedBy(rows[0]) !== null;
  for (const row of rows) if (!left.includes(row)) row.remove(true);
  // A row that was put above the header took its place.
  if (first && wasInserted && isHeader[0] && !isHeader[rows.indexOf(first)]) {
    for (const cell of $cellsOf(first)) {
      cell.setHeaderStyles(TableCellHeaderStates.ROW, TableCellHeaderStates.ROW);
    }
  }
  return { count, isGone: false };
}
