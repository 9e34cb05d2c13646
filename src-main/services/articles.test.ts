import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { connect } from '../library/sqlite';
import {
  edited,
  fileOf,
  finishArticle,
  HEARING,
  importArticle,
  importSource,
  newId,
  openDesk,
  quotationWith,
  saveEdit,
  targetOf,
  textOf,
} from '../testing/desk';

describe('an article that comes in', () => {
  test('has its headline, byline, dateline and quotations recognised', async () => {
    const desk = await openDesk();
    const article = await importArticle(desk);
    expect(textOf(article.document)).toMatch(/^Harbour to stay open all winter\n\n/);
    expect(article).toMatchObject({ status: 'draft', dateline: 'STRANDBY', version: 1 });
    expect(article.language).toMatch(/^en/);
    expect(article.byline).toMatchObject({ style: 'ap', line: 'By Ines Calder and Tom Oakes' });
    expect(article.quotations.map(({ text }) => text)).toEqual([
      '“The harbour will stay open all winter,”',
      '“We asked for twelve boats,” “and we were given four of them.”',
      '“Nobody has told the crews anything about the second pier,”',
    ]);
    const [first, second] = article.quotations;
    expect(first).toMatchObject({
      ordinal: 1,
      verdict: 'unlinked',
      link: null,
      speaker: null,
      attribution: { name: 'Mara Lind' },
    });
    expect(second!.parts).toHaveLength(2);
    expect(await desk.call('articles.list', {})).toMatchObject([
      { headline: 'Harbour to stay open all winter', quotationCount: 3, openCount: 3 },
    ]);
  });

  test('names the people who are there already, and adds the others', async () => {
    const desk = await openDesk();
    const details = { name: 'Tom Oakes', kind: 'person', role: 'Reporter' } as const;
    const { personId } = await desk.call('people.create', {
      details: { ...details, affiliation: null, url: null },
    });
    const { byline } = await importArticle(desk);
    expect(byline.credits.map((credit) => credit.name)).toEqual(['Ines Calder', 'Tom Oakes']);
    expect(byline.credits[1]!.personId).toBe(personId);
    expect((await desk.call('people.list', {})).map(({ name }) => name)).toEqual([
      'Ines Calder',
      'Tom Oakes',
    ]);
  });

  test.each([
    ['scan.tiff', 'words', 'format-unsupported'],
    ['empty.md', '  \n ', 'file-empty'],
  ])('%s is refused and changes nothing', async (name, text, code) => {
    const desk = await openDesk();
    expect(await desk.failure('articles.import', { file: fileOf(name, text) })).toMatchObject({
      code,
      data: { name },
    });
    expect(await desk.call('articles.list', {})).toEqual([]);
  });

  test('a file that the user did not pick cannot be read', async () => {
    const desk = await openDesk();
    const file = { from: 'granted', token: newId() } as const;
    expect(await desk.failure('articles.import', { file })).toMatchObject({ code: 'not-found' });
    desk.host.grantFile(file.token, join(desk.folder, 'gone.md'));
    expect(await desk.failure('articles.import', { file })).toMatchObject({
      code: 'file-missing',
      data: { name: 'gone.md' },
    });
  });
});

