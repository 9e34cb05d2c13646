import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../text/fixtures/any-text';
import { readQuery } from '../align/query';
import { decodeAscending, encodeAscending } from './bytes';
import { CHUNK_LENGTH, countChunks, featuresOf, queryFeatures } from './features';
import { FreshChunks } from './fresh';
import { KnownQuotations } from './known-quotations';
import {
  addPosting,
  COMMON,
  emptyPostings,
  findInRow,
  layoutFor,
  type Postings,
  readRow,
  rowCount,
  rowOf,
  writeRows,
} from './rows';
import { countVotes, newBallot } from './vote';

const PROSE =
  'The keeper counted the boats in the harbour every evening, and every evening one of them was missing.';

describe('features', () => {
  const shared = (text: string, quotation: string | string[]) => {
    const own = new Set(featuresOf(text).flatMap((chunk) => [...chunk]));
    const asked = queryFeatures(readQuery(quotation));
    return asked.filter(({ feature }) => own.has(feature)).length / asked.length;
  };

  test.each([
    ['as it stands', 'counted the boats in the harbour'],
    ['in capitals, as a headline', 'COUNTED THE BOATS IN THE HARBOUR'],
    ['across an ellipsis', 'The keeper counted the boats … one of them was missing'],
    ['split by its attribution', ['The keeper counted', 'every evening one of them']],
    ['with a bracketed letter', '[c]ounted the boats'],
  ])('a quotation %s has the features of its source', (_name, quotation) => {
    expect(shared(PROSE, quotation)).toBe(1);
  });

  test('a changed word leaves the others', () => {
    expect(shared(PROSE, 'counted the ships in the harbour every evening')).toBeGreaterThan(0.5);
    expect(shared(PROSE, 'Bread is sold by the hour in Osterheim')).toBe(0);
  });

  test('scripts without spaces go by pairs of characters', () => {
    const source = '昨日、市長は記者会見で橋は安全だと述べた。';
    expect(shared(source, '「橋は安全だ」')).toBe(1);
    expect(shared(source, '「道は危険だ」')).toBeLessThan(0.3);
  });

  test('a long text is told apart in chunks, and nothing is lost between them', () => {
    const text = `${PROSE} `.repeat(500);
    const chunks = featuresOf(text);
    expect(chunks).toHaveLength(Math.ceil(text.length / CHUNK_LENGTH));
    expect(countChunks(text.length)).toBe(chunks.length);
    expect(new Set(chunks.flatMap((chunk) => [...chunk]))).toEqual(
      new Set(featuresOf(`${PROSE} ${PROSE}`)[0]),
    );
  });

  test('of any text: as many chunks as it should have, each ascending', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const chunks = featuresOf(text);
        expect(chunks).toHaveLength(countChunks(text.length));
        for (const chunk of chunks) {
          expect([...chunk]).toEqual([...new Set(chunk)].sort((a, b) => a - b));
        }
      }),
    );
  });
});

const features = fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 29 - 1 }), { maxLength: 300 });

test('ascending numbers come back as they were', () => {
  fc.assert(
    fc.property(features, (numbers) => {
      const sorted = Uint32Array.from(numbers).sort();
      const read: number[] = [];
      decodeAscending(encodeAscending(sorted), (number) => read.push(number));
      expect(read).toEqual([...sorted]);
    }),
  );
});

/** Postings of chunks that have these features, in the order of the chunks. */
function postingsOf(chunks: readonly (readonly number[])[], base: number): Postings {
  const postings = emptyPostings(0);
  for (const [number, own] of chunks.entries()) {
    for (const feature of own) addPosting(postings, feature, base + number);
  }
  return postings;
}

const pairsOf = ({ features: own, chunks, count }: Postings) =>
  Array.from({ length: count }, (_, at) => `${own[at]} ${chunks[at]}`).sort();

