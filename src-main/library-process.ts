import { join } from 'node:path';
import type { MessagePortMain } from 'electron';
import * as v from 'valibot';
import type { RequestMessage, ResponseMessage } from '../src-shared/contract';
import { StetError, toWireError } from '../src-shared/errors';
import { type Extraction, ExtractionSchema } from '../src-shared/model/source';
import { type Host, openLibrary } from './host';
import type { FromLibrary, ToLibrary } from './library-messages';

/*
 * The library process: holds the one writing connection. Windows reach it over ports; main tells it
 * which library to open and what the user's picked files are.
 */

/** A file that takes longer than this to read is named and skipped. */
const EXTRACTION_LIMIT_MS = 60_000;
const LOCK_PATIENCE_MS = 3_000;
const LOCK_RETRY_MS = 100;

const parent = process.parentPort;
const tell = (message: FromLibrary) => parent.postMessage(message);

let host: Promise<Host> | null = null;
const windows = new Set<MessagePortMain>();

let extractor: MessagePortMain | null = null;
let extractorArrived: ((port: MessagePortMain) => void) | null = null;

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
      if (port) {
        port.start();
        extractor = port;
        extractorArrived?.(port);
        extractorArrived = null;
      }
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
      extract,
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

/** One file at a time, in the sandboxed extractor; its answer is parsed like any input. */
let queue: Promise<unknown> = Promise.resolve();
function extract(name: string, bytes: Uint8Array): Promise<Extraction[]> {
  const result = queue.then(() => extractNow(name, bytes));
  queue = result.catch(() => {});
  return result;
}

async function extractNow(name: string, bytes: Uint8Array): Promise<Extraction[]> {
  const port = extractor ?? (await wantExtractor(false));
  const answer = await new Promise<unknown>((resolve, reject) => {
    const limit = setTimeout(() => done(() => reject(gone(name))), EXTRACTION_LIMIT_MS);
    const onMessage = ({ data }: Electron.MessageEvent) => done(() => resolve(data));
    const onClose = () => done(() => reject(gone(name)));
    const done = (settle: () => void) => {
      clearTimeout(limit);
      port.off('message', onMessage);
      port.off('close', onClose);
      settle();
    };
    port.on('message', onMessage);
    port.on('close', onClose);
    port.postMessage({ name, bytes });
  });
  const parsed = v.safeParse(AnswerSchema, answer);
  if (!parsed.success) throw new StetError('file-unreadable', { name });
  if (!parsed.output.ok) throw new StetError(parsed.output.code, { name });
  return parsed.output.extractions;
}

/** The extractor died or hangs: the next file gets a new one. */
function gone(name: string): StetError {
  extractor = null;
  tell({ type: 'extractor-wanted', restart: true });
  return new StetError('file-unreadable', { name });
}

function wantExtractor(restart: boolean): Promise<MessagePortMain> {
  return new Promise((resolve) => {
    extractorArrived = resolve;
    tell({ type: 'extractor-wanted', restart });
  });
}

const AnswerSchema = v.variant('ok', [
  v.object({ ok: v.literal(true), extractions: v.array(ExtractionSchema) }),
  v.object({
    ok: v.literal(false),
    code: v.picklist([
      'file-unreadable',
      'file-empty',
      'file-protected',
      'file-without-text',
      'file-too-large',
      'format-unsupported',
    ]),
  }),
]);