describe('a save', () => {
  test('is there when the library is opened again, with its place', async () => {
    const desk = await openDesk();
    const article = await saveEdit(desk, await importArticle(desk), 'every day', 'twice a day');
    expect(article.version).toBe(2);
    const place = { anchor: { path: [3, 0], offset: 4 }, focus: null, scrollTop: 120 };
    await desk.call('articles.rememberPlace', { articleId: article.id, place });
    await desk.reopen();
    const { lastArticleId } = await desk.call('library.info', {});
    const again = await desk.call('articles.open', { articleId: lastArticleId! });
    expect(again).toMatchObject({ id: article.id, version: 2, place, document: article.document });
  });

  test('made from an older version is refused, and the newer one stays', async () => {
    const desk = await openDesk();
    const article = await importArticle(desk);
    const newer = await saveEdit(desk, article, 'every day', 'twice a day');
    const document = edited(article.document, 'every day', 'once a week');
    expect(
      await desk.failure('articles.save', { articleId: article.id, version: 1, document }),
    ).toMatchObject({ code: 'article-changed', data: { version: 2 } });
    const { document: kept } = await desk.call('articles.open', { articleId: article.id });
    expect(kept).toEqual(newer.document);
  });

  test('whose answer was lost can be sent again', async () => {
    const desk = await openDesk();
    const article = await importArticle(desk);
    const { document } = await saveEdit(desk, article, 'every day', 'twice a day');
    const again = await desk.call('articles.save', { articleId: article.id, version: 1, document });
    expect(again.version).toBe(2);
  });

  test('of a finished article is refused', async () => {
    const desk = await openDesk();
    const article = await importArticle(desk);
    await finishArticle(desk, article.id);
    const document = edited(article.document, 'every day', 'twice a day');
    const save = { articleId: article.id, version: 1, document };
    expect(await desk.failure('articles.save', save)).toMatchObject({ code: 'article-finished' });
    const articleIds = [article.id];
    await desk.call('finish.reopen', { articleIds, status: 'draft', reason: 'A name was wrong' });
    await desk.call('articles.save', save);
  });

  test('moves what stands behind the edit, and tells of it only as a change of the article', async () => {
    const desk = await openDesk();
    const article = await importArticle(desk);
    desk.events.length = 0;
    const { quotations } = await saveEdit(desk, article, 'every day', 'every other day');
    for (const [index, { id, start, text }] of quotations.entries()) {
      const before = article.quotations[index]!;
      expect({ id, text }).toEqual({ id: before.id, text: before.text });
      expect(start).toBe(before.start + 6);
    }
    expect(desk.events).toEqual([
      { event: 'articles.changed', payload: { articleId: article.id } },
    ]);
  });

  test('deletes a quotation that left the text, and undo brings it back with what was known', async () => {
    const desk = await openDesk();
    const article = await importArticle(desk);
    const source = await importSource(desk);
    const { id } = quotationWith(article.quotations, 'harbour will stay');
    const target = targetOf(source, 'The harbour will stay open all winter.');
    await desk.call('quotations.setLinks', {
      articleId: article.id,
      links: [{ quotationId: id, target }],
    });
    const paragraphs = article.document.root.children;
    const without = paragraphs.filter((block) => !JSON.stringify(block).includes(id));
    expect(without).toHaveLength(paragraphs.length - 1);
    const saved = await desk.call('articles.save', {
      articleId: article.id,
      version: 1,
      document: { root: { ...article.document.root, children: without } },
    });
    expect(saved.quotations.map((quotation) => quotation.id)).not.toContain(id);
    expect(saved.quotations.map(({ ordinal }) => ordinal)).toEqual([1, 2]);
    const sources = await desk.call('sources.list', {});
    expect(sources[0]!.quotedCount).toBe(0);

    const { quotations } = await desk.call('articles.save', {
      articleId: article.id,
      version: 2,
      document: article.document,
    });
    expect(quotations[0]).toMatchObject({
      id,
      ordinal: 1,
      verdict: 'verbatim',
      speaker: { name: 'Mara Lind' },
      link: target,
    });
  });

  test('takes the words of a quotation that was pasted from another article', async () => {
    const desk = await openDesk();
    const one = await importArticle(desk);
    const other = await importArticle(desk, '# Another\n\nNothing is quoted here.\n');
    const pasted = one.document.root.children.find((block) =>
      JSON.stringify(block).includes('harbour master'),
    )!;
    const { quotations } = await desk.call('articles.save', {
      articleId: other.id,
      version: 1,
      document: {
        root: { ...other.document.root, children: [...other.document.root.children, pasted] },
      },
    });
    expect(quotations).toHaveLength(1);
    const first = await desk.call('articles.open', { articleId: one.id });
    expect(first.quotations).toHaveLength(3);
  });
});

