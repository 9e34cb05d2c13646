import { Paragraph, ShadingType, Table, TableCell, TableRow, WidthType } from 'docx';
import type { Element } from 'hast';
import { findAll } from '../../src-shared/document/html-tree';
import { type Block, isRightToLeft, type Look } from './docx-look';

/** Of a page of A4 between its margins, in twentieths of a point. */
const TEXT_WIDTH = 9026;
const HEADER = 'F3EFE6';

/**
 * A table as wide as the page; its columns as wide as those of its first row say it, in hundredths.
 *
 * @param runsBack whether its columns run from right to left
 * @param blocksOf what stands in a cell
 */
export function tableOf(
  element: Element,
  runsBack: boolean,
  blocksOf: (cell: Element, look: Look) => readonly Block[],
): Table {
  const rows = findAll(element, isRow, isCell).map(({ children }) => children.filter(isElement));
  const widths = (rows[0] ?? []).map(({ properties }) => Number(properties.width ?? 0));
  return new Table({
    rows: rows.map(
      (cells) =>
        new TableRow({
          tableHeader: cells.every(({ properties }) => properties.scope === 'col'),
          children: cells.map((cell) => cellOf(cell, runsBack, blocksOf)),
        }),
    ),
    ...(widths.every((width) => width > 0)
      ? { columnWidths: widths.map((width) => Math.round((width / 100) * TEXT_WIDTH)) }
      : {}),
    width: { size: 100, type: WidthType.PERCENTAGE },
    margins: { top: 40, bottom: 40, left: 90, right: 90 },
    ...(runsBack ? { visuallyRightToLeft: true } : {}),
  });
}

function cellOf(
  cell: Element,
  runsBack: boolean,
  blocksOf: (cell: Element, look: Look) => readonly Block[],
): TableCell {
  const { colSpan } = cell.properties;
  const blocks = blocksOf(cell, isRightToLeft(cell, runsBack) ? { bidirectional: true } : {});
  return new TableCell({
    children: blocks.length > 0 ? blocks : [new Paragraph('')],
    ...(typeof colSpan === 'number' ? { columnSpan: colSpan } : {}),
    ...(cell.tagName === 'th' ? { shading: { type: ShadingType.CLEAR, fill: HEADER } } : {}),
  });
}

const isElement = (node: Element['children'][number]): node is Element => node.type === 'element';
const isRow = ({ tagName }: Element): boolean => tagName === 'tr';
const isCell = ({ tagName }: Element): boolean => tagName === 'td' || tagName === 'th';
