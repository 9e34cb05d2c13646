import { expect, test } from 'vitest';
import type { PlacedWord } from '../../src-shared/model/page';
import { boxesOf, wordAt } from './page-boxes';

/** Words of eight letters each, 50 points wide. */
const word = (index: number, x: number, y: number): PlacedWord => ({
  start: index * 9,
  end: index * 9 + 8,
  x,
  y,
  width: 50,
  height: 10,
});
const WORDS = [
  word(0, 60, 100),
  word(1, 115, 100),
  word(2, 170, 101),
  word(3, 60, 114),
  word(4, 300, 100),
];

test('the words of a line are covered together, with the spaces between them', () => {
  expect(boxesOf(WORDS, { start: 0, end: 26 })).toEqual([
    { x: 60, y: 100, width: 160, height: 11 },
  ]);
});

test('another line, and another column, are covered for themselves', () => {
  expect(boxesOf(WORDS, { start: 20, end: 44 })).toEqual([
    { x: 170, y: 101, width: 50, height: 10 },
    { x: 60, y: 114, width: 50, height: 10 },
    { x: 300, y: 100, width: 50, height: 10 },
  ]);
});

test('words that read from right to left are covered together', () => {
  const words = [word(0, 300, 50), word(1, 245, 50)];
  expect(boxesOf(words, { start: 0, end: 17 })).toEqual([
    { x: 245, y: 50, width: 105, height: 10 },
  ]);
});

test('nothing is covered where nothing of the stretch is on the page', () => {
  expect(boxesOf(WORDS, { start: 100, end: 120 })).toEqual([]);
});

test('a point leads to the word there, or to the nearest on its line', () => {
  expect(wordAt(WORDS, { x: 120, y: 105 })).toEqual({ start: 9, end: 17 });
  expect(wordAt(WORDS, { x: 230, y: 106 })).toEqual({ start: 18, end: 26 });
  expect(wordAt(WORDS, { x: 500, y: 104 })).toEqual({ start: 36, end: 44 });
  expect(wordAt([], { x: 0, y: 0 })).toBeNull();
});
