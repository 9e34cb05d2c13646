import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SearchHit } from '../../src-shared/model/search';
import {
  type Desk,
  edited,
  fileOf,
  HEARING,
  importArticle,
  importSource,
  newId,
  openDesk,
  saveEdit,
  textOf,
} from '../testing/desk';

async function titles(desk: Desk, query: string): Promise<string[]> {
  const { articles, sources, people } = await desk.call('search.find', { query });
  return [articles, sources, people].flatMap(({ hits }) => hits.map(({ title }) => title));
}

async function sourceHits(desk: Desk, query: string) {
  const { sources } = await desk.call('search.find', { query, limit: 50 });
  return sources.hits as Extract<SearchHit, { kind: 'source' }>[];
}

/** A source of its own title, which its first line is not. */
async function addNote(desk: Desk, title: string, text: string): Promise<string> {
  const { sourceId } = await importSource(desk, text, `${title}.txt`);
  await desk.call('sources.update', { sourceId, details: { title } });
  return sourceId;
}

describe('what is found', () => {
  test('a source by its words, with the place where they stand', async () => {
    const desk = await openDesk();
    const { sourceId, text } = await importSource(desk);
    const [hit] = await sourceHits(desk, 'twelve boats');
    expect(hit).toMatchObject({ id: sourceId, isPrivate: false, place: { time: 9.5 } });
    expect(text.slice(hit!.at!.start, hit!.at!.end)).toBe('twelve');
    const shown = hit!.snippet!.hits.map(({ start, end }) => hit!.snippet!.text.slice(start, end));
    expect(shown).toEqual(['twelve', 'boats']);
  });

  test('an article by its words, its headline, its contributors, its tags', async () => {
    const desk = await openDesk();
    const article = await importArticle(desk);
    await desk.call('articles.update', {
      articleId: article.id,
      details: { tags: ['coast guard'] },
    });
    const headline = 'Harbour to stay open all winter';
    for (const query of ['pilots', 'harbour winter', 'ines calder ', 'tag:"coast guard"']) {
      expect(await titles(desk, query), query).toContain(headline);
    }
    const { articles } = await desk.call('search.find', { query: 'second pier' });
    const [hit] = articles.hits;
    if (hit?.kind !== 'article') throw new Error('No article was found.');
    expect(textOf(article.document).slice(hit.at!.start, hit.at!.end)).toBe('second');
  });

  test('a person by the beginning of a name, a role, an affiliation', async () => {
    const desk = await openDesk();
    await desk.call('people.create', {
      details: {
        name: 'José Peña',
        kind: 'person',
        role: 'Harbour master',
        affiliation: null,
        url: null,
      },
    });
    for (const query of ['j', 'pen', 'jose PENA', 'master']) {
      expect(await titles(desk, query), query).toEqual(['José Peña']);
    }
  });

  test('a title counts more than the words of a text', async () => {
    const desk = await openDesk();
    await addNote(desk, 'Diary', 'The ferry was late. The ferry was full. No ferry on Sunday.');
    await addNote(desk, 'The ferry', 'Nothing of note was said on that day by anybody at all.');
    expect(await titles(desk, 'ferry ')).toEqual(['The ferry', 'Diary']);
  });
});

describe('how a query is read', () => {
  test.each([
    ['accents and case do not matter', 'CAFE', true],
    ['neither do they the other way round', 'çafé', true],
    ['all words have to be there', 'café harbour', false],
    ['the last word may go on', 'café pilo', true],
    ['a word before it may not', 'pilo café ', false],
    ['words in quotation marks stand in this order', '"pilots meet"', true],
    ['and in no other', '“meet pilots”', false],
    ['a word with a minus is not there', 'café -pilots', false],
    ['a phrase neither', 'café -"meet pilots"', true],
    ['an apostrophe parts', 'owner', true],
    ['a hyphen too', 'twenty-one', true],
    ['marks alone mean nothing', 'café * ( ) ^ : {} "" - +', true],
    ['words that mean something to SQLite do not here', 'café NEAR', false],
    ['a quotation mark that is not closed', '"pilots me', true],
    ['a column is a word', 'text:café', false],
    ['a filter that makes no sense is left aside', 'café kind:nonsense from:soon', true],
  ])('%s: %s', async (_, query, isFound) => {
    const desk = await openDesk();
    await addNote(desk, 'Café', 'Pilots meet in the owner’s back room, twenty-one of them.');
    expect(await titles(desk, query)).toEqual(isFound ? ['Café'] : []);
  });

  test.each([
    ['港は', true],
    ['冬', true],
    ['冬の間', true],
    ['間の冬', false],
    ['"冬の間ずっと開いている"', true],
    ['港 開', true],
  ])('languages without spaces by any part: %s', async (query, isFound) => {
    const desk = await openDesk();
    await addNote(desk, 'Notiz', '港は冬の間ずっと開いている。');
    expect(await titles(desk, query)).toEqual(isFound ? ['Notiz'] : []);
  });

  test('filters', async () => {
    const desk = await openDesk();
    await importArticle(desk);
    const { sourceId } = await importSource(desk);
    await desk.call('sources.update', {
      sourceId,
      details: { title: 'Hearing', date: '2024-03-05', terms: 'background' },
    });
    await addNote(desk, 'Harbour note', 'Some words about the harbour.');
    const found = (filter: string) => titles(desk, `harbour ${filter}`);
    expect(await found('kind:subtitles')).toEqual(['Hearing']);
    expect((await found('in:sources')).toSorted()).toEqual(['Harbour note', 'Hearing']);
    expect(await found('in:articles')).toEqual(['Harbour to stay open all winter']);
    expect(await found('terms:background')).toEqual(['Hearing']);
    expect(await found('in:sources from:2024 to:2024-03')).toEqual(['Hearing']);
    expect(await found('in:sources from:2024-04')).toEqual([]);
    expect(await found('in:sources speaker:"Jonas Brandt"')).toEqual(['Hearing']);
    expect(await titles(desk, 'kind:subtitles')).toEqual(['Hearing']);
  });
});

