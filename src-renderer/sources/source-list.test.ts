import { expect, test } from 'vitest';
import type { SourceSummary } from '../../src-shared/model/source';
import { withCounts, withSummaries } from './source-list';

const source = (id: string, title = id, quotedCount = 0) =>
  ({ id, title, quotedCount }) as SourceSummary;
const list = [source('e'), source('c'), source('a')];
const titles = (sources: readonly SourceSummary[]) => sources.map(({ title }) => title);

test('a source that changed stands where it stood, a new one at its place, one in the bin nowhere', () => {
  const ids = new Set(['f', 'c', 'd', 'a']);
  const changed = [source('c', 'C'), source('f'), source('d')];
  expect(titles(withSummaries(list, ids, changed))).toEqual(['f', 'e', 'd', 'C']);
  expect(titles(withSummaries([], new Set(['b', 'a']), [source('a'), source('b')]))).toEqual([
    'b',
    'a',
  ]);
  expect(titles(withSummaries(list, new Set(['0']), [source('0')]))).toEqual(['e', 'c', 'a', '0']);
});

test('what is quoted as often as before is the same list', () => {
  expect(withCounts(list, new Map())).toBe(list);
  const counted = withCounts(list, new Map([['c', 2]]));
  expect(counted.map(({ quotedCount }) => quotedCount)).toEqual([0, 2, 0]);
  expect(counted[0]).toBe(list[0]);
  expect(withCounts(counted, new Map()).map(({ quotedCount }) => quotedCount)).toEqual([0, 0, 0]);
});
