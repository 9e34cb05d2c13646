import { type ResourceLimits, Worker } from 'node:worker_threads';
import { StetError, type WireError } from '../src-shared/errors';

/*
 * A thread beside the one that writes: it reads an open library on a connection of its own, and
 * answers one kind of question. This is the side that asks; answer-questions.ts is the other.
 */

/** What a worker is started with. */
export interface WorkerData {
  folder: string;
  nativeBinding: string | undefined;
  /** 32-bit numbers, at the places named below. */
  state: SharedArrayBuffer;
}

/** The number of the newest question that cancels older ones, as its asker counts; -1 at the end. */
export const NEWEST = 0;
/** 1 when the worker has closed its files. */
export const CLOSED = 1;

export type ToWorker<Question> =
  | { type: 'ask'; id: number; question: Question }
  | { type: 'close' };

export type FromWorker<Answer> = { id: number; answer: Answer } | { id: number; error: WireError };

export interface ReadingWorker<Question, Answer> {
  /**
   * Rejects with what the worker threw, with `process-gone` where it died, and with `cancelled` where
   * it was closed. `newest` is told to the worker at once, in the middle of what it does.
   */
  ask(question: Question, newest?: number): Promise<Answer>;
  /** Lets go of the library's files; rejects what is still under way. */
  close(): void;
}

/** How long closing waits for the worker, in milliseconds: a step of its work takes a few. */
const CLOSING_MS = 2_000;

/** A worker that is started when it is first needed, and again where it died; `script` is built. */
export function readInWorker<Question, Answer>(
  script: string,
  folder: string,
  nativeBinding: string | undefined,
  resourceLimits: ResourceLimits = {},
): ReadingWorker<Question, Answer> {
  const waiting = new Map<
    number,
    { resolve(answer: Answer): void; reject(error: unknown): void }
  >();
  let worker: Worker | null = null;
  let state = new Int32Array(new SharedArrayBuffer(8));
  let next = 0;

  const rejectAll = (error: StetError) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const start = () => {
    state = new Int32Array(new SharedArrayBuffer(8));
    const data: WorkerData = { folder, nativeBinding, state: state.buffer };
    const started = new Worker(script, { workerData: data, resourceLimits });
    started.on('message', (message: FromWorker<Answer>) => {
      const asked = waiting.get(message.id);
      waiting.delete(message.id);
      if (waiting.size === 0) started.unref();
      if ('answer' in message) asked?.resolve(message.answer);
      else asked?.reject(new StetError(message.error.code, message.error.data));
    });
    const gone = (cause: unknown) => {
      if (worker !== started) return;
      worker = null;
      rejectAll(new StetError('process-gone', {}, { cause }));
    };
    started.on('error', gone);
    started.on('exit', gone);
    return started;
  };

  return {
    ask(question, newest) {
      worker ??= start();
      const running = worker;
      const id = next++;
      if (newest !== undefined) Atomics.store(state, NEWEST, newest);
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        running.ref();
        running.postMessage({ type: 'ask', id, question } satisfies ToWorker<Question>);
      });
    },
    close() {
      if (!worker) return;
      // A connection that is still there would keep the write-ahead log in the library's folder.
      Atomics.store(state, NEWEST, -1);
      worker.postMessage({ type: 'close' } satisfies ToWorker<Question>);
      Atomics.wait(state, CLOSED, 0, CLOSING_MS);
      const ended = worker;
      worker = null;
      rejectAll(new StetError('cancelled'));
      void ended.terminate();
    },
  };
}
