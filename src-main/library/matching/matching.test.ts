import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SourceDetails } from '../../../src-shared/model/source';
import { readQuery } from '../../../src-shared/quotation/align/query';
import { queryFeatures } from '../../../src-shared/quotation/candidates/features';
import { everyPosting, expectedIndex, readIndex } from '../../testing/matching-index';
import { plainSource } from '../../testing/plain-source';
import { copySource, homeOf, withdrawSource } from '../homes';
import { migrate } from '../migrate';
import { MIGRATIONS } from '../migrations/list';
import { type Library, openLibraryFolder } from '../open';
import { addSource, addVersion, readSource, updateSource } from '../sources';
import { connect } from '../sqlite';
import { withdrawVersion } from '../versions';
import { HOMES, write } from '../write';
import { isComplete } from './catch-up';
import { MatchingReader } from './reader';
import { listSegments } from './segments';
import { MatchingUpkeep, type UpkeepOptions } from './upkeep';

let folder: string;
let library: Library;

function begin(): void {
  folder = mkdtempSync(join(tmpdir(), 'stet-matching-'));
  library = openLibraryFolder(folder);
}

function end(): void {
  library.close();
  rmSync(folder, { recursive: true, force: true });
}

beforeEach(begin);
afterEach(end);

const PLACES = ['harbour', 'quarry', 'chapel', 'market', 'bridge', 'school', 'cannery', 'weir'];
const WHO = ['keeper', 'warden', 'baker', 'ferryman', 'teacher', 'sexton', 'miller', 'clerk'];
const WHEN = ['in March', 'before the frost', 'on Sundays', 'at low water', 'after the fire'];

/** Words that no other number gives. */
function textOf(number: number): string {
  const pick = (list: readonly string[], by: number) => list[Math.floor(number / by) % list.length];
  return `The ${pick(WHO, 1)} of the ${pick(PLACES, 8)} wrote in letter ${number} that nothing had been mended ${pick(WHEN, 64)}.`;
}

function add(text: string, details: Partial<SourceDetails> = {}): string {
  return write(library, (transaction) =>
    addSource(transaction, plainSource({ title: 'Letter', fileName: 'letter.txt', ...details }), {
      kind: 'extraction',
      text,
      locators: [],
      original: null,
    }),
  );
}

function correct(
  sourceId: string,
  text: string,
  kind: 'corrected' | 'translated' = 'corrected',
): string {
  return write(library, (transaction) =>
    addVersion(transaction, sourceId, {
      kind,
      text,
      locators: [],
      original: null,
    }),
  );
}

function setBin(sourceId: string, isDeleted: boolean): void {
  const { home } = readSource(library.db, sourceId);
  write(library, (transaction) => updateSource(transaction, sourceId, home, { isDeleted }));
}

function move(sourceId: string, disclosure: 'public' | 'confidential'): void {
  const source = readSource(library.db, sourceId);
  const home = homeOf({ ...source, disclosure });
  if (home === source.home) return;
  write(library, (transaction) => {
    copySource(transaction, sourceId, source.home, home);
    updateSource(transaction, sourceId, home, { disclosure });
  });
  withdrawSource(library, sourceId, source.home);
}

const settle = (options: UpkeepOptions = { freshChunks: 3 }) =>
  new MatchingUpkeep(library, options).settle();

function find(quotation: string, reader = new MatchingReader(library.db)): string[] {
  const features = queryFeatures(readQuery(quotation));
  return reader
    .snapshot(() => reader.findCandidates(features, 5))
    .map(({ version }) => version.sourceId);
}

test('a source is found at once, by a reader that was there before it', () => {
  const reader = new MatchingReader(library.db);
  add(textOf(1));
  const second = add(textOf(2));
  expect(find('wrote in letter 2 that nothing', reader)[0]).toBe(second);
  const third = add(textOf(70));
  expect(find('mended before the frost', reader)[0]).toBe(third);
});

test('a source in the bin is not found until it is put back; the corrected words are, the old ones are not', async () => {
  const sourceId = add(textOf(5));
  const mentions = () => find('the sexton of the harbour wrote in letter 5');
  setBin(sourceId, true);
  expect(mentions()).toEqual([]);
  await settle();
  expect(mentions()).toEqual([]);
  setBin(sourceId, false);
  expect(mentions()).toEqual([sourceId]);
  correct(sourceId, 'Somebody else altogether said so, and it was long ago.');
  expect(mentions()).toEqual([]);
  expect(find('it was long ago')).toEqual([sourceId]);
});

test('a translation is not in the index, and a version that is taken back leaves it', async () => {
  const sourceId = add(textOf(6));
  correct(sourceId, textOf(7), 'translated');
  expect(readIndex(library)).toEqual(expectedIndex(library));
  expect(find('wrote in letter 6 that')).toEqual([sourceId]);
  const corrected = correct(sourceId, textOf(8));
  expect(readIndex(library)).toEqual(expectedIndex(library));
  write(library, (transaction) => withdrawVersion(transaction, corrected));
  expect(readIndex(library)).toEqual(expectedIndex(library));
  await settle();
  expect(readIndex(library)).toEqual(expectedIndex(library));
  expect(find('wrote in letter 6 that')).toEqual([sourceId]);
});

