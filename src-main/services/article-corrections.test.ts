import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Desk, finishArticle, importArticle, newId, openDesk } from '../testing/desk';

async function finished(): Promise<{ desk: Desk; articleId: string }> {
  const desk = await openDesk({ now: () => Date.parse('2026-03-04T10:00:00Z') });
  await desk.call('library.setEditorName', { name: 'Noor Haddad' });
  const { id: articleId } = await importArticle(desk);
  await finishArticle(desk, articleId);
  return { desk, articleId };
}

const WORDS = { kind: 'correction', text: 'The bridge cost £40m, not £14m.' } as const;

test('a correction is dated and signed, and listed until it is withdrawn', async () => {
  const { desk, articleId } = await finished();
  const { correctionId } = await desk.call('corrections.add', { articleId, ...WORDS });
  const expected = [
    {
      id: correctionId,
      ...WORDS,
      editorName: 'Noor Haddad',
      at: '2026-03-04T10:00:00.000Z',
      exportedAt: null,
    },
  ];
  expect(await desk.call('corrections.list', { articleId })).toEqual(expected);
  expect(desk.events).toContainEqual({ event: 'corrections.changed', payload: { articleId } });
  const one = { articleId, correctionId };
  await desk.call('corrections.setWithdrawn', { ...one, withdrawn: true });
  expect(await desk.call('corrections.list', { articleId })).toEqual([]);
  await desk.call('corrections.setWithdrawn', { ...one, withdrawn: false });
  expect(await desk.call('corrections.list', { articleId })).toEqual(expected);
});

test('an article that was never finished has nothing to correct; one that was reopened has', async () => {
  const desk = await openDesk();
  const { id: articleId } = await importArticle(desk);
  const failure = await desk.failure('corrections.add', { articleId, ...WORDS });
  expect(failure.code).toBe('article-not-finished');
  await finishArticle(desk, articleId);
  const articleIds = [articleId];
  await desk.call('finish.reopen', { articleIds, status: 'draft', reason: 'The sum' });
  await desk.call('corrections.add', { articleId, ...WORDS });
  expect(await desk.call('corrections.list', { articleId })).toHaveLength(1);
});

test('its words are changed until it has gone out with an export', async () => {
  const { desk, articleId } = await finished();
  const { correctionId } = await desk.call('corrections.add', { articleId, ...WORDS });
  const edit = { articleId, correctionId, kind: 'clarification', text: 'It is £40m.' } as const;
  await desk.call('corrections.edit', edit);
  const folder = newId();
  desk.host.grantFolder(folder, desk.folder);
  await desk.call('exports.write', { articleId, formats: ['text'], folder, replace: false });
  expect((await desk.failure('corrections.edit', edit)).code).toBe('correction-exported');
  expect(await desk.call('corrections.list', { articleId })).toMatchObject([
    { kind: 'clarification', text: 'It is £40m.', exportedAt: '2026-03-04T10:00:00.000Z' },
  ]);
});

test('corrections, and who finished the article, come along in a bundle', async () => {
  const { desk, articleId } = await finished();
  await desk.call('corrections.add', { articleId, ...WORDS });
  const folder = newId();
  desk.host.grantFolder(folder, desk.folder);
  const order = { articleId, folder, replace: false, revisions: true };
  const { written } = await desk.call('bundles.write', order);
  const bytes = new Uint8Array(readFileSync(join(desk.folder, written[0]!)));
  const other = await openDesk();
  const file = { from: 'bytes' as const, name: 'harbour.stet', bytes };
  const taken = await other.call('articles.import', { file });
  expect(await other.call('corrections.list', { articleId: taken.articleId })).toEqual(
    await desk.call('corrections.list', { articleId }),
  );
  expect(await other.call('finish.state', { articleId: taken.articleId })).toMatchObject({
    details: { status: 'finished' },
    finished: { editorName: 'Noor Haddad' },
  });
});

test('nobody reaches the correction of another article', async () => {
  const { desk, articleId } = await finished();
  const { correctionId } = await desk.call('corrections.add', { articleId, ...WORDS });
  const other = await importArticle(desk);
  const one = { articleId: other.id, correctionId };
  expect((await desk.failure('corrections.edit', { ...one, ...WORDS })).code).toBe('not-found');
  const withdraw = { ...one, withdrawn: true };
  expect((await desk.failure('corrections.setWithdrawn', withdraw)).code).toBe('not-found');
});
