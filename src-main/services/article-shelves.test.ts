import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Desk as ArticleDesk } from '../../src-shared/model/article';
import { connect } from '../library/sqlite';
import {
  type Desk,
  finishArticle,
  HEARING,
  importArticle,
  importSource,
  openDesk,
  quotationWith,
  targetOf,
} from '../testing/desk';

const listed = async (desk: Desk) =>
  (await desk.call('articles.list', {})).map(({ id, shelf }) => ({ id, shelf }));

describe('several articles at once', () => {
  test('change their status, tags and place, and all of it is taken back by what was answered', async () => {
    const desk = await openDesk();
    const one = await importArticle(desk);
    const { articleId: two } = await desk.call('articles.create', {});
    const before = await desk.call('articles.list', {});
    const { previous } = await desk.call('articles.updateMany', {
      changes: [
        { articleId: one.id, details: { status: 'in-check', tags: ['harbour'] }, shelf: 'archive' },
        { articleId: two, details: {}, shelf: 'bin' },
      ],
    });
    expect(await desk.call('articles.list', {})).toMatchObject([
      { id: one.id, status: 'in-check', tags: ['harbour'], shelf: 'archive' },
    ]);
    expect(await desk.call('articles.listRemoved', {})).toMatchObject([{ id: two, shelf: 'bin' }]);
    await desk.call('articles.updateMany', { changes: previous });
    const plain = (articles: typeof before) =>
      articles.map(({ updatedAt: _, ...rest }) => rest).sort((a, b) => a.id.localeCompare(b.id));
    expect(plain(await desk.call('articles.list', {}))).toEqual(plain(before));
  });

  test('change all together or not at all', async () => {
    const desk = await openDesk();
    const { id } = await importArticle(desk);
    const unknown = '019a0000-0000-7000-8000-000000000000';
    const failure = await desk.failure('articles.updateMany', {
      changes: [
        { articleId: id, details: { status: 'in-check' } },
        { articleId: unknown, details: { status: 'in-check' } },
      ],
    });
    expect(failure.code).toBe('not-found');
    expect(await desk.call('articles.list', {})).toMatchObject([{ id, status: 'draft' }]);
  });

  test('keep the byline as printed once they are finished', async () => {
    const desk = await openDesk();
    const { id, byline } = await importArticle(desk);
    await finishArticle(desk, id);
    const finished = await desk.call('articles.open', { articleId: id });
    const { personId } = finished.byline.credits[0]!;
    const people = await desk.call('people.list', {});
    const { id: _, ...person } = people.find((one) => one.id === personId)!;
    await desk.call('people.update', {
      personId,
      details: { name: `${person.name} Renamed` },
    });
    const after = await desk.call('articles.open', { articleId: id });
    expect(after.byline.line).toBe(byline.line);
  });
});

describe('an article in the bin', () => {
  test('comes back, also from the archive', async () => {
    const desk = await openDesk();
    const { id } = await importArticle(desk);
    await desk.call('articles.remove', { articleId: id });
    expect(await listed(desk)).toEqual([]);
    await desk.call('articles.restore', { articleId: id });
    expect(await listed(desk)).toEqual([{ id, shelf: 'desk' }]);
  });

  test('is deleted for good with its words, in both files, and nothing of others goes', async () => {
    const desk = await openDesk();
    const kept = await importArticle(desk);
    const gone = await importArticle(desk);
    const source = await importSource(desk, HEARING);
    await desk.call('sources.update', {
      sourceId: source.sourceId,
      details: { disclosure: 'confidential' },
    });
    const quotation = quotationWith(gone.quotations, 'stay open');
    await desk.call('quotations.setLinks', {
      articleId: gone.id,
      links: [{ quotationId: quotation.id, target: targetOf(source, 'harbour') }],
    });
    await desk.failure('articles.erase', { articleIds: [gone.id] });
    await desk.call('articles.remove', { articleId: gone.id });
    await desk.call('articles.erase', { articleIds: [gone.id] });
    expect(await desk.call('articles.listRemoved', {})).toEqual([]);
    expect((await desk.failure('articles.open', { articleId: gone.id })).code).toBe('not-found');
    expect((await desk.failure('articles.restore', { articleId: gone.id })).code).toBe('not-found');
    for (const file of ['library.db', 'private.sqlite']) {
      const db = connect(join(desk.folder, file), { readOnly: true });
      const tables = db
        .prepare(
          "SELECT m.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c WHERE c.name = 'article_id' AND m.type = 'table'",
        )
        .pluck()
        .all() as string[];
      for (const table of tables) {
        const count = db.prepare(`SELECT count(*) FROM "${table}" WHERE article_id = ?`);
        expect(count.pluck().get(gone.id), `${file} ${table}`).toBe(0);
      }
      expect(db.pragma('foreign_key_check')).toEqual([]);
      db.close();
    }
    expect(await desk.call('articles.open', { articleId: kept.id })).toMatchObject({
      document: kept.document,
    });
    await desk.reopen();
    expect(await listed(desk)).toEqual([{ id: kept.id, shelf: 'desk' }]);
  });
});

describe('coming back to an article', () => {
  const DESK: ArticleDesk = {
    tab: 'source',
    railHidden: true,
    panelHidden: false,
    widths: { rail: null, panel: 360, sourcePanel: 500 },
    source: null,
  };

  test('finds what stood around it, after a restart too, and nothing of it in the shared file', async () => {
    const desk = await openDesk();
    const { id } = await importArticle(desk);
    const source = await importSource(desk, HEARING);
    const around: ArticleDesk = {
      ...DESK,
      source: { sourceId: source.sourceId, versionId: null, shown: { start: 3, end: 9 } },
    };
    await desk.call('articles.rememberDesk', { articleId: id, desk: around });
    await desk.reopen();
    expect((await desk.call('articles.open', { articleId: id })).desk).toEqual(around);
    expect((await desk.call('library.info', {})).lastDesk).toEqual(around);
    const db = connect(join(desk.folder, 'library.db'), { readOnly: true });
    expect(db.prepare('SELECT count(*) FROM article_desk').pluck().get()).toBe(0);
    db.close();
  });

  test('lists what was opened last, without what is in the bin', async () => {
    const desk = await openDesk();
    const ids: string[] = [];
    for (let count = 0; count < 3; count++) {
      ids.push((await desk.call('articles.create', {})).articleId);
    }
    for (const articleId of [...ids, ids[0]!]) await desk.call('articles.enter', { articleId });
    expect(await desk.call('articles.recent', {})).toEqual([ids[0], ids[2], ids[1]]);
    await desk.call('articles.remove', { articleId: ids[2]! });
    await desk.reopen();
    expect(await desk.call('articles.recent', {})).toEqual([ids[0], ids[1]]);
  });
});
