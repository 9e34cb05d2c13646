import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Membership } from '../../src-shared/model/collection';
import {
  type Desk,
  importArticle,
  importSource,
  newId,
  openDesk,
  quotationWith,
  targetOf,
} from '../testing/desk';

const NOTE = 'The ferry leaves at seven. The second pier opens in April.';

async function collect(desk: Desk, name: string, parentId: string | null = null): Promise<string> {
  const { collectionId } = await desk.call('collections.create', { name, parentId });
  return collectionId;
}

async function put(desk: Desk, collectionId: string, sourceId: string, isIn = true) {
  const members: Membership[] = [{ collectionId, sourceId, isIn }];
  return (await desk.call('collections.setMembers', { members })).previous;
}

async function found(desk: Desk, query: string): Promise<string[]> {
  const { sources } = await desk.call('search.find', { query, limit: 50 });
  return sources.hits.map(({ id }) => id);
}

/** Whether the words are in a file of the library, once everything is written into it. */
function isIn(desk: Desk, file: string, words: string): boolean {
  return readFileSync(join(desk.folder, file)).includes(words);
}

describe('collections', () => {
  test('are listed by name, and a source may be in several', async () => {
    const desk = await openDesk();
    const { sourceId } = await importSource(desk);
    const port = await collect(desk, 'Port');
    const hearings = await collect(desk, 'Hearings', port);
    expect(await desk.call('collections.list', {})).toEqual([
      { id: hearings, name: 'Hearings', parentId: port },
      { id: port, name: 'Port', parentId: null },
    ]);
    await put(desk, port, sourceId);
    await put(desk, hearings, sourceId);
    const inBoth = async () => (await desk.call('sources.list', {}))[0]!.collections;
    expect(await inBoth()).toEqual([port, hearings]);
    await desk.reopen();
    expect(await inBoth()).toEqual([port, hearings]);
  });

  test('putting in and taking out answers what takes it back, of what changed alone', async () => {
    const desk = await openDesk();
    const { sourceId } = await importSource(desk);
    const other = (await importSource(desk, NOTE, 'note.txt')).sourceId;
    const port = await collect(desk, 'Port');
    await put(desk, port, sourceId);
    const { previous } = await desk.call('collections.setMembers', {
      members: [
        { collectionId: port, sourceId, isIn: true },
        { collectionId: port, sourceId: other, isIn: true },
      ],
    });
    expect(previous).toEqual([{ collectionId: port, sourceId: other, isIn: false }]);
    await desk.call('collections.setMembers', { members: previous });
    const list = await desk.call('sources.list', {});
    expect(list.map(({ id, collections }) => [id, collections])).toEqual([
      [other, []],
      [sourceId, [port]],
    ]);
    // In again after it was out: the same membership, not a second one.
    await put(desk, port, other);
    expect((await desk.call('sources.list', {}))[0]!.collections).toEqual([port]);
  });

  test('are renamed and moved, but never into themselves', async () => {
    const desk = await openDesk();
    const port = await collect(desk, 'Port');
    const hearings = await collect(desk, 'Hearings', port);
    const details = { name: 'Committee', parentId: null };
    const { previous } = await desk.call('collections.update', { collectionId: hearings, details });
    expect(previous).toEqual({ name: 'Hearings', parentId: port });
    await desk.call('collections.update', { collectionId: hearings, details: previous });
    for (const parentId of [port, hearings]) {
      const into = { collectionId: port, details: { parentId } };
      expect((await desk.failure('collections.update', into)).code).toBe('invalid-input');
    }
    const nowhere = { name: 'Lost', parentId: newId() };
    expect((await desk.failure('collections.create', nowhere)).code).toBe('not-found');
  });

  test('are removed with all within them, and come back as they were; the sources stay', async () => {
    const desk = await openDesk();
    const { sourceId } = await importSource(desk);
    const port = await collect(desk, 'Port');
    const hearings = await collect(desk, 'Hearings', port);
    const other = await collect(desk, 'Other');
    await put(desk, hearings, sourceId);
    const { collectionIds } = await desk.call('collections.remove', { collectionId: port });
    expect(new Set(collectionIds)).toEqual(new Set([port, hearings]));
    expect((await desk.call('collections.list', {})).map(({ id }) => id)).toEqual([other]);
    expect(await desk.call('sources.list', {})).toHaveLength(1);
    await desk.call('collections.restore', { collectionIds });
    expect(await desk.call('collections.list', {})).toHaveLength(3);
    expect(await found(desk, 'collection:port')).toEqual([sourceId]);
  });

  test('narrow a search, with what is within them, under the names that they have', async () => {
    const desk = await openDesk();
    const { sourceId } = await importSource(desk);
    const other = (await importSource(desk, NOTE, 'note.txt')).sourceId;
    const port = await collect(desk, 'Port Authority');
    const hearings = await collect(desk, 'Hearings', port);
    await put(desk, hearings, sourceId);
    expect(new Set(await found(desk, 'pier'))).toEqual(new Set([sourceId, other]));
    expect(await found(desk, 'pier collection:hearings')).toEqual([sourceId]);
    expect(await found(desk, 'pier collection:"port authority"')).toEqual([sourceId]);
    expect(await found(desk, 'collection:"Port Authority"')).toEqual([sourceId]);
    expect(await found(desk, 'pier collection:elsewhere')).toEqual([]);
    await put(desk, port, other);
    expect(new Set(await found(desk, 'pier collection:"port authority"'))).toEqual(
      new Set([sourceId, other]),
    );
    await put(desk, port, other, false);
    expect(await found(desk, 'pier collection:"port authority"')).toEqual([sourceId]);
    await desk.call('collections.update', { collectionId: hearings, details: { name: 'Talks' } });
    expect(await found(desk, 'collection:hearings')).toEqual([]);
    expect(await found(desk, 'collection:talks')).toEqual([sourceId]);
  });

  test('what a confidential source is in lies in the private file alone', async () => {
    const desk = await openDesk();
    const { sourceId } = await importSource(desk);
    const port = await collect(desk, 'Port');
    await put(desk, port, sourceId);
    await desk.call('sources.update', { sourceId, details: { tags: ['whistleblower'] } });
    await desk.call('sources.update', { sourceId, details: { disclosure: 'confidential' } });
    expect((await desk.call('sources.list', {}))[0]).toMatchObject({
      collections: [port],
      tags: ['whistleblower'],
    });
    expect(await found(desk, 'collection:port')).toEqual([sourceId]);
    expect(await found(desk, 'tag:whistleblower')).toEqual([sourceId]);
    await put(desk, port, sourceId, false);
    await put(desk, port, sourceId);
    desk.host.close();
    for (const secret of [sourceId, 'whistleblower']) {
      expect(isIn(desk, 'library.db', secret), secret).toBe(false);
      expect(isIn(desk, 'private.sqlite', secret), secret).toBe(true);
    }
    await desk.reopen();
    await desk.call('sources.update', { sourceId, details: { disclosure: 'public' } });
    expect((await desk.call('sources.list', {}))[0]!.collections).toEqual([port]);
    expect(await found(desk, 'collection:port')).toEqual([sourceId]);
  });

  test('tell the windows', async () => {
    const desk = await openDesk();
    const { sourceId } = await importSource(desk);
    const port = await collect(desk, 'Port');
    desk.events.length = 0;
    await put(desk, port, sourceId);
    expect(desk.events).toContainEqual({ event: 'collections.changed', payload: {} });
    expect(desk.events).toContainEqual({ event: 'sources.changed', payload: { sourceId } });
  });
});

