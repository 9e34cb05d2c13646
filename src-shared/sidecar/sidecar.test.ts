import { describe, expect, test } from 'vitest';
import { Findable } from './find-parts';
import { type ArticleRecord, readSidecar, recordValue } from './sidecar';

const article: ArticleRecord = {
  headline: 'Harbour to close',
  standfirst: '',
  dateline: null,
  language: 'en',
  section: null,
  tags: ['Harbour'],
  byline: { style: 'ap', override: null, line: 'By Ada Quill', tail: '', credits: [] },
};

const about = (value = recordValue(article)) => ({
  type: 'Annotation',
  generator: { id: 'urn:x-stet' },
  body: { type: 'TextualBody', format: 'application/json', value },
});
const words = { type: 'TextQuoteSelector', exact: '“No”', prefix: 'said ', suffix: ' twice' };
const quotation = {
  type: 'Annotation',
  target: { selector: [words, { type: 'TextPositionSelector', start: 3, end: 7 }] },
  body: {
    type: 'SpecificResource',
    source: { id: 'https://harbour.example/audit', 'dc:title': 'Audit', sha256: 'a'.repeat(64) },
    selector: [{ type: 'TextPositionSelector', start: 1, end: 3 }],
  },
  speaker: { type: 'Person', name: 'Mara Lind' },
};
const file = (...all: unknown[]) => JSON.stringify(all);
const changed = (change: object) => file(about(), { ...quotation, ...change });

test('what Stet wrote is read', () => {
  expect(readSidecar(file(about(), quotation))).toEqual({
    article,
    quotations: [
      {
        parts: [{ exact: '“No”', prefix: 'said ', suffix: ' twice', start: 3 }],
        source: {
          title: 'Audit',
          creator: null,
          date: null,
          url: 'https://harbour.example/audit',
          sha256: 'a'.repeat(64),
        },
        words: null,
        position: { start: 1, end: 3 },
        speaker: { name: 'Mara Lind', kind: 'person' },
        attribution: null,
        isDismissed: false,
      },
    ],
  });
});

test.each([
  ['of somebody else', file(quotation), 'foreign'],
  ['a list of nothing', '[]', 'foreign'],
  ['another kind of file', '{"@context": "https://schema.org"}', 'foreign'],
  ['cut short', file(about(), quotation).slice(0, 100), 'damaged'],
  ['empty', '', 'damaged'],
  [
    'with a number for words',
    changed({ target: { selector: [{ ...words, exact: 3 }] } }),
    'damaged',
  ],
  [
    'with a position below nothing',
    changed({ target: { selector: [{ type: 'TextPositionSelector', start: -1, end: 2 }] } }),
    'damaged',
  ],
  [
    'with a hash that is none',
    changed({ body: { ...quotation.body, source: { ...quotation.body.source, sha256: '../x' } } }),
    'damaged',
  ],
  ['with a speaker of another kind', changed({ speaker: { type: 'Robot', name: 'x' } }), 'damaged'],
  ['with a record that is none', file(about('[]')), 'damaged'],
  ['with a record that is no JSON', file(about('{')), 'damaged'],
  ['of a later version', file(about('{"version":2}')), 'newer'],
  ['with too many quotations', file(about(), ...Array(5_001).fill(quotation)), 'too-large'],
  ['too large', `${file(about())}${' '.repeat(8 * 1024 * 1024)}`, 'too-large'],
  ['deep beyond measure', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'foreign'],
] as const)('a sidecar %s is refused', (_, json, because) => {
  expect(readSidecar(json)).toBe(because);
});

describe('words are found', () => {
  const selector = (exact: string, prefix = '', suffix = '', start: number | null = null) => ({
    exact,
    prefix,
    suffix,
    start,
  });
  const text =
    'He said “No” twice.\n\nShe said “No” once. 🚢 It was “a long night for us all” there.';
  const find = (one: ReturnType<typeof selector>) => new Findable(text).find(one);

  test('in the one place that has them, whatever the white space', () => {
    expect(find(selector('“a long\n\nnight for  us all”'))?.start).toBe(text.indexOf('“a long'));
  });
  test('in that of several whose surroundings are theirs', () => {
    expect(find(selector('“No”', 'twice. She said ', ' once'))?.start).toBe(
      text.lastIndexOf('“No”'),
    );
  });
  test('or else whose position it is, in code points', () => {
    const twice = new Findable('🚢 “No” and “No”');
    expect(twice.find(selector('“No”', '', '', 11))).toEqual({ start: 12, end: 16 });
    expect(twice.find(selector('“No”', '', '', 3))).toBeNull();
  });
  test('and otherwise nowhere', () => {
    expect(find(selector('“Yes”'))).toBeNull();
    expect(find(selector('“No”', 'They shouted ', ' in the end'))).toBeNull();
    expect(find(selector(''))).toBeNull();
  });
  test('all parts, in order', () => {
    const findable = new Findable(text);
    const first = selector('He said “No” twice.');
    const second = selector('“a long night for us all”');
    expect(findable.findAll([first, second])).toHaveLength(2);
    expect(findable.findAll([second, first])).toBeNull();
  });
});
