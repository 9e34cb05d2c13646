import type { SourceTally } from '../src-shared/model/collection';
import type { SearchResult } from '../src-shared/model/search';
import { answerQuestions } from './answer-questions';
import { tallySources } from './library/source-lists';
import { find } from './services/find';
import type { WorkerQuestion } from './services/searcher';

/*
 * Searches the whole library, beside the library process, on a connection that can only read. Words
 * that are typed wait neither for a save nor for quotations that are being matched.
 */

answerQuestions<WorkerQuestion, SearchResult | SourceTally>((db) => {
  // The lists of frequent words are read again and again: kept, in KiB.
  db.pragma('main.cache_size = -24000');
  return (question, newest) => {
    if (question === null) return tallySources(db);
    const { number, ...request } = question;
    return find(
      db,
      request,
      () => number !== null && newest() !== number,
      async () => {},
    );
  };
});