test('words that stand in two chunks of a long source count together', async () => {
  const filler = Array.from({ length: 400 }, (_, number) => textOf(number)).join(' ');
  const text = filler.slice(0, 16_384 - 30) + textOf(9_999) + filler;
  const sourceId = add(text);
  for (let number = 1_000; number < 1_020; number++) add(textOf(number));
  expect(find(textOf(9_999))[0]).toBe(sourceId);
  await settle({ freshChunks: 2 });
  expect(find(textOf(9_999))[0]).toBe(sourceId);
  expect(readIndex(library)).toEqual(expectedIndex(library));
});

test('the shared index keeps nothing of a source that became confidential', async () => {
  const secret = add(textOf(3));
  for (let number = 10; number < 20; number++) add(textOf(number));
  await settle();
  expect(listSegments(library.db, 'main')).not.toEqual([]);
  const before = everyPosting(library, 'main').length;
  const others = readIndex(library).filter((posting) => posting.startsWith('main')).length;
  move(secret, 'confidential');
  const postings = everyPosting(library, 'main');
  const shared = readIndex(library).filter((posting) => posting.startsWith('main'));
  expect(postings).toHaveLength(shared.length);
  expect(before - postings.length).toBe(others - shared.length);
  expect(find('wrote in letter 3 that nothing')[0]).toBe(secret);
  expect(readIndex(library)).toEqual(expectedIndex(library));
});

test('a library of the version before gets its index in the background, and tells how far it is', async () => {
  const sources = Array.from({ length: 18 }, (_, number) => add(textOf(number)));
  library.close();
  const step = MIGRATIONS.findIndex(({ name }) => name === 'matching');
  for (const file of ['library.db', 'private.sqlite']) {
    const db = connect(join(folder, file));
    const tables = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'matching%'")
      .pluck()
      .all();
    for (const table of tables) db.exec(`DROP TABLE ${table}`);
    // As if it had never been there; the steps after it are not this test's concern.
    db.exec(MIGRATIONS[step]!.sql);
    migrate(db);
    db.close();
  }
  library = openLibraryFolder(folder);
  expect(find(textOf(7))).toEqual([]);
  const told: [number, number][] = [];
  await settle({ freshChunks: 8, onProgress: (done, total) => told.push([done, total]) });
  expect(told.at(-1)).toEqual([18, 18]);
  expect(find(textOf(7))[0]).toBe(sources[7]);
  expect(readIndex(library)).toEqual(expectedIndex(library));
});

test('a very long text comes in with its transaction, and into the index right after it', async () => {
  const text = Array.from({ length: 6_000 }, (_, number) => textOf(number)).join('\n');
  const upkeep = new MatchingUpkeep(library);
  const sourceId = add(text);
  expect(HOMES.every((home) => isComplete(library.db, home))).toBe(false);
  upkeep.wake();
  await upkeep.complete();
  expect(find(textOf(5_999))[0]).toBe(sourceId);
  await settle();
});

test('few segments are left, however the sources came', async () => {
  const upkeep = new MatchingUpkeep(library, { freshChunks: 2, quiet: 0 });
  for (let number = 0; number < 18; number++) {
    add(textOf(number));
    if (number % 3 === 0) await upkeep.settle();
  }
  await upkeep.settle();
  expect(listSegments(library.db, 'main').length).toBeLessThan(6);
  expect(readIndex(library)).toEqual(expectedIndex(library));
}, 60_000);

/** Whatever happens to sources, in whatever order: the index says what the sources say, each thing once. */
test('after anything, the index is that of the sources that are there', async () => {
  const which = fc.nat({ max: 30 });
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('add'), which }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('add confidential'), which }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('bin'), which }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('restore'), which }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('correct'), which }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('hide'), which }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('publish'), which }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('upkeep'), which }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('a little upkeep'), which }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen'), which }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 20 }), async (steps) => {
      end();
      begin();
      const sources: string[] = [];
      for (const [number, { do: what, which: index }] of steps.entries()) {
        const sourceId = sources[index % Math.max(1, sources.length)];
        if (what === 'add') sources.push(add(textOf(number * 31 + index)));
        else if (what === 'add confidential') {
          sources.push(add(textOf(number * 37 + index), { disclosure: 'confidential' }));
        } else if (what === 'upkeep') await settle({ freshChunks: 1 + (index % 4) });
        else if (what === 'a little upkeep') {
          const upkeep = new MatchingUpkeep(library, { freshChunks: 2, quiet: 0 });
          upkeep.wake();
          upkeep.stop();
        } else if (what === 'reopen') {
          library.close();
          library = openLibraryFolder(folder);
        } else if (sourceId !== undefined) {
          if (what === 'bin') setBin(sourceId, true);
          else if (what === 'restore') setBin(sourceId, false);
          else if (what === 'correct') correct(sourceId, textOf(number * 41 + index));
          else if (what === 'hide') move(sourceId, 'confidential');
          else move(sourceId, 'public');
        }
        expect(readIndex(library)).toEqual(expectedIndex(library));
      }
      await settle({ freshChunks: 2 });
      expect(readIndex(library)).toEqual(expectedIndex(library));
    }),
    { numRuns: 12 },
  );
}, 240_000);