describe('the index follows', () => {
  test('saves of an article', async () => {
    const desk = await openDesk();
    const article = await importArticle(desk);
    const saved = await saveEdit(desk, article, 'Pilots do not', 'Lighthouse keepers do not');
    expect(await titles(desk, 'pilots ')).toEqual([]);
    expect(await titles(desk, 'lighthouse keepers ')).toHaveLength(1);
    const document = edited(saved.document, 'Harbour to stay open', 'Quay to stay shut');
    await desk.call('articles.save', { articleId: article.id, version: saved.version, document });
    expect(await titles(desk, 'quay shut')).toEqual(['Quay to stay shut all winter']);
  });

  test('the bin and what comes out of it, of all three', async () => {
    const desk = await openDesk();
    const article = await importArticle(desk);
    const { sourceId } = await importSource(desk);
    const { personId } = await desk.call('people.create', {
      details: { name: 'Winter', kind: 'person', role: null, affiliation: null, url: null },
    });
    expect(await titles(desk, 'winter')).toHaveLength(3);
    const [one, two, three] = [{ articleId: article.id }, { sourceId }, { personId }];
    await desk.call('articles.remove', one);
    await desk.call('sources.remove', two);
    await desk.call('people.remove', three);
    expect(await titles(desk, 'winter')).toEqual([]);
    await desk.call('articles.restore', one);
    await desk.call('sources.restore', two);
    await desk.call('people.restore', three);
    expect(await titles(desk, 'winter')).toHaveLength(3);
  });

  test('titles and people who are called something else', async () => {
    const desk = await openDesk();
    const sourceId = await addNote(desk, 'Before', 'Some words.');
    await desk.call('sources.update', {
      sourceId,
      details: { title: 'After', creator: 'Ann Dray' },
    });
    expect(await titles(desk, 'before')).toEqual([]);
    expect(await titles(desk, 'after')).toEqual(['After']);
    expect(await titles(desk, 'dray')).toEqual(['After']);
    await importArticle(desk);
    const people = await desk.call('people.list', {});
    const ines = people.find(({ name }) => name === 'Ines Calder')!;
    await desk.call('people.update', { personId: ines.id, details: { name: 'Ines Thorpe' } });
    expect(await titles(desk, 'calder')).toEqual([]);
    expect(await titles(desk, 'thorpe in:articles')).toHaveLength(1);
  });

  test('a source that becomes confidential: found, marked, and gone from the shared file', async () => {
    const desk = await openDesk();
    const words = 'The quixotic zephyr jeopardised everything.';
    const sourceId = await addNote(desk, 'Whistle', words);
    expect(await sourceHits(desk, 'quixotic')).toMatchObject([{ isPrivate: false }]);
    await desk.call('sources.update', { sourceId, details: { disclosure: 'confidential' } });
    expect(await sourceHits(desk, 'quixotic')).toMatchObject([{ id: sourceId, isPrivate: true }]);
    for (const word of ['quixotic', 'ixoti', 'zephyr', 'jeopardised', 'whistle']) {
      for (const file of ['library.db', 'library.db-wal']) {
        const bytes = readFileSync(join(desk.folder, file)).toString('latin1').toLowerCase();
        expect(bytes.includes(word), `${word} in ${file}`).toBe(false);
      }
    }
    await desk.call('sources.update', { sourceId, details: { disclosure: 'public' } });
    expect(await sourceHits(desk, 'quixotic')).toMatchObject([{ id: sourceId, isPrivate: false }]);
  });

  test('a library that was closed before the index had caught up', async () => {
    const desk = await openDesk();
    await importArticle(desk);
    await importSource(desk);
    await desk.reopen();
    expect((await titles(desk, 'second pier')).length).toBe(2);
  });
});

test('of many that are found a few are shown, and all are counted', async () => {
  const desk = await openDesk();
  const files = Array.from({ length: 60 }, (_, index) =>
    fileOf(`note ${index}.txt`, `Note ${index}\n\nThe ferry and note ${index} of the harbour.`),
  );
  await desk.call('sources.import', { jobId: newId(), files });
  await addNote(desk, 'Zeppelin', HEARING.replaceAll('harbour', 'ferry'));
  await desk.host.settle();
  const { sources, behind } = await desk.call('search.find', { query: 'ferry ', limit: 3 });
  expect(behind).toBe(0);
  expect(sources.hits).toHaveLength(3);
  expect(sources.count).toBe(61);
});

test('a newer search of the same session cancels the one before', async () => {
  const desk = await openDesk();
  await importSource(desk);
  const session = newId();
  const older = desk.failure('search.find', { query: 'harb', session });
  const newer = desk.call('search.find', { query: 'harbour', session });
  expect((await older).code).toBe('cancelled');
  expect((await newer).sources.hits).toHaveLength(1);
});

test('nothing is asked for, nothing is found', async () => {
  const desk = await openDesk();
  await importSource(desk);
  for (const query of ['', '   ', '-harbour', '""', 'kind:nonsense']) {
    expect(await titles(desk, query), query).toEqual([]);
  }
});