describe('revisions', () => {
  /** Why each was made, oldest first, and its words. */
  function revisions(folder: string): { reason: string; document: string }[] {
    const db = connect(join(folder, 'library.db'), { readOnly: true });
    const rows = db
      .prepare<[], { reason: string; document: string }>(
        'SELECT reason, document FROM revision ORDER BY clock',
      )
      .all();
    db.close();
    return rows;
  }

  test('are made at import, after a pause, and when another article is opened', async () => {
    let now = Date.UTC(2026, 10, 23, 9);
    const desk = await openDesk({ now: () => now });
    const minutes = (count: number) => {
      now += count * 60_000;
    };
    let article = await importArticle(desk);
    minutes(1);
    article = await saveEdit(desk, article, 'every day', 'twice a day');
    minutes(1.5);
    article = await saveEdit(desk, article, 'twice a day', 'once a week');
    const kept = () => revisions(desk.folder);
    expect(kept().map(({ reason }) => reason)).toEqual(['import', 'pause']);
    // What an editor left before the pause, so that no save can take it away.
    expect(kept()[1]!.document).toContain('twice a day');
    minutes(1);
    article = await saveEdit(desk, article, 'once a week', 'never');
    expect(kept()).toHaveLength(2);
    const other = await desk.call('articles.create', {});
    await desk.call('articles.enter', { articleId: other.articleId });
    expect(kept().map(({ reason }) => reason)).toEqual(['import', 'pause', 'new', 'switch']);
    expect(kept().at(-1)!.document).toContain('never');
    // Nothing changed since: going back and forth makes none.
    await desk.call('articles.enter', { articleId: article.id });
    await desk.call('articles.enter', { articleId: other.articleId });
    expect(kept()).toHaveLength(4);
  });

  test('words that changed on disk by themselves are noticed', async () => {
    const desk = await openDesk();
    const article = await importArticle(desk);
    desk.host.close();
    const db = connect(join(desk.folder, 'library.db'));
    db.exec("UPDATE working_copy SET document = replace(document, 'winter', 'summer')");
    db.close();
    await desk.reopen();
    const failure = await desk.failure('articles.open', { articleId: article.id });
    expect(failure.code).toBe('library-damaged');
    expect(desk.events.at(-1)).toEqual({
      event: 'storage.failed',
      payload: { code: 'library-damaged' },
    });
  });
});

describe('details and the bin', () => {
  test('answer what was before, and only what changed', async () => {
    const desk = await openDesk();
    const { id: articleId } = await importArticle(desk);
    const details = { section: ' Coast ', tags: ['ferries'], status: 'draft' } as const;
    const { previous } = await desk.call('articles.update', {
      articleId,
      details: { ...details, tags: ['ferries'] },
    });
    expect(previous).toEqual({ section: null, tags: [] });
    const changed = await desk.call('articles.open', { articleId });
    expect(changed).toMatchObject({ section: 'Coast', tags: ['ferries'] });
    await desk.call('articles.update', { articleId, details: previous });
    const restored = await desk.call('articles.open', { articleId });
    expect(restored).toMatchObject({ section: null, tags: [] });
  });

  test('an article in the bin is in no list and counts nowhere, until it comes back', async () => {
    const desk = await openDesk();
    const article = await importArticle(desk);
    const source = await importSource(desk, HEARING);
    const links = [
      {
        quotationId: article.quotations[0]!.id,
        target: targetOf(source, 'The harbour will stay open all winter.'),
      },
    ];
    await desk.call('quotations.setLinks', { articleId: article.id, links });
    const counts = async () => ({
      articles: (await desk.call('library.info', {})).articleCount,
      last: (await desk.call('library.info', {})).lastArticleId,
      listed: (await desk.call('articles.list', {})).length,
      quoted: (await desk.call('sources.list', {}))[0]!.quotedCount,
      quotations: (await desk.call('people.list', {})).reduce((n, p) => n + p.quotationCount, 0),
    });
    const before = { articles: 1, last: article.id, listed: 1, quoted: 1, quotations: 1 };
    expect(await counts()).toEqual(before);
    await desk.call('articles.remove', { articleId: article.id });
    expect(await counts()).toEqual({
      articles: 0,
      last: null,
      listed: 0,
      quoted: 0,
      quotations: 0,
    });
    await desk.call('articles.restore', { articleId: article.id });
    expect(await counts()).toEqual(before);
  });

  test('the article that was changed last comes first, whatever the clock of the computer says', async () => {
    let now = Date.UTC(2026, 10, 23);
    const desk = await openDesk({ now: () => now });
    const first = await importArticle(desk);
    await importArticle(desk, '# Second\n\nWords.\n');
    now = 0;
    await saveEdit(desk, first, 'every day', 'twice a day');
    const list = await desk.call('articles.list', {});
    expect(list.map(({ headline }) => headline)).toEqual([
      'Harbour to stay open all winter',
      'Second',
    ]);
  });
});
