import { open, stat } from 'node:fs/promises';
import type { BrowserWindow, OnBeforeRequestListenerDetails, Session } from 'electron';
import { rangeOf } from './byte-range';
import { MEDIA_SCHEME } from './protocol';
import type { ServedMedia } from './services/context';
import { isPageOfWindow } from './window';

/** The library grants a token each time a recording is opened; older ones make room. */
const MOST_TOKENS = 32;
const READ_AT_ONCE = 256 * 1024;

export interface MediaServer {
  /** From now on the window may play this file by its token. */
  serve(media: ServedMedia): void;
  /** True for what the window's own page asks for to play it, and for nothing else. */
  allows(details: OnBeforeRequestListenerDetails): boolean;
}

/**
 * Serves recordings to the window as `stet-media://<token>/`, any stretch of them. Nothing is read but
 * the files that the library process named, whatever a page asks for.
 */
export function serveMedia(
  session: Session,
  windows: () => readonly BrowserWindow[],
  developmentUrl: string | undefined,
): MediaServer {
  const served = new Map<string, ServedMedia>();

  session.protocol.handle(MEDIA_SCHEME, async (request) => {
    const url = new URL(request.url);
    const media = served.get(url.host);
    const isPlain = url.pathname === '/' && url.search === '' && url.username === '';
    if (request.method !== 'GET' || !media || !isPlain) {
      return new Response('Not found', { status: 404 });
    }
    const found = await stat(media.path).catch(() => null);
    if (!found?.isFile()) return new Response('Not found', { status: 404 });
    const headers = {
      'content-type': media.mediaType,
      'accept-ranges': 'bytes',
      'cache-control': 'no-store',
    };
    const range = rangeOf(request.headers.get('range'), found.size);
    if (range === 'unsatisfiable') {
      return new Response(null, {
        status: 416,
        headers: { ...headers, 'content-range': `bytes */${found.size}` },
      });
    }
    const { start, end } = range ?? { start: 0, end: found.size };
    return new Response(stretchOf(media.path, start, end), {
      status: range ? 206 : 200,
      headers: {
        ...headers,
        'content-length': String(end - start),
        ...(range ? { 'content-range': `bytes ${start}-${end - 1}/${found.size}` } : {}),
      },
    });
  });

  return {
    serve(media) {
      served.delete(media.token);
      served.set(media.token, media);
      for (const token of served.keys()) {
        if (served.size <= MOST_TOKENS) break;
        served.delete(token);
      }
    },
    allows({ url, resourceType, webContents, frame }) {
      return (
        url.startsWith(`${MEDIA_SCHEME}://`) &&
        resourceType === 'media' &&
        windows().some(
          (own) =>
            webContents === own.webContents && isPageOfWindow(frame ?? null, own, developmentUrl),
        )
      );
    },
  };
}

/** The bytes from `start` up to `end`, read as they are wanted; the file is closed when nobody does. */
function stretchOf(path: string, start: number, end: number): ReadableStream<Uint8Array> {
  let file: Awaited<ReturnType<typeof open>> | null = null;
  let at = start;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          file ??= await open(path, 'r');
          const buffer = new Uint8Array(Math.min(READ_AT_ONCE, end - at));
          const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
          at += bytesRead;
          if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead));
          if (bytesRead === 0 && at < end) throw new Error('The file has become shorter.');
          if (at < end) return;
          controller.close();
          await file.close();
        } catch (error) {
          controller.error(error);
          await file?.close().catch(() => {});
        }
      },
      async cancel() {
        await file?.close();
      },
    },
    { highWaterMark: 1 },
  );
}
