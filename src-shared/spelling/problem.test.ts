import fc from 'fast-check';
import { expect, test } from 'vitest';
import { followProblems, type Problem } from './problem';
import { wordsIn } from './words';

const problem = (text: string, word: string): Problem => {
  const start = text.indexOf(word);
  return {
    start,
    end: start + word.length,
    kind: 'spelling',
    rule: 'r',
    message: '',
    suggestions: null,
  };
};

const CASES: [name: string, before: string, after: string, kept: string[]][] = [
  ['words put in before it move it', 'a wrold', 'a whole wrold', ['wrold']],
  ['words put in behind it leave it', 'a wrold', 'a wrold of it', ['wrold']],
  ['a letter put in takes it away', 'a wrold', 'a worold', []],
  ['a letter at its end takes it away', 'a wrold', 'a wrolds', []],
  ['a letter at its beginning takes it away', 'a wrold', 'a xwrold', []],
  ['a mark at its end leaves it', 'a wrold', 'a wrold.', ['wrold']],
  ['what is cut away takes it along', 'a wrold of it', 'a of it', []],
  ['two in one line', 'teh wrold', 'teh big wrold', ['teh', 'wrold']],
];

test.each(CASES)('%s', (_name, before, after, kept) => {
  const problems = ['teh', 'wrold']
    .filter((word) => before.includes(word))
    .map((word) => problem(before, word));
  const followed = followProblems(before, after, problems);
  expect(followed.map(({ start, end }) => after.slice(start, end))).toEqual(kept);
});

test('whatever is typed or cut, what is followed is still a whole word, and the same one', () => {
  const word = fc.constantFrom('teh', 'wrold', 'a', 'été', '😀', '𝒳y', 'it’s', ' ', '. ');
  const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), word, (before, from, length, put) => {
      const start = from % (before.length + 1);
      const after = before.slice(0, start) + put + before.slice(start + (length % 6));
      const problems = wordsIn(before).map(
        (one): Problem => ({ ...problem(before, one.text), ...one }),
      );
      const words = new Set(wordsIn(after).map((one) => `${one.start} ${one.end}`));
      for (const followed of followProblems(before, after, problems)) {
        const { text: was } = followed as Problem & { text: string };
        expect(after.slice(followed.start, followed.end)).toBe(was);
        const isWhole = words.has(`${followed.start} ${followed.end}`);
        // It may have become part of a longer word by an apostrophe, but never by letters.
        const isPart =
          /\p{L}$/u.test(after.slice(0, followed.start)) ||
          /^\p{L}/u.test(after.slice(followed.end));
        expect(isWhole || !isPart).toBe(true);
      }
    }),
  );
});
