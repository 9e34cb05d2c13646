import { parentPort, workerData } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';
import { toWireError } from '../src-shared/errors';
import { openReader } from './library/open-reader';
import { CLOSED, type FromWorker, NEWEST, type ToWorker, type WorkerData } from './reading-worker';

/**
 * What a worker of reading-worker.ts does: opens the library it was started with for reading, and
 * answers one question after another. `prepare` gets the connection once. `newest` says at any moment
 * which question cancels older ones.
 */
export function answerQuestions<Question, Answer>(
  prepare: (db: Database) => (question: Question, newest: () => number) => Answer | Promise<Answer>,
): void {
  const { folder, nativeBinding, state: shared } = workerData as WorkerData;
  const state = new Int32Array(shared);
  const port = parentPort!;
  const db = openReader(folder, nativeBinding === undefined ? {} : { nativeBinding });
  const answer = prepare(db);
  const newest = () => Atomics.load(state, NEWEST);

  const reply = async (id: number, question: Question): Promise<FromWorker<Answer>> => {
    try {
      return { id, answer: await answer(question, newest) };
    } catch (error) {
      return { id, error: toWireError(error) };
    }
  };

  // One after another: most of those that wait are cancelled by the time it is their turn.
  let queue: Promise<void> = Promise.resolve();
  port.on('message', (message: ToWorker<Question>) => {
    queue = queue.then(async () => {
      if (message.type === 'ask') {
        port.postMessage(await reply(message.id, message.question));
        return;
      }
      db.close();
      Atomics.store(state, CLOSED, 1);
      Atomics.notify(state, CLOSED);
      port.close();
    });
  });
}
