import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ParsedContributor, parseByline } from './parse';

/** Surnames, houses and places that are no other words, so that none can be taken for a label. */
const WORDS = ['Brask', 'Trevane', 'Lindow', 'Ferrant', 'Okolie', 'Marwick', 'Quill', 'Vossberg'];
const GIVEN = ['Ines ', 'Tom ', 'Jens ', 'Marie ', ''];
const JOINTS = [
  ...[' and ', ', ', ', and ', ' & ', ' with ', '; ', '\n', ' | ', ' / ', '/', ' – ', ' · '],
  ...[' in ', ' for ', ' from ', ' at ', ' of ', '. Photos by ', '; editing by ', ', editor, '],
  ...[' (', ') ', '), ', ' – Fotos: ', ' und ', ' et ', ' y ', ' e ', ' en ', ', translated by '],
  ...[
    ' Staff and ',
    ' from staff reports and ',
    ' contributed reporting, ',
    ' Updated ',
    ' today ',
  ],
];
const OPENINGS = ['', 'By ', 'BY ', 'From ', 'Von ', 'Par ', 'Text: ', '• ', '(', 'With ', 'AFP/'];

const bylines = fc
  .record({
    opening: fc.constantFrom(...OPENINGS),
    words: fc.shuffledSubarray(WORDS, { minLength: 1, maxLength: 5 }),
    given: fc.array(fc.constantFrom(...GIVEN), { minLength: 5, maxLength: 5 }),
    joints: fc.array(fc.constantFrom(...JOINTS), { minLength: 5, maxLength: 5 }),
    end: fc.constantFrom('', '.', ')', ', AFP', ' 3 May 2026', ' and', ' | Opinion'),
    language: fc.constantFrom('en', 'de', 'fr', 'es', 'it', 'nl', 'pt', undefined),
  })
  .map(({ opening, words, given, joints, end, language }) => ({
    words,
    text: `${opening}${words
      .map((word, at) => `${at > 0 ? joints[at] : ''}${given[at]}${word}`)
      .join('')}${end}`,
    options: language === undefined ? {} : { language },
  }));

const said = (contributors: readonly ParsedContributor[]) =>
  contributors
    .flatMap(({ flags: _, ...one }) => Object.values(one))
    .join(' ')
    .toLowerCase();

describe('no word of a byline is lost in silence', () => {
  it('each is in a credit, or the editor is asked', () => {
    fc.assert(
      fc.property(bylines, ({ text, words, options }) => {
        const { contributors, flags } = parseByline(text, options);
        const lost = words.filter((word) => !said(contributors).includes(word.toLowerCase()));
        if (lost.length > 0) expect({ text, lost, flags }).not.toMatchObject({ flags: [] });
      }),
      { numRuns: 800 },
    );
  });

  it.each([
    'Ines Okafor and Rosa Vale (with Ines Okafor) and Ines Okafor last updated by Tom Pascoe',
    `By ${'Ines Okafor, '.repeat(200)}Tom Pascoe`,
    'By Ines Okafor and Tom Pascoe from wire reports',
  ])('asks about the rest of %s', (text) => {
    expect(parseByline(text).flags).toContain('left-out?');
  });
});
