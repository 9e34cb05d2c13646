import { expect, test } from 'vitest';
import { completionsOf, filterNamesFor, filtersOf, withFilter, withoutFilter } from './completion';

test('a filter is begun at the end, and one that was left empty gives way', () => {
  expect(withFilter('pier', 'kind')).toBe('pier kind:');
  expect(withFilter('', 'kind')).toBe('kind:');
  expect(withFilter('pier kind:', 'terms')).toBe('pier terms:');
});

test('a filter is taken away with its value', () => {
  expect(withoutFilter('pier kind:note ferry kind:email', 'kind')).toBe('pier ferry ');
  expect(withoutFilter('speaker:"Mara Lind" pier', 'speaker')).toBe('pier');
  expect([...filtersOf('pier kind:note from:').keys()]).toEqual(['kind']);
});

test('values that fit what is typed', () => {
  const queries = (query: string) =>
    completionsOf(query, {
      speaker: ['Mara Lind', 'Jonas'],
      collection: ['Port talks'],
    })?.completions.map((one) => one.query);
  expect(queries('pier kind:tr')).toEqual(['pier kind:transcript ']);
  expect(queries('speaker:li')).toEqual(['speaker:"Mara Lind" ']);
  expect(queries('collection:po')).toEqual(['collection:"Port talks" ']);
  expect(queries('pier kind:transcript')).toEqual([]);
  expect(queries('pier kind:note ')).toBeUndefined();
  expect(queries('pier')).toBeUndefined();
});

test('names of filters that fit what is typed', () => {
  expect(filterNamesFor('pier spe')).toEqual(['speaker']);
  expect(filterNamesFor('pier s')).toEqual([]);
  expect(filterNamesFor('te')).toEqual(['terms']);
});
