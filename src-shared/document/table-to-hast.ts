import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { CELL_HEADER } from './build';
import type { InlineNode, TableCellNode, TableNode, TableRowNode } from './schema';
import { headerRows } from './table';

/**
 * A table as HTML: header rows in `thead`, the others in `tbody`, header cells with their `scope`. A
 * cell of one paragraph holds its words, one of several holds paragraphs.
 *
 * @param phrasing the words of a paragraph; asked once for each, in the order of the text
 */
export function tableToHast(
  table: TableNode,
  phrasing: (inlines: InlineNode[]) => ElementContent[],
  onLines: (elements: readonly Element[]) => ElementContent[],
): Element {
  const cell = (node: TableCellNode, isHead: boolean): Element => {
    const paragraphs = node.children.map(({ children }) => phrasing(children));
    const content =
      paragraphs.length > 1 ? paragraphs.map((words) => h('p', words)) : paragraphs.flat();
    if (isHead) return h('th', { scope: 'col' }, content);
    const isRowHeader = (node.headerState & CELL_HEADER.column) !== 0;
    return isRowHeader ? h('th', { scope: 'row' }, content) : h('td', content);
  };
  const rows = (nodes: readonly TableRowNode[], isHead: boolean) =>
    onLines(
      nodes.map((row) =>
        h(
          'tr',
          row.children.map((one) => cell(one, isHead)),
        ),
      ),
    );
  const heads = headerRows(table);
  const head = heads > 0 ? [h('thead', rows(table.children.slice(0, heads), true))] : [];
  const rest = table.children.slice(heads);
  const body = rest.length > 0 ? [h('tbody', rows(rest, false))] : [];
  return h('table', onLines([...head, ...body]));
}
