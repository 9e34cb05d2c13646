import { expect, test } from 'vitest';
import { rangeOf } from './byte-range';

test.for([
  ['bytes=0-', { start: 0, end: 1000 }],
  ['bytes=0-0', { start: 0, end: 1 }],
  ['bytes=200-499', { start: 200, end: 500 }],
  ['bytes=900-5000', { start: 900, end: 1000 }],
  ['bytes=-100', { start: 900, end: 1000 }],
  ['bytes=-5000', { start: 0, end: 1000 }],
  ['bytes=1000-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=500-200', null],
  ['bytes=-', null],
  ['bytes=0-1,5-6', null],
  ['lines=0-1', null],
  ['bytes=../../x', null],
  [null, null],
] as const)('%s of 1,000 bytes', ([header, expected]) => {
  expect(rangeOf(header, 1000)).toEqual(expected);
});

test('an empty file has no stretches', () => {
  expect(rangeOf('bytes=0-', 0)).toBe('unsatisfiable');
});
