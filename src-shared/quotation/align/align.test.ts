import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../text/fixtures/any-text';
import { findPassages, indexSource, type PassageCandidate } from './align';
import { BAKERY, INTERVIEW, LIGHTHOUSE, stretchesOf } from './fixtures/own-prose';

const SOURCE = `${LIGHTHOUSE}\n\n${INTERVIEW}`;
const index = indexSource(SOURCE);

function wordingOf(quotation: string | string[], source = SOURCE, sourceIndex = index): string {
  const best = findPassages(sourceIndex, quotation)[0];
  return best ? source.slice(best.start, best.end) : '';
}

describe('finding the passage', () => {
  const sentence = 'It should have come round four times a minute, and it never came';

  test('word for word', () => {
    const [best] = findPassages(index, `“${sentence}.”`);
    expect(best).toMatchObject({ similarity: 1, exact: true });
    expect(SOURCE.slice(best!.start, best!.end)).toBe(sentence);
  });

  test.each([
    ['typography and case', 'it SHOULD have come round four times a minute – and it never came'],
    ['an ellipsis', 'It should have come round … and it never came'],
    ['a bracketed ellipsis', 'It should have come round [...] and it never came'],
    ['brackets', '[The light] should have come round four times a minute'],
    ['a bracketed letter', '[i]t should have come round four times a minute'],
    ['an insertion', 'It should have come round [the beam] four times a minute, and it never came'],
    ['letter noise', 'lt shouid have corne round four tirnes a minutc, and it ncver came'],
    ['a changed word', 'It should have come round five times a minute, and it never came'],
    [
      'changed words at both ends',
      'She should have come round four times a minute, and it never went',
    ],
    ['an unmarked omission', 'It should have come round, and it never came'],
    [
      'words added',
      'It should really have come round four times a minute, and it simply never came',
    ],
  ])('through %s', (_name, quotation) => {
    const found = wordingOf(quotation);
    expect(found).toContain('should have come round four times a minute');
    expect(sentence).toContain(found);
  });

  test('through what divides it in the source', () => {
    const source = 'The infra-\nstructure is fail­ing, the ﬁrst oﬃcer said. It will fail again.';
    expect(wordingOf('The infrastructure is failing', source, indexSource(source))).toBe(
      'The infra-\nstructure is fail­ing',
    );
  });

  test.each([
    ['a page break and a running head', 'four times\n\n14\n\nTHE LAMP AT SKAR\n\na minute'],
    ['a footnote mark', 'four times[3] a minute'],
    ['a raised footnote figure', 'four times³ a minute'],
    ['soft hyphens', 'four ti\u00ADmes a min\u00ADute'],
    ['a scanner', 'f0ur tirnes a rninutc'],
    ['ligatures and long s', 'ﬁve and four timeſ a minute'],
  ])('through what the source has in it: %s', (_name, piece) => {
    const source = SOURCE.replace('four times a minute', piece);
    expect(source).not.toBe(SOURCE);
    const found = wordingOf(sentence, source, indexSource(source));
    expect(found).toMatch(/^It should have come round/);
    expect(found).toMatch(/and it never came$/);
  });

  test('by words that are all misread', () => {
    expect(wordingOf('It shouid hawe corne rouncl f0ur tirnes a minutc')).toBe(
      'It should have come round four times a minute',
    );
  });

  test('beside what says nearly the same', () => {
    const source = `${SOURCE}\n\nIt should have come round three times a minute, and it often came.`;
    expect(wordingOf(sentence, source, indexSource(source))).toBe(sentence);
  });

  test('whose own ellipsis stands in the source', () => {
    const source = 'The lamp was lit. The lamp … was out, said Ann. She waited, and it was out.';
    const [best] = findPassages(indexSource(source), 'The lamp … was out');
    expect(source.slice(best!.start, best!.end)).toBe('The lamp … was out');
  });

  test('split by its attribution', () => {
    const found = wordingOf([
      '“I thought my eyes were going,”',
      '“I stood there for a quarter of an hour”',
    ]);
    expect(found).toMatch(/^I thought my eyes.*quarter of an hour$/s);
  });

  test('of several hundred words', () => {
    const long = BAKERY.slice(0, BAKERY.indexOf('Rehn is asked'));
    const changed = long.replace('at closing time', 'at the end').replace('knees', 'hips');
    const found = wordingOf(changed, BAKERY, indexSource(BAKERY));
    expect(found.slice(0, 25)).toBe(long.slice(0, 25));
    expect(long.trimEnd().endsWith(found.slice(-25).concat('.'))).toBe(true);
  });

  test('in a script without spaces, one character changed', () => {
    const source =
      '昨日、市長は記者会見で、川に架かる古い橋は安全だと述べた。住民は今も心配している。';
    const found = wordingOf('川に架かる古い橋も安全だと述べた', source, indexSource(source));
    expect(found).toBe('川に架かる古い橋は安全だと述べた');
  });

  test('in a script without spaces', () => {
    const source = '昨日、市長は記者会見で橋は安全だと述べた。住民は心配している。';
    expect(wordingOf('「橋は安全だ」', source, indexSource(source))).toBe('橋は安全だ');
  });

  test('every place that has the words, in order', () => {
    const source = 'Did you know? Yes. And the others? Yes. All of them? No.';
    const found = findPassages(indexSource(source), '“Yes”');
    expect(found.map((one) => one.start)).toEqual([14, 35]);
    expect(findPassages(indexSource(source), 'Yes', { limit: 1 })).toHaveLength(1);
  });

  test('fragments that stand in another order are found by the longest', () => {
    const source = 'The bridge is safe. We will open it for everybody in May.';
    expect(
      wordingOf('We will open it for everybody … the bridge', source, indexSource(source)),
    ).toContain('We will open it for everybody');
  });
});

