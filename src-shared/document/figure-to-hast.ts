import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { onOneLine } from './figure';
import { properAddress } from './links';
import type { FigureNode } from './schema';

/**
 * A figure in HTML. Where nobody has said what is read out in its place, a picture with a caption has
 * no alternative text at all, which is what the standard asks for (HTML, 4.8.4.4.3); one without must
 * have an empty one. Without an address what is said of the picture stays as a paragraph.
 *
 * @param caption the words of the caption, empty where it has none
 */
export function figureToHast(
  node: FigureNode,
  address: string | null,
  caption: ElementContent[],
): Element[] {
  const credit = onOneLine(node.credit);
  const content = [...caption];
  if (credit !== '') {
    if (caption.length > 0) content.push({ type: 'text', value: ' ' });
    content.push(h('span.credit', credit));
  }
  if (address === null) return content.length > 0 ? [h('p', content)] : [];
  const newline = { type: 'text', value: '\n' } as const;
  // Nothing is loaded from elsewhere by opening a file: one can go there.
  if (/^(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(address)) {
    const words = onOneLine(node.alternativeText ?? '') || address;
    const link = h('p', [h('a', { href: properAddress(address) }, words)]);
    return content.length > 0 ? [link, h('p', content)] : [link];
  }
  const alternative = node.alternativeText ?? (content.length > 0 ? null : '');
  const image = h('img', {
    src: address === node.$?.address ? properAddress(address) : encodeURI(address),
    ...(alternative === null ? {} : { alt: onOneLine(alternative) }),
    ...(node.width > 0 && node.height > 0 ? { width: node.width, height: node.height } : {}),
  });
  const lines = content.length > 0 ? [image, h('figcaption', content)] : [image];
  return [h('figure.picture', [newline, ...lines.flatMap((line) => [line, newline])])];
}
