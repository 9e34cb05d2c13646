import { describe, expect, it } from 'vitest';
import type { DiffSegment } from '../../../src-shared/model/verdict';
import { applyEdits, sourceWordingEdits } from './source-wording';

/** "=same +added -removed", separated by " | ". */
function diff(notation: string): DiffSegment[] {
  const types = { '=': 'same', '+': 'added', '-': 'removed' } as const;
  return notation.split(' | ').map((segment) => ({
    type: types[segment.charAt(0) as keyof typeof types],
    text: segment.slice(1),
  }));
}

function wording(text: string, notation: string): string | null {
  const edits = sourceWordingEdits(text, diff(notation));
  return edits && applyEdits(text, edits);
}

describe('sourceWordingEdits', () => {
  it.each([
    [
      'words replaced in the middle',
      '“We will sell the harbour.”',
      '=We will | -never sell | +sell | =the harbour.',
      '“We will never sell the harbour.”',
    ],
    [
      'a word left out',
      '“We will sell it.”',
      '=We will | -not | =sell it.',
      '“We will not sell it.”',
    ],
    [
      'a word put in',
      '“We will never sell it.”',
      '=We will | +never | =sell it',
      '“We will sell it.”',
    ],
    [
      'a last word put in',
      '“We will sell it now.”',
      '=We will sell it | +now',
      '“We will sell it.”',
    ],
    ['a first word put in', '“And we will.”', '+And | =we will', '“we will.”'],
    ['a first word left out', '“will sell.”', '-We | =will sell.', '“We will sell.”'],
    ['a last word left out', '“We will”', '=We will | -sell', '“We will sell”'],
    [
      'brackets in place of words that follow a comma',
      '“No, it can’t [be said so].”',
      '=No, it can’t | -, as I see it, be put that way | +[be said so] | =.',
      '“No, it can’t, as I see it, be put that way.”',
    ],
    [
      'the order added, removed',
      '“in two years”',
      '=in | +two | -three | =years',
      '“in three years”',
    ],
    [
      'other quotation marks and dashes',
      '“It’s over – now.”',
      "=It's | -not | =over -- now.",
      '“It’s not over – now.”',
    ],
    ['capitals', '“WE WILL”', '=we | -all | =will', '“WE all WILL”'],
    ['no difference', '“We will.”', '=We will.', '“We will.”'],
    [
      'two parts with words between the marks',
      '“We will,” “not sell.”',
      '=We will | -surely | =not sell',
      '“We will surely,” “not sell.”',
    ],
  ])('%s', (_case, text, notation, expected) => {
    expect(wording(text, notation)).toBe(expected);
  });

  it('refuses a diff of other words', () => {
    expect(wording('“We will sell.”', '=We shall | -not | =sell')).toBeNull();
    expect(wording('“We will sell it today.”', '=We will | -not | =sell it')).toBeNull();
  });
});
