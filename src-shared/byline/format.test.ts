import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { BuiltInStyle } from '../model/byline';
import { HouseStyleSchema } from '../model/house-style';
import { BUILT_IN } from './built-in-styles';
import cases from './fixtures/byline-format.json';
import more from './fixtures/byline-styles.json';
import { type FormattableCredit, formatByline } from './format';

describe('the table of bylines', () => {
  test.each(cases)('$id: $line', ({ contributors, style, line, tail }) => {
    const credits = contributors as FormattableCredit[];
    expect(formatByline(credits, style as BuiltInStyle)).toEqual({ line, tail });
  });
});

describe('further bylines, in styles of a newsroom’s own and in other languages', () => {
  test.each(more)('$name', ({ contributors, style, language, line, tail }) => {
    const given = typeof style === 'string' ? BUILT_IN[style as BuiltInStyle] : style;
    const credits = contributors as FormattableCredit[];
    expect(formatByline(credits, v.parse(HouseStyleSchema, given), language)).toEqual({
      line,
      tail,
    });
  });
});

const person = (name: string, more: Partial<FormattableCredit> = {}): FormattableCredit => ({
  name,
  kind: 'person',
  role: 'author',
  ...more,
});

describe('formatByline', () => {
  test('sets a title of one of several authors between commas', () => {
    const credits = [
      person('Ada Quill', { jobTitle: 'political correspondent', location: 'Porthaven' }),
      person('Ben Harrow'),
    ];
    expect(formatByline(credits, 'ap').line).toBe(
      'By Ada Quill, political correspondent, in Porthaven and Ben Harrow',
    );
    const withoutPlace = [
      person('Ada Quill', { jobTitle: 'political editor' }),
      person('Ben Harrow'),
    ];
    expect(formatByline(withoutPlace, 'ap').line).toBe(
      'By Ada Quill, political editor, and Ben Harrow',
    );
  });

  test('never doubles a comma in a list of three', () => {
    const credits = [
      person('Ada Quill', { jobTitle: 'political editor' }),
      person('Ben Harrow'),
      person('Cleo Marsh'),
    ];
    expect(formatByline(credits, 'oxford').line).toBe(
      'By Ada Quill, political editor, Ben Harrow, and Cleo Marsh',
    );
  });

  test('prints the house that all authors share once', () => {
    const credits = [
      person('Ada Quill', { affiliation: 'Harbour Press' }),
      person('Ben Harrow', { affiliation: 'Harbour Press' }),
    ];
    expect(formatByline(credits, 'ap').line).toBe('By Ada Quill and Ben Harrow\nHarbour Press');
  });

  test('groups the tail by role, in the order in which roles first come', () => {
    const credits = [
      person('Ada Quill'),
      person('Ben Harrow', { role: 'photo' }),
      person('Cleo Marsh', { role: 'additional-reporting', location: 'Oslo' }),
      person('Dov Stern', { role: 'photo' }),
    ];
    expect(formatByline(credits, 'ap')).toEqual({
      line: 'By Ada Quill',
      tail: 'Photographs by Ben Harrow and Dov Stern. Additional reporting by Cleo Marsh in Oslo.',
    });
  });

  test('uses the words of the article’s language in a style that has none of its own', () => {
    const credits = [person('Ada Quill'), person('Ben Harrow', { role: 'photo' })];
    expect(formatByline(credits, 'ap', 'de-AT')).toEqual({
      line: 'Von Ada Quill',
      tail: 'Fotos: Ben Harrow.',
    });
    expect(formatByline(credits, 'fr', 'de').line).toBe('Par Ada Quill');
  });

  test('promotes helpers where nobody is an author, and never prints a bare "By"', () => {
    expect(formatByline([person('Ben Harrow', { role: 'with' })], 'nyt').line).toBe(
      'By Ben Harrow',
    );
    expect(formatByline([person('Ben Harrow', { role: 'photo' })], 'nyt').line).toBe('');
  });
});
