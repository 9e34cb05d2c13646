import { Worker } from 'node:worker_threads';
import { StetError, type toWireError } from '../../src-shared/errors';
import type { Proposal } from '../../src-shared/model/quotation';
import { MatchingReader } from '../library/matching/reader';
import { Breather } from './breather';
import { type Matching, matchQuotation, proposalOf } from './match-quotation';
import type { JudgedQuotation, Judging } from './verdicts';

/** A proposal with what compares it with others of the same verdict, and the name of its source's file. */
export interface ScoredProposal extends Proposal {
  score: number;
  fileName: string;
}

/** Finds the passages of the whole library that fit a quotation, best first, at most `limit`. */
export interface Matcher {
  match(quotation: JudgedQuotation, limit: number): Promise<ScoredProposal[]>;
  /** Lets go of the library's files; resolves nothing that is still under way. */
  close(): void;
}

/** The work itself, wherever it runs. */
export function matchNow(
  matching: Matching,
  quotation: JudgedQuotation,
  limit: number,
): ScoredProposal[] {
  return matchQuotation(matching, quotation)
    .slice(0, Math.max(1, limit))
    .map((match) => ({
      ...proposalOf(matching, match),
      score: match.candidate.score,
      fileName: match.source.fileName,
    }));
}

/** Matches in this thread, one quotation a turn: for the command line and tests. */
export function matchHere(judging: () => Judging): Matcher {
  let reader: MatchingReader | null = null;
  const breather = new Breather();
  return {
    async match(quotation, limit) {
      await breather.breathe();
      const { library, texts, judgements, profile } = judging();
      if (!library.db.open) throw new StetError('cancelled');
      reader ??= new MatchingReader(library.db);
      return matchNow({ reader, library, texts, judgements, profile }, quotation, limit);
    },
    close() {},
  };
}

/** What a worker is started with. */
export interface WorkerData {
  folder: string;
  nativeBinding: string | undefined;
  /** One number: 1 when the worker has closed its files. */
  closed: SharedArrayBuffer;
}

export type ToWorker =
  | { type: 'match'; id: number; quotation: JudgedQuotation; limit: number }
  | { type: 'close' };

export type FromWorker =
  | { id: number; proposals: ScoredProposal[] }
  | { id: number; error: ReturnType<typeof toWireError> };

/** How long closing waits for the worker, in milliseconds: a match takes a few. */
const CLOSING_MS = 2_000;

/**
 * Matches in a worker thread, which is started when it is first needed, and again where it died.
 * `script` is the built `matching-worker.js`.
 */
export function matchInWorker(
  script: string,
  folder: string,
  nativeBinding: string | undefined,
): Matcher {
  const waiting = new Map<
    number,
    { resolve(p: ScoredProposal[]): void; reject(e: unknown): void }
  >();
  let worker: Worker | null = null;
  let closed = new SharedArrayBuffer(4);
  let next = 0;

  const start = () => {
    closed = new SharedArrayBuffer(4);
    const data: WorkerData = { folder, nativeBinding, closed };
    const started = new Worker(script, { workerData: data });
    started.on('message', (message: FromWorker) => {
      const asked = waiting.get(message.id);
      waiting.delete(message.id);
      if (waiting.size === 0) started.unref();
      if ('proposals' in message) asked?.resolve(message.proposals);
      else asked?.reject(new StetError(message.error.code, message.error.data));
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
    match(quotation, limit) {
      worker ??= start();
      const id = next++;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker!.ref();
        worker!.postMessage({ type: 'match', id, quotation, limit } satisfies ToWorker);
      });
    },
    close() {
      if (!worker) return;
      // A connection that is still there would keep the write-ahead log in the library's folder.
      worker.postMessage({ type: 'close' } satisfies ToWorker);
      Atomics.wait(new Int32Array(closed), 0, 0, CLOSING_MS);
      const ended = worker;
      worker = null;
      for (const { reject } of waiting.values()) reject(new StetError('cancelled'));
      waiting.clear();
      void ended.terminate();
    },
  };
}
