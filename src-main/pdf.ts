import { type Session, session } from 'electron';
import { openHiddenWindow } from './hidden-window';
import { closeOff } from './protocol';
import type { PrintedPage } from './services/context';

export interface Printer {
  /** The page as a PDF; rejects where it cannot be printed, takes too long, or is cancelled. */
  print(page: PrintedPage): Promise<Uint8Array>;
  cancel(token: string): void;
}

const ORIGIN = 'app://print';
const ADDRESS = `${ORIGIN}/page.html`;
/** A page that is not printed by then will not be. */
const LIMIT_MS = 90_000;
/** Inches, as Chromium wants them. */
const MARGINS = { top: 0.8, bottom: 0.9, left: 0.9, right: 0.9 };
const FOOTER = `<div style="width: 100%; text-align: center; font: 8px sans-serif; color: #555">
  <span class="pageNumber"></span> / <span class="totalPages"></span></div>`;

/** Of an export nothing may run, and nothing is loaded but its own pictures. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'";

/**
 * Prints pages in a hidden window, one after another: sandboxed, without scripts, in a session of its
 * own that reaches nothing but the page itself and its pictures.
 */
export function createPrinter(): Printer {
  let own: Session | null = null;
  let shown: PrintedPage | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const cancelled = new Map<string, () => void>();

  const prepareSession = () => {
    if (own) return own;
    own = session.fromPartition('printer');
    closeOff(own, [ORIGIN]);
    own.protocol.handle('app', ({ url, method }) => {
      const file = method === 'GET' && shown ? fileOf(shown, url) : null;
      return file ?? new Response('Not found', { status: 404 });
    });
    return own;
  };

  async function printNow(page: PrintedPage): Promise<Uint8Array> {
    const window = openHiddenWindow({ session: prepareSession(), javascript: false });
    const { webContents } = window;
    shown = page;
    let limit: ReturnType<typeof setTimeout> | undefined;
    const ended = new Promise<never>((_resolve, reject) => {
      limit = setTimeout(() => reject(new Error('Printing takes too long.')), LIMIT_MS);
      webContents.on('render-process-gone', () => reject(new Error('The page is gone.')));
      cancelled.set(page.token, () => reject(new Error('Cancelled.')));
    });
    const printed = async () => {
      await window.loadURL(ADDRESS);
      return webContents.printToPDF({
        pageSize: page.paper === 'letter' ? 'Letter' : 'A4',
        margins: MARGINS,
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate: FOOTER,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      });
    };
    try {
      return await Promise.race([printed(), ended]);
    } finally {
      clearTimeout(limit);
      cancelled.delete(page.token);
      shown = null;
      window.destroy();
    }
  }

  return {
    print(page) {
      let isCancelled = false;
      cancelled.set(page.token, () => {
        isCancelled = true;
      });
      const printed = last.then(() => {
        if (isCancelled) throw new Error('Cancelled.');
        return printNow(page);
      });
      last = printed.catch(() => {});
      return printed;
    },
    cancel: (token) => cancelled.get(token)?.(),
  };
}

function fileOf({ html, pictures }: PrintedPage, url: string): Response | null {
  const headers = { 'content-security-policy': POLICY, 'x-content-type-options': 'nosniff' };
  if (url === ADDRESS) {
    return new Response(html, {
      headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
    });
  }
  const path = decodeURIComponent(new URL(url).pathname.slice(1));
  const picture = pictures.find((one) => one.path === path);
  return picture
    ? new Response(new Uint8Array(picture.bytes), {
        headers: { ...headers, 'content-type': picture.type },
      })
    : null;
}
