import { describe, expect, test } from 'vitest';
import { typeset } from './typeset';

/** What stands on the page after all of it was typed, key by key. */
function page(keys: string, language = 'en'): string {
  let text = '';
  for (const key of keys) {
    const set = typeset(text, key, language);
    text = set ? text.slice(0, text.length - set.removed) + set.text : text + key;
  }
  return text;
}

describe('what is typed is set in the marks of the language', () => {
  test.each([
    ['en', '"Yes," she said.', '“Yes,” she said.'],
    ['en', 'She said: "He told me \'no\' twice."', 'She said: “He told me ‘no’ twice.”'],
    ['en', '"He said "never" to us."', '“He said ‘never’ to us.”'],
    ['en', "It's the council's", 'It’s the council’s'],
    ['en', "the crews' boats", 'the crews’ boats'],
    ['en', "in '98 and the '90s", 'in ’98 and the ’90s'],
    ['en', "'Tis late, and 'em too.", '’Tis late, and ’em too.'],
    ['en', '("No.")', '(“No.”)'],
    ['en', 'boats--all of them', 'boats–all of them'],
    ['en', 'boats---all of them', 'boats—all of them'],
    ['en', 'well-known, semi-', 'well-known, semi-'],
    ['en', 'wait... and see', 'wait… and see'],
    ['en', 'e.g. 3.5', 'e.g. 3.5'],
    ['de', '"Ja", sagte sie.', '„Ja“, sagte sie.'],
    ['de', '"Er sagte "nie" zu uns."', '„Er sagte ‚nie‘ zu uns.“'],
    ['de', "Das geht's nicht", 'Das geht’s nicht'],
    ['fr', '"Oui", dit-elle.', '«\u202fOui\u202f», dit-elle.'],
    ['fr', "l'eau", 'l’eau'],
    ['sv', '"Ja", sade hon.', '”Ja”, sade hon.'],
    ['nl', '"Ja", zei ze.', '‘Ja’, zei ze.'],
    ['ru', '"Да", сказала она.', '«Да», сказала она.'],
    ['ja', '"はい"と言った', '「はい」と言った'],
  ])('%s: %s', (language, keys, expected) => {
    expect(page(keys, language)).toBe(expected);
  });

  test('a letter stays what it is', () => {
    expect(typeset('“No', 'x', 'en')).toBeNull();
    expect(typeset('', 'a', 'de')).toBeNull();
  });
});
