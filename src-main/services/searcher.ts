import { Worker } from 'node:worker_threads';
import { StetError, type WireError } from '../../src-shared/errors';
import type { SearchResult } from '../../src-shared/model/search';
import type { Library } from '../library/open';
import { find } from './find';

export interface SearchRequest {
  query: string;
  /** Hits of each kind at most. */
  limit: number;
  /** A newer search of the same session cancels the one before; null: nothing cancels it. */
  session: string | null;
}

/** Searches a library, beside the thread that writes to it. */
export interface Searcher {
  /** Rejects with `cancelled` where a newer search of its session came. */
  find(request: SearchRequest): Promise<SearchResult>;
  /** Lets go of the library's files. */
  close(): void;
}

/** Searches in this thread: for the command line and tests. */
export function searchHere(db: Library['db']): Searcher {
  const newest = new Map<string, number>();
  let searches = 0;
  return {
    async find({ session, ...request }) {
      const number = ++searches;
      if (session !== null) newest.set(session, number);
      const isCancelled = () => !db.open || (session !== null && newest.get(session) !== number);
      const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));
      try {
        return await find(db, request, isCancelled, breathe);
      } finally {
        if (session !== null && newest.get(session) === number) newest.delete(session);
      }
    },
    close() {},
  };
}

/** What a worker is started with. */
export interface SearchWorkerData {
  folder: string;
  nativeBinding: string | undefined;
  /** Two numbers: the newest search that may be cancelled, and 1 when the worker has closed its files. */
  state: SharedArrayBuffer;
}

export const NEWEST = 0;
export const CLOSED = 1;

export type ToSearchWorker =
  | { type: 'find'; id: number; query: string; limit: number; cancellable: boolean }
  | { type: 'close' };

export type FromSearchWorker =
  | { id: number; result: SearchResult }
  | { id: number; error: WireError };

interface Asked {
  resolve(result: SearchResult): void;
  reject(error: unknown): void;
  session: string | null;
  message: Extract<ToSearchWorker, { type: 'find' }>;
}

/** How long closing waits for the worker, in milliseconds: a step of a search takes a few. */
const CLOSING_MS = 2_000;

/**
 * Searches in a worker thread, which is started when it is first needed, and again where it died.
 * `script` is the built `search-worker.js`. A search that nobody waits for any more is told so through
 * shared memory, in the middle of what it does.
 */
export function searchInWorker(
  script: string,
  folder: string,
  nativeBinding: string | undefined,
): Searcher {
  const waiting = new Map<number, Asked>();
  let worker: Worker | null = null;
  let state = new Int32Array(new SharedArrayBuffer(8));
  let searches = 0;
  const newest = new Map<string, number>();

  /** Windows share one worker: what another one's search cancelled is searched once more. */
  const isStillWanted = ({ session }: Asked, id: number) =>
    session !== null && newest.get(session) === id;

  const start = () => {
    state = new Int32Array(new SharedArrayBuffer(8));
    const data: SearchWorkerData = { folder, nativeBinding, state: state.buffer };
    const started = new Worker(script, { workerData: data });
    started.on('message', (message: FromSearchWorker) => {
      const asked = waiting.get(message.id);
      if (!asked) return;
      const isCancelled = 'error' in message && message.error.code === 'cancelled';
      if (isCancelled && isStillWanted(asked, message.id)) {
        started.postMessage({ ...asked.message, cancellable: false } satisfies ToSearchWorker);
        return;
      }
      waiting.delete(message.id);
      if (waiting.size === 0) started.unref();
      if ('result' in message) asked.resolve(message.result);
      else asked.reject(new StetError(message.error.code, message.error.data));
    });
    const gone = (cause: unknown) => {
      if (worker !== started) return;
      worker = null;
      for (const { reject } of waiting.values()) {
        reject(new StetError('process-gone', {}, { cause }));
      }
      waiting.clear();
    };
    started.on('error', gone);
    started.on('exit', gone);
    return started;
  };

  return {
    find({ query, limit, session }) {
      worker ??= start();
      const id = ++searches;
      const cancellable = session !== null;
      if (session !== null) {
        newest.set(session, id);
        Atomics.store(state, NEWEST, id);
      }
      const message = { type: 'find', id, query, limit, cancellable } as const;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, session, message });
        worker!.ref();
        worker!.postMessage(message satisfies ToSearchWorker);
      });
    },
    close() {
      if (!worker) return;
      // A connection that is still there would keep the write-ahead log in the library's folder.
      Atomics.store(state, NEWEST, ++searches);
      worker.postMessage({ type: 'close' } satisfies ToSearchWorker);
      Atomics.wait(state, CLOSED, 0, CLOSING_MS);
      const ended = worker;
      worker = null;
      for (const { reject } of waiting.values()) reject(new StetError('cancelled'));
      waiting.clear();
      void ended.terminate();
    },
  };
}
