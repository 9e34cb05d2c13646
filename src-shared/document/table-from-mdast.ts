import type { Table, TableCell } from 'mdast';
import { CELL_HEADER, inlineBlock, table, tableCell } from './build';
import type { InlineNode, TableNode } from './schema';

/**
 * A table of Markdown, as `table-to-mdast.ts` writes it and as others do: two line breaks in a row part
 * paragraphs, and an empty header is none.
 */
export function tableFromMdast(node: Table, inlines: (cell: TableCell) => InlineNode[]): TableNode {
  const rows = node.children.map((row) => row.children.map(inlines));
  const hasHeader = rows[0]?.some((cell) => cell.length > 0) ?? false;
  return table(
    rows.slice(hasHeader || rows.length === 1 ? 0 : 1).map((row, index) => {
      const header = hasHeader && index === 0 ? CELL_HEADER.row : 0;
      return row.map((cell) => tableCell(paragraphs(cell), header));
    }),
  );
}

function paragraphs(inlines: readonly InlineNode[]) {
  const lines: InlineNode[][] = [[]];
  for (let at = 0; at < inlines.length; at++) {
    const node = inlines[at]!;
    const isEnd = node.type === 'linebreak' && inlines[at + 1]?.type === 'linebreak';
    if (!isEnd) lines.at(-1)?.push(node);
    else {
      lines.push([]);
      at += 1;
    }
  }
  const words = lines.filter((line) => line.length > 0);
  return words.map((line) => inlineBlock('paragraph', line));
}
