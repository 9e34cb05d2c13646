import { expect, it } from 'vitest';
import { duration, megabytes } from './log.mjs';

it('writes sizes and durations as a person would', () => {
  expect(megabytes(196_264_810)).toBe('187 MB');
  expect(megabytes(1_572_864)).toBe('1.5 MB');
  expect(duration(850)).toBe('0.8 s');
  expect(duration(12_400)).toBe('12 s');
  expect(duration(185_000)).toBe('3 min 05 s');
  expect(duration(119_700)).toBe('2 min 00 s');
});
