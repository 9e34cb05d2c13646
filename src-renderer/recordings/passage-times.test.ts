import { describe, expect, it } from 'vitest';
import type { Locator } from '../../src-shared/model/source';
import { passageTimes, stretchAt } from './passage-times';

const TURNS: Locator[] = [
  { start: 0, end: 20, time: 5, endTime: 9, speaker: 'Mara Lind' },
  { start: 22, end: 40, time: 9.5, endTime: 15 },
  { start: 42, end: 142, time: 20, endTime: 80 },
];

describe('passageTimes', () => {
  it.each([
    { name: 'a whole turn', span: [22, 40], from: 9.5, to: 15 },
    { name: 'words of a short turn', span: [26, 30], from: 9.5, to: 15 },
    { name: 'two turns', span: [10, 30], from: 5, to: 15 },
    { name: 'words in the middle of a long turn', span: [92, 100], from: 48, to: 56.8 },
    { name: 'the first words of a long turn', span: [42, 52], from: 20, to: 28 },
    { name: 'the last words of a long turn', span: [132, 142], from: 72, to: 80 },
  ])('$name', ({ span: [start = 0, end = 0], from, to }) => {
    expect(passageTimes(TURNS, { start, end })).toEqual({ from, to });
  });

  it('ends a turn without an end where the next one starts, and the last one nowhere', () => {
    const turns = [
      { start: 0, end: 10, time: 1 },
      { start: 12, end: 20, time: 4 },
    ];
    expect(passageTimes(turns, { start: 2, end: 4 })).toEqual({ from: 1, to: 4 });
    expect(passageTimes(turns, { start: 13, end: 15 })).toEqual({ from: 4, to: null });
  });

  it('starts with the first turn for a passage before it', () => {
    expect(passageTimes([{ start: 10, end: 20, time: 3 }], { start: 0, end: 5 })).toEqual({
      from: 3,
      to: null,
    });
  });

  it('knows nothing where nothing has a time', () => {
    expect(passageTimes([{ start: 0, end: 9, page: 1 }], { start: 0, end: 5 })).toBeNull();
  });
});

describe('stretchAt', () => {
  it.each([
    [0, null],
    [5, { start: 0, end: 20 }],
    [9.6, { start: 22, end: 40 }],
    [16, { start: 22, end: 40 }],
    [19, null],
    [79, { start: 42, end: 142 }],
    [100, null],
  ])('at %s s', (seconds, expected) => {
    expect(stretchAt(TURNS, seconds)).toEqual(expected);
  });
});
