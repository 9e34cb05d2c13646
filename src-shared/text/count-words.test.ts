import { describe, expect, it } from 'vitest';
import { countWords } from './count-words';

describe('countWords', () => {
  it.each([
    ['', 'en', 0],
    ['One two\n\nthree.', 'en', 3],
    ['“No,” he said — twice.', 'en', 4],
    ['It’s a well-known 3.5% rise', 'en', 5],
    ['— … !', 'en', 0],
  ])('%j, %s: %i', (text, language, expected) => {
    expect(countWords(text, language)).toBe(expected);
  });

  it('finds words where no spaces part them', () => {
    expect(countWords('町は橋を再建します。', 'ja')).toBeGreaterThan(3);
  });
});
