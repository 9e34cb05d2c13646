import { expect, test } from 'vitest';
import type { SourceView } from '../../src-shared/model/collection';
import { countInCollections } from '../library/source-lists';
import { type Desk, importSource, openDesk } from '../testing/desk';

/* The lists of a library in numbers: some of the sources, and how many there are of each kind. */

const NOTE = 'The ferry leaves at seven. The second pier opens in April.';

/** Five sources, the third of them confidential; by name, the newest last. */
async function fill(desk: Desk) {
  const ids: string[] = [];
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    ids.push((await importSource(desk, `${NOTE} ${name}`, `${name}.txt`)).sourceId);
  }
  const [a, b, c, d, e] = ids as [string, string, string, string, string];
  await desk.call('sources.update', { sourceId: c, details: { disclosure: 'confidential' } });
  return { a, b, c, d, e };
}

const browse = async (desk: Desk, view: SourceView, limit = 100) => {
  const { sources, total } = await desk.call('sources.browse', { view, limit });
  return { ids: sources.map(({ id }) => id), total };
};

test('a view is read from its start, over both files, with how many there are', async () => {
  const desk = await openDesk();
  const { a, b, c, d, e } = await fill(desk);
  expect(await browse(desk, { kind: 'all' })).toEqual({ ids: [e, d, c, b, a], total: 5 });
  expect(await browse(desk, { kind: 'all' }, 3)).toEqual({ ids: [e, d, c], total: 5 });
  const all = await desk.call('sources.browse', { view: { kind: 'all' }, limit: 100 });
  expect(all.sources).toEqual(await desk.call('sources.list', {}));

  expect(await browse(desk, { kind: 'bin' })).toEqual({ ids: [], total: 0 });
  for (const sourceId of [b, c]) await desk.call('sources.remove', { sourceId });
  expect(await browse(desk, { kind: 'bin' })).toEqual({ ids: [c, b], total: 2 });
  expect(await browse(desk, { kind: 'all' })).toEqual({ ids: [e, d, a], total: 3 });
  await desk.call('sources.restore', { sourceId: c });
  expect(await browse(desk, { kind: 'bin' })).toEqual({ ids: [b], total: 1 });
});

test('a tag is that tag, whatever is in it and around it', async () => {
  const desk = await openDesk();
  const { a, b, c, d, e } = await fill(desk);
  const lists = { a: ['1'], b: ['11', '1'], c: ['1'], d: ['a "b" c', ',', 'é'], e: ['b', 'x'] };
  const tagged = Object.entries(lists).map(([name, tags]) => [{ a, b, c, d, e }[name]!, tags]);
  for (const [sourceId, tags] of tagged as [string, string[]][]) {
    await desk.call('sources.update', { sourceId, details: { tags } });
  }
  const of = async (tag: string) => (await browse(desk, { kind: 'tag', tag })).ids;
  expect(await of('1')).toEqual([c, b, a]);
  expect(await browse(desk, { kind: 'tag', tag: '1' }, 2)).toEqual({ ids: [c, b], total: 3 });
  expect(await of('b')).toEqual([e]);
  expect(await of('a "b" c')).toEqual([d]);
  expect(await of(',')).toEqual([d]);
  expect(await of('é')).toEqual([d]);
  expect(await of('nowhere')).toEqual([]);
  await desk.call('sources.remove', { sourceId: b });
  expect(await of('1')).toEqual([c, a]);
  const { tags } = await desk.call('sources.tally', {});
  expect(tags).toContainEqual({ tag: '1', count: 2 });
  expect(tags).not.toContainEqual(expect.objectContaining({ tag: '11' }));
});

test('a collection has what is within it, once, and is counted so', async () => {
  const desk = await openDesk();
  const { a, b, c, d } = await fill(desk);
  const make = async (name: string, parentId: string | null) =>
    (await desk.call('collections.create', { name, parentId })).collectionId;
  const port = await make('Port', null);
  const hearings = await make('Hearings', port);
  const other = await make('Other', null);
  const put = (collectionId: string, ...ids: string[]) =>
    desk.call('collections.setMembers', {
      members: ids.map((sourceId) => ({ collectionId, sourceId, isIn: true })),
    });
  await put(port, a, b);
  await put(hearings, b, c, d);
  await desk.call('sources.remove', { sourceId: d });
  const of = (collectionId: string) => browse(desk, { kind: 'collection', collectionId });
  expect(await of(port)).toEqual({ ids: [c, b, a], total: 3 });
  expect(await of(hearings)).toEqual({ ids: [c, b], total: 2 });
  expect(await of(other)).toEqual({ ids: [], total: 0 });
  const counts = async () =>
    new Map(
      (await desk.call('sources.tally', {})).collections.map((one) => [
        one.collectionId,
        one.count,
      ]),
    );
  expect(await counts()).toEqual(
    new Map([
      [port, 3],
      [hearings, 2],
    ]),
  );

  const apart = async (sourceIds: string[], collectionIds: string[] = []) =>
    (await desk.call('sources.holdApart', { among: { sourceIds, collectionIds } })).isAny;
  expect(await apart([a, c])).toBe(true);
  expect(await apart([a], [hearings])).toBe(true);
  expect(await apart([a, b], [port, other])).toBe(false);
  expect(await desk.call('sources.holdApart', { among: null })).toEqual({ isAny: true });
  await desk.call('sources.remove', { sourceId: c });
  expect(await apart([c], [hearings])).toBe(false);
  expect(await desk.call('sources.holdApart', { among: null })).toEqual({ isAny: false });

  await desk.call('collections.remove', { collectionId: hearings });
  expect(await of(port)).toEqual({ ids: [b, a], total: 2 });
  expect(await counts()).toEqual(new Map([[port, 2]]));
});

test('collections that are within each other do no harm', () => {
  const circle = [
    { id: 'a', parentId: 'b' },
    { id: 'b', parentId: 'a' },
  ];
  expect(countInCollections([['a'], ['gone']], circle)).toEqual(
    new Map([
      ['a', 1],
      ['b', 1],
    ]),
  );
});
