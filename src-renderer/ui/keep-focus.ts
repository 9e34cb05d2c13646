import { type RefObject, useEffect } from 'react';
import { getShell } from '../shell';

/** Where the focus goes in a part of the window whose focused control is gone. */
const ENTRIES = ['[data-panel-focus]', '[role="tab"][aria-selected="true"]', 'button'];

/**
 * Keeps the focus in a part of the window when what has it goes away, as a button does whose work is
 * done: otherwise the keys would begin again at the top of the window.
 */
export function useFocusKept(root: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    let last: EventTarget | null = null;
    const remember = ({ target }: FocusEvent) => {
      last = target instanceof Node && element.contains(target) ? target : null;
    };
    const keep = () => {
      if (document.activeElement !== document.body || getShell().dialog !== null) return;
      for (const entry of ENTRIES) {
        const found = element.querySelector<HTMLElement>(entry);
        found?.focus();
        if (found && found === document.activeElement) return;
      }
    };
    const observer = new MutationObserver(() => {
      if (!(last instanceof Node) || last.isConnected) return;
      last = null;
      // What comes in its place may take the focus by itself.
      requestAnimationFrame(keep);
    });
    document.addEventListener('focusin', remember);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, [root]);
}
