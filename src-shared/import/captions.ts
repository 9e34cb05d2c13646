import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { findAll, hasWord, textOf } from '../document/html-tree';

/** What a paragraph is called that has the style of a caption. */
export const CAPTION = 'caption';

/**
 * Word processors set a caption as a paragraph below its picture: both become a figure. The tree is
 * changed; only blocks of its own level are looked at.
 */
export function captionFigures(root: Root): void {
  const blocks = root.children.filter((child): child is Element => child.type === 'element');
  const isPicture = (block: Element | undefined): block is Element =>
    block !== undefined && imagesOf(block).length > 0 && textOf(block) === '';
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    if (!hasWord(block, 'className', CAPTION) || !isPicture(before)) continue;
    before.tagName = 'figure';
    before.children = [...imagesOf(before), h('figcaption', block.children)];
    root.children = root.children.filter((child) => child !== block);
  }
}

function imagesOf(block: Element): Element[] {
  return findAll(block, ({ tagName }) => tagName === 'img');
}
