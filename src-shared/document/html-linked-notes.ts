import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { attribute, findAll, findFirst, rawText, withoutElement } from './html-tree';

/*
 * Notes as word processors write them: the mark in the text and the note lead to one another.
 * Word writes `#_ftn1` and `#_ftnref1`, LibreOffice `#sdfootnote1sym` and `#sdfootnote1anc`, Google Docs
 * `#ftnt1` and `#ftnt_ref1`, Wikipedia `#cite_note-1` and `#cite_ref-1`: two links that do are a
 * note, whoever wrote them.
 */

/** Google’s and Word’s comments are built like notes, and are no part of the text. */
const COMMENT = /^(?:_?cmnt|_?msocom)/i;
const NOTE_BLOCK = /^(?:p|li|div|dd|td|aside|section)$/;
const BACK = /^[\s\u00a0]*(?:[\^↑↩⏎]|\[?[\divxlcdm*†‡]{1,5}[\].)]?)?[\s\u00a0]*$/iu;

interface Place {
  element: Element;
  /** What it stands in, the innermost first. */
  ancestors: (Element | Root)[];
  order: number;
}

/**
 * Puts notes whose links lead to one another into one list at the end, as `takeFootnotes` reads them; takes
 * comments away. The tree is changed.
 *
 * @param isLeft true for a section whose notes are not the article's own
 */
export function gatherLinkedNotes(
  root: Root,
  isLeft: (section: Element) => boolean = () => false,
): void {
  const places = new Map<Element, Place>();
  const byId = new Map<string, Place>();
  const links: Place[] = [];
  const walk = (node: Root | Element, ancestors: (Element | Root)[]): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      if (isLeft(child)) continue;
      const place = { element: child, ancestors, order: places.size };
      places.set(child, place);
      for (const id of [attribute(child, 'id'), attribute(child, 'name')]) {
        if (id !== '' && !byId.has(id)) byId.set(id, place);
      }
      if (child.tagName === 'a' && fragmentOf(child) !== '') links.push(place);
      walk(child, [child, ...ancestors]);
    }
  };
  walk(root, [root]);
  if (links.length === 0) return;

  const found: { id: string; mark: Place; back: Element; block: Place }[] = [];
  const blocks = new Set<Element>();
  for (const mark of links) {
    const id = fragmentOf(mark.element);
    const target = byId.get(id);
    if (!target || target.order <= mark.order) continue;
    const block = blockOf(target, mark, places, byId);
    // A section that leads back to the contents is no note.
    if (!block || findFirst(block.element, isHeading)) continue;
    const back = linksIn(block.element).find((link) => {
      const home = byId.get(fragmentOf(link));
      return (
        home !== undefined &&
        (home.order <= mark.order ? isNear(home, mark) : isWithin(home, mark.element))
      );
    });
    if (back) found.push({ id, mark, back, block });
    if (back) blocks.add(block.element);
  }
  const notes: Element[] = [];
  const taken = new Set<Element>();
  for (const { id, mark, back, block } of found) {
    if (COMMENT.test(id)) {
      remove(mark);
      if (!taken.has(block.element)) remove(block);
      taken.add(block.element);
      continue;
    }
    mark.element.properties.href = `#${id}`;
    if (taken.has(block.element)) continue;
    taken.add(block.element);
    const words = BACK.test(rawText(back))
      ? withoutElement(block.element.children, back)
      : block.element.children;
    notes.push(h('li', { id }, trimmed(spaced(words))));
    remove(block);
  }
  if (notes.length === 0) return;
  for (const { block } of found) dropEmptied(block);
  const body = findAll(root, ({ tagName }) => tagName === 'body')[0] ?? root;
  body.children.push(h('section', { role: 'doc-endnotes' }, [h('ol', notes)]));
}

/** A link of a copied page is complete with its address. */
function fragmentOf(link: Element): string {
  const address = attribute(link, 'href');
  const at = address.indexOf('#');
  return at < 0 ? '' : address.slice(at + 1);
}

const linksIn = (element: Element): Element[] => [
  ...(element.tagName === 'a' ? [element] : []),
  ...findAll(element, ({ tagName }) => tagName === 'a'),
];

const isHeading = ({ tagName }: Element): boolean => /^h[1-6]$/.test(tagName);

function isWithin(place: Place, element: Element): boolean {
  return place.element === element || place.ancestors.includes(element);
}

/** The id that a note leads back to is the mark's own, or that of what is right around it. */
function isNear(home: Place, mark: Place): boolean {
  if (home.element === mark.element) return true;
  return mark.ancestors.slice(0, 2).includes(home.element);
}

/**
 * The block of a note: an element that is there for this note alone, which its id or Word's style says,
 * else the paragraph or item that the anchor stands in.
 */
function blockOf(
  target: Place,
  mark: Place,
  places: ReadonlyMap<Element, Place>,
  byId: ReadonlyMap<string, Place>,
): Place | null {
  const around = [target.element, ...target.ancestors]
    .filter((one): one is Element => one.type === 'element' && NOTE_BLOCK.test(one.tagName))
    .filter((one) => !isWithin(mark, one));
  const leadBack = (element: Element) =>
    linksIn(element).filter((link) => {
      const home = byId.get(fragmentOf(link));
      return home !== undefined && home.order < (places.get(element)?.order ?? 0);
    });
  const isOwn = (element: Element) =>
    /^(?:li|div|aside)$/.test(element.tagName) &&
    (attribute(element, 'id') !== '' ||
      /mso-element:\s*(?:foot|end)note(?!-)/i.test(attribute(element, 'style'))) &&
    leadBack(element).length < 2;
  const block = around.slice(0, 3).find(isOwn) ?? around[0];
  return block ? (places.get(block) ?? null) : null;
}

/** A note is one line: where one of its paragraphs ends there is a space. */
function spaced(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] =>
    child.type === 'element' && NOTE_BLOCK.test(child.tagName)
      ? [...spaced(child.children), { type: 'text', value: ' ' }]
      : [child],
  );
}

/** Google parts the number of a note from its words by a space that does not break. */
function trimmed(children: readonly ElementContent[]): ElementContent[] {
  const [first, ...rest] = children;
  if (first?.type === 'text') {
    const value = first.value.trimStart();
    return value === '' ? trimmed(rest) : [{ type: 'text', value }, ...rest];
  }
  return first?.type === 'element'
    ? [{ ...first, children: trimmed(first.children) }, ...rest]
    : [...children];
}

function remove({ element, ancestors }: Place): void {
  const [parent] = ancestors;
  if (parent)
    parent.children = (parent.children as ElementContent[]).filter((one) => one !== element);
}

/** What held the notes and has no word any more goes with them, and so does the line above them. */
function dropEmptied({ ancestors }: Place): void {
  for (const parent of ancestors) {
    const isAll = parent.type !== 'element' || parent.tagName === 'body';
    if (!isAll && rawText(parent).trim() === '') {
      parent.children = [];
      continue;
    }
    const children = parent.children as ElementContent[];
    const last = children.findLastIndex((one) => rawText(one).trim() !== '');
    const isLine = (one: ElementContent) => one.type === 'element' && one.tagName === 'hr';
    parent.children = children.filter((one, index) => index < last || !isLine(one));
    return;
  }
}
