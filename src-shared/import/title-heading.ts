import type { Root } from 'hast';
import { findAll, textOf } from '../document/html-tree';

/** A line above the title: a slug, a date, a kicker. */
const SHORT = 120;

/**
 * In a document of a word processor a heading of the first level is the title only where it stands
 * first, but for a short line or two. Others of that level part the text: then all go down by one, so
 * that what stands above what stays as it was. The tree is changed.
 */
export function headingsBelowTitle(root: Root): void {
  const blocks = root.children.filter(
    (child) => child.type === 'element' && textOf(child) !== '',
  ) as Extract<Root['children'][number], { type: 'element' }>[];
  const first = blocks.findIndex(({ tagName }) => tagName === 'h1');
  if (first < 0) return;
  const before = blocks.slice(0, first);
  const isTitle = before.length <= 2 && before.every((block) => textOf(block).length <= SHORT);
  const title = isTitle ? blocks[first] : undefined;
  const others = findAll(root, ({ tagName }) => /^h[1-5]$/.test(tagName)).filter(
    (heading) => heading !== title,
  );
  if (title && !others.some(({ tagName }) => tagName === 'h1')) return;
  for (const heading of others) heading.tagName = `h${Number(heading.tagName.slice(1)) + 1}`;
}
