import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from './fixtures/any-text';
import { foldText, tokenise } from './normalise';

const textOf = (text: string) => foldText(text).text;

describe('folding', () => {
  test.each([
    ['quotation marks', '“Leave,” «now» „und“ 「待て」 ‚so‘', '"Leave," "now" "und" "待て" "so"'],
    ['apostrophes', 'It’s Ana\u02BCs', "It's Ana's"],
    ['dashes with any space', 'a plan – a bad one--and — so - it', 'a plan—a bad one—and—so—it'],
    ['hyphens stay', 'well-known F-16', 'well-known F-16'],
    ['spaces', 'is\u00A04\u202Fmillion\n\teuros', 'is 4 million euros'],
    ['a hyphen at a line end', 'infra-\nstructure', 'infrastructure'],
    ['a soft hyphen at a line end', 'infra\u00AD\nstructure', 'infrastructure'],
    ['a hyphen before a capital stays', 'Anglo-\nSaxon', 'Anglo- Saxon'],
    ['ligatures and long s', 'ﬁrſt oﬃcer', 'first officer'],
    ['invisible characters', 'n\u200Bo\u00ADt\uFE0F s\u{E0100}o', 'not so'],
    ['composed letters', 'cafe\u0301', 'caf\u00E9'],
    ['figures that are no ligatures stay', '½ of 5 m²', '½ of 5 m²'],
  ])('%s', (_name, text, folded) => {
    expect(textOf(text)).toBe(folded);
  });

  test('case and diacritics go only when asked', () => {
    expect(textOf('José')).toBe('José');
    expect(foldText('José', { case: true }).text).toBe('josé');
    expect(foldText('José', { case: true, diacritics: true }).text).toBe('jose');
  });

  test('tells where each unit comes from', () => {
    const original = 'The ﬁre — “out”';
    const { text, offsets } = foldText(original);
    const at = text.indexOf('out');
    expect(original.slice(offsets[at], offsets[at + 3])).toBe('out');
    expect(offsets[text.indexOf('re')]).toBe(original.indexOf('re'));
    expect(offsets[text.length]).toBe(original.length);
  });

  test('offsets never leave the text or go back', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const { text, offsets } = foldText(original);
        const inOrder = offsets.every(
          (offset, at) => offset <= original.length && offset >= (offsets[at - 1] ?? 0),
        );
        return inOrder && offsets.length === text.length + 1;
      }),
    );
  });
});

describe('words', () => {
  const wordsOf = (text: string) => tokenise(text).map((word) => word.text);

  test.each([
    [
      'apostrophes within, not around',
      "'tis l’homme dogs' don't",
      ['tis', "l'homme", 'dogs', "don't"],
    ],
    [
      'numbers with their separators',
      '1,000 3.5 10:30 10\u202F000 9am',
      ['1,000', '3.5', '10:30', '10\u202F000', '9am'],
    ],
    [
      'a sign belongs to its number, a hyphen does not',
      '-5 F-16 10-20',
      ['-5', 'F', '16', '10', '20'],
    ],
    ['symbols that are said aloud', '£5 + 5% & more', ['£', '5', '+', '5', '%', '&', 'more']],
    ['initialisms', 'the U.S. and e.g. this', ['the', 'US', 'and', 'eg', 'this']],
    ['a word broken at a line end', 'infra-\nstructure', ['infrastructure']],
    ['emphasis within a word', '**T**he end', ['The', 'end']],
    ['no spaces', '橋は安全だ。', ['橋', 'は', '安', '全', 'だ']],
    ['raised figures stand alone', 'shut.¹ m²', ['shut', '¹', 'm', '²']],
  ])('%s', (_name, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test('the key has no case and keeps accents', () => {
    expect(tokenise('JOSÉ').map((word) => word.key)).toEqual(['josé']);
  });

  test('offsets are into the whole text when a stretch is read', () => {
    const text = 'one two three';
    expect(tokenise(text, 4).map((word) => text.slice(word.start, word.end))).toEqual([
      'two',
      'three',
    ]);
  });

  test('every word stands where it says, in order', () => {
    fc.assert(
      fc.property(anyText, (text) =>
        tokenise(text).every(
          (word, at, words) =>
            word.start >= (words[at - 1]?.end ?? 0) &&
            word.end > word.start &&
            word.end <= text.length,
        ),
      ),
    );
  });
});
