import { BrowserWindow, MessageChannelMain, type MessagePortMain, session } from 'electron';
import { closeOff, ORIGIN, servePages } from './protocol';

export interface ExtractorOptions {
  preload: string;
  pages: string;
}

export interface Extractor {
  /** A port to a running extractor; `restart` ends the one that hangs or grew too large. */
  open(restart: boolean): Promise<MessagePortMain>;
}

/**
 * The only place where foreign files are parsed: a hidden, sandboxed page in a session of its own
 * that reaches nothing but Stet's own pages. A parser that is tricked or crashes takes this page
 * with it and nothing else.
 */
export function createExtractor(options: ExtractorOptions): Extractor {
  let window: BrowserWindow | null = null;
  let prepared = false;

  const prepareSession = () => {
    const own = session.fromPartition('extractor');
    if (!prepared) {
      servePages(own, options.pages);
      closeOff(own, [ORIGIN]);
      prepared = true;
    }
    return own;
  };

  return {
    async open(restart) {
      if (restart) window?.destroy();
      if (!window || window.isDestroyed() || window.webContents.isCrashed()) {
        window = new BrowserWindow({
          show: false,
          webPreferences: {
            session: prepareSession(),
            preload: options.preload,
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
        await window.loadURL(`${ORIGIN}/extractor.html`);
      }
      const { port1, port2 } = new MessageChannelMain();
      window.webContents.postMessage('extractor-port', null, [port1]);
      return port2;
    },
  };
}
