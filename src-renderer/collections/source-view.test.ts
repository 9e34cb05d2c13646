import { expect, test } from 'vitest';
import { countTags, mostFrequent, treeOf } from './source-view';

const collection = (id: string, parentId: string | null = null) => ({ id, name: id, parentId });

const collections = [
  collection('hearings', 'port'),
  collection('minutes', 'hearings'),
  collection('other'),
  collection('port'),
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
});

test('tags, the most common first', () => {
  const tagged = [{ tags: ['winter', 'ferry'] }, { tags: [] }, { tags: ['winter', 'autumn'] }];
  const tags = countTags(tagged);
  expect(tags).toEqual([
    { tag: 'winter', count: 2 },
    { tag: 'autumn', count: 1 },
    { tag: 'ferry', count: 1 },
  ]);
  expect(mostFrequent(tags, 1)).toEqual([{ tag: 'winter', count: 2 }]);
});
