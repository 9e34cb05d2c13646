import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../text/fixtures/any-text';
import { findPassages, indexSource } from './align';
import { BAKERY, INTERVIEW, LIGHTHOUSE, stretchesOf } from './fixtures/own-prose';

const SOURCE = [LIGHTHOUSE, BAKERY, INTERVIEW].join('\n\n');
const index = indexSource(SOURCE);
const letters = (text: string) =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? '';

describe('a stretch of five words or more', () => {
  const stretch = fc.integer({ min: 5, max: 120 }).chain((count) => {
    const stretches = stretchesOf(SOURCE, count);
    return fc.constantFrom(...stretches);
  });

  test('is found at its exact ends', () => {
    fc.assert(
      fc.property(stretch, ({ text, start, end }) => {
        const found = findPassages(index, `“${text}”`, { limit: 20 });
        expect(found.map(({ start, end }) => ({ start, end }))).toContainEqual({ start, end });
        expect(found.every(({ exact, similarity }) => exact && similarity === 1)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('says the same words wherever it is found', () => {
    fc.assert(
      fc.property(stretch, ({ text }) => {
        for (const { start, end } of findPassages(index, text)) {
          expect(letters(SOURCE.slice(start, end))).toBe(letters(text));
        }
      }),
    );
  });

  test('is found inside any text around it', () => {
    fc.assert(
      fc.property(anyText, stretch, anyText, (before, { text }, after) => {
        const source = `${before}\n\n${text}\n\n${after}`;
        const best = findPassages(indexSource(source), text)[0];
        expect(best && letters(source.slice(best.start, best.end))).toBe(letters(text));
      }),
    );
  });
});

test('any strings: candidates are stretches of the source, best first, without overlaps', () => {
  const quotations = fc.oneof(anyText, fc.array(anyText, { maxLength: 3 }));
  fc.assert(
    fc.property(anyText, quotations, (before, quotation) => {
      const source = `${before} ${typeof quotation === 'string' ? quotation : quotation.join(' x ')}`;
      const found = findPassages(indexSource(source), quotation);
      for (const [place, { start, end, similarity }] of found.entries()) {
        expect(start >= 0 && start < end && end <= source.length).toBe(true);
        expect(similarity >= 0 && similarity <= 1).toBe(true);
        for (const other of found.slice(place + 1)) {
          expect(other.score <= found[place]!.score + 1e-9).toBe(true);
          expect(other.end <= start || other.start >= end).toBe(true);
        }
      }
    }),
  );
});

/** Milliseconds that the fastest of several runs takes. */
function fastest(work: () => unknown): number {
  const times = Array.from({ length: 6 }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return Math.min(...times);
}

describe('twenty times the text takes about twenty times as long', { timeout: 60_000 }, () => {
  // Anything squared would take 400 times as long. What else the machine does may cost some.
  const MOST = 120;
  const SHORTEST = 0.3;

  test.each([
    ['prose', SOURCE],
    ['one word', 'fog '.repeat(3_000)],
    ['one letter', 'a'.repeat(12_000)],
    ['hyphens at line ends', 'fog-\n'.repeat(2_000)],
    ['open brackets', '[fog '.repeat(2_000)],
    ['points', '. . . '.repeat(2_000)],
  ])('to index and to search: %s', (_name, piece) => {
    const small = piece.repeat(2);
    const large = piece.repeat(40);
    const quotation = `the fog ${piece.slice(0, 300)} fog nobody`;
    const search = (source: string) => fastest(() => findPassages(indexSource(source), quotation));
    search(small);
    expect(search(large)).toBeLessThan(MOST * Math.max(SHORTEST, search(small)));
  });

  test.each([
    ['prose', LIGHTHOUSE],
    ['one word', 'fog '.repeat(500)],
    ['ellipses', 'fog … '.repeat(500)],
    ['brackets', 'fog [the fog] '.repeat(500)],
  ])('to look a long quotation up: %s', (_name, piece) => {
    const search = (quotation: string) => fastest(() => findPassages(index, quotation));
    search(piece);
    expect(search(piece.repeat(20))).toBeLessThan(MOST * Math.max(SHORTEST, search(piece)));
  });
});
