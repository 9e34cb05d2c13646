import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { answerQuestions } from './answer-questions';
import { checkpoint } from './library/checkpoints';
import { type MadeSegment, makeSegment } from './library/matching/made-segment';
import { FILE } from './library/open-reader';
import { connect, setPragmas } from './library/sqlite';
import type { UpkeepTask } from './library-upkeep';
import type { WorkerData } from './reading-worker';

/*
 * What the library process has done beside it while much is written: parts of the matching index are
 * made of what came in, and the write-ahead log is brought into the file. It writes nothing new.
 */

const { folder, nativeBinding } = workerData as WorkerData;

answerQuestions<UpkeepTask, MadeSegment | null>((db) => (task) => {
  if (task.kind === 'segment') {
    return db.transaction(() => makeSegment(db, task.home, task.limit)).deferred();
  }
  const own = connect(join(folder, FILE), nativeBinding === undefined ? {} : { nativeBinding });
  try {
    setPragmas(own);
    checkpoint(own);
  } finally {
    own.close();
  }
  return null;
});
