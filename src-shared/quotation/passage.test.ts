import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describePassage, resolvePassage } from './passage';

const TEXT =
  'The keeper left at noon. Yes, he said. The lamp was out. Later that day, in the pub: Yes, he said. Nobody spoke.';

describe('describing', () => {
  test('keeps whole words of up to 32 characters around', () => {
    const start = TEXT.indexOf('lamp');
    const passage = describePassage(TEXT, start, start + 4);
    expect(passage).toEqual({
      exact: 'lamp',
      prefix: 'left at noon. Yes, he said. The ',
      suffix: ' was out. Later that day, in the',
      start,
      end: start + 4,
    });
  });

  test('a text without spaces keeps its characters whole', () => {
    const text = `${'😀'.repeat(40)}xyz${'😀'.repeat(40)}`;
    const { prefix, suffix } = describePassage(text, 81, 82);
    expect([prefix, suffix]).toEqual([`${'😀'.repeat(15)}x`, `z${'😀'.repeat(15)}`]);
  });
});

describe('finding again', () => {
  const passage = describePassage(TEXT, TEXT.lastIndexOf('Yes'), TEXT.lastIndexOf('Yes') + 3);

  test('in place', () => {
    expect(resolvePassage(TEXT, passage)).toEqual({ start: passage.start, end: passage.end });
  });

  test('moved, by its surroundings', () => {
    const moved = `A correction was made.\n\n${TEXT}`;
    const shift = moved.length - TEXT.length;
    expect(resolvePassage(moved, passage)).toEqual({
      start: passage.start + shift,
      end: passage.end + shift,
    });
  });

  test('in place although a word beside it was corrected', () => {
    const corrected = TEXT.replace('Nobody spoke', 'Everybody spoke').replace('the pub', 'the bar');
    expect(resolvePassage(corrected, passage)).toEqual({ start: passage.start, end: passage.end });
  });

  test('never another place with the same words', () => {
    expect(resolvePassage(TEXT.slice(0, TEXT.indexOf('Later')), passage)).toBeNull();
  });

  test('never one of several that look the same', () => {
    const story = 'He nodded. Yes. He left. ';
    const described = describePassage(`${story}The end of it all, and more.`, 11, 14);
    const cut = { ...described, prefix: 'nodded. ', suffix: '. He' };
    expect(resolvePassage(`New. ${story}${story}`, cut)).toBeNull();
  });

  test('never a stretch that reads otherwise', () => {
    expect(resolvePassage(TEXT.replaceAll('Yes', 'No'), passage)).toBeNull();
  });

  test('what is described is found in the same text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(60), fc.nat(60), (text, one, other) => {
        const described = describePassage(text, Math.min(one, other), Math.max(one, other));
        expect(text.slice(described.start, described.end)).toBe(described.exact);
        const found = resolvePassage(text, described);
        if (described.exact === '') expect(found).toBeNull();
        else expect(found).toEqual({ start: described.start, end: described.end });
      }),
    );
  });
});
