import { expect, test } from 'vitest';
import { importArticle, newId, openDesk, saveEdit, textOf } from '../testing/desk';

const MINUTES = 60_000;

test('a pause in the work keeps the words before it, with who wrote them and how many', async () => {
  let now = Date.parse('2026-03-02T09:00:00Z');
  const desk = await openDesk({ now: () => now });
  await desk.call('library.setEditorName', { name: 'Noor Haddad' });
  const article = await importArticle(desk);
  now += 5 * MINUTES;
  const once = await saveEdit(desk, article, 'every day', 'twice a day');
  now += 5 * MINUTES;
  await saveEdit(desk, once, 'twice a day', 'on Mondays only');
  const revisions = await desk.call('revisions.list', { articleId: article.id });
  expect(revisions.map(({ reason }) => reason)).toEqual(['pause', 'import']);
  expect(revisions[0]).toMatchObject({
    name: null,
    editorName: 'Noor Haddad',
    at: '2026-03-02T09:10:00.000Z',
    wordCount: revisions[1]!.wordCount + 1,
  });
  const read = await desk.call('revisions.read', {
    articleId: article.id,
    revisionId: revisions[0]!.id,
  });
  expect(textOf(read.document)).toContain('twice a day');
});

test('what is kept under a name is there as it was, even where nothing changed since', async () => {
  const desk = await openDesk();
  const { id: articleId } = await importArticle(desk);
  const plain = { articleId, reason: 'restore', name: null } as const;
  expect(await desk.call('revisions.keep', plain)).toEqual({ revisionId: null });
  const named = { articleId, reason: 'named', name: '  As sent  to legal ' } as const;
  const { revisionId } = await desk.call('revisions.keep', named);
  const [newest] = await desk.call('revisions.list', { articleId });
  expect(newest).toMatchObject({ id: revisionId, reason: 'named', name: 'As sent to legal' });
});

test('putting an older state back is one more save, and keeps what it takes the place of', async () => {
  const desk = await openDesk();
  const article = await importArticle(desk);
  const articleId = article.id;
  const [imported] = await desk.call('revisions.list', { articleId });
  const changed = await saveEdit(desk, article, 'every day', 'twice a day');
  await desk.call('revisions.keep', { articleId, reason: 'restore', name: null });
  const { document } = await desk.call('revisions.read', { articleId, revisionId: imported!.id });
  const { version } = changed;
  const { quotations } = await desk.call('articles.save', { articleId, version, document });
  expect(quotations.map(({ id }) => id)).toEqual(article.quotations.map(({ id }) => id));
  const kept = await desk.call('revisions.list', { articleId });
  expect(kept.map(({ reason }) => reason)).toEqual(['restore', 'import']);
  const before = await desk.call('revisions.read', { articleId, revisionId: kept[0]!.id });
  expect(textOf(before.document)).toContain('twice a day');
});

test('of an article or a revision that is not there it is said', async () => {
  const desk = await openDesk();
  const { id: articleId } = await importArticle(desk);
  expect(await desk.failure('revisions.list', { articleId: newId() })).toMatchObject({
    code: 'not-found',
  });
  expect(await desk.failure('revisions.read', { articleId, revisionId: newId() })).toMatchObject({
    code: 'not-found',
  });
});
