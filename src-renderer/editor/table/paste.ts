import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  type TableNode,
} from '@lexical/table';
import { $createParagraphNode, $createTextNode } from 'lexical';

/* Tables that come in by paste and drop. */

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
