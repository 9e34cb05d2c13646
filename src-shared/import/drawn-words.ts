import { type Box, type DrawnWord, MOST_DRAWN_WORDS } from '../model/page';
import type { Page, Run } from './pdf-page';

/** How far letters reach above the line they stand on and below it, in their size. */
const ABOVE = 0.8;
const BELOW = 0.24;

/** How wide the first letters of a stretch are, as a part of its width: from 0 to 1. */
export type Measure = (text: string, letters: number) => number;

/**
 * The words of a page with their places. A file says how wide a stretch of letters is and not each of
 * them; `measure` divides it.
 */
export function drawnWords(page: Page, measure: Measure): DrawnWord[] {
  const words: DrawnWord[] = [];
  for (const { runs } of page.chunks) {
    for (const run of runs) {
      for (const { 0: text, index } of run.text.matchAll(/\S+/g)) {
        if (words.length === MOST_DRAWN_WORDS) return words;
        const from = measure(run.text, index);
        const to = measure(run.text, index + text.length);
        words.push({ text, ...boxOf(run, from, to, page.direction) });
      }
    }
  }
  return words;
}

function boxOf(
  { x0, x1, y, size, isRightToLeft }: Run,
  from: number,
  to: number,
  turn: number,
): Box {
  const width = x1 - x0;
  const [u0, u1] = isRightToLeft
    ? [x1 - to * width, x1 - from * width]
    : [x0 + from * width, x0 + to * width];
  const [v0, v1] = [y - ABOVE * size, y + BELOW * size];
  // Coordinates of turned text are along its lines (pdf-page.ts); back to the page as it is shown.
  const angle = (turn * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const xs = [u0 * cos - v0 * sin, u1 * cos - v1 * sin];
  const ys = [u0 * sin + v0 * cos, u1 * sin + v1 * cos];
  return {
    x: Math.min(...xs),
    y: Math.min(...ys),
    width: Math.abs(xs[0]! - xs[1]!),
    height: Math.abs(ys[0]! - ys[1]!),
  };
}
