import { expect, it } from 'vitest';
import { withoutEndMark } from './diff';

it('leaves the article’s own mark off at the end of the words, and only there', () => {
  expect(
    withoutEndMark([
      { type: 'same', text: 'We left, ' },
      { type: 'removed', text: 'and ' },
      { type: 'same', text: 'it rained,' },
    ]),
  ).toEqual([
    { type: 'same', text: 'We left, ' },
    { type: 'removed', text: 'and ' },
    { type: 'same', text: 'it rained' },
  ]);
  expect(withoutEndMark([{ type: 'added', text: 'gone,' }])).toEqual([
    { type: 'added', text: 'gone,' },
  ]);
});
