import { parentPort, workerData } from 'node:worker_threads';
import { toWireError } from '../src-shared/errors';
import { readProfile } from '../src-shared/quotation/verdict/profile';
import { readHouseProfile } from './library/house-profile';
import { MatchingReader } from './library/matching/reader';
import { openReader } from './library/open-reader';
import type { Matching } from './services/match-quotation';
import { type FromWorker, matchNow, type ToWorker, type WorkerData } from './services/matcher';
import { SourceTexts } from './services/source-texts';

/*
 * Matches quotations with the whole library, beside the library process, on a connection that can
 * only read. One quotation is one turn, so that a new one, or the end, never waits long.
 */

/** Texts kept at most, in UTF-16 code units: a library's favourites, no more. */
const KEPT_LENGTH = 8_000_000;
const KEPT_JUDGEMENTS = 5_000;

const { folder, nativeBinding, closed } = workerData as WorkerData;
const db = openReader(folder, nativeBinding === undefined ? {} : { nativeBinding });
const library = { db };
const reader = new MatchingReader(db);
const texts = new SourceTexts(library, KEPT_LENGTH);

let chosen = '';
let matching: Matching;

/** How strictly the newsroom quotes may have changed since. */
function current(): Matching {
  const profile = readHouseProfile(db);
  const name = JSON.stringify(profile);
  if (name !== chosen || matching.judgements.size > KEPT_JUDGEMENTS) {
    chosen = name;
    matching = { library, reader, texts, judgements: new Map(), profile: readProfile(profile) };
  }
  return matching;
}

parentPort!.on('message', (message: ToWorker) => {
  if (message.type === 'close') {
    db.close();
    Atomics.store(new Int32Array(closed), 0, 1);
    Atomics.notify(new Int32Array(closed), 0);
    parentPort!.close();
    return;
  }
  parentPort!.postMessage(answer(message.id, message.quotation, message.limit));
});

function answer(...[id, quotation, limit]: [number, ...MatchInput]): FromWorker {
  try {
    return { id, proposals: matchNow(current(), quotation, limit) };
  } catch (error) {
    return { id, error: toWireError(error) };
  }
}

type MatchInput = [
  quotation: Parameters<typeof matchNow>[1],
  limit: Parameters<typeof matchNow>[2],
];
