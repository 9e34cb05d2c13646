import type { Element, ElementContent } from 'hast';
import { figure, lineBreak } from './build';
import { onOneLine } from './figure';
import { attribute, findAll, findFirst, isUnread, textOf, withoutElement } from './html-tree';
import type { ImportedBlock } from './imported';
import type { FigureNode, InlineNode } from './schema';

/** Pictures that are there to be counted, not to be seen, in pixels. */
const TRACKER = 1;
const CREDIT = /(?:^|[-_])(?:credit|photographer|copyright|byline|attribution|source)s?$/i;

/** The pictures below a node that a page shows, each with what the page says of it. */
export function picturesIn(node: Element): FigureNode[] {
  const images = node.tagName === 'img' ? [node] : findAll(node, isImage, isUnread);
  return images.flatMap((image) => pictureOf(image) ?? []);
}

function isImage(element: Element): boolean {
  return element.tagName === 'img';
}

/** The address stands in `picture` until somebody takes the picture in. */
function pictureOf(image: Element): FigureNode | null {
  if (isUnread(image)) return null;
  const address = (attribute(image, 'src') || attribute(image, 'dataSrc')).trim();
  const [width, height] = [pixels(image, 'width'), pixels(image, 'height')];
  const isSeen = (size: number) => size === 0 || size > TRACKER;
  if (address === '' || !isSeen(width) || !isSeen(height)) return null;
  const says = 'alt' in image.properties || attribute(image, 'role') === 'presentation';
  const alternativeText = says ? onOneLine(attribute(image, 'alt')) : null;
  return figure({ picture: address, width, height, alternativeText });
}

function pixels(element: Element, property: string): number {
  const value = Number(attribute(element, property));
  return Number.isInteger(value) && value > 0 ? value : 0;
}

/**
 * The pictures of a `figure` element, the last of them with its caption and credit. Empty where there
 * is no picture in it. `lines` reads the lines of the caption, whatever stands in it.
 */
export function figureFromHtml(
  element: Element,
  lines: (nodes: readonly ElementContent[]) => InlineNode[][],
): ImportedBlock[] {
  const pictures = picturesIn(element);
  const last = pictures.pop();
  if (!last) return [];
  const caption = findFirst(element, (inner) => inner.tagName === 'figcaption');
  const credit = caption && findFirst(caption, isCredit);
  const captioned: FigureNode = {
    ...last,
    credit: credit ? onOneLine(textOf(credit)) : '',
    children: caption ? joined(lines(withoutElement(caption.children, credit))) : [],
  };
  return [...pictures, captioned].map((node) => ({ node }));
}

function isCredit(element: Element): boolean {
  return attribute(element, 'className')
    .split(/\s+/)
    .some((name) => CREDIT.test(name));
}

/** A caption is one block: its paragraphs are lines. */
function joined(lines: readonly InlineNode[][]): InlineNode[] {
  return lines.flatMap((line, index) => (index === 0 ? line : [lineBreak(), ...line]));
}
