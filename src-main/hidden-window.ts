import { BrowserWindow, type WebPreferences } from 'electron';

/** A window that nobody sees, sandboxed, that goes nowhere and opens nothing. */
export function openHiddenWindow(preferences: WebPreferences): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      ...preferences,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      backgroundThrottling: false,
    },
  });
  const { webContents } = window;
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-navigate', (event) => event.preventDefault());
  return window;
}
