import { answerQuestions } from './answer-questions';
import { find } from './services/find';
import type { WorkerSearch } from './services/searcher';

/*
 * Searches the whole library, beside the library process, on a connection that can only read. Words
 * that are typed wait neither for a save nor for quotations that are being matched.
 */

answerQuestions((db) => {
  // The lists of frequent words are read again and again: kept, in KiB.
  db.pragma('main.cache_size = -24000');
  return ({ number, ...request }: WorkerSearch, newest) =>
    find(
      db,
      request,
      () => number !== null && newest() !== number,
      async () => {},
    );
});
