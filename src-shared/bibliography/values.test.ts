import { expect, test } from 'vitest';
import type { SourceChanges } from '../model/source';
import { CSL_TYPES, fieldsOfType } from './fields';
import { dateOf, dateWords, followDetails, namesOf, otherFields, withField } from './values';

test('dates that are a day, a month or a year can be edited, all others are said', () => {
  expect(dateOf({ 'date-parts': [[2026, 4, 7]] })).toBe('2026-04-07');
  expect(dateOf({ 'date-parts': [['2026', '11']] })).toBe('2026-11');
  expect(dateOf({ 'date-parts': [[2026, 13]] })).toBeNull();
  const range = { 'date-parts': [[2025], [2026, 2]] };
  expect(dateOf(range)).toBeNull();
  expect(dateWords(range)).toBe('2025 – 2026-2');
  expect(dateWords({ literal: 'before the war' })).toBe('before the war');
  expect(dateWords({ raw: 'spring 2024' })).toBe('spring 2024');
});

test('names with parts, and names as they are printed', () => {
  const names = [{ family: 'Lind', given: 'Mara' }, { literal: 'Port Authority' }, 'x', null];
  expect(namesOf(names)).toEqual(names.slice(0, 2));
  expect(namesOf('Mara Lind')).toEqual([]);
});

test('a field that says nothing is taken away, and the others stay as they are', () => {
  const metadata = { type: 'book', publisher: 'Quay Press', custom: { deep: [1] } };
  expect(withField(metadata, 'publisher', '')).toEqual({ type: 'book', custom: { deep: [1] } });
  expect(withField(metadata, 'volume', '3')).toEqual({ ...metadata, volume: '3' });
});

test('what is not asked about is said, whatever it is', () => {
  const metadata = {
    type: 'report',
    title: 'Piers',
    illustrator: [{ family: 'Vik', given: 'Tomas' }],
    editor: [{ family: 'Vik', given: 'Tomas' }],
    submitted: { 'date-parts': [[2020, 5]] },
    custom: { deep: [1] },
    'number-of-pages': 12,
  };
  expect(otherFields(metadata, new Set(['author']))).toEqual([
    { field: 'illustrator', words: 'Tomas Vik' },
    { field: 'editor', words: 'Tomas Vik' },
    { field: 'submitted', words: '2020-05' },
    { field: 'custom', words: '{"deep":[1]}' },
    { field: 'number-of-pages', words: '12' },
  ]);
});

test('every type has a date, names and a place where it came out or lies', () => {
  for (const type of [...CSL_TYPES, 'unheard-of']) {
    const { names, dates, texts } = fieldsOfType(type);
    expect(names).toContain('author');
    expect(dates).toContain('issued');
    expect(texts.some((field) => /^(container-title|publisher|archive)$/.test(field))).toBe(true);
    expect(new Set(texts).size).toBe(texts.length);
  }
});

test('metadata that said the same as a detail goes on saying the same', () => {
  const before = {
    title: 'Piers',
    url: 'https://port.example/1',
    date: '2024',
    metadata: {
      title: 'Piers',
      URL: 'https://port.example/1',
      issued: { 'date-parts': [[2024]] },
      volume: '2',
    },
  };
  const changes = { title: 'The piers', url: null, date: '2024-05' };
  expect(followDetails<SourceChanges>(before, changes).metadata).toEqual({
    title: 'The piers',
    issued: { 'date-parts': [[2024, 5]] },
    volume: '2',
  });
  const other = { ...before, metadata: { title: 'Piers and quays', volume: '2' } };
  expect(followDetails(other, changes)).toEqual(changes);
});
