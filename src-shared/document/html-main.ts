import type { Element, Root } from 'hast';
import { attribute, findAll, findFirst, hasWord, isUnread, textOf } from './html-tree';

/** Names of things around a text, as they are found in class and id attributes. */
const FURNITURE =
  /^(?:[\w-]*[-_])?(?:cookies?|consent|gdpr|newsletter|related|sharing|share-?(?:bar|tools|buttons)|social|advert(?:isement)?|promo|breadcrumbs?|sidebar|pagination|skip-link)(?:[-_][\w-]*)?$/i;
const FURNITURE_ROLE = /^(?:navigation|banner|contentinfo|complementary|search|menu|dialog|alert)$/;
const FURNITURE_TAG = /^(?:nav|footer|aside|menu)$/;
/** Names are guesses, and some sites put a whole page into a form: neither takes a text away. */
const FEW_PARAGRAPHS = 5;
const PARAGRAPH = /^(?:p|blockquote|pre|li|h[2-6]|dd)$/;

/** True for what stands around a text: navigation, footers, asides, cookie notices. */
export function isFurniture(element: Element): boolean {
  // Stet's own export: a pull quote of the text, not something beside it.
  if (element.tagName === 'aside' && hasWord(element, 'className', 'pullquote')) return false;
  if (FURNITURE_TAG.test(element.tagName)) return true;
  if (FURNITURE_ROLE.test(attribute(element, 'role'))) return true;
  const names = [...attribute(element, 'className').split(/\s+/), attribute(element, 'id')];
  const isMeantSo = element.tagName === 'form' || names.some((name) => FURNITURE.test(name));
  return isMeantSo && !holdsText(element);
}

function holdsText(element: Element): boolean {
  if (findFirst(element, (inner) => inner.tagName === 'h1') !== null) return true;
  return findAll(element, (inner) => inner.tagName === 'p').length >= FEW_PARAGRAPHS;
}

/** Furniture, and the header of the page, which is not the one of its text. */
function isAround(element: Element): boolean {
  return isUnread(element) || element.tagName === 'header' || isFurniture(element);
}

/**
 * The element that holds the page's text: its `article` (unless it is one of many, as on a front
 * page), its `main`, else the innermost element with nine tenths of what is written in paragraphs
 * outside links. HTML that is no whole page, as from the clipboard, is text from end to end.
 */
export function mainElement(root: Root): Root | Element {
  const body = findFirst(root, (element) => element.tagName === 'body') ?? root;
  if (!findFirst(root, (element) => element.tagName === 'title')) return body;
  const articles = findAll(
    body,
    (element) => element.tagName === 'article' || hasWord(element, 'role', 'article'),
    isAround,
  ).map((element) => ({ element, length: textOf(element).length }));
  const longest = articles.reduce<(typeof articles)[number] | null>(
    (best, one) => (best === null || one.length > best.length ? one : best),
    null,
  );
  const total = articles.reduce((sum, one) => sum + one.length, 0);
  if (longest && longest.length > 0 && longest.length * 2 >= total) return longest.element;
  const main = findFirst(
    body,
    (element) =>
      (element.tagName === 'main' || hasWord(element, 'role', 'main')) &&
      textOf(element).length > 0,
  );
  return main ?? mostParagraphs(body);
}

const CONTAINER = /^(?:div|section|center|table|tbody|tr|td)$/;

function mostParagraphs(body: Root | Element): Root | Element {
  const lengths = new Map<Root | Element, number>();
  const measure = (node: Root | Element): number => {
    let length = 0;
    for (const child of node.children) {
      if (child.type !== 'element' || isAround(child)) continue;
      length += PARAGRAPH.test(child.tagName) ? unlinkedLength(child) : measure(child);
    }
    lengths.set(node, length);
    return length;
  };
  const enough = measure(body) * 0.9;
  if (enough === 0) return body;
  let main = body;
  for (;;) {
    const children: Root['children'] = main.children;
    const inner = children.find(
      (child): child is Element =>
        child.type === 'element' &&
        CONTAINER.test(child.tagName) &&
        (lengths.get(child) ?? 0) >= enough,
    );
    if (!inner) return main;
    main = inner;
  }
}

/** Menus and teasers are links; the words of a text mostly are not. */
function unlinkedLength(element: Element): number {
  const links = findAll(element, (inner) => inner.tagName === 'a');
  const linked = links.reduce((sum, link) => sum + textOf(link).length, 0);
  return Math.max(0, textOf(element).length - linked);
}
