import { join } from 'node:path';
import type { MessagePortMain } from 'electron';
import * as v from 'valibot';
import type { RequestMessage, ResponseMessage } from '../src-shared/contract';
import { StetError, toWireError } from '../src-shared/errors';
import { type DrawnPage, DrawnPageSchema } from '../src-shared/model/page';
import { extractThrough } from './extraction';
import { ExtractorPort } from './extractor-port';
import { type Host, openLibrary } from './host';
import type { ExtractorPurpose, FromLibrary, ToLibrary } from './library-messages';
import type { PageRequest, ServedMedia } from './services/context';

/*
 * The library process: holds the one writing connection. Windows reach it over ports; main tells it
 * which library to open and what the user's picked files are.
 */

/** A page that takes longer than this to draw is said not to be drawn. */
const DRAWING_LIMIT_MS = 20_000;
/** A file whose pages nobody turned for so long is let go, with the process that holds it. */
const DRAWING_REST_MS = 120_000;
const LOCK_PATIENCE_MS = 3_000;
const LOCK_RETRY_MS = 100;

const parent = process.parentPort;
const tell = (message: FromLibrary) => parent.postMessage(message);

let host: Promise<Host> | null = null;
const windows = new Set<MessagePortMain>();

const extractors: Record<ExtractorPurpose, ExtractorPort> = {
  files: new ExtractorPort({
    want: (restart) => tell({ type: 'extractor-wanted', purpose: 'files', restart }),
  }),
  pages: new ExtractorPort({
    want: (restart) => tell({ type: 'extractor-wanted', purpose: 'pages', restart }),
    release: () => tell({ type: 'extractor-idle', purpose: 'pages' }),
    idleMs: DRAWING_REST_MS,
  }),
};

parent.on('message', ({ data, ports }) => {
  const message = data as ToLibrary;
  const port = ports[0];
  switch (message.type) {
    case 'open':
      host = open(message.folder, message.sampleFolder);
      break;
    case 'window':
      if (port) serveWindow(port);
      break;
    case 'extractor':
      if (port) extractors[message.purpose].give(port);
      break;
    case 'media-served':
      waitingForMedia.get(message.token)?.();
      waitingForMedia.delete(message.token);
      break;
    case 'grant-file':
      void host?.then((library) => library.grantFile(message.token, message.path));
      break;
    case 'grant-folder':
      void host?.then((library) => library.grantFolder(message.token, message.path));
      break;
    case 'close':
      void host
        ?.then((library) => library.close())
        .catch(() => {})
        .finally(() => process.exit(0));
      break;
  }
});

async function open(folder: string, sampleFolder: string | null): Promise<Host> {
  try {
    const library = await openWhenFree(folder, {
      extract: extractThrough(extractors.files),
      watchesFolders: true,
      drawPage,
      serveMedia,
      matchingWorker: join(__dirname, 'matching-worker.js'),
      searchWorker: join(__dirname, 'search-worker.js'),
      ...(sampleFolder ? { sampleFolder } : {}),
    });
    library.on((event, payload) => {
      for (const port of windows) port.postMessage({ event, payload });
    });
    return library;
  } catch (error) {
    tell({ type: 'refused', error: toWireError(error) });
    throw error;
  }
}
/** A Stet that was just closed or killed may hold the lock for a moment longer. */
async function openWhenFree(...[folder, options]: Parameters<typeof openLibrary>): Promise<Host> {
  const until = Date.now() + LOCK_PATIENCE_MS;
  for (;;) {
    try {
      return await openLibrary(folder, options);
    } catch (error) {
      const isInUse = error instanceof StetError && error.code === 'library-in-use';
      if (!isInUse || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, LOCK_RETRY_MS));
    }
  }
}

// A refused library was announced already; calls that wait for it are answered with the same error.
process.on('unhandledRejection', (error) => {
  if (!(error instanceof StetError)) throw error;
});

function serveWindow(port: MessagePortMain): void {
  windows.add(port);
  port.on('close', () => windows.delete(port));
  port.on('message', ({ data }) => void answer(port, data as RequestMessage));
  port.start();
}

async function answer(port: MessagePortMain, request: RequestMessage): Promise<void> {
  let response: ResponseMessage;
  try {
    if (!host) throw new StetError('process-gone');
    const output = await (await host).call(request.method, request.input as never);
    response = { id: request.id, ok: true, output };
  } catch (error) {
    const wire = toWireError(error);
    if (wire.code === 'internal') console.error(request.method, error);
    response = { id: request.id, ok: false, error: wire };
  }
  port.postMessage(response);
}

/** One page at a time; the file goes along only where the extractor does not hold it from before. */
function drawPage({ file, page, scale }: PageRequest): Promise<DrawnPage> {
  const { pages } = extractors;
  return pages.inTurn(async () => {
    const ask = async (bytes: Uint8Array | null) =>
      v.safeParse(
        PageAnswerSchema,
        await pages
          .ask({ type: 'page', file: file.sha256, bytes, page, scale }, DRAWING_LIMIT_MS)
          .catch(() => null),
      );
    let answer = await ask(null);
    if (answer.success && 'wanted' in answer.output) answer = await ask(await file.read());
    if (!answer.success || !('drawn' in answer.output))
      throw new StetError('page-not-drawn', { page });
    return answer.output.drawn;
  });
}

const waitingForMedia = new Map<string, () => void>();
function serveMedia(media: ServedMedia): Promise<void> {
  return new Promise((resolve) => {
    waitingForMedia.set(media.token, resolve);
    tell({ type: 'serve-media', media });
  });
}

const PageAnswerSchema = v.union([
  v.object({ drawn: DrawnPageSchema }),
  v.object({ wanted: v.literal('bytes') }),
  v.object({ failed: v.literal(true) }),
]);
