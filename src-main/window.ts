import { BrowserWindow, ipcMain, type Rectangle, screen } from 'electron';
import type { DesktopEvent } from '../src-shared/desktop';
import { ORIGIN } from './protocol';
import type { SettingsFile } from './settings';

/** How long a closing window may take to save its last words before it is closed all the same. */
const FLUSH_LIMIT_MS = 5_000;
const DEFAULT_SIZE = { width: 1440, height: 900 };

export interface WindowOptions {
  preload: string;
  icon: string;
  settings: SettingsFile;
  /** The page: Stet's own, or the development server's. */
  url: string;
  background: string;
}

/** Opens the main window: sandboxed, isolated, closed to navigation, saved before it closes. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const bounds = visibleBounds(options.settings.get().bounds);
  const window = new BrowserWindow({
    ...(bounds ?? DEFAULT_SIZE),
    minWidth: 820,
    minHeight: 560,
    show: false,
    title: 'Stet',
    icon: options.icon,
    backgroundColor: options.background,
    autoHideMenuBar: true,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  });
  if (options.settings.get().bounds?.maximized) window.maximize();
  closeToNavigation(window);
  flushBeforeClosing(window);
  window.on('close', () => {
    options.settings.set({
      bounds: { ...window.getNormalBounds(), maximized: window.isMaximized() },
    });
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(options.url);
  return window;
}

export function sendEvent(window: BrowserWindow, event: DesktopEvent): void {
  if (!window.isDestroyed()) window.webContents.send('desktop-event', event);
}

/** A window that remembers a screen which is gone opens in the default place instead. */
function visibleBounds(bounds: Rectangle | null): Rectangle | null {
  if (!bounds) return null;
  const { x, y, width, height } = bounds;
  const area = screen.getDisplayMatching(bounds).workArea;
  const visible =
    x < area.x + area.width - 80 &&
    x + width > area.x + 80 &&
    y >= area.y - 10 &&
    y < area.y + area.height - 80;
  return visible ? { x, y, width, height } : null;
}

function closeToNavigation(window: BrowserWindow): void {
  const { webContents } = window;
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-navigate', (event) => event.preventDefault());
  webContents.on('will-frame-navigate', (event) => event.preventDefault());
  webContents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Asks the page to save and waits for its word, within a limit. */
function flushBeforeClosing(window: BrowserWindow): void {
  let saved = false;
  window.on('close', (event) => {
    if (saved || window.webContents.isCrashed()) return;
    event.preventDefault();
    const done = () => {
      if (saved) return;
      saved = true;
      clearTimeout(limit);
      ipcMain.off('flushed', onFlushed);
      if (!window.isDestroyed()) window.close();
    };
    const onFlushed = (message: Electron.IpcMainEvent) => {
      if (message.sender === window.webContents) done();
    };
    const limit = setTimeout(done, FLUSH_LIMIT_MS);
    ipcMain.on('flushed', onFlushed);
    sendEvent(window, { type: 'flush' });
  });
}

/** True for messages of a page of Stet's own in the top frame of this window, and no others. */
export function isFromWindow(
  event: Electron.IpcMainEvent | Electron.IpcMainInvokeEvent,
  window: BrowserWindow,
  developmentUrl: string | undefined,
): boolean {
  const frame = event.senderFrame;
  if (window.isDestroyed() || !frame || frame !== window.webContents.mainFrame) return false;
  const origin = new URL(frame.url).origin;
  // Chromium gives the opaque origin "null" for custom schemes in `URL`, so the text is compared.
  return (
    frame.url.startsWith(`${ORIGIN}/`) ||
    (developmentUrl !== undefined && origin === new URL(developmentUrl).origin)
  );
}
