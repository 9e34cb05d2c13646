import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from './fixtures/any-text';
import { hashWords, plainLetters } from './word-hashes';

const hashesOf = (text: string) => {
  const words = hashWords(text);
  return [...words.hashes.subarray(0, words.count)];
};

describe('word hashes', () => {
  test.each([
    ['case', 'The HARBOUR', 'the harbour'],
    ['diacritics', 'José Peña', 'jose pena'],
    ['decomposed letters', 'cafe\u0301', 'café'],
    ['apostrophes', 'don’t', "don't"],
    ['ligatures', 'ﬁrst oﬃcer', 'first officer'],
    ['long s', 'ſuch', 'such'],
    ['invisible characters', 'n\u200Bo\u{E0100}t', 'not'],
    ['line-end hyphens', 'infra-\n  structure', 'infrastructure'],
    ['punctuation and marks', '“We – left!”', 'we left'],
    ['footnote figures', 'shut¹', 'shut'],
  ])('%s do not count', (_name, one, other) => {
    expect(hashesOf(one)).toEqual(hashesOf(other));
  });

  test('different words differ, Hangul and Indic vowels included', () => {
    for (const [one, other] of [
      ['harbour', 'harbor'],
      ['가', '각'],
      ['की', 'का'],
      ['が', 'か'],
    ]) {
      expect(hashesOf(one!)).not.toEqual(hashesOf(other!));
    }
  });

  test('scripts without spaces give a word for each character', () => {
    expect(hashWords('橋は安全').count).toBe(4);
    expect(hashWords('EU加盟').count).toBe(3);
  });

  test('offsets slice the words out of the text', () => {
    const text = 'An oﬃcer’s “infra-\nstructure”';
    const words = hashWords(text);
    const sliced = Array.from({ length: words.count }, (_, word) =>
      text.slice(words.starts[word], words.ends[word]),
    );
    expect(sliced).toEqual(['An', 'oﬃcer’s', 'infra-\nstructure']);
    expect(plainLetters(text, words.starts[1]!, words.ends[1]!)).toBe('officers');
  });

  test('arrays that are written over give the same words, however many there are', () => {
    const room = { ...hashWords('two words'), count: 0 };
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = ({ count, hashes, starts, ends }: typeof room) =>
          [hashes, starts, ends].map((list) => [...list.subarray(0, count)]);
        expect(shown(hashWords(text, room))).toEqual(shown(hashWords(text)));
      }),
    );
    expect(hashWords('a '.repeat(100), room).count).toBe(100);
  });

  test('any string: words in order and within the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { count, starts, ends } = hashWords(text);
        return Array.from({ length: count }, (_, word) => word).every(
          (word) =>
            starts[word]! >= (ends[word - 1] ?? 0) &&
            ends[word]! > starts[word]! &&
            ends[word]! <= text.length,
        );
      }),
    );
  });
});
