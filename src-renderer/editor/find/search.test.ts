import { describe, expect, test } from 'vitest';
import { type FindOptions, findAll, patternOf } from './search';

const TEXT =
  'The ferry’s crew said: “Ferry crews—all of them—want FERRY pay.” It cost 1,200.50 in 2024.';

function found(options: Partial<FindOptions>, text = TEXT): [string, string][] {
  const all = {
    query: '',
    replacement: '',
    isCaseSensitive: false,
    isWholeWord: false,
    isExpression: false,
    ...options,
  };
  const pattern = patternOf(all);
  if (!pattern) return [];
  const finds = findAll([{ start: 7, text }], pattern, all);
  for (const { start, end, text: words } of finds) {
    expect(text.slice(start - 7, end - 7)).toBe(words);
  }
  return finds.map((find) => [find.text, find.replacement]);
}

const words = (options: Partial<FindOptions>, text?: string) =>
  found(options, text).map(([word]) => word);

describe('finding', () => {
  test.each<[string, Partial<FindOptions>, string[]]>([
    ['nothing for nothing', { query: '' }, []],
    ['whatever the case', { query: 'ferry' }, ['ferry', 'Ferry', 'FERRY']],
    ['as it is written', { query: 'Ferry', isCaseSensitive: true }, ['Ferry']],
    ['whole words', { query: 'crew', isWholeWord: true }, ['crew']],
    ['a typed apostrophe finds a printed one', { query: "ferry's" }, ['ferry’s']],
    ['a typed quotation mark finds a printed one', { query: '"Ferry' }, ['“Ferry']],
    ['a hyphen finds a dash', { query: 'crews-all' }, ['crews—all']],
    ['signs of expressions are signs', { query: '1,200.50' }, ['1,200.50']],
    ['…and no wildcard', { query: '1,200x50' }, []],
    ['an expression', { query: '\\d{4}', isExpression: true }, ['2024']],
    [
      'an expression as whole words',
      { query: 'crews?', isExpression: true, isWholeWord: true },
      ['crew', 'crews'],
    ],
    ['the empty match of an expression is none', { query: 'x*', isExpression: true }, []],
  ])('%s', (_, options, expected) => {
    expect(words(options)).toEqual(expected);
  });

  test('words in other scripts have borders too', () => {
    expect(words({ query: 'мир', isWholeWord: true }, 'мир и мирный')).toEqual(['мир']);
  });

  test('a space finds a break and a hard space', () => {
    expect(words({ query: 'of them' }, 'all of\u00a0them, of\nthem')).toEqual([
      'of\u00a0them',
      'of\nthem',
    ]);
  });

  test('what is no expression is said so', () => {
    expect(() => found({ query: '(', isExpression: true })).toThrow(SyntaxError);
  });

  test.each([
    ['$2, $1', 'them, all'],
    ['$<who>', ''],
    ['$&!', 'all of them!'],
    ['$$1', '$1'],
    ['$7', '$7'],
  ])('in %j the parts that were found are filled in', (replacement, expected) => {
    expect(found({ query: '(all) of (them)', isExpression: true, replacement })).toEqual([
      ['all of them', expected],
    ]);
  });

  test('without an expression a dollar sign is a dollar sign', () => {
    expect(found({ query: 'pay', replacement: '$1' })).toEqual([['pay', '$1']]);
  });
});
