import { parentPort, workerData } from 'node:worker_threads';
import { toWireError } from '../src-shared/errors';
import { openReader } from './library/open-reader';
import { find } from './services/find';
import {
  CLOSED,
  type FromSearchWorker,
  NEWEST,
  type SearchWorkerData,
  type ToSearchWorker,
} from './services/searcher';

/*
 * Searches the whole library, beside the library process, on a connection that can only read. Words
 * that are typed wait neither for a save nor for quotations that are being matched.
 */

const { folder, nativeBinding, state: shared } = workerData as SearchWorkerData;
const state = new Int32Array(shared);
const db = openReader(folder, nativeBinding === undefined ? {} : { nativeBinding });
// The lists of frequent words are read again and again: kept, in KiB.
db.pragma('main.cache_size = -24000');
const port = parentPort!;

// One after another: most of those that wait are cancelled by the time it is their turn.
let queue: Promise<void> = Promise.resolve();

port.on('message', (message: ToSearchWorker) => {
  queue = queue.then(async () => {
    if (message.type === 'close') {
      db.close();
      Atomics.store(state, CLOSED, 1);
      Atomics.notify(state, CLOSED);
      port.close();
    } else port.postMessage(await answer(message));
  });
});

async function answer({
  id,
  cancellable,
  ...request
}: Extract<ToSearchWorker, { type: 'find' }>): Promise<FromSearchWorker> {
  const isCancelled = () => cancellable && Atomics.load(state, NEWEST) !== id;
  try {
    return { id, result: await find(db, request, isCancelled, async () => {}) };
  } catch (error) {
    return { id, error: toWireError(error) };
  }
}
