import { expect, test } from 'vitest';
import { checkerFor, languageOfFile } from './checkers';

const dictionary = (language: string) => ({ id: language, language });

test.each([
  ['en', 'British'],
  ['en-GB', 'British'],
  ['en-US', 'American'],
  ['en-AU', 'Australian'],
  ['en-CA', 'Canadian'],
  ['en-IN', 'Indian'],
  ['en-NZ', 'British'],
  ['en-Latn-US', 'American'],
])('%s is read by Harper as %s English', (language, dialect) => {
  expect(checkerFor(language, [])).toEqual({ engine: 'harper', dialect });
});

test.each([
  ['what Stet brings', 'fr-CA', [], { bundled: 'fr' }],
  ['one of that very country before it', 'fr-CA', ['fr-CA'], { dictionaryId: 'fr-CA' }],
  ['not one of another country', 'fr-CA', ['fr-BE'], { bundled: 'fr' }],
  ['the usual country first', 'de', ['de-CH', 'de-DE'], { dictionaryId: 'de-DE' }],
  ['another country for want of better', 'de-AT', ['de-CH'], { dictionaryId: 'de-CH' }],
  ['the very country', 'de-AT', ['de-DE', 'de-AT'], { dictionaryId: 'de-AT' }],
])('a dictionary is chosen: %s', (_name, language, found, expected) => {
  const checker = checkerFor(language, found.map(dictionary));
  expect(checker).toEqual({ engine: 'hunspell', ...expected });
});

test('a language without a dictionary has no checker', () => {
  expect(checkerFor('cs', [dictionary('de-DE')])).toBeNull();
});

test.each([
  ['de_DE.dic', 'de-DE'],
  ['de_DE_frami.aff', 'de-DE'],
  ['fr-toutesvariantes.dic', 'fr'],
  ['sr-Latn_RS.dic', 'sr-RS'],
  ['cs', 'cs'],
  ['hyph_de_DE.dic', null],
  ['words.dic', null],
  ['index.dic', null],
])('%s is of the language %s', (name, language) => {
  expect(languageOfFile(name)).toBe(language);
});