describe('tags', () => {
  test('are searched for, and taken back', async () => {
    const desk = await openDesk();
    const { sourceId } = await importSource(desk);
    const details = { tags: ['Coast Guard', 'winter'] };
    const { previous } = await desk.call('sources.update', { sourceId, details });
    expect(previous).toEqual({ tags: [] });
    for (const query of ['tag:"coast guard"', 'tag:winter', 'pier tag:guard']) {
      expect(await found(desk, query), query).toEqual([sourceId]);
    }
    await desk.call('sources.update', { sourceId, details: previous });
    expect(await found(desk, 'tag:winter')).toEqual([]);
  });
});

describe('what a file says about itself', () => {
  const RECORDS = JSON.stringify([
    {
      id: 'calder2024',
      type: 'report',
      title: 'The second pier',
      author: [{ family: 'Calder', given: 'Ines' }],
      issued: { 'date-parts': [[2024, 5]] },
      publisher: 'Port Authority',
      keyword: 'piers, winter',
      abstract: 'The second pier opens in April.',
      custom: { shelf: 'B2' },
    },
    { id: 'oakes', type: 'book', title: 'Ferries', abstract: 'On ferries.', volume: 2 },
  ]);

  test('is kept, record by record, and can be changed and taken back', async () => {
    const desk = await openDesk();
    await importSource(desk, RECORDS, 'library.json');
    const [second, first] = await desk.call('sources.list', {});
    expect(second).toMatchObject({ title: 'Ferries', tags: [] });
    expect(first).toMatchObject({ title: 'The second pier', tags: ['piers', 'winter'] });
    const read = () => desk.call('sources.read', { sourceId: first!.id });
    const reading = await read();
    expect(reading.part).toBe('calder2024');
    expect(reading.metadata).toMatchObject({
      publisher: 'Port Authority',
      custom: { shelf: 'B2' },
    });
    const metadata = { ...reading.metadata, publisher: 'Quay Press' };
    const { previous } = await desk.call('sources.update', {
      sourceId: first!.id,
      details: { metadata, title: 'The pier' },
    });
    const changed = await read();
    // The title that the file gave goes with the title.
    expect(changed.metadata).toEqual({ ...metadata, title: 'The pier' });
    await desk.call('sources.update', { sourceId: first!.id, details: previous });
    expect(await read()).toEqual(reading);
  });
});

