import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { type Direction, directionAmong, turns } from '../../src-shared/text/direction';

/*
 * Which way words run where an article has both. A full stop behind English words in an Arabic page
 * stands at their wrong end, and two Arabic names with a comma between them change places in an English
 * line, unless the page says where each begins and ends (Unicode Annex 9; HTML, "bidi isolation").
 */

/** Elements that stand as a whole: what they begin with is the side that they begin at. */
const UNITS = /^(?:blockquote|h[1-6]|ol|p|table|td|th|ul)$/;
/** Lines that stay at their side of the page, whichever way their words run. */
const LINES = /^(?:dd|dt|figcaption|li)$/;
/** Stretches of a text that can be words of somebody else. */
const STRETCHES = /^(?:a|code|span|time)$/;
const NAMES = new Set(['p-author', 'p-contributor']);

/**
 * Gives the elements of a page their directions, in place, and takes out each `bdi` that isolates nothing.
 * An element that says its direction keeps it. A page of one direction is as it was.
 *
 * @param around which way the page runs
 */
export function setDirections<Node extends ElementContent>(
  nodes: Node[],
  around: Direction,
): Node[] {
  // Most articles have one direction: nothing is looked at twice.
  const isMixed = around === 'rtl' || turns(nodes.map(wordsOf).join(''), around);
  for (const node of isMixed ? nodes : []) {
    if (node.type === 'element') setDirection(node, around, null);
  }
  unwrap(nodes);
  return nodes;
}

function setDirection(element: Element, around: Direction, parent: Element | null): void {
  const { tagName, properties, children } = element;
  if (tagName === 'svg') return;
  let own = around;
  if (properties.dir === 'ltr' || properties.dir === 'rtl') own = properties.dir;
  else if (tagName === 'pre') own = properties.dir = 'ltr';
  else if (isName(element)) {
    if (turns(wordsOf(element), around)) {
      own = directionAmong(wordsOf(element), around);
      properties.dir = own;
    }
  } else if (STRETCHES.test(tagName) || UNITS.test(tagName)) {
    own = directionOf(element, around);
    if (own !== around) {
      const isLine = parent !== null && isHeld(parent) && !holdsUnits(element);
      if (isLine) element.children = [h('bdi', { dir: own }, children)];
      else properties.dir = own;
    }
  } else if (LINES.test(tagName) && !holdsUnits(element)) {
    own = directionOf(element, around);
    if (own !== around) element.children = [h('bdi', { dir: own }, children)];
  }
  for (const child of element.children) {
    if (child.type === 'element') setDirection(child, own, element);
  }
}

/** Names do not say which way the words between them run: a source's note is not in its title's language. */
function directionOf({ children }: Element, around: Direction): Direction {
  return directionAmong(children.map(ownWords).join(''), around);
}

function ownWords(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || isName(node) || node.properties.dir !== undefined) return '';
  return node.children.map(ownWords).join('');
}

function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(wordsOf).join('') : '';
}

function isName({ tagName, properties }: Element): boolean {
  return (
    tagName === 'bdi' ||
    tagName === 'cite' ||
    [properties.className].flat().some((name) => NAMES.has(String(name)))
  );
}

/** What is at the top and at the foot of an article stays on its side. */
function isHeld({ tagName }: Element): boolean {
  return /^(?:address|aside|footer|header)$/.test(tagName);
}

function holdsUnits({ children }: Element): boolean {
  return children.some((child) => child.type === 'element' && UNITS.test(child.tagName));
}

function unwrap(nodes: ElementContent[]): void {
  for (const [index, node] of [...nodes.entries()].toReversed()) {
    if (node.type !== 'element') continue;
    unwrap(node.children);
    if (node.tagName === 'bdi' && node.properties.dir === undefined) {
      nodes.splice(index, 1, ...node.children);
    }
  }
}