describe('finding nothing', () => {
  test.each([
    ['no words', '“…”'],
    ['an empty quotation', ''],
    ['words of another text', 'Bread in the town of Osterheim is sold by the hour'],
    ['common words only, in no such order', 'was it not that they had there when'],
    ['a single word that is not there', 'shameful'],
  ])('%s', (_name, quotation) => {
    expect(findPassages(index, quotation)).toEqual([]);
  });

  test('in an empty source', () => {
    expect(findPassages(indexSource(''), 'We will not sell')).toEqual([]);
  });

  test('quotations of one text are not found in the other', { timeout: 60_000 }, () => {
    const bakery = indexSource(BAKERY);
    const strangers = [...stretchesOf(LIGHTHOUSE, 7), ...stretchesOf(LIGHTHOUSE, 20)];
    const found = strangers.filter((one) => findPassages(bakery, one.text).length > 0);
    expect(found.length / strangers.length).toBeLessThan(0.01);
  });
});

test('every stretch of a text is found where it is', { timeout: 60_000 }, () => {
  for (const stretch of [...stretchesOf(SOURCE, 6), ...stretchesOf(SOURCE, 25)]) {
    const found = findPassages(index, stretch.text);
    expect(found.map((one) => SOURCE.slice(one.start, one.end))).toContain(
      SOURCE.slice(stretch.start, stretch.end),
    );
  }
});

test('every stretch with one word changed is found where it is', { timeout: 60_000 }, () => {
  const misplaced = stretchesOf(SOURCE, 12).filter((stretch, number) => {
    const words = stretch.text.split(' ');
    words[3 + (number % 6)] = 'xylophone';
    const best = findPassages(index, words.join(' '))[0];
    return best?.start !== stretch.start || best.end !== stretch.end;
  });
  expect(misplaced).toEqual([]);
});

const isWithin = (source: string) => (one: PassageCandidate) =>
  one.start >= 0 &&
  one.end > one.start &&
  one.end <= source.length &&
  one.similarity >= 0 &&
  one.similarity <= 1;

test('any strings: no error, and every candidate is a stretch of the source', () => {
  const quotations = fc.oneof(anyText, fc.array(anyText, { maxLength: 3 }));
  fc.assert(
    fc.property(anyText, quotations, (source, quotation) =>
      findPassages(indexSource(source), quotation).every(isWithin(source)),
    ),
  );
});

test('parts of the source, mangled: no error, and candidates within it', () => {
  const piece = fc.constantFrom(
    'the lamp ',
    'nobody was, ',
    '… ',
    '[the keeper] ',
    'It ',
    '(',
    ']',
    '“',
    'fog',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) =>
      findPassages(index, pieces.join('')).every(isWithin(SOURCE)),
    ),
  );
});
