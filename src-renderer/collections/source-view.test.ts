import { expect, test } from 'vitest';
import type { SourceSummary } from '../../src-shared/model/source';
import {
  countInCollections,
  countTags,
  mostFrequent,
  sourcesIn,
  tallyInTurns,
  treeOf,
} from './source-view';

const collection = (id: string, parentId: string | null = null) => ({ id, name: id, parentId });
const source = (id: string, collections: string[], tags: string[] = []) =>
  ({ id, collections, tags }) as unknown as SourceSummary;

const collections = [
  collection('hearings', 'port'),
  collection('minutes', 'hearings'),
  collection('other'),
  collection('port'),
];
const sources = [
  source('a', ['minutes'], ['winter', 'ferry']),
  source('b', ['port', 'minutes']),
  source('c', ['other'], ['winter']),
  source('d', ['removed']),
];

test('each collection stands before what is within it', () => {
  expect(treeOf(collections).map(({ collection, depth }) => [collection.id, depth])).toEqual([
    ['other', 0],
    ['port', 0],
    ['hearings', 1],
    ['minutes', 2],
  ]);
  expect(treeOf(collections).at(-1)?.path).toBe('port / hearings / minutes');
});

test('one whose parent is gone stands at the top, one that is within itself does no harm', () => {
  expect(treeOf([collection('a', 'gone')]).map(({ depth }) => depth)).toEqual([0]);
  const circle = [collection('a', 'b'), collection('b', 'a')];
  expect(treeOf(circle).map(({ depth }) => depth)).toEqual([0, 1]);
  expect(countInCollections([source('x', ['a'])], circle).get('b')).toBe(1);
  expect(
    sourcesIn({ kind: 'collection', collectionId: 'b' }, [source('x', ['a'])], circle),
  ).toHaveLength(1);
});

test('a collection lists what is within it, once', () => {
  const ids = (collectionId: string) =>
    sourcesIn({ kind: 'collection', collectionId }, sources, collections).map(({ id }) => id);
  expect(ids('port')).toEqual(['a', 'b']);
  expect(ids('other')).toEqual(['c']);
  expect(Object.fromEntries(countInCollections(sources, collections))).toEqual({
    minutes: 2,
    hearings: 2,
    port: 2,
    other: 1,
  });
});

test('tags, the most common first', () => {
  expect(countTags(sources)).toEqual([
    { tag: 'winter', count: 2 },
    { tag: 'ferry', count: 1 },
  ]);
  expect(sourcesIn({ kind: 'tag', tag: 'winter' }, sources, collections)).toHaveLength(2);
});

test('100,000 sources are counted and filtered at once', () => {
  const many = Array.from({ length: 100_000 }, (_, n) =>
    source(String(n), n % 3 === 0 ? ['minutes'] : [], [`tag ${n % 50}`]),
  );
  const before = performance.now();
  expect(countTags(many)).toHaveLength(50);
  expect(countInCollections(many, collections).get('port')).toBe(33_334);
  expect(sourcesIn({ kind: 'tag', tag: 'tag 7' }, many, collections)).toHaveLength(2_000);
  expect(performance.now() - before).toBeLessThan(1_000);
});

test('counting in turns gives the same, and ends when nobody waits any more', async () => {
  const many = Array.from({ length: 9_000 }, (_, n) =>
    source(String(n), n % 3 === 0 ? ['minutes'] : [], [`tag ${n % 50}`, 'harbour']),
  );
  let turns = 0;
  const tally = await tallyInTurns(many, collections, async () => ++turns > 0);
  expect(turns).toBe(2);
  expect(tally?.collections).toEqual(countInCollections(many, collections));
  expect(mostFrequent(tally?.tags ?? [])).toEqual(countTags(many));
  expect(mostFrequent(tally?.tags ?? [], 1)).toEqual([{ tag: 'harbour', count: 9_000 }]);
  expect(await tallyInTurns(many, collections, async () => false)).toBe(null);
});
