/// <reference path="./readability-modules.d.ts" />
import JSDOMParser from '@mozilla/readability/JSDOMParser.js';
import Readability from '@mozilla/readability/Readability.js';
import type { Element, Root, RootContent } from 'hast';
import { htmlBlocks } from '../document/html-blocks';
import { attribute, findFirst, readHtml } from '../document/html-tree';
import { blockLines } from './blocks';

/** Larger pages are not read twice: what Readability does is no longer quick there. */
const LONGEST_PAGE = 4_000_000;
const MOST_ELEMENTS = 40_000;
const DEEPEST = 150;

/** What Readability looks at; everything else stays behind. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  className: 'class',
  id: 'id',
  role: 'role',
  style: 'style',
  rel: 'rel',
  itemProp: 'itemprop',
  href: 'href',
  ariaHidden: 'aria-hidden',
  ariaModal: 'aria-modal',
};
const LEFT_OUT =
  /^(?:script|style|noscript|template|svg|math|iframe|object|embed|canvas|link|meta|title)$/;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|source|track|wbr)$/;

/**
 * The lines that Mozilla's Readability takes for the text of a page, without its title; none where it
 * finds no text. Readability wants a DOM and gets its own small one, which is built from markup
 * without any of HTML's liberties: so it works without a browser, and nothing of the page runs.
 */
export function readableLines(html: string): string[] {
  if (html.length > LONGEST_PAGE) return [];
  try {
    const content = readHtml(html, (root) => {
      // What is no whole page, as from the clipboard, is text from end to end.
      if (!findFirst(root, (element) => element.tagName === 'title')) return null;
      const document = new JSDOMParser().parse(wellFormed(root));
      return new Readability(document, { maxElemsToParse: MOST_ELEMENTS }).parse()?.content;
    });
    if (!content) return [];
    return readHtml(
      content,
      (root) => blockLines(htmlBlocks(root.children as Root['children'], { captions: true })),
      { fragment: true },
    );
  } catch {
    // Its heuristics meet pages that nobody foresaw: the page is then read without them.
    return [];
  }
}

function wellFormed(root: Root): string {
  const parts: string[] = [];
  const write = (node: RootContent, depth: number): void => {
    if (depth > DEEPEST) throw new RangeError('No page of anybody is nested like this.');
    if (node.type === 'text') parts.push(escapeText(node.value));
    if (node.type !== 'element' || LEFT_OUT.test(node.tagName)) return;
    const name = /^[a-z][a-z0-9-]*$/.test(node.tagName) ? node.tagName : 'span';
    parts.push(`<${name}${attributesOf(node)}`);
    if (VOID.test(name)) {
      parts.push('/>');
      return;
    }
    parts.push('>');
    for (const child of node.children) write(child, depth + 1);
    parts.push(`</${name}>`);
  };
  for (const child of root.children as RootContent[]) write(child, 0);
  return parts.join('');
}

function attributesOf(element: Element): string {
  const known = Object.entries(ATTRIBUTES).flatMap(([property, name]) => {
    const value = attribute(element, property);
    return value === '' ? [] : [` ${name}="${escapeText(value)}"`];
  });
  return `${known.join('')}${'hidden' in element.properties ? ' hidden="hidden"' : ''}`;
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
