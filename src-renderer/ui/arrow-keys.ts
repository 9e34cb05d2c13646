import { type KeyboardEvent, useCallback } from 'react';

/**
 * Moves the focus between the items of a list with the arrow keys, Home and End. `items` selects them
 * within the element that has the handler; exactly one of them has `tabIndex` 0.
 */
export function useArrowKeys(items: string) {
  return useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const all = [...event.currentTarget.querySelectorAll<HTMLElement>(items)];
      const index = all.indexOf(document.activeElement as HTMLElement);
      if (index === -1) return;
      const targets: Record<string, number> = {
        ArrowDown: index + 1,
        ArrowUp: index - 1,
        Home: 0,
        End: all.length - 1,
      };
      const target = targets[event.key];
      if (target === undefined) return;
      event.preventDefault();
      all[target]?.focus();
    },
    [items],
  );
}
