import { describe, expect, it } from 'vitest';
import type { Locator } from '../../src-shared/model/source';
import { offsetOfPlace, readPlace } from './go-to';

describe('readPlace', () => {
  it.each([
    ['12', { kind: 'page', page: 12 }],
    ['p. 12', { kind: 'page', page: 12 }],
    ['P12', { kind: 'page', page: 12 }],
    ['page 3', { kind: 'page', page: 3 }],
    ['0:31:10', { kind: 'time', seconds: 1870 }],
    ['31:10', { kind: 'time', seconds: 1870 }],
    ['1:07:07,5', { kind: 'time', seconds: 4027.5 }],
    ['31m', { kind: 'time', seconds: 1860 }],
    ['1h 2m 3s', { kind: 'time', seconds: 3723 }],
    ['', null],
    ['the end', null],
    ['p. x', null],
  ])('%s', (text, place) => {
    expect(readPlace(text)).toEqual(place);
  });
});

describe('offsetOfPlace', () => {
  const pages: Locator[] = [
    { start: 0, end: 9, page: 1 },
    { start: 11, end: 20, page: 2 },
    { start: 22, end: 30, page: 2, note: '1' },
    { start: 32, end: 40, page: 5 },
  ];
  const turns: Locator[] = [
    { start: 0, end: 9, time: 10, endTime: 12 },
    { start: 11, end: 20, time: 40, endTime: 50 },
  ];

  it.each([
    [1, 0],
    [2, 11],
    [3, 32],
    [6, null],
  ])('page %i', (page, offset) => {
    expect(offsetOfPlace(pages, { kind: 'page', page })).toBe(offset);
  });

  it.each([
    [0, 0],
    [11, 0],
    [30, 0],
    [45, 11],
    [500, 11],
  ])('%i seconds', (seconds, offset) => {
    expect(offsetOfPlace(turns, { kind: 'time', seconds })).toBe(offset);
  });

  it('finds nothing where there is nothing of the kind', () => {
    expect(offsetOfPlace(pages, { kind: 'time', seconds: 5 })).toBeNull();
    expect(offsetOfPlace(turns, { kind: 'page', page: 1 })).toBeNull();
  });
});
