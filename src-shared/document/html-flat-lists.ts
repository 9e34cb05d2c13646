import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { attribute, findFirst, hasWord, rawText, withoutElement } from './html-tree';

/*
 * Lists that are written flat, each item with its level: paragraphs of Word, and the lists of Word on
 * the web and of Slack, which begin anew with every change of level.
 */

interface Item {
  level: number;
  isOrdered: boolean;
  start: number;
  /** Items of another list do not go on in this one. */
  list: string;
  children: ElementContent[];
}

const WORD_LEVEL = /(?:^|;)\s*mso-list:\s*(l\d+)\s+level(\d+)/i;
const WORD_MARK = /mso-list:\s*ignore/i;
const ORDERED_MARK = /^[\s\u00a0(]*(?:(\d+)|[a-z]{1,2}|[ivxlcdm]+)[.)]/i;
const DEEPEST = 9;

/** Makes lists of them, all over the tree, which is changed. */
export function nestFlatLists(parent: Root | Element): void {
  const children: ElementContent[] = [];
  let items: Item[] = [];
  let between: ElementContent[] = [];
  const flush = () => {
    if (items.length > 0) children.push(...listsOf(items));
    children.push(...between);
    items = [];
    between = [];
  };
  for (const child of parent.children as ElementContent[]) {
    const found = child.type === 'element' ? itemsOf(child) : [];
    if (found.length > 0) {
      items.push(...found);
      between = [];
    } else if (items.length > 0 && isBlank(child)) {
      between.push(child);
    } else {
      flush();
      children.push(child);
      if (child.type === 'element') nestFlatLists(child);
    }
  }
  flush();
  parent.children = children;
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'comment' || (node.type === 'text' && node.value.trim() === '');
}

function itemsOf(element: Element): Item[] {
  if (element.tagName === 'p') {
    const [, list = '', level] = WORD_LEVEL.exec(attribute(element, 'style')) ?? [];
    return level === undefined ? [] : [wordItem(element, list, Number(level))];
  }
  // Word on the web wraps each of them.
  const only = element.children.length === 1 ? element.children[0] : undefined;
  if (hasWord(element, 'className', 'ListContainerWrapper') && only?.type === 'element') {
    return itemsOf(only);
  }
  if (element.tagName !== 'ul' && element.tagName !== 'ol') return [];
  const indent = attribute(element, 'dataIndent');
  const lines = element.children.filter((child): child is Element => child.type === 'element');
  const levels = lines.map((line) =>
    Number(attribute(line, 'dataAriaLevel') || Number(indent) + 1),
  );
  const isFlat = indent !== '' || lines.some((line) => attribute(line, 'dataAriaLevel') !== '');
  if (!isFlat || lines.some(({ tagName }) => tagName !== 'li')) return [];
  return lines.map(({ children }, index) => ({
    level: clamped(levels[index] ?? 1),
    isOrdered: element.tagName === 'ol',
    start: Number.parseInt(attribute(element, 'start'), 10) || 1,
    list: '',
    children,
  }));
}

function clamped(level: number): number {
  return Number.isInteger(level) ? Math.min(Math.max(1, level), DEEPEST) : 1;
}

function wordItem(element: Element, list: string, level: number): Item {
  const mark = findFirst(element, (inner) => WORD_MARK.test(attribute(inner, 'style')));
  const numbered = mark ? ORDERED_MARK.exec(rawText(mark)) : null;
  // Word draws the bullet "o" of its second level with the letter.
  const isLetterBullet = mark !== null && /^[\s\u00a0]*o[\s\u00a0]*$/.test(rawText(mark));
  return {
    level: clamped(level),
    isOrdered: numbered !== null && !isLetterBullet,
    start: Number(numbered?.[1] ?? 1),
    list,
    children: mark ? withoutElement(element.children, mark) : element.children,
  };
}

function listsOf(items: readonly Item[]): Element[] {
  const level = Math.min(...items.map((item) => item.level));
  const lists: Element[] = [];
  let former: Item | null = null;
  for (let index = 0; index < items.length; ) {
    const item = items[index]!;
    if (item.level > level) {
      const next = items.findIndex((one, place) => place > index && one.level <= level);
      const end = next < 0 ? items.length : next;
      const above = lists.at(-1)?.children.at(-1);
      const below = listsOf(items.slice(index, end));
      if (above?.type === 'element') above.children.push(...below);
      else lists.push(...below);
      index = end;
      continue;
    }
    const goesOn = former?.isOrdered === item.isOrdered && former.list === item.list;
    if (!goesOn || lists.length === 0) {
      lists.push(item.isOrdered ? h('ol', { start: item.start }) : h('ul'));
    }
    lists.at(-1)?.children.push(h('li', item.children));
    former = item;
    index += 1;
  }
  return lists;
}
