import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Chain, chainWords } from './chain';
import { BRACKET, GAP, type Query, readQuery } from './query';
import { indexSource, type SourceIndex } from './source-index';

const NONE = new Map<number, readonly number[]>();

/**
 * What the best alignment scores, from a table of all words of the query by all of the source; of the
 * pairs that `mayMatch`.
 */
function bestScore(
  query: Query,
  { words }: SourceIndex,
  bits: Float64Array,
  mayMatch: (word: number, source: number) => boolean,
): number {
  let above = new Array<number>(words.count + 1).fill(0);
  for (let word = 0; word < query.count; word++) {
    const joint = query.joints[word + 1] ?? 0;
    const skip = word === query.count - 1 ? 1000 : joint & GAP ? 0.01 : joint & BRACKET ? 0.4 : 1.5;
    const here = [above[0]! - 1];
    for (let source = 0; source < words.count; source++) {
      const matches = words.hashes[source] === query.hashes[word] && mayMatch(word, source);
      const paired = above[source]! + (matches ? bits[word]! + 2 : -1.5);
      here.push(Math.max(paired, above[source + 1]! - 1, here[source]! - skip));
    }
    above = here;
  }
  return Math.max(...above);
}

const word = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
const part = fc.oneof(
  { arbitrary: word, weight: 10 },
  fc.constantFrom('…', '[x]', '[a]', 'unknown'),
);

function expectBest(parts: readonly string[], source: readonly string[], tenths: number[]): void {
  const query = readQuery(parts.join(' '));
  const index = indexSource(source.join(' '));
  const bits = Float64Array.from({ length: query.count }, (_, at) => tenths[at % 16]! / 10);
  const chain = chainWords(index, query, bits, 0, index.words.count, NONE);
  const best = bestScore(query, index, bits, () => true);
  if (chain === null) {
    expect(best).toBeCloseTo(-query.count, 6);
    return;
  }
  expectInOrder(chain);
  const isOfChain = (one: number, other: number) =>
    chain.query.some((at, match) => at === one && chain.source[match] === other);
  expect(bestScore(query, index, bits, isOfChain)).toBeCloseTo(best, 6);
}

const weights = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 16, maxLength: 16 });

test('the chain is the best of a table of all words by all words', () => {
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 16 }),
      fc.array(word, { maxLength: 40 }),
      weights,
      expectBest,
    ),
    { numRuns: 400 },
  );
});

test('so is a chain of many words, of which few come more than once', () => {
  const rare = fc.noBias(fc.integer({ min: 0, max: 179 })).map((number) => `w${number}`);
  const many = { minLength: 160, maxLength: 160 };
  const parts = fc.array(fc.oneof({ arbitrary: rare, weight: 40 }, part), many);
  const source = fc.array(rare, { minLength: 400, maxLength: 400 });
  fc.assert(fc.property(parts, source, weights, expectBest), { numRuns: 6 });
});

function expectInOrder({ query, source }: Chain): void {
  for (let match = 1; match < query.length; match++) {
    expect(query[match]).toBeGreaterThan(query[match - 1]!);
    expect(source[match]).toBeGreaterThan(source[match - 1]!);
  }
}

test('only the stretch that is asked for is looked at', () => {
  const index = indexSource('the harbour is safe and the harbour is shut');
  const query = readQuery('harbour is shut');
  const bits = new Float64Array(query.count).fill(5);
  expect(chainWords(index, query, bits, 0, 9, NONE)).toEqual({
    query: [0, 1, 2],
    source: [6, 7, 8],
  });
  expect(chainWords(index, query, bits, 0, 5, NONE)).toEqual({ query: [0, 1], source: [1, 2] });
  expect(chainWords(index, query, bits, 3, 6, NONE)).toBeNull();
});

test('a misprint of a word matches it', () => {
  const index = indexSource('the harbour is safe');
  const query = readQuery('the harbuor is safe');
  const bits = new Float64Array(query.count).fill(5);
  const lookalikes = new Map([[1, [index.words.hashes[1]!]]]);
  expect(chainWords(index, query, bits, 0, 4, NONE)?.query).toEqual([0, 2, 3]);
  expect(chainWords(index, query, bits, 0, 4, lookalikes)?.query).toEqual([0, 1, 2, 3]);
});

test('the same few words over and over are aligned without taking long', () => {
  const index = indexSource(`${'na na hey '.repeat(2000)}goodbye`);
  const query = readQuery(`${'na na hey '.repeat(120)}goodbye`);
  const bits = new Float64Array(query.count).fill(2);
  // The fastest of three: what else the machine does may hold up one.
  const times = [1, 2, 3].map(() => {
    const started = performance.now();
    const chain = chainWords(index, query, bits, 0, index.words.count, NONE);
    expect(chain?.source.at(-1)).toBe(6000);
    return performance.now() - started;
  });
  expect(Math.min(...times)).toBeLessThan(1000);
});
