import type { Element, Nodes } from 'hast';
import { findAll, readHtml } from './html-tree';

/*
 * HTML in Markdown: what of it an article has a form for, and what is kept as it is.
 */

/** Elements that an article has a form for, with the attributes that it keeps or that say nothing. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ['p', 'h2', 'h3', 'h4', 'blockquote', 'ul', 'li', 'hr', 'br', 'figure', 'figcaption', 'pre']
      .concat(['table', 'thead', 'tbody', 'tr', 'td', 'b', 'strong', 'i', 'em', 's', 'del', 'code'])
      .concat(['u', 'sub', 'sup'])
      .map((tag) => [tag, []]),
  ),
  a: ['href', 'title'],
  img: ['src', 'alt', 'title', 'width', 'height', 'loading', 'decoding'],
  ol: ['start'],
  th: ['scope'],
};
/** What is a block by itself, and no part of one. */
const BLOCK = /^(?:p|h[234]|blockquote|ul|ol|hr|figure|pre|table|img)$/;
const TAG = /<(\/?)([a-z][a-z0-9-]*)(?:\s(?:"[^"]*"|'[^']*'|[^>"'])*)?>/gi;
const VOID = /^(?:br|hr|img)$/;

/**
 * True for HTML that becomes blocks of the article without losing anything: whole elements of the kinds
 * that an article knows, without styles, classes, comments and scripts. What goes on in the next piece
 * of the file, or began in the one before, is not whole.
 */
export function isArticleHtml(html: string): boolean {
  if (/<[!?]/.test(html) || !isBalanced(html)) return false;
  return readHtml(
    html,
    (root) => {
      const elements = findAll(root, () => true);
      return (
        elements.every(isKnown) &&
        // What a browser would put elsewhere, or leave out, is left as it is.
        namesIn(elements) === namesIn(tagsIn(html)) &&
        (root.children as Nodes[]).every(isBlock) &&
        findAll(root, ({ tagName }) => tagName === 'table').every(hasRows)
      );
    },
    { fragment: true },
  );
}

function tagsIn(html: string): { tagName: string }[] {
  return [...html.matchAll(TAG)].flatMap(([, slash, tag = '']) =>
    slash === '' ? [{ tagName: tag.toLowerCase() }] : [],
  );
}

/** Without those that a browser adds. */
function namesIn(elements: readonly { tagName: string }[]): string {
  const names = elements.map(({ tagName }) => tagName).filter((name) => name !== 'tbody');
  return names.sort().join(' ');
}

function isBlock(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  return node.type === 'element' && BLOCK.test(node.tagName);
}

/** A table of one row is read as lines (table-from-html.ts). */
function hasRows(table: Element): boolean {
  return findAll(table, ({ tagName }) => tagName === 'tr').length > 1;
}

function isKnown({ tagName, properties }: Element): boolean {
  const kept = Object.hasOwn(KNOWN, tagName) ? KNOWN[tagName] : undefined;
  return kept !== undefined && Object.keys(properties).every((name) => kept.includes(name));
}

function isBalanced(html: string): boolean {
  const open: string[] = [];
  const rest = html.replace(TAG, (_tag, slash: string, tag: string) => {
    const name = tag.toLowerCase();
    if (slash === '') {
      if (!VOID.test(name)) open.push(name);
    } else if (open.pop() !== name) open.push('wrong');
    return '';
  });
  return open.length === 0 && !rest.includes('<');
}

/** What Markdown takes for HTML until this comes, over empty lines and to the end of the file. */
const ENDS: readonly [start: RegExp, end: RegExp, closing: string][] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i, ''],
  [/^ {0,3}<!--/, /-->/, '-->'],
  [/^ {0,3}<\?/, /\?>/, '?>'],
  [/^ {0,3}<![a-z]/i, />/, '>'],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/, ']]>'],
];

/**
 * The same HTML with an end, where it had none: what follows in another file is not to become part of it
 * (CommonMark 4.6).
 */
export function closedHtml(html: string): string {
  const [, end, closing = ''] = ENDS.find(([start]) => start.test(html)) ?? [];
  if (!end || end.test(html.replace(/^ {0,3}<(?:!--)?/, ''))) return html;
  const [, name = ''] = /^ {0,3}<([a-z]+)/i.exec(html) ?? [];
  return `${html}\n${closing === '' ? `</${name}>` : closing}`;
}

const ADDRESS = /(?:https?:)?(?:\/\/|\\\/\\\/)[^\s"'<>`]+|[\w.-]+\.[a-z]{2,}(?:\/[^\s"'<>`]*)?/gi;

/**
 * The addresses that HTML may lead to or load, also those that are written with references or stand in
 * other addresses.
 */
export function addressesIn(html: string): string[] {
  const read = html.replace(/&(?:amp|#38|#x26);/gi, '&').replace(/&(?:#47|#x2f|sol);/gi, '/');
  const texts = [html, read, unescaped(read)];
  return [...new Set(texts.flatMap((text) => text.match(ADDRESS) ?? []))];
}

function unescaped(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}