describe('saved searches', () => {
  test('are kept as they were typed, renamed, removed and put back', async () => {
    const desk = await openDesk();
    const details = { name: 'Hearings', query: 'pier kind:subtitles' };
    const { savedSearchId } = await desk.call('savedSearches.create', details);
    const list = () => desk.call('savedSearches.list', {});
    expect(await list()).toEqual([{ id: savedSearchId, ...details }]);
    const { previous } = await desk.call('savedSearches.update', {
      savedSearchId,
      details: { name: 'Talks' },
    });
    expect(previous).toEqual({ name: 'Hearings' });
    await desk.call('savedSearches.remove', { savedSearchId });
    expect(await list()).toEqual([]);
    await desk.call('savedSearches.restore', { savedSearchId });
    await desk.reopen();
    expect(await list()).toEqual([{ id: savedSearchId, ...details, name: 'Talks' }]);
    const empty = { name: 'Empty', query: '  ' };
    expect((await desk.failure('savedSearches.create', empty)).code).toBe('invalid-input');
  });
});

test('some sources are read as the list has them', async () => {
  const desk = await openDesk();
  const source = await importSource(desk);
  const { sourceId } = source;
  const secret = (await importSource(desk, NOTE, 'note.txt')).sourceId;
  await desk.call('sources.update', { sourceId: secret, details: { disclosure: 'confidential' } });
  const article = await importArticle(desk);
  const { id: quotationId } = quotationWith(article.quotations, 'harbour will stay');
  const target = targetOf(source, 'The harbour will stay open all winter.');
  await desk.call('quotations.setLinks', {
    articleId: article.id,
    links: [{ quotationId, target }],
  });
  const list = await desk.call('sources.list', {});
  expect(list.map(({ quotedCount }) => quotedCount)).toEqual([0, 1]);
  const some = (sourceIds: string[]) => desk.call('sources.summaries', { sourceIds });
  expect(await some([secret, newId(), sourceId])).toEqual(list);
  await desk.call('sources.remove', { sourceId });
  expect(await some([secret, sourceId])).toEqual([list[0]]);
  await desk.call('articles.remove', { articleId: article.id });
  await desk.call('sources.restore', { sourceId });
  expect(await some([sourceId])).toMatchObject([{ quotedCount: 0 }]);
});
