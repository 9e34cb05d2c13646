import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtWorker } from './testing/built-worker';
import { type Desk, importArticle, importSource, newId, openDesk } from './testing/desk';

/* Searching in its worker thread, as the app runs it: the built script, on a connection of its own. */

const searchWorker = builtWorker('search-worker');

const found = async (desk: Desk, query: string, session: string) =>
  (await desk.call('search.find', { query, session })).sources.count;

test('it finds what was written a moment ago', async () => {
  const desk = await openDesk({ searchWorker });
  expect(await found(desk, 'twelve boats', newId())).toBe(0);
  await importSource(desk);
  expect(await found(desk, 'twelve boats', newId())).toBe(1);
});

test('it counts the sources, also between searches', async () => {
  const desk = await openDesk({ searchWorker });
  const { sourceId } = await importSource(desk);
  await desk.call('sources.update', { sourceId, details: { tags: ['winter'] } });
  const [sources, tally] = await Promise.all([
    found(desk, 'twelve boats', newId()),
    desk.call('sources.tally', {}),
  ]);
  expect(sources).toBe(1);
  expect(tally).toEqual({ collections: [], tags: [{ tag: 'winter', count: 1 }] });
});

test('a newer search of the same window cancels the one before, of another window it does not', async () => {
  const desk = await openDesk({ searchWorker });
  await importArticle(desk);
  await importSource(desk);
  const [mine, another] = [newId(), newId()];
  const [older, theirs, newer] = await Promise.allSettled([
    found(desk, 'twelve', mine),
    found(desk, 'boats', another),
    found(desk, 'twelve boats', mine),
  ]);
  expect(older).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } });
  expect(theirs).toEqual({ status: 'fulfilled', value: 1 });
  expect(newer).toEqual({ status: 'fulfilled', value: 1 });
});

test('a library that is closed while it searches leaves no log behind', async () => {
  const desk = await openDesk({ searchWorker });
  await importSource(desk);
  const asked = desk.host.call('search.find', { query: 'boats', session: newId() });
  // Waited for from the start: the rejection comes with the closing.
  const refused = expect(asked).rejects.toMatchObject({ code: 'cancelled' });
  await desk.host.call('library.info', {});
  desk.host.close();
  await refused;
  for (const file of ['library.db-wal', 'private.sqlite-wal']) {
    expect(existsSync(join(desk.folder, file))).toBe(false);
  }
});
