import type { Span } from '../../src-shared/model/span';
import { elementAt, offsetAtHeight } from './reader-range';

/**
 * Where one is in the source that is read: the stretch that is shown as current while it is in view,
 * else a place near the middle of the view. `shown` where no text is on the screen.
 */
export function readingPlace(shown: Span | null): Span | null {
  const known = shown && { start: shown.start, end: shown.end };
  const reader = document.querySelector<HTMLElement>('.panel .reader');
  if (!reader) return known;
  const view = reader.getBoundingClientRect();
  if (shown) {
    const element = elementAt(reader, shown.start);
    const box = element?.getBoundingClientRect();
    if (box && box.top < view.bottom && box.bottom > view.top) return known;
  }
  const offset = offsetAtHeight(reader, view.top + view.height / 2);
  return offset === null ? known : { start: offset, end: offset };
}
