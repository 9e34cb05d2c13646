import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLibraryFolder } from './library/open';
import { builtWorker } from './testing/built-worker';
import { fileOf, newId, openDesk } from './testing/desk';
import { expectedIndex, readIndex } from './testing/matching-index';

const upkeepWorker = builtWorker('upkeep-worker');

const letter = (number: number) =>
  `Letter ${number} of the keeper: buoy ${number * 7} has gone, and nobody mends the lamp. `.repeat(
    60,
  );

test('what it makes is the index of what came in, also where something goes meanwhile', async () => {
  const desk = await openDesk({ upkeepWorker, upkeep: { freshChunks: 16, quiet: 60_000 } });
  const bringIn = (from: number) =>
    desk.call('sources.import', {
      jobId: newId(),
      files: Array.from({ length: 100 }, (_, n) => fileOf(`${from + n}.txt`, letter(from + n))),
    });
  const { imported } = await bringIn(0);
  const again = bringIn(100);
  await desk.call('sources.remove', { sourceId: imported[3]!.sourceId });
  await again;
  const query = 'buoy 1337 has gone, and nobody mends the lamp';
  const [best] = await desk.call('quotations.match', { parts: [query] });
  expect(best?.fileName).toBe('191.txt');
  desk.host.close();
  // Nothing holds the files any more: the log is folded.
  expect(existsSync(join(desk.folder, 'library.db-wal'))).toBe(false);
  const library = openLibraryFolder(desk.folder);
  expect(readIndex(library)).toEqual(expectedIndex(library));
  expect(library.db.pragma('integrity_check', { simple: true })).toBe('ok');
  library.close();
});
