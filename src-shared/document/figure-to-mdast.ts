import type { Image, Paragraph, PhrasingContent } from 'mdast';
import { onOneLine } from './figure';
import type { FigureNode, InlineNode } from './schema';

/**
 * A figure in Markdown is one paragraph: the picture with its credit as title, on the next line the
 * caption, on the last one the credit in italics, so that it is read where titles are not shown.
 * from-markdown.ts reads this form again; that a picture is decorative has none. Null where the picture
 * may not be printed or is not there: what is said of it stays.
 */
export function figureToMdast(
  node: FigureNode,
  address: string | null,
  phrasing: (inlines: readonly InlineNode[]) => PhrasingContent[],
): Paragraph[] {
  const credit = onOneLine(node.credit);
  const caption = phrasing(node.children);
  const lines: PhrasingContent[][] = [];
  if (address !== null) {
    const image: Image = {
      type: 'image',
      url: address,
      alt: onOneLine(node.alternativeText ?? ''),
    };
    if (credit !== '') image.title = credit;
    lines.push([image]);
  }
  if (caption.length > 0) lines.push(caption);
  if (credit !== '' && (address === null || !node.$?.titled)) {
    lines.push([{ type: 'emphasis', children: [{ type: 'text', value: credit }] }]);
  }
  const children = lines.flatMap((line, index): PhrasingContent[] =>
    index === 0 ? line : [{ type: 'break' }, ...line],
  );
  return children.length > 0 ? [{ type: 'paragraph', children }] : [];
}
