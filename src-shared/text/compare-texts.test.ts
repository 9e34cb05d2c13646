import { expect, test } from 'vitest';
import { compareTexts } from './compare-texts';
import { diffTexts } from './diff-texts';

/** "same [-removed-] {+added+}", a line for each paragraph. */
const compared = (from: string, to: string) =>
  compareTexts(from, to).map(({ segments }) =>
    segments
      .map(({ type, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[type])
      .join(''),
  );

test('a word diff is ready to be shown', () => {
  expect(diffTexts('“We will pay,” she said.', '“We may pay,” she said.')).toEqual([
    { type: 'same', text: '“We ' },
    { type: 'removed', text: 'will ' },
    { type: 'added', text: 'may ' },
    { type: 'same', text: 'pay,” she said.' },
  ]);
  expect(diffTexts('', 'New.')).toEqual([{ type: 'added', text: 'New.' }]);
  expect(diffTexts('Old.', '')).toEqual([{ type: 'removed', text: 'Old.' }]);
});

test.each<[string, string, string, string[]]>([
  ['the same text', 'One.\n\nTwo.', 'One.\n\nTwo.', ['One.', 'Two.']],
  [
    'a changed word',
    'One is here.\n\nTwo will pay.\n\nThree.',
    'One is here.\n\nTwo may pay.\n\nThree.',
    ['One is here.', 'Two [-will -]{+may +}pay.', 'Three.'],
  ],
  [
    'the last word of a paragraph',
    'We will go.\n\nThen they sang.',
    'We will stay.\n\nThen they sang.',
    ['We will [-go. -]{+stay.+}', 'Then they sang.'],
  ],
  ['a new paragraph', 'One.\n\nThree.', 'One.\n\nTwo.\n\nThree.', ['One.', '{+Two.+}', 'Three.']],
  [
    'a paragraph that is gone',
    'One.\n\nTwo.\n\nThree.',
    'One.\n\nThree.',
    ['One.', '[-Two.-]', 'Three.'],
  ],
  ['typography', 'He said "no".', 'He said “no”.', ['He said “no”.']],
])('%s is compared by paragraphs', (_, from, to, expected) => {
  expect(compared(from, to)).toEqual(expected);
});
