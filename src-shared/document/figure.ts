import { inlineBlock, textNode } from './build';
import { isSafeLink } from './links';
import type { Document, FigureNode } from './schema';

/*
 * Figures: a picture with a caption, a credit and words for those who do not see it.
 */

/** The figures of a document, in the order of the text. */
export function figuresOf(document: Document): FigureNode[] {
  const found: FigureNode[] = [];
  const walk = (node: object): void => {
    if (isFigure(node)) found.push(node);
    else if ('children' in node) for (const child of node.children as object[]) walk(child);
  };
  walk(document.root);
  return found;
}

function isFigure(node: object): node is FigureNode {
  return 'type' in node && node.type === 'figure';
}

/**
 * The address that a picture had in the Markdown it came from, where its file was not there; null for any
 * other figure, and for an address that nothing is printed of.
 */
export function missingAddress({ $ }: FigureNode): string | null {
  const address: unknown = $?.address;
  return typeof address === 'string' && isSafeLink(address) ? address : null;
}

/** The figures of which nobody has said what is read out in place of the picture. */
export function figuresWithoutAlternative(document: Document): FigureNode[] {
  return figuresOf(document).filter(({ alternativeText }) => alternativeText === null);
}

export type SettledPicture = Pick<FigureNode, 'picture' | 'width' | 'height'> & {
  address?: string;
};

/**
 * The document with each figure's picture as `settle` answers it, by the address that the file gave;
 * `address` is kept where the file is missing.
 * Where it answers null the figure goes, and its caption and credit stay as a paragraph, unless
 * `dropsCaption` says that they go too.
 */
export function withPictures(
  document: Document,
  settle: (figure: FigureNode) => SettledPicture | null,
  dropsCaption: (figure: FigureNode) => boolean,
): Document {
  const settled = (node: object): object[] => {
    if (isFigure(node)) {
      const settled = settle(node);
      if (settled) {
        const { address, ...picture } = settled;
        const { $, ...rest } = node;
        const state = { ...$, ...(address === undefined ? {} : { address }) };
        return [{ ...rest, ...picture, ...(Object.keys(state).length > 0 ? { $: state } : {}) }];
      }
      const words = node.credit === '' ? [] : [textNode(` ${node.credit}`)];
      const left = [...node.children, ...words];
      return dropsCaption(node) || left.length === 0 ? [] : [inlineBlock('paragraph', left)];
    }
    if (!('children' in node)) return [node];
    return [{ ...node, children: (node.children as object[]).flatMap(settled) }];
  };
  return { ...document, root: settled(document.root)[0] } as Document;
}

/** Words on one line: what is read out, and who is credited, break no lines. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
