import type { PhrasingContent, Table, TableRow } from 'mdast';
import type { InlineNode, TableNode, TableRowNode } from './schema';
import { headerRows } from './table';

/*
 * Tables in GitHub's Markdown: one line a row, the first of them the header. What such a table cannot
 * hold is put as the nearest thing it can, not as HTML, which few editors of Markdown let one change:
 * a line break is `<br>`, a paragraph's end two of them, a table without a header row has an empty
 * one, and a header column is a column like any other. `from-markdown.ts` reads all of it back but the
 * last.
 */

const BREAK: PhrasingContent = { type: 'html', value: '<br>' };

/**
 * A table as mdast.
 *
 * @param phrasing the words of a paragraph; asked once for each, in the order of the text
 */
export function tableToMdast(
  table: TableNode,
  phrasing: (inlines: InlineNode[]) => PhrasingContent[],
): Table {
  const row = (node: TableRowNode): TableRow => ({
    type: 'tableRow',
    children: node.children.map((cell) => ({
      type: 'tableCell',
      children: cell.children
        .map(({ children }) => phrasing(children))
        .filter((words) => words.length > 0)
        .flatMap((words, index) => [
          ...(index === 0 ? [] : [BREAK, BREAK]),
          ...words.map(withHtmlBreaks),
        ]),
    })),
  });
  const rows = table.children.map(row);
  const columns = table.children[0]?.children.length ?? 0;
  const emptyHeader: TableRow = {
    type: 'tableRow',
    children: Array.from({ length: columns }, () => ({ type: 'tableCell', children: [] })),
  };
  return { type: 'table', children: headerRows(table) > 0 ? rows : [emptyHeader, ...rows] };
}

function withHtmlBreaks(node: PhrasingContent): PhrasingContent {
  if (node.type === 'break') return BREAK;
  if (!('children' in node)) return node;
  return { ...node, children: node.children.map(withHtmlBreaks) } as PhrasingContent;
}
