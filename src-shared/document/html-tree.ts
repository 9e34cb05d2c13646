import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/*
 * HTML as a tree, without a DOM: parsed by parse5 as a browser would, scripts never run.
 */

const DEEPEST = 300;
const TOKEN =
  /<!--[\s\S]*?-->|<(script|style|textarea|title|xmp)\b[\s\S]*?<\/\1\s*>|<(\/?)([a-z][a-z0-9-]*)\b(?:"[^"]*"|'[^']*'|[^>"'])*>/gi;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
const CLOSED_BY_ITSELF = /^(?:p|li|dt|dd|tr|td|th|option|tbody|thead)$/;

/**
 * Parses HTML and hands the tree to `read`. Markup nested deeper than the call stack allows (tens of
 * thousands of elements, which no browser keeps either) is flattened: its words stay.
 */
export function readHtml<Result>(
  html: string,
  read: (root: Root) => Result,
  options: { fragment?: boolean } = {},
): Result {
  try {
    return read(fromHtml(html, options));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return read(fromHtml(flattenMarkup(html), options));
  }
}

/** Leaves out the tags of elements that stand more than `DEEPEST` levels deep. */
function flattenMarkup(html: string): string {
  const open: string[] = [];
  return html.replace(TOKEN, (token: string, _raw?: string, slash?: string, tag?: string) => {
    const name = tag?.toLowerCase();
    if (name === undefined || VOID.test(name)) return token;
    if (slash === '/') {
      // What is not found near the end is a stray closing tag.
      const index = open.lastIndexOf(name);
      if (index < 0) return '';
      open.length = index;
      return index >= DEEPEST ? '' : token;
    }
    if (open.at(-1) === name && CLOSED_BY_ITSELF.test(name)) open.pop();
    open.push(name);
    return open.length > DEEPEST ? ' ' : token;
  });
}

/** An attribute as text: lists of words are joined with a space; `''` where it is missing. */
export function attribute(element: Element, property: string): string {
  const value = element.properties[property];
  if (Array.isArray(value)) return value.join(' ');
  return value === undefined || value === null || value === false ? '' : String(value);
}

/** True where one of the words of an attribute is `word`. */
export function hasWord(element: Element, property: string, word: string): boolean {
  return attribute(element, property).split(/\s+/).includes(word);
}

/** All elements below a node that fit, in the order of the text; `skip` leaves whole branches out. */
export function findAll(
  node: Nodes,
  fits: (element: Element) => boolean,
  skip: (element: Element) => boolean = () => false,
): Element[] {
  if (!('children' in node)) return [];
  return (node.children as RootContent[]).flatMap((child) => {
    if (child.type !== 'element' || skip(child)) return [];
    const below = findAll(child, fits, skip);
    return fits(child) ? [child, ...below] : below;
  });
}

/** The first element below a node that fits. */
export function findFirst(node: Nodes, fits: (element: Element) => boolean): Element | null {
  if (!('children' in node)) return null;
  for (const child of node.children as RootContent[]) {
    if (child.type !== 'element') continue;
    const found = fits(child) ? child : findFirst(child, fits);
    if (found) return found;
  }
  return null;
}

/** The words of a node on one line. */
export function textOf(node: Nodes): string {
  const raw = (one: Nodes): string => {
    if (one.type === 'text') return one.value;
    if (one.type === 'element' && (isUnread(one) || one.tagName === 'br')) return ' ';
    return 'children' in one ? (one.children as Nodes[]).map(raw).join('') : '';
  };
  return raw(node)
    .replace(/[ \t\r\n\f]+/g, ' ')
    .trim();
}

const UNREAD =
  /^(?:script|style|noscript|template|svg|math|iframe|object|embed|canvas|audio|video|button|select|input|textarea|dialog|head)$/;

/** Elements that hold nothing to read, or that the page hides. */
export function isUnread(element: Element): boolean {
  return (
    UNREAD.test(element.tagName) ||
    'hidden' in element.properties ||
    /display:\s*none|visibility:\s*hidden/i.test(attribute(element, 'style')) ||
    attribute(element, 'ariaHidden') === 'true'
  );
}

/** These nodes and all below them without one element. */
export function withoutElement(
  nodes: readonly ElementContent[],
  left: Element | null,
): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node === left) return [];
    return node.type === 'element'
      ? [{ ...node, children: withoutElement(node.children, left) }]
      : [node];
  });
}

/** The characters of a node as they are, shown or not. */
export function rawText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? (node.children as Nodes[]).map(rawText).join('') : '';
}
