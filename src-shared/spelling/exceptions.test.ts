import { expect, test } from 'vitest';
import { type Exceptions, knownWords, placeMark, shownProblems } from './exceptions';
import type { Problem } from './problem';

const TEXT = 'Ask Qorth about the the wrold, then the the end of all that there is.';
const at = (words: string, rule = 'r', from = 0): Problem => {
  const start = TEXT.indexOf(words, from);
  const kind = rule === 'r' ? 'spelling' : 'grammar';
  return { start, end: start + words.length, kind, rule, message: '', suggestions: null };
};
const none: Exceptions = { words: knownWords([]), rules: new Set(), places: new Set() };
const shown = (problems: Problem[], exceptions: Partial<Exceptions>, spared = [] as Problem[]) =>
  shownProblems(TEXT, problems, { ...none, ...exceptions }, spared).map(({ start, end }) =>
    TEXT.slice(start, end),
  );

test.each([
  ['as it is', 'quayside', true],
  ['at the beginning of a sentence', 'Quayside', true],
  ['in capitals alone', 'QUAYSIDE', true],
  ['a name', 'Wenzeslava', true],
  ['a part of a name, with an apostrophe and s', 'Qorth’s', true],
  ['both with a hyphen', 'Wenzeslava-Qorth', true],
  ['a name in small letters', 'qorth', false],
  ['another word', 'quaysides', false],
])('a known word is right %s: %s', (_how, word, isRight) => {
  expect(knownWords(['quayside', 'Wenzeslava Qorth']).has(word)).toBe(isRight);
});

test('letters with their marks apart are the same', () => {
  expect(knownWords(['Zárate']).has('Za\u0301rate')).toBe(true);
});

test('known words and rules that are off are not shown', () => {
  const problems = [at('Qorth'), at('the the', 'twice'), at('wrold')];
  expect(shown(problems, {})).toEqual(['Qorth', 'the the', 'wrold']);
  expect(shown(problems, { words: knownWords(['Qorth']) })).toEqual(['the the', 'wrold']);
  expect(shown(problems, { rules: new Set(['twice']) })).toEqual(['Qorth', 'wrold']);
});

test('one place is let stand, not the same words at another', () => {
  const first = at('the the', 'twice');
  const second = at('the the', 'twice', first.end);
  const places = new Set([placeMark(TEXT, first)]);
  expect(shownProblems(TEXT, [first, second], { ...none, places }, [])).toEqual([second]);
});

test('a place is known again when words far from it change, and not when it is others', () => {
  const first = at('the the', 'twice');
  const longer = TEXT.replace('end of all', 'very end of all');
  expect(placeMark(longer, first)).toBe(placeMark(TEXT, first));
  expect(
    placeMark(TEXT.replace('about', 'around'), {
      ...first,
      start: first.start + 1,
      end: first.end + 1,
    }),
  ).not.toBe(placeMark(TEXT, first));
  expect(placeMark(TEXT, first)).toMatch(/^[\da-f]{16}$/);
});

test('what touches a stretch that is not corrected is not shown', () => {
  expect(shown([at('Qorth'), at('wrold')], {}, [at('about the the wrold')])).toEqual(['Qorth']);
});
