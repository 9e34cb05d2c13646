import { describe, expect, it } from 'vitest';
import { findMatches, foldForFinding } from './find';

const found = (text: string, query: string) =>
  findMatches(foldForFinding(text), query).map(({ start, end }) => text.slice(start, end));

describe('finding in a source', () => {
  it('keeps the length, so that places stay what they are', () => {
    for (const text of ['İstanbul', 'ﬁnance', 'José', 'e\u0301te', '“a” – 😀', 'ẞ']) {
      expect(foldForFinding(text)).toHaveLength(text.length);
    }
  });
  it('finds without regard to case, accents, marks, dashes and line breaks', () => {
    expect(found('It’s José’s', "it's jose's")).toEqual(['It’s José’s']);
    expect(found('a line\nbreak', 'LINE BREAK')).toEqual(['line\nbreak']);
    expect(found('one — two', 'one - two')).toEqual(['one — two']);
    expect(found('two  spaces\n\nand a break', 'spaces and')).toEqual(['spaces\n\nand']);
    expect(found('two  spaces', 'two spaces')).toEqual(['two  spaces']);
  });
  it('keeps every place where it was, whatever the script', () => {
    const units = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code + 1)).join(
      ' ',
    );
    expect(foldForFinding(units)).toHaveLength(units.length);
    expect(foldForFinding('ΟΔΟΣ ΟΔΟΣ')).toBe('οδοσ οδοσ');
    expect(foldForFinding('İstanbul’da 𐐀')).toHaveLength('İstanbul’da 𐐀'.length);
  });
  it('takes signs for themselves', () => {
    expect(found('What? (He paid $5.)', '? (he paid $5.')).toEqual(['? (He paid $5.']);
  });
  it('finds every place once, and none for nothing', () => {
    expect(found('aaaa', 'aa')).toEqual(['aa', 'aa']);
    expect(found('aaaa', '  ')).toEqual([]);
  });
});
