import { BrowserWindow, dialog, ipcMain, type Rectangle, screen } from 'electron';
import type { DesktopEvent } from '../src-shared/desktop';
import { desktopWords } from '../src-shared/words/desktop';
import { ORIGIN } from './protocol';
import type { SettingsFile, WindowPlace } from './settings';

/** How long a closing window may take to save its last words before the user is asked. */
const FLUSH_LIMIT_MS = 5_000;
const DEFAULT_SIZE = { width: 1440, height: 900 };

export interface WindowOptions {
  preload: string;
  icon: string;
  settings: SettingsFile;
  /** The page: Stet's own, or the development server's. */
  url: string;
  /** A window that is open already: the new one does not hide it. */
  beside: BrowserWindow | null;
  /** Where it stood when Stet ended; without it, where the last one stood, or beside another. */
  place: WindowPlace | null;
  /** False for one that another comes in front of. */
  isFront: boolean;
  background: string;
  /** True for the one kind of navigation that a frame of the window may make. */
  mayShow(navigation: Electron.WebContentsWillFrameNavigateEventParams): boolean;
  /** The user chose to keep the window, so nothing is to be quit. */
  onStaysOpen(): void;
}

/** How far a further window stands from the one before, in pixels. */
const CASCADE = 36;

/** Opens a window: sandboxed, isolated, closed to navigation, saved before it closes. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const { beside, place, isFront } = options;
  const last = place ?? options.settings.get().bounds;
  const isShifted = beside !== null && place === null;
  const bounds = visibleBounds(isShifted ? shifted(beside.getNormalBounds()) : last);
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
  if (!isShifted && last?.maximized) window.maximize();
  closeToNavigation(window, options.mayShow);
  passKeysOn(window);
  flushBeforeClosing(window, options.onStaysOpen);
  window.on('close', () => {
    options.settings.set({ bounds: placeOf(window) });
  });
  window.once('ready-to-show', () => (isFront ? window.show() : window.showInactive()));
  void window.loadURL(options.url);
  return window;
}

/** Where a window stands, and how large it is when it does not fill the screen. */
export function placeOf(window: BrowserWindow): WindowPlace {
  return { ...window.getNormalBounds(), maximized: window.isMaximized() };
}

export function sendEvent(window: BrowserWindow, event: DesktopEvent): void {
  if (!window.isDestroyed()) window.webContents.send('desktop-event', event);
}

const shifted = ({ x, y, width, height }: Rectangle): Rectangle => ({
  x: x + CASCADE,
  y: y + CASCADE,
  width,
  height,
});

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

function closeToNavigation(window: BrowserWindow, mayShow: WindowOptions['mayShow']): void {
  const { webContents } = window;
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-navigate', (event) => event.preventDefault());
  webContents.on('will-frame-navigate', (event) => {
    if (!mayShow(event)) event.preventDefault();
  });
  webContents.on('will-attach-webview', (event) => event.preventDefault());
}

/**
 * Keys that are pressed in a kept web page (kept-pages.ts) reach no script; those that may be a shortcut
 * are told to the window's own page, which knows whether it has the focus itself.
 */
function passKeysOn(window: BrowserWindow): void {
  const { webContents } = window;
  webContents.on('before-input-event', (_event, input) => {
    const { type, key, code, control: ctrl, meta, alt, shift } = input;
    if (type !== 'keyDown' || webContents.focusedFrame === webContents.mainFrame) return;
    if (!ctrl && !meta && !alt && key !== 'Escape' && !/^F\d+$/.test(key)) return;
    sendEvent(window, { type: 'key', key, code, ctrl, meta, alt, shift });
  });
}

/**
 * Asks the page to save and waits for its word, within a limit. Words that could not be saved are
 * not thrown away without the user's word for it.
 */
function flushBeforeClosing(window: BrowserWindow, onStaysOpen: () => void): void {
  let mayClose = false;
  let isAsking = false;
  window.on('close', (event) => {
    if (mayClose || window.webContents.isCrashed()) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    const done = (saved: boolean) => {
      clearTimeout(limit);
      ipcMain.off('flushed', onFlushed);
      isAsking = false;
      if (window.isDestroyed()) return;
      mayClose = saved || closesWithoutSaving(window);
      if (mayClose) window.close();
      else onStaysOpen();
    };
    const onFlushed = (message: Electron.IpcMainEvent, saved: unknown) => {
      if (message.sender === window.webContents) done(saved === true);
    };
    const limit = setTimeout(() => done(false), FLUSH_LIMIT_MS);
    ipcMain.on('flushed', onFlushed);
    sendEvent(window, { type: 'flush' });
  });
}

function closesWithoutSaving(window: BrowserWindow): boolean {
  const choice = dialog.showMessageBoxSync(window, {
    type: 'warning',
    message: desktopWords.notSaved,
    detail: desktopWords.notSavedText,
    buttons: [desktopWords.keepOpen, desktopWords.closeUnsaved],
    defaultId: 0,
    cancelId: 0,
  });
  return choice === 1;
}

/** True for messages of a page of Stet's own in the top frame of this window, and no others. */
export function isFromWindow(
  event: Electron.IpcMainEvent | Electron.IpcMainInvokeEvent,
  window: BrowserWindow,
  developmentUrl: string | undefined,
): boolean {
  return isPageOfWindow(event.senderFrame, window, developmentUrl);
}

/** True for the top frame of this window while it shows a page of Stet's own. */
export function isPageOfWindow(
  frame: Electron.WebFrameMain | null,
  window: BrowserWindow,
  developmentUrl: string | undefined,
): boolean {
  if (window.isDestroyed() || !frame || frame !== window.webContents.mainFrame) return false;
  const origin = new URL(frame.url).origin;
  // Chromium gives the opaque origin "null" for custom schemes in `URL`, so the text is compared.
  return (
    frame.url.startsWith(`${ORIGIN}/`) ||
    (developmentUrl !== undefined && origin === new URL(developmentUrl).origin)
  );
}
