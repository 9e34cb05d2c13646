import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { type OnBeforeRequestListenerDetails, protocol, type Session } from 'electron';

export const ORIGIN = 'app://stet';
export const MEDIA_SCHEME = 'stet-media';
export const PAGE_SCHEME = 'stet-page';

/**
 * The strict policy under which every page of Stet runs. The `default` Trusted Types policy is made by
 * the interface before anything else.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  // Recordings of the library, by tokens that it has granted (media.ts).
  'media-src stet-media:',
  "connect-src 'self'",
  "worker-src 'self'",
  // Web pages that were kept, made harmless, by tokens too (kept-pages.ts).
  'frame-src stet-page:',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default dompurify lexical',
].join('; ');

/** The spelling checkers are WebAssembly: their thread may run it, no page may. */
const SPELLING_THREAD = /\/assets\/spelling\.worker-[\w-]+\.js$/;

/** The policy for a file of Stet's own pages, by its path in the address. */
export function policyFor(path: string): string {
  return SPELLING_THREAD.test(path)
    ? CONTENT_SECURITY_POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
    : CONTENT_SECURITY_POLICY;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  // Hunspell dictionaries.
  '.aff': 'application/octet-stream',
  '.dic': 'application/octet-stream',
};

/** Has to be called before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
    // Pages may play from it and can do nothing else with it: no fetching, no reading of samples.
    { scheme: MEDIA_SCHEME, privileges: { standard: true, secure: true, stream: true } },
    // An origin of its own, and so a process: what is shown from it shares nothing with the window.
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true } },
  ]);
}

/** Serves the built pages of `folder`, and nothing outside it, as `app://stet/…` in a session. */
export function servePages(session: Session, folder: string): void {
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    const path = normalize(join(folder, decodeURIComponent(url.pathname)));
    const type = TYPES[extname(path)];
    if (
      request.method !== 'GET' ||
      url.host !== 'stet' ||
      !type ||
      !path.startsWith(folder + sep)
    ) {
      return new Response('Not found', { status: 404 });
    }
    try {
      return new Response(new Uint8Array(await readFile(path)), {
        headers: {
          'content-type': type,
          'content-security-policy': policyFor(url.pathname),
          'x-content-type-options': 'nosniff',
          'cross-origin-opener-policy': 'same-origin',
        },
      });
    } catch {
      return new Response('Not found', { status: 404 });
    }
  });
}

/**
 * No permission for anybody, and no request to anywhere but Stet's own pages, and what `isAllowed`
 * lets pass.
 */
export function closeOff(
  session: Session,
  allowedOrigins: readonly string[],
  isAllowed: (details: OnBeforeRequestListenerDetails) => boolean = () => false,
): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    // Copying as rich text needs it; everything else (camera, location, notifications …) is refused.
    answer(permission === 'clipboard-sanitized-write');
  });
  session.setPermissionCheckHandler(
    (_contents, permission) => permission === 'clipboard-sanitized-write',
  );
  session.webRequest.onBeforeRequest((details, answer) => {
    const local =
      details.url.startsWith('devtools:') ||
      details.url.startsWith('data:') ||
      details.url.startsWith('blob:') ||
      allowedOrigins.some((origin) => details.url.startsWith(`${origin}/`)) ||
      isAllowed(details);
    answer({ cancel: !local });
  });
}
