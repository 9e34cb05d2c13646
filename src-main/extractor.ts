import { setPriority } from 'node:os';
import { type BrowserWindow, MessageChannelMain, type MessagePortMain, session } from 'electron';
import { openHiddenWindow } from './hidden-window';
import { closeOff, ORIGIN, servePages } from './protocol';

export interface ExtractorOptions {
  preload: string;
  pages: string;
  /** Names its session: what one extractor holds, another cannot reach. */
  partition: string;
  /** Where nobody waits for each answer: the window goes first. */
  inBackground?: boolean;
}

export interface Extractor {
  /** A port to a running extractor; `restart` ends the one that hangs or grew too large. */
  open(restart: boolean): Promise<MessagePortMain>;
  /** Ends it, with all that it holds. */
  close(): void;
}

/**
 * The only kind of place where foreign files are parsed and drawn: a hidden, sandboxed page in a session
 * of its own that reaches nothing but Stet's own pages. A parser that is tricked or crashes takes this page
 * with it and nothing else.
 */
export function createExtractor(options: ExtractorOptions): Extractor {
  let window: BrowserWindow | null = null;
  let loaded: Promise<void> = Promise.resolve();
  let prepared = false;

  const prepareSession = () => {
    const own = session.fromPartition(options.partition);
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
        window = openHiddenWindow({ session: prepareSession(), preload: options.preload });
        loaded = window.loadURL(`${ORIGIN}/extractor.html`);
      }
      const current = window;
      // A port that arrives before the page would be lost.
      await loaded;
      if (options.inBackground) goBehind(current.webContents.getOSProcessId());
      const { port1, port2 } = new MessageChannelMain();
      current.webContents.postMessage('extractor-port', null, [port1]);
      return port2;
    },
    close() {
      window?.destroy();
      window = null;
    },
  };
}

/** Of 1 to 19: a little, so that a busy computer still gets on with it. Windows takes it for no difference. */
const BEHIND = 5;

/** A process of lower priority; one that it may not be given goes on as it is. */
function goBehind(processId: number): void {
  try {
    setPriority(processId, BEHIND);
  } catch {
    // Some systems allow it to nobody but themselves.
  }
}
