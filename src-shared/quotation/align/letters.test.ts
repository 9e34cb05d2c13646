import { expect, test } from 'vitest';
import { indexSource } from './align';
import { type Letters, makeLetters, reverseLetters, takeSource, takeWords } from './letters';

function shown({ units, count, ends, words }: Letters): { letters: string; ends: number[] } {
  return {
    letters: String.fromCharCode(...units.subarray(0, count)),
    ends: [...ends.subarray(0, words)],
  };
}

test('the words of a source are taken as plain letters, one space apart', () => {
  const letters = makeLetters();
  const index = indexSource('“The Mayor’s oﬃce”: 橋は infra-\n structure, Café No. 5!');
  takeSource(letters, index, 0, index.words.count);
  expect(shown(letters)).toEqual({
    letters: 'the mayors office 橋 は infrastructure cafe no 5',
    ends: [3, 10, 17, 19, 21, 36, 41, 44, 46],
  });
  takeSource(letters, index, 1, 3);
  expect(shown(letters)).toEqual({ letters: 'mayors office', ends: [6, 13] });
  takeSource(letters, index, 3, 3);
  expect(shown(letters)).toEqual({ letters: '', ends: [] });
});

test('words are turned round with their letters', () => {
  const letters = makeLetters();
  takeWords(letters, ['not', 'a', 'harbour', 'at', 'all'], 1, 5);
  reverseLetters(letters);
  expect(shown(letters)).toEqual({ letters: 'lla ta ruobrah a', ends: [3, 6, 14, 16] });
  takeWords(letters, ['alone'], 0, 1);
  reverseLetters(letters);
  expect(shown(letters)).toEqual({ letters: 'enola', ends: [5] });
});

test('there is room for as many and as long words as come', () => {
  const letters = makeLetters();
  const index = indexSource(`${'ab '.repeat(1000)}${'x'.repeat(5000)}`);
  takeSource(letters, index, 0, index.words.count);
  // What goes on for too long is no word: so much of it is taken.
  expect(letters).toMatchObject({ words: 1001, count: 3000 + 200 });
});
