import type { BrowserWindow } from 'electron';

/** The windows of Stet: all of one library. The hidden extractors are none of them. */
export interface WindowList {
  add(window: BrowserWindow): void;
  remove(window: BrowserWindow): void;
  all(): readonly BrowserWindow[];
  /** The one that was in front last; null where none is open. */
  current(): BrowserWindow | null;
  /** Brings one to the front. */
  show(window: BrowserWindow | null): void;
}

export function createWindowList(): WindowList {
  // The one that was in front last comes last.
  let windows: BrowserWindow[] = [];
  const others = (window: BrowserWindow) => windows.filter((one) => one !== window);
  return {
    add(window) {
      windows = [...others(window), window];
      window.on('focus', () => {
        windows = [...others(window), window];
      });
    },
    remove(window) {
      windows = others(window);
    },
    all: () => windows,
    current: () => windows.at(-1) ?? null,
    show(window) {
      if (!window || window.isDestroyed()) return;
      if (window.isMinimized()) window.restore();
      window.focus();
    },
  };
}
