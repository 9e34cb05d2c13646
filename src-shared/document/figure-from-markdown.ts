import type { Image, ImageReference, Paragraph, PhrasingContent } from 'mdast';
import { figure, inlineBlock } from './build';
import { onOneLine } from './figure';
import type { ImportedBlock } from './imported';
import type { Address } from './links';
import { phrasingText } from './markdown';
import type { InlineNode } from './schema';

type ReadInlines = (nodes: readonly PhrasingContent[]) => InlineNode[];

/**
 * A paragraph with pictures: what figure-to-mdast.ts writes is a figure with its caption and credit,
 * and so is a picture with lines below it; from among words the pictures are taken out and follow
 * them. Null where there is no picture in the paragraph.
 *
 * @param definitions addresses of `![words][name]`, by their names
 */
export function figuresFromMarkdown(
  paragraph: Paragraph,
  definitions: ReadonlyMap<string, Address>,
  inlines: ReadInlines,
): ImportedBlock[] | null {
  const nodes = paragraph.children;
  const pictures = imagesIn(nodes);
  if (pictures.length === 0) return null;
  const [first, second] = nodes;
  if (first && imageOf(first) && pictures.length === 1 && (!second || endsLine(second))) {
    return [captioned(imageOf(first)!, nodes.slice(1), definitions, inlines)].flat();
  }
  const words = inlines(nodes.filter((node) => imageOf(node) === null));
  return [
    ...(words.length > 0 ? [{ node: inlineBlock('paragraph', words) }] : []),
    ...pictures.flatMap((image) => captioned(image, [], definitions, inlines)),
  ];
}

type Picture = Image | ImageReference;

/** A picture, also one that is a link. */
function imageOf(node: PhrasingContent): Picture | null {
  if (node.type === 'image' || node.type === 'imageReference') return node;
  const isLink = node.type === 'link' || node.type === 'linkReference';
  const [only, more] = isLink ? node.children : [];
  return only && !more ? imageOf(only) : null;
}

/** All pictures, also those in links and formats. */
function imagesIn(nodes: readonly PhrasingContent[]): Picture[] {
  return nodes.flatMap((node) => {
    if (node.type === 'image' || node.type === 'imageReference') return [node];
    return 'children' in node ? imagesIn(node.children) : [];
  });
}

function endsLine(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && /^\s*\n/.test(node.value));
}

function captioned(
  image: Picture,
  below: readonly PhrasingContent[],
  definitions: ReadonlyMap<string, Address>,
  inlines: ReadInlines,
): ImportedBlock[] {
  const address = image.type === 'image' ? image : definitions.get(image.identifier);
  const picture = address?.url ?? '';
  if (picture === '') {
    const words = inlines(below);
    return words.length > 0 ? [{ node: inlineBlock('paragraph', words) }] : [];
  }
  const credit = onOneLine(address?.title ?? '');
  const words = credit === '' ? below : withoutCredit(below, credit);
  const alternativeText = onOneLine(image.alt ?? '') || null;
  const node = figure({ picture, alternativeText, credit }, inlines(words));
  const isTitle = credit !== '' && words === below;
  return [{ node: isTitle ? { ...node, $: { titled: true } } : node }];
}

/** The last line says the credit once more, for readers who are shown no titles. */
function withoutCredit(nodes: readonly PhrasingContent[], credit: string) {
  const last = nodes.at(-1);
  const isRepeated = last?.type === 'emphasis' && onOneLine(phrasingText([last])) === credit;
  return isRepeated && nodes.at(-2)?.type === 'break' ? nodes.slice(0, -2) : nodes;
}
