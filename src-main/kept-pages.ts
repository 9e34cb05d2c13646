import type {
  BrowserWindow,
  OnBeforeRequestListenerDetails,
  Session,
  WebContentsWillFrameNavigateEventParams,
} from 'electron';
import { ORIGIN, PAGE_SCHEME } from './protocol';
import type { ServedPage } from './services/context';
import { isPageOfWindow } from './window';

/** What the windows show, and showed just before; older ones make room. */
const MOST_PAGES = 8;

export interface KeptPages {
  /** From now on the window may show this page, in a frame, by its token. */
  serve(page: ServedPage): void;
  /** True for the frame in which the window's own page shows it, and for nothing else. */
  allows(details: OnBeforeRequestListenerDetails): boolean;
  /** True where the window's own page puts a kept page into a frame; no page may go anywhere by itself. */
  mayShow(navigation: WebContentsWillFrameNavigateEventParams): boolean;
}

/**
 * Shows web pages that were kept, as `stet-page://<token>/`: in a frame without scripts or forms, of an
 * origin that is nobody's, under a policy that loads nothing but what is in the page itself.
 */
export function keptPages(
  session: Session,
  windows: () => readonly BrowserWindow[],
  developmentUrl: string | undefined,
): KeptPages {
  const served = new Map<string, string>();
  const ancestor = developmentUrl === undefined ? ORIGIN : new URL(developmentUrl).origin;
  const policy = [
    "default-src 'none'",
    'img-src data:',
    'font-src data:',
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestor}`,
    'sandbox',
  ].join('; ');

  session.protocol.handle(PAGE_SCHEME, (request) => {
    const url = new URL(request.url);
    const html = served.get(url.host);
    const isPlain = url.pathname === '/' && url.search === '' && url.username === '';
    if (request.method !== 'GET' || html === undefined || !isPlain) {
      return new Response('Not found', { status: 404 });
    }
    return new Response(html, {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-dns-prefetch-control': 'off',
        'cache-control': 'no-store',
      },
    });
  });

  const own = () => windows().filter((shown) => !shown.isDestroyed());
  return {
    serve({ token, html }) {
      served.set(token, html);
      for (const known of served.keys()) {
        if (served.size <= MOST_PAGES) break;
        served.delete(known);
      }
    },
    allows({ url, resourceType, webContents, frame }) {
      return (
        url.startsWith(`${PAGE_SCHEME}://`) &&
        resourceType === 'subFrame' &&
        own().some(
          (shown) =>
            webContents === shown.webContents &&
            isPageOfWindow(frame?.parent ?? null, shown, developmentUrl),
        )
      );
    },
    mayShow({ url, isMainFrame, initiator }) {
      return (
        !isMainFrame &&
        url.startsWith(`${PAGE_SCHEME}://`) &&
        own().some((shown) => isPageOfWindow(initiator ?? null, shown, developmentUrl))
      );
    },
  };
}
