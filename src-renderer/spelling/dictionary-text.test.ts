import { expect, test } from 'vitest';
import { readDictionary } from './dictionary-text';
import { isKnown, openHunspell } from './hunspell-reader';

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

test('a dictionary in UTF-8 is taken as it is', () => {
  const files = { aff: utf8('SET UTF-8\nTRY é\n'), dic: utf8('1\nété\n') };
  expect(readDictionary(files)).toEqual({ aff: 'SET UTF-8\nTRY é\n', dic: '1\nété\n' });
});

test('one in an older encoding becomes UTF-8, and says so', () => {
  const { aff, dic } = readDictionary({
    aff: latin('SET ISO8859-1\n'),
    dic: latin('1\nBeh\xf6rde\n'),
  });
  expect(aff).toMatch(/^SET UTF-8\n/);
  expect(aff).not.toContain('ISO8859');
  expect(dic).toBe('1\nBehörde\n');
});

test('flags that are letters beyond ASCII are still one flag', async () => {
  const reader = await openHunspell({
    aff: latin('SET ISO8859-1\nSFX \xe4 Y 1\nSFX \xe4 0 n .\n'),
    dic: latin('1\nBeh\xf6rde/\xe4\n'),
  });
  expect(await reader.check('Behörden Behörde')).toEqual([]);
  expect(await reader.check('Behördens')).toHaveLength(1);
});

test('an encoding that nobody knows is refused', () => {
  expect(() => readDictionary({ aff: latin('SET KLINGON-1\n'), dic: latin('0\n') })).toThrow();
});

test('compounds, short forms with a point, and suggestions', async () => {
  const aff = 'SET UTF-8\nTRY enhaörf\nCOMPOUNDFLAG C\nCOMPOUNDMIN 3\n';
  const dic = '4\nHafen/C\nbehörde/C\nBehörde/C\nusw.\n';
  const reader = await openHunspell({ aff: utf8(aff), dic: utf8(dic) });
  const text = 'Hafenbehörde, Hafnebehörde usw. usw';
  const problems = await reader.check(text);
  expect(problems.map(({ start, end }) => text.slice(start, end))).toEqual(['Hafnebehörde', 'usw']);
  expect(reader.suggest('Hafnebehörde')).toContain('Hafenbehörde');
});

test('a word with hyphens is right where its parts are', () => {
  const has = (word: string) => ['Fraktion', 'Hafen', "l'eau"].includes(word);
  expect(isKnown('SPD-Fraktion', has)).toBe(true);
  expect(isKnown('Hafen-Fraktion', has)).toBe(true);
  expect(isKnown('Hafen-Frakton', has)).toBe(false);
  expect(isKnown('l’eau', has)).toBe(true);
});
