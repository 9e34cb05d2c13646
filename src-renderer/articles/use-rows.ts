import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';

/** So many rows beyond the view are there already. */
const AHEAD = 8;

/** Which rows of a list in the rail are in view or near it, `last` exclusive; rows are of one height. */
export function useRows(list: RefObject<HTMLElement | null>, count: number, rowHeight: number) {
  const [range, setRange] = useState({ first: 0, last: 2 * AHEAD });

  useLayoutEffect(() => {
    const element = list.current;
    const scroller = element?.closest<HTMLElement>('.rail');
    if (!element || !scroller) return;
    const look = () => {
      const view = scroller.getBoundingClientRect();
      const top = view.top - element.getBoundingClientRect().top;
      const first = Math.max(0, Math.floor(top / rowHeight) - AHEAD);
      const last = Math.max(first, Math.ceil((top + view.height) / rowHeight) + AHEAD);
      setRange((before) =>
        before.first === first && before.last === last ? before : { first, last },
      );
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(scroller);
    scroller.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', look);
    };
  }, [list, rowHeight]);

  /** Scrolls as far as it takes to see a row. */
  const scrollTo = useCallback(
    (index: number) => {
      const element = list.current;
      const scroller = element?.closest<HTMLElement>('.rail');
      if (!element || !scroller) return;
      const view = scroller.getBoundingClientRect();
      const top = element.getBoundingClientRect().top + index * rowHeight;
      if (top < view.top) scroller.scrollTop += top - view.top;
      else if (top + rowHeight > view.bottom) {
        scroller.scrollTop += top + rowHeight - view.bottom;
      }
    },
    [list, rowHeight],
  );
  return { first: Math.min(range.first, count), last: Math.min(range.last, count), scrollTo };
}
