import type { Element, Root } from 'hast';
import { htmlBlocks } from './html-blocks';
import { takeFootnotes } from './html-footnotes';
import { completeLinks } from './html-links';
import { isFurniture } from './html-main';
import { tidyMarkup } from './html-programs';
import { findFirst, readHtml } from './html-tree';
import type { BlockNode } from './schema';

/**
 * What HTML of the clipboard says, as blocks; its footnotes come last. Nothing but words, their form, and
 * addresses of links and pictures comes out, whatever stands in it. What is around the text of a page
 * (menus, cookie notices) is left out, unless it is all that was copied.
 */
export function blocksFromClipboard(html: string): BlockNode[] {
  return readHtml(html, (root) => {
    tidyMarkup(root);
    const notes = takeFootnotes(root, () => false);
    completeLinks(root, null);
    const body = findFirst(root, ({ tagName }) => tagName === 'body') ?? root;
    const read = (skip: (element: Element) => boolean) =>
      htmlBlocks(body.children as Root['children'], {
        pictures: true,
        codeBlocks: true,
        oneRow: true,
        skip,
      });
    const text = read(isFurniture);
    const all = text.length > 0 ? text : read(() => false);
    return [...all, ...notes].map(({ node }) => node);
  });
}
