import type { Span } from '../../src-shared/model/span';

/*
 * Between offsets into a source's text and the reader's DOM. Every piece of text in the reader is an
 * element with `data-start` (its UTF-16 offset into the source's text) around one text node.
 */

const PIECES = '[data-start]';

function piecesOf(root: Element): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(PIECES)];
}

const startOf = (piece: HTMLElement) => Number(piece.dataset.start);
const lengthOf = (piece: HTMLElement) => piece.textContent?.length ?? 0;

/** The last piece that starts at or before an offset. */
function pieceAt(pieces: readonly HTMLElement[], offset: number): HTMLElement | undefined {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(pieces[middle]!) <= offset) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}

/** The element that shows the text at an offset. */
export function elementAt(root: Element, offset: number): HTMLElement | undefined {
  return pieceAt(piecesOf(root), offset);
}

/** Makes ranges for stretches of the text; a stretch that is not shown is left out. */
export function rangesOf(root: Element, spans: readonly Span[]): Range[] {
  const pieces = piecesOf(root);
  return spans.flatMap(({ start, end }) => {
    const first = pieceAt(pieces, start);
    const last = pieceAt(pieces, end - 1);
    if (!first?.firstChild || !last?.firstChild) return [];
    const range = document.createRange();
    range.setStart(first.firstChild, Math.min(start - startOf(first), lengthOf(first)));
    range.setEnd(last.firstChild, Math.min(end - startOf(last), lengthOf(last)));
    return [range];
  });
}

function offsetOf(root: Element, container: Node, offset: number): number | null {
  const element = container instanceof Element ? container : container.parentElement;
  const piece = element?.closest<HTMLElement>(PIECES);
  if (piece && root.contains(piece) && container.nodeType === Node.TEXT_NODE) {
    return startOf(piece) + offset;
  }
  const point = document.createRange();
  point.setStart(container, offset);
  const pieces = piecesOf(root);
  const next = pieces.find((one) => point.comparePoint(one, 0) >= 0);
  if (next) return startOf(next);
  const last = pieces.at(-1);
  return last ? startOf(last) + lengthOf(last) : null;
}

/** The stretch of the source's text that is selected in the reader; null where nothing there is. */
export function selectedSpan(root: Element, selection: Selection | null): Span | null {
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null;
  const start = offsetOf(root, range.startContainer, range.startOffset);
  const end = offsetOf(root, range.endContainer, range.endOffset);
  return start === null || end === null ? null : { start, end };
}

/** Where the piece of text begins that is at a height of the window, or below it; null where none is shown. */
export function offsetAtHeight(root: Element, y: number): number | null {
  const pieces = piecesOf(root);
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.getBoundingClientRect().bottom < y) low = middle + 1;
    else high = middle;
  }
  const piece = pieces[low] ?? pieces.at(-1);
  return piece ? startOf(piece) : null;
}
