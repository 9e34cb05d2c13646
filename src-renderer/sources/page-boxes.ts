import type { Box, PlacedWord } from '../../src-shared/model/page';
import type { Span } from '../../src-shared/model/span';

/**
 * The rectangles that cover the words of a stretch on a page, one for each of its lines; in points.
 *
 * @param words in the order of the text.
 */
export function boxesOf(words: readonly PlacedWord[], stretch: Span): Box[] {
  const boxes: Box[] = [];
  for (const { start, end, x, y, width, height } of words) {
    if (start >= stretch.end || end <= stretch.start) continue;
    const line = boxes.at(-1);
    // The next word of the same line, a few letters on at most; otherwise another line or column.
    const isNext =
      line !== undefined &&
      Math.abs(y - line.y) < height * 0.5 &&
      Math.max(x - line.x - line.width, line.x - x - width) < height * 2;
    if (!isNext) {
      boxes.push({ x, y, width, height });
      continue;
    }
    const right = Math.max(line.x + line.width, x + width);
    const bottom = Math.max(line.y + line.height, y + height);
    line.x = Math.min(line.x, x);
    line.y = Math.min(line.y, y);
    line.width = right - line.x;
    line.height = bottom - line.y;
  }
  return boxes;
}

/** The word at a point of the page, or the nearest one on its line; null where there is none. */
export function wordAt(words: readonly PlacedWord[], point: { x: number; y: number }): Span | null {
  let best: { word: PlacedWord; distance: number } | null = null;
  for (const word of words) {
    const beside = Math.max(word.x - point.x, 0, point.x - word.x - word.width);
    const above = Math.max(word.y - point.y, 0, point.y - word.y - word.height);
    const distance = beside + above * 4;
    if (!best || distance < best.distance) best = { word, distance };
  }
  return best && { start: best.word.start, end: best.word.end };
}
