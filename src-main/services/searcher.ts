import { StetError } from '../../src-shared/errors';
import type { SourceTally } from '../../src-shared/model/collection';
import type { SearchResult } from '../../src-shared/model/search';
import type { Library } from '../library/open';
import { tallySources } from '../library/source-lists';
import { readInWorker } from '../reading-worker';
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
  /** Counts the sources of each collection and tag. */
  tally(): Promise<SourceTally>;
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
    async tally() {
      return tallySources(db);
    },
    close() {},
  };
}

/** What the worker is asked. */
export interface WorkerSearch {
  query: string;
  limit: number;
  /** A newer number cancels this search; null: nothing cancels it. */
  number: number | null;
}

/** Null: it is to count the sources. */
export type WorkerQuestion = WorkerSearch | null;

/**
 * Searches in a worker thread; `script` is the built `search-worker.js`. A search that nobody waits for
 * any more is told so in the middle of what it does.
 */
export function searchInWorker(
  script: string,
  folder: string,
  nativeBinding: string | undefined,
): Searcher {
  const worker = readInWorker<WorkerQuestion, SearchResult | SourceTally>(
    script,
    folder,
    nativeBinding,
  );
  const ask = worker.ask as (question: WorkerSearch, newest?: number) => Promise<SearchResult>;
  const newest = new Map<string, number>();
  let searches = 0;
  let isClosed = false;
  return {
    async find({ query, limit, session }) {
      const uncancelled = { query, limit, number: null };
      if (session === null) return ask(uncancelled);
      const number = ++searches;
      newest.set(session, number);
      try {
        return await ask({ query, limit, number }, number);
      } catch (error) {
        const isCancelled = error instanceof StetError && error.code === 'cancelled';
        // Windows share one worker: what another one's search cancelled is searched once more.
        const isWanted = !isClosed && newest.get(session) === number;
        if (isCancelled && isWanted) return ask(uncancelled);
        throw error;
      }
    },
    tally: () => worker.ask(null) as Promise<SourceTally>,
    close() {
      isClosed = true;
      worker.close();
    },
  };
}
