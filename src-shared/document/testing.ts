import { FORMAT } from './build';
import type { BlockNode, InlineNode } from './schema';

/* For tests: blocks in a form that is read at a glance. */

const MARKS: readonly [number, string][] = [
  [FORMAT.bold, '*'],
  [FORMAT.italic, '_'],
  [FORMAT.strikethrough, '~'],
  [FORMAT.underline, 'u'],
  [FORMAT.superscript, '^'],
];

/** A block a line: what it is, then its words with marks for their form; notes by their number. */
export function outlineOf(children: readonly BlockNode[]): string[] {
  const notes = children.flatMap((block) => (block.type === 'footnote' ? [block.footnote] : []));
  const line = (inlines: readonly InlineNode[]): string =>
    inlines
      .map((node) => {
        if (node.type === 'linebreak') return ' / ';
        if (node.type === 'tab') return ' | ';
        if (node.type === 'footnotereference') return `{${notes.indexOf(node.footnote) + 1}}`;
        if (node.type === 'inlinehtml') return node.html;
        if (node.type !== 'text') return `[${line(node.children)}](${node.url})`;
        const marks = MARKS.filter(([bit]) => node.format & bit).map(([, mark]) => mark);
        return `${marks.join('')}${node.text}${marks.reverse().join('')}`;
      })
      .join('');
  const lines = (block: BlockNode, before = ''): string[] => {
    switch (block.type) {
      case 'horizontalrule':
        return [`${before}rule`];
      case 'table':
        return block.children.map(
          (row) =>
            `${before}row: ${row.children.map((cell) => cell.children.map((one) => line(one.children)).join(' / ')).join(' | ')}`,
        );
      case 'quote':
        return (block.children as BlockNode[]).flatMap((inner) => lines(inner, `${before}> `));
      case 'list':
        return block.children.flatMap((item) => {
          const below = item.children.flatMap((child) =>
            child.type === 'list' ? lines(child, `${before}  `) : [],
          );
          if (below.length > 0) return below;
          const box = item.checked ? '[x]' : '[ ]';
          const mark = { number: `${item.value}.`, bullet: '-', check: box }[block.listType];
          return [`${before}${mark} ${line(item.children as InlineNode[])}`];
        });
      case 'htmlblock':
        return [`${before}html: ${block.html}`];
      case 'codeblock':
        return [`${before}code ${block.language}: ${line(block.children)}`];
      case 'heading':
        return [`${before}${block.tag}: ${line(block.children)}`];
      default:
        return [`${before}${block.type}: ${line(block.children)}`];
    }
  };
  return children.flatMap((block) => lines(block));
}
