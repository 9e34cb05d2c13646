import type { BrowserWindow } from 'electron';
import type { Settings, SettingsFile } from './settings';
import { placeOf } from './window';
import type { WindowList } from './window-list';

export type OpenWindow = NonNullable<Settings['windows']>['open'][number];

export interface OpenWindows {
  /** The windows that were open when Stet ended, the front one last; none where it was only one. */
  last(): OpenWindow[];
  /** A window shows this article now, or none. */
  shows(window: BrowserWindow, articleId: string | null): void;
  /** Writes down which windows are open and where. Called when that changes, and before all are closed. */
  remember(): void;
}

/**
 * Keeps in the settings which windows of a library are open, so that they come back after a restart and,
 * as it is written at every change, after a crash. One window alone opens with the article of last time.
 */
export function openWindows(
  windows: WindowList,
  settings: SettingsFile,
  library: string,
): OpenWindows {
  const articles = new WeakMap<BrowserWindow, string>();
  return {
    last() {
      const known = settings.get().windows;
      return known?.library === library ? known.open : [];
    },
    shows(window, articleId) {
      if (articleId === null) articles.delete(window);
      else articles.set(window, articleId);
    },
    remember() {
      const all = windows.all();
      const several = all.length > 1;
      if (!several && settings.get().windows === null) return;
      const open = all.map((window) => ({
        articleId: articles.get(window) ?? null,
        place: placeOf(window),
      }));
      settings.set({ windows: several ? { library, open } : null });
    },
  };
}
