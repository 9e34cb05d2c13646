import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtWorker } from './testing/built-worker';
import { importArticle, importSource, openDesk, quotationWith } from './testing/desk';

/* Matching in its worker thread, as the app runs it: the built script, on a connection of its own. */

const matchingWorker = builtWorker('matching-worker');

test('it answers as this thread does, also of what was written a moment ago', async () => {
  const desk = await openDesk({ matchingWorker });
  const article = await importArticle(desk);
  const { id: quotationId } = quotationWith(article.quotations, 'second pier');
  const propose = () => desk.call('quotations.propose', { articleId: article.id, quotationId });
  expect(await propose()).toEqual([]);
  const hearing = await importSource(desk);
  expect((await propose()).map(({ sourceId }) => sourceId)).toEqual([hearing.sourceId]);
  const letter = await importSource(
    desk,
    'A pilot wrote: Nobody has told the crews anything about the second pier.',
    'letter.txt',
  );
  const inWorker = await propose();
  expect(inWorker.map(({ sourceId, verdict }) => [sourceId, verdict])).toEqual([
    [letter.sourceId, 'verbatim'],
    [hearing.sourceId, 'altered'],
  ]);
  await desk.call('sources.update', {
    sourceId: letter.sourceId,
    details: { disclosure: 'confidential' },
  });
  expect(await propose()).toEqual(inWorker);
  await desk.reopen({});
  expect(await propose()).toEqual(inWorker);
});

test('it goes by the house profile that was chosen last', async () => {
  const desk = await openDesk({ matchingWorker });
  const hearing = 'We will, um, not sell the the harbour to anyone this year.';
  const { sourceId } = await importSource(desk, hearing, 'hearing.txt');
  await desk.call('sources.update', { sourceId, details: { medium: 'spoken' } });
  const verdict = async () => {
    const parts = ['We will not sell the harbour to anyone this year'];
    return (await desk.call('quotations.match', { parts }))[0]?.verdict;
  };
  const strict = await verdict();
  await desk.call('library.setHouseProfile', {
    profile: { name: 'permissive', base: 'permissive', rules: {}, limits: {} },
  });
  expect(await verdict()).not.toBe(strict);
});

test('a library that is closed while it matches leaves no log behind', async () => {
  const desk = await openDesk({ matchingWorker });
  await importSource(desk);
  const asked = desk.host.call('quotations.match', { parts: ['The harbour will stay open'] });
  await desk.host.call('library.info', {});
  desk.host.close();
  await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
  for (const file of ['library.db-wal', 'private.sqlite-wal']) {
    expect(existsSync(join(desk.folder, file))).toBe(false);
  }
});
