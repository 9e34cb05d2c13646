import type { Root } from 'hast';
import { attribute, findAll, hasWord } from './html-tree';
import { isRelativeLink } from './links';

/** There in Node, in Electron and in browsers alike, though not part of the ES library. */
declare const URL: {
  new (url: string, base: string): { href: string };
  canParse(url: string, base: string): boolean;
};

/**
 * What a page of somebody's site links to relative to itself is nothing on another one: with the address
 * of the page it is completed, without it the words are kept alone, as they are of links within the page.
 * The tree is changed.
 *
 * @param page its address, as far as it is known
 */
export function completeLinks(root: Root, page: string | null): void {
  for (const link of findAll(root, ({ tagName }) => tagName === 'a')) {
    const href = attribute(link, 'href').trim();
    if (!isRelativeLink(href) || hasWord(link, 'role', 'doc-noteref')) continue;
    const isKnown = page !== null && !href.startsWith('#') && URL.canParse(href, page);
    link.properties.href = isKnown ? new URL(href, page).href : undefined;
  }
}
