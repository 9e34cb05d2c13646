import { expect, test } from 'vitest';
import { CHARACTER_GROUPS } from '../words/characters';
import { characterOfCode, findCharacters } from './find-characters';

const all = CHARACTER_GROUPS.flatMap(({ characters }) => characters);
const found = (query: string) =>
  findCharacters(CHARACTER_GROUPS, query)
    .flatMap(({ characters }) => characters)
    .map(({ text }) => text);

test('every character has a name of its own, and stands in one group', () => {
  expect(all.filter(({ name }) => name === '' || /^(?:small|capital) ?$/.test(name))).toEqual([]);
  expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
});

test('what cannot be seen is named where it would be shown', () => {
  const invisible = all.filter(({ text }) => /^[\p{Z}\p{C}]$/u.test(text));
  expect(invisible.length).toBeGreaterThan(9);
  expect(invisible.filter(({ shown }) => !shown)).toEqual([]);
});

test.each([
  ['thin', ['\u2009']],
  ['no-break', ['‑', '\u00a0', '\u202f', '\u2060']],
  ['euro', ['€']],
  ['capital e acute', ['É']],
  ['2013', ['–']],
  ['U+2014', ['—']],
  ['§', ['§']],
  ['nothing such', []],
])('“%s” finds %j', (query, characters) => {
  expect(found(query)).toEqual(characters);
});

test('a character that is not offered is found by its code, but no control', () => {
  expect(characterOfCode('1F600')?.text).toBe('😀');
  expect(characterOfCode('u+20ac')?.name).toBe('euro');
  for (const code of ['0007', 'd83d', '110000', 'word', '']) {
    expect(characterOfCode(code)).toBeNull();
  }
});
