import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import asked from './fixtures/byline-asked.json';
import english from './fixtures/byline-english.json';
import languages from './fixtures/byline-languages.json';
import more from './fixtures/byline-more.json';
import table from './fixtures/byline-parse.json';
import printed from './fixtures/byline-printed.json';
import readings from './fixtures/byline-readings.json';
import world from './fixtures/byline-world.json';
import { type BylineOptions, type KnownContributor, parseByline } from './parse';

interface TableCase {
  id: string;
  input: string;
  options?: { lang?: string; known?: KnownContributor[] };
  expected: object[];
}
interface MoreCase {
  name: string;
  input: string;
  options?: BylineOptions;
  expected: object[];
}

/** A busy machine may take long over the longest texts; no test judges by the clock. */
const SLOW = 120_000;

describe('parseByline, table of STANDARDS 4.4', () => {
  it.each(table as TableCase[])('$id $input', ({ input, options, expected }) => {
    const { contributors } = parseByline(input, {
      ...(options?.lang ? { language: options.lang } : {}),
      ...(options?.known ? { known: options.known } : {}),
    });
    expect(contributors).toEqual(expected);
  });
});

describe('parseByline, further cases', () => {
  const cases = [
    ...more,
    ...english,
    ...languages,
    ...printed,
    ...readings,
    ...world,
  ] as MoreCase[];
  it.each(cases)('$name: $input', ({ input, options, expected }) => {
    expect(parseByline(input, options).contributors).toEqual(expected);
  });

  it('gathers the flags of all contributors', () => {
    expect(parseByline('By INES OKAFOR and Prince').flags).toEqual(['case-guess', 'single-name']);
  });
});

describe('parseByline, where it cannot be sure', () => {
  const cases = asked as Pick<MoreCase, 'input' | 'options'>[];
  it.each(cases)('asks about $input', ({ input, options }) => {
    expect(parseByline(input, options).flags).not.toEqual([]);
  });

  it.each([
    'By Ines Okafor 3 May 2026 with thanks to Tom Pascoe',
    'Ines Okafor, 10:30am, Rosa Vale',
    'Ines Okafor last updated by Tom Pascoe',
  ])('asks about words that are in no credit: %s', (input) => {
    expect(parseByline(input).flags).toContain('left-out?');
  });

  it('asks nothing about the people of the library', () => {
    const known = [
      'Salt & Barrel',
      'Elodie Press',
      'OKONKWO Chidi',
      'The Secret Gardener',
      'Nikkei Asia',
      'rosa Vale',
      'Anna Beck Fotos',
    ];
    for (const name of known) expect(parseByline(`By ${name}`, { known }).flags).toEqual([]);
  });
});

describe('parseByline, with a credit in brackets', () => {
  it.each([
    ['By Jo Hall (with Anna Beck)', ['Jo Hall', 'Anna Beck']],
    ['(with Anna Beck) Paul Hall', ['Anna Beck', 'Paul Hall']],
    ['[With Anna Beck] Paul Hall', ['Anna Beck', 'Paul Hall']],
    ['[ with ]A', ['A']],
  ])('keeps the names of %j apart', (input, names) => {
    expect(parseByline(input).contributors.map(({ name }) => name)).toEqual(names);
  });
});

const pieces = fc.constantFrom(
  ...[
    'By ',
    'Von ',
    'Ines Okafor',
    'TOM PASCOE',
    ', ',
    ' and ',
    ' & ',
    '; ',
    ' in ',
    'Paris',
    '(now)',
  ],
  ...[
    '(',
    ')',
    ' with ',
    'Photos: ',
    'Reuters',
    ' for ',
    '\n',
    '• ',
    ' | ',
    '文・',
    '記者',
    '. ',
    ' y ',
  ],
);
const scrambled = fc
  .array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 25 })
  .map((parts) => parts.join(''));

describe('parseByline, on any text', () => {
  it(
    'gives contributors with a name made of what was printed',
    () => {
      fc.assert(
        fc.property(
          scrambled,
          fc.constantFrom(undefined, 'en', 'fr', 'ja', ''),
          (input, language) => {
            const { contributors } = parseByline(input, language === undefined ? {} : { language });
            const printed = input.normalize('NFC').toLowerCase().replace(/\s+/g, '');
            for (const { name, role } of contributors) {
              expect(name.trim()).not.toBe('');
              expect(role).not.toBe('');
              for (const word of name.toLowerCase().split(/\s+/)) expect(printed).toContain(word);
            }
          },
        ),
        { numRuns: 300 },
      );
    },
    SLOW,
  );

  it.each([' and ', 'a (', 'By , ', 'A. ', 'Photos: A ', ' '])(
    'gets through a megabyte of %j',
    (piece) => {
      expect(parseByline(piece.repeat(1_000_000 / piece.length)).flags).toBeInstanceOf(Array);
    },
  );
});
