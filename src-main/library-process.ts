import { join } from 'node:path';
import type { MessagePortMain } from 'electron';
import * as v from 'valibot';
import type { RequestMessage, ResponseMessage } from '../src-shared/contract';
import { StetError, toWireError } from '../src-shared/errors';
import { type KeptPage, KeptPageSchema } from '../src-shared/model/kept-page';
import { type DrawnPage, DrawnPageSchema } from '../src-shared/model/page';
import { extractThrough, readArticleThrough } from './extraction';
import { ExtractorPort } from './extractor-port';
import { type Host, openLibrary } from './host';
import type { ExtractorPurpose, FromLibrary, ToLibrary } from './library-messages';
import type {
  KeptPageRequest,
  PageRequest,
  Print,
  ServedMedia,
  ServedPage,
} from './services/context';

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
    case 'served':
      waitingToBeServed.get(message.token)?.();
      waitingToBeServed.delete(message.token);
      break;
    case 'printed':
      waitingForPdf.get(message.token)?.(message.pdf);
      waitingForPdf.delete(message.token);
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
      readArticle: readArticleThrough(extractors.files),
      watchesFolders: true,
      drawPage,
      readKeptPage,
      servePage,
      serveMedia,
      print,
      matchingWorker: join(__dirname, 'matching-worker.js'),
      searchWorker: join(__dirname, 'search-worker.js'),
      upkeepWorker: join(__dirname, 'upkeep-worker.js'),
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
    const answer = await askOfFile({ type: 'page', page, scale }, file);
    if (!answer || !('drawn' in answer)) throw new StetError('page-not-drawn', { page });
    return answer.drawn;
  });
}

/** In turn with the pages that are drawn. */
function readKeptPage({ file, marks }: KeptPageRequest): Promise<KeptPage> {
  return extractors.pages.inTurn(async () => {
    const answer = await askOfFile({ type: 'kept-page', name: file.name, marks }, file);
    if (answer && 'kept' in answer) return answer.kept;
    throw new StetError('page-not-drawn', { name: file.name });
  });
}

/** Asks the extractor something about a file, whose bytes go along only where it does not hold them. */
async function askOfFile(
  request: object,
  file: PageRequest['file'],
): Promise<v.InferOutput<typeof PageAnswerSchema> | null> {
  const ask = async (bytes: Uint8Array | null) => {
    const whole = { ...request, file: file.sha256, bytes };
    const answer = await extractors.pages.ask(whole, DRAWING_LIMIT_MS).catch(() => null);
    const parsed = v.safeParse(PageAnswerSchema, answer);
    return parsed.success ? parsed.output : null;
  };
  const answer = await ask(null);
  return answer && 'wanted' in answer ? ask(await file.read()) : answer;
}

const waitingToBeServed = new Map<string, () => void>();
const served = (token: string, message: FromLibrary): Promise<void> =>
  new Promise((resolve) => {
    waitingToBeServed.set(token, resolve);
    tell(message);
  });
const serveMedia = (media: ServedMedia) => served(media.token, { type: 'serve-media', media });
const servePage = (page: ServedPage) => served(page.token, { type: 'serve-page', page });

const waitingForPdf = new Map<string, (pdf: Uint8Array | null) => void>();
const print: Print = {
  page: (page) =>
    new Promise((resolve, reject) => {
      waitingForPdf.set(page.token, (pdf) =>
        pdf ? resolve(pdf) : reject(new Error('The page was not printed.')),
      );
      tell({ type: 'print', page });
    }),
  cancel: (token) => tell({ type: 'print-cancelled', token }),
};

const PageAnswerSchema = v.union([
  v.object({ drawn: DrawnPageSchema }),
  v.object({ kept: KeptPageSchema }),
  v.object({ wanted: v.literal('bytes') }),
  v.object({ failed: v.literal(true) }),
]);
