import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseSearchQuery } from '../../../src-shared/search/query';
import { plainSource } from '../../testing/plain-source';
import { addArticle } from '../articles';
import { type Library, openLibraryFolder } from '../open';
import { addSource, type NewSource, readSource } from '../sources';
import { newId, write } from '../write';
import { countBehind } from './behind';
import { LIMITS } from './matches';
import { rank } from './rank';
import { SearchUpkeep } from './upkeep';

let folder: string;
let library: Library;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-rank-'));
  library = openLibraryFolder(folder);
});
afterEach(() => {
  library.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Adds sources, the first of them first. */
function add(...sources: (Partial<NewSource> & { text: string })[]): void {
  write(library, (transaction) => {
    for (const { text, ...details } of sources) {
      const version = { kind: 'extraction' as const, text, locators: [], original: null };
      addSource(transaction, plainSource(details), version);
    }
  });
}

/** Titles, best first, in a library where more than ten are too many to count and to rank by. */
function found(typed: string) {
  const limits = { ...LIMITS, countedAtMost: 10, telling: 10 };
  const query = parseSearchQuery(typed);
  const { ranked, count, isAtLeast } = rank(library.db, query, 'source', () => false, limits);
  const titles = ranked.map(({ itemId }) => readSource(library.db, itemId).title);
  return { titles, count, isAtLeast };
}

const numbered = (count: number, text: (number: number) => string) =>
  Array.from({ length: count }, (_, number) => ({ title: `Note ${number}`, text: text(number) }));

test('of a word that is everywhere: names that have it, then the newest, and not all are counted', async () => {
  add({ title: 'The ferry', text: 'Words.' }, ...numbered(30, () => 'A ferry, again a ferry.'));
  await new SearchUpkeep(library).settle();
  const { titles, count, isAtLeast } = found('ferry ');
  expect(titles.slice(0, 4)).toEqual(['The ferry', 'Note 29', 'Note 28', 'Note 27']);
  expect({ count, isAtLeast }).toEqual({ count: 10, isAtLeast: true });
  expect(found('fer').titles[0]).toBe('The ferry');
});

test('a word that is everywhere hides nothing that a rarer one finds, however old', async () => {
  add({ title: 'Old', text: 'A ferry and a zeppelin, a zeppelin.' });
  add({ title: 'Longer', text: `A ferry and a zeppelin. ${'Nothing of note. '.repeat(30)}` });
  add(...numbered(30, () => 'A ferry.'));
  await new SearchUpkeep(library).settle();
  for (const query of ['ferry zeppelin ', '"a zeppelin" ferry ', 'zepp']) {
    expect(found(query), query).toEqual({ titles: ['Old', 'Longer'], count: 2, isAtLeast: false });
  }
  // A word that is still being typed is found, and told nothing by.
  expect(found('ferry zepp').titles).toEqual(['Longer', 'Old']);
});

test('a name counts more than a text, also where every word is everywhere', async () => {
  add({ title: 'Ferry and pier', text: 'Words.' });
  add(...numbered(12, () => 'A ferry.'), ...numbered(12, () => 'A pier.'));
  add({ title: 'Diary', text: 'The ferry left the pier.' });
  await new SearchUpkeep(library).settle();
  const titles = ['Ferry and pier', 'Diary'];
  expect(found('ferry pier ')).toEqual({ titles, count: 2, isAtLeast: false });
});

test.each([
  ['from:2012 to:2013', ['2013-12-31', '2012-06', '2012']],
  ['from:2012-06 to:2013', ['2013-12-31', '2012-06', '2012']],
  ['from:2012-07', ['2120', '2014', '2013-12-31', '2012']],
  ['from:1800 to:1820', ['1815']],
  ['to:1850', ['1850', '1815', '1799']],
  ['from:2014 to:2013', []],
  ['from:2109', ['2120']],
  ['from:2200', []],
])('%s leaves %j', async (filters, dates) => {
  const all = ['1799', '1815', '1850', '2011-12-31', '2012', '2012-06', '2013-12-31', '2014'];
  add(...[...all, '2120'].map((date) => ({ title: date, date, text: 'A ferry.' })));
  await new SearchUpkeep(library).settle();
  expect(found(`ferry ${filters}`).titles).toEqual(dates);
  expect(found(filters).titles).toEqual(dates);
});

test('what is short does not wait for many sources', async () => {
  add(...numbered(30, (number) => `A ferry ${number}.`));
  const about = {
    status: 'draft',
    language: 'en',
    section: null,
    dateline: null,
    tags: [],
  } as const;
  write(library, (transaction) =>
    addArticle(transaction, {
      ...about,
      id: newId(),
      tags: [],
      headline: 'The pier',
      bylineStyle: 'ap',
    }),
  );
  new SearchUpkeep(library).catchUpBriefly();
  expect(countBehind(library.db)).toBe(30);
});
