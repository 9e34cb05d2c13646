import { expect, test } from 'vitest';
import type { DrawnWord } from '../model/page';
import { placeWords } from './page-words';

/** Words in lines 12 points apart, from a left edge; each letter is 5 points wide. */
function column(x: number, ...lines: string[]): DrawnWord[] {
  return lines.flatMap((line, row) =>
    [...line.matchAll(/\S+/g)].map(({ 0: text, index }) => ({
      text,
      x: x + index * 5,
      y: 100 + row * 12,
      width: text.length * 5,
      height: 10,
    })),
  );
}

/** Where the words of a stretch are drawn: "word@x,y". */
function places(drawn: DrawnWord[], text: string, words: string, onPage = text) {
  const from = text.indexOf(words);
  const start = text.indexOf(onPage);
  return placeWords(drawn, text, [{ start, end: start + onPage.length }])
    .filter((one) => one.start >= from && one.end <= from + words.length)
    .map(({ start: at, end, x, y }) => `${text.slice(at, end)}@${x},${y}`);
}

const LEFT = column(
  50,
  'The ferry was late again, and',
  'nobody on the quay was told',
  'until the harbour',
);
const RIGHT = column(
  300,
  'office had opened. “We knew',
  'since Tuesday,” said the',
  'master of the port.',
);

test('words of a page are found where they stand', () => {
  const text = 'The ferry was late again, and nobody on the quay was told until the harbour';
  expect(places(LEFT, text, 'nobody on')).toEqual(['nobody@50,112', 'on@85,112']);
});

test('a passage that goes on in the next column is found in both', () => {
  const text =
    'The ferry was late again, and nobody on the quay was told until the harbour office had opened. “We knew since Tuesday,” said the master of the port.';
  const expected = ['harbour@100,124', 'office@300,100', 'had@335,100'];
  expect(places([...LEFT, ...RIGHT], text, 'harbour office had')).toEqual(expected);
  // Columns drawn line by line, as some programs write them.
  const rows = [...LEFT, ...RIGHT].toSorted((a, b) => a.y - b.y || a.x - b.x);
  const found = places(
    rows,
    text,
    'nobody on the quay was told until the harbour office had opened.',
  );
  expect(found).toContain('nobody@50,112');
  expect(found).toContain('opened.@355,100');
  expect(found).toHaveLength(12);
});

test('a word that is parted at the end of a line has two places', () => {
  const drawn = column(50, 'It is not in the time-', 'table of this year.');
  expect(places(drawn, 'It is not in the timetable of this year.', 'timetable')).toEqual([
    'timetable@135,100',
    'timetable@50,112',
  ]);
});

test('heads and numbers that the text leaves out are passed over', () => {
  const drawn = [
    ...column(50, 'Harbour inquiry, day 2'),
    ...column(50, 'The first sailing was cancelled', 'and so was the second.').map((word) => ({
      ...word,
      y: word.y + 40,
    })),
  ];
  const text = 'Before that. The first sailing was cancelled and so was the second.';
  const onPage = 'The first sailing was cancelled and so was the second.';
  expect(places(drawn, text, 'sailing was', onPage)).toEqual(['sailing@100,140', 'was@140,140']);
});

test('ligatures, accents and quotation marks are no hindrance', () => {
  const drawn = column(50, 'the o\ufb03ce of the caf\u00e9 "Mole"');
  expect(places(drawn, 'the office of the cafe\u0301 “Mole”', 'cafe\u0301 “Mole”')).toHaveLength(2);
});

test('what is not drawn there has no place', () => {
  expect(places(LEFT, 'Something else was written here altogether.', 'altogether.')).toEqual([]);
  expect(placeWords([], 'Words.', [{ start: 0, end: 6 }])).toEqual([]);
});

test('words that stand twice are found in the order of the text', () => {
  const drawn = column(
    50,
    'No comment, said the harbour master.',
    'No comment, said the harbour office.',
  );
  const text = 'No comment, said the harbour master. No comment, said the harbour office.';
  expect(places(drawn, text, 'office.')).toEqual(['office.@195,112']);
  expect(placeWords(drawn, text, [{ start: 0, end: text.length }]).map(({ y }) => y)).toEqual([
    100, 100, 100, 100, 100, 100, 112, 112, 112, 112, 112, 112,
  ]);
});