describe('rows', () => {
  const base = 1_000_000;

  test('any postings are read back as they were written, row by row and feature by feature', () => {
    const sizes = fc.constantFrom(10, 200_000, 3_000_000, 100_000_000);
    fc.assert(
      fc.property(fc.array(features, { maxLength: 5 }), sizes, (chunks, size) => {
        const layout = layoutFor(size);
        const postings = postingsOf(chunks, base);
        const rows = new Map<number, Uint8Array>();
        const all = { from: 0, to: rowCount(layout) };
        const written = writeRows(layout, base, all, postings, 1_000, (row, bytes) =>
          rows.set(row, bytes),
        );
        expect(written).toBe(postings.count);
        const read = emptyPostings(0);
        for (const [row, bytes] of rows) readRow(bytes, row, layout, base, read);
        expect(pairsOf(read)).toEqual(pairsOf(postings));
        for (const [number, own] of chunks.entries()) {
          for (const feature of own.slice(0, 5)) {
            const found = emptyPostings(0);
            const bytes = rows.get(rowOf(layout, feature))!;
            expect(findInRow(bytes, layout, base, feature, found)).toBe(true);
            expect([...found.chunks.subarray(0, found.count)]).toContain(base + number);
          }
        }
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  test('of a single word in too many chunks only that is kept, also when it is merged', () => {
    const layout = layoutFor(10);
    const [single, pair] = [4_001, 4_000];
    const rows = { from: 0, to: rowCount(layout) };
    let bytes = new Uint8Array();
    const put = (_row: number, written: Uint8Array) => {
      bytes = Uint8Array.from(written);
    };
    writeRows(layout, 0, rows, postingsOf([[single, pair], [single], [single, pair]], 0), 2, put);
    const read = emptyPostings(0);
    readRow(bytes, rowOf(layout, single), layout, 0, read);
    expect(pairsOf(read)).toEqual([`${pair} 0`, `${pair} 2`, `${single} ${COMMON}`]);
    addPosting(read, single, 7);
    writeRows(layout, 0, rows, read, 1_000, put);
    const found = emptyPostings(0);
    expect(findInRow(bytes, layout, 0, single, found)).toBe(false);
    expect(findInRow(bytes, layout, 0, pair, found)).toBe(true);
    expect(found.count).toBe(2);
  });
});

test('chunks in memory are found, also when there are many', () => {
  const fresh = new FreshChunks();
  for (let chunk = 0; chunk < 200; chunk++) {
    for (let feature = 0; feature < 100; feature++) fresh.add(feature * 7 + (chunk % 2), chunk);
  }
  const found = emptyPostings(0);
  fresh.find(7, found, 1_000);
  expect([...found.chunks.subarray(0, found.count)].sort((a, b) => a - b)).toEqual(
    Array.from({ length: 100 }, (_, number) => 1_000 + number * 2),
  );
  fresh.clear();
  found.count = 0;
  fresh.find(7, found);
  expect(found.count).toBe(0);
});

describe('votes', () => {
  const vote = (index: Record<number, number[] | null>, asked: number[], limit = 10) =>
    countVotes(
      newBallot(),
      asked.map((feature) => ({ feature, expectedBits: 10 })),
      100,
      limit,
      (feature, found) => {
        const chunks = index[feature];
        for (const chunk of chunks ?? []) addPosting(found, feature, chunk);
        return chunks !== null;
      },
    );

  test('the chunk that has most of what is rare comes first', () => {
    const { candidates, possible } = vote({ 1: [4, 9], 2: [9], 3: [4, 5, 6, 7, 8] }, [1, 2, 3]);
    expect(candidates.map(({ chunk }) => chunk)).toEqual([9, 4]);
    expect(candidates[0]!.bits).toBeLessThan(possible);
  });

  test('of equals the newest come first, and no more than were asked for', () => {
    const { candidates } = vote({ 1: [1, 2, 3, 4, 5] }, [1], 3);
    expect(candidates.map(({ chunk }) => chunk)).toEqual([5, 4, 3]);
  });

  test('what is everywhere, or too common to be known, counts for nothing', () => {
    const everywhere = Array.from({ length: 80 }, (_, chunk) => chunk);
    const { candidates, possible } = vote({ 1: [3], 2: everywhere, 3: null }, [1, 2, 3]);
    expect(candidates.map(({ chunk }) => chunk)).toEqual([3]);
    expect(candidates[0]!.bits).toBeCloseTo(possible, 5);
  });
});

test('a text is tried on the quotations that it may have', () => {
  const known = new KnownQuotations<string>();
  known.add('verbatim', ['counted the boats in the harbour']);
  known.add('altered', ['every evening three of them were missing']);
  known.add('elsewhere', ['Bread in the town of Osterheim is sold by the hour']);
  known.add('too short to tell', ['Yes']);
  const found = known.candidates(featuresOf(PROSE)).map(({ id }) => id);
  expect(found).toContain('verbatim');
  expect(found).toContain('altered');
  expect(found).toContain('too short to tell');
  expect(found).not.toContain('elsewhere');
});
