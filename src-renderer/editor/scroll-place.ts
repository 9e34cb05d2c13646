import type { EditingPlace } from '../../src-shared/model/article';

/*
 * How far an article is scrolled. Blocks that were never on the screen have a height that is guessed
 * (content-visibility), so a place is told by the block at the top of the view and not by pixels alone.
 */

/** How far the text is scrolled: the block at the top of the view, and how far it stands from it. */
export function readScroll(
  pane: HTMLElement,
  root: HTMLElement,
): Pick<EditingPlace, 'scrollTop' | 'top'> {
  const { scrollTop } = pane;
  const { top } = pane.getBoundingClientRect();
  const blocks = root.children;
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.getBoundingClientRect().bottom <= top) low = middle + 1;
    else high = middle;
  }
  const block = blocks[low];
  if (!block) return { scrollTop };
  return {
    scrollTop,
    top: { block: low, offset: Math.round(block.getBoundingClientRect().top - top) },
  };
}

/** Scrolls to where a place was seen. */
export function scrollToPlace(pane: HTMLElement, root: HTMLElement, place: EditingPlace): void {
  const { top, scrollTop } = place;
  const block = top && root.children[top.block];
  if (!block || scrollTop === 0) {
    pane.scrollTop = scrollTop;
    return;
  }
  const bring = () => {
    const from = block.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTop += from - top.offset;
  };
  bring();
  // Blocks that come near the screen take their real height only now, and move what is below.
  requestAnimationFrame(bring);
}
