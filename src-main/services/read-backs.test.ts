import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EXPORT_FORMATS } from '../../src-shared/contract/exports';
import {
  type Desk,
  importArticle,
  importSource,
  openDesk,
  quotationWith,
  saveEdit,
  targetOf,
} from '../testing/desk';

const SENT = { state: 'sent', on: '2026-05-04', by: 'Mara Lind', note: 'By mail.' } as const;

async function begun() {
  const desk = await openDesk();
  await desk.call('library.setEditorName', { name: 'Noor Haddad' });
  const article = await importArticle(desk);
  const source = await importSource(desk);
  const quotation = quotationWith(article.quotations, 'harbour will stay');
  const about = { articleId: article.id, quotationIds: [quotation.id] };
  const list = async () =>
    (await desk.call('readBacks.list', { articleId: article.id })).map(({ state, note }) => [
      state,
      note,
    ]);
  const link = () =>
    desk.call('quotations.setLinks', {
      articleId: article.id,
      links: [
        {
          quotationId: quotation.id,
          target: targetOf(source, 'The harbour will stay open all winter.'),
        },
      ],
    });
  return { desk, article, articleId: article.id, source, quotation, about, list, link };
}

const isIn = (desk: Desk, file: string, words: string) =>
  [file, `${file}-wal`].some((name) => {
    try {
      return readFileSync(join(desk.folder, name)).includes(words);
    } catch {
      return false;
    }
  });

test('a quotation was sent, and changes were asked for: a history, in its order', async () => {
  const { desk, articleId, about, quotation } = await begun();
  await desk.call('readBacks.add', { ...about, readBack: SENT });
  const asked = { ...SENT, state: 'changes-asked' as const, note: 'Not “all winter”.\r\n' };
  await desk.call('readBacks.add', { ...about, readBack: asked });
  expect(await desk.call('readBacks.list', { articleId })).toMatchObject([
    { ...SENT, quotationId: quotation.id, editorName: 'Noor Haddad', isOfTheseWords: true },
    { state: 'changes-asked', note: 'Not “all winter”.' },
  ]);
  expect(desk.events).toContainEqual({ event: 'claims.changed', payload: { articleId } });
});

test('what was taken back is gone, the rest stays', async () => {
  const { desk, articleId, about, list } = await begun();
  await desk.call('readBacks.add', { ...about, readBack: SENT });
  const { ids } = await desk.call('readBacks.add', {
    ...about,
    readBack: { ...SENT, state: 'approved' },
  });
  await desk.call('readBacks.takeBack', { articleId, ids });
  expect(await list()).toEqual([['sent', 'By mail.']]);
  const failure = await desk.failure('readBacks.takeBack', { articleId, ids: [articleId] });
  expect(failure.code).toBe('not-found');
});

test('an approval of other words says so', async () => {
  const { desk, article, articleId, about } = await begun();
  await desk.call('readBacks.add', { ...about, readBack: { ...SENT, state: 'approved' } });
  await saveEdit(desk, article, 'harbour will stay', 'harbour may stay');
  const [entry] = await desk.call('readBacks.list', { articleId });
  expect(entry?.isOfTheseWords).toBe(false);
});

test('changes asked for are a point of the gate until something else is noted', async () => {
  const { desk, articleId, about, quotation } = await begun();
  const points = async () =>
    (await desk.call('finish.gate', { articleId })).filter(
      ({ code }) => code === 'read-backs-changes',
    );
  await desk.call('readBacks.add', { ...about, readBack: SENT });
  expect(await points()).toEqual([]);
  await desk.call('readBacks.add', { ...about, readBack: { ...SENT, state: 'changes-asked' } });
  expect(await points()).toMatchObject([{ count: 1, quotationIds: [quotation.id] }]);
  await desk.call('readBacks.add', { ...about, readBack: { ...SENT, state: 'approved' } });
  expect(await points()).toEqual([]);
});

test('those of a confidential source lie in the private file alone, wherever they were before', async () => {
  const { desk, about, list, link, source } = await begun();
  await desk.call('readBacks.add', { ...about, readBack: { ...SENT, note: 'CANARY before' } });
  const secret = { disclosure: 'confidential' } as const;
  await desk.call('sources.update', { sourceId: source.sourceId, details: secret });
  await link();
  await desk.call('readBacks.add', { ...about, readBack: { ...SENT, note: 'CANARY after' } });
  for (const words of ['CANARY before', 'CANARY after']) {
    expect(isIn(desk, 'library.db', words), words).toBe(false);
    expect(isIn(desk, 'private.sqlite', words), words).toBe(true);
  }
  const notes = [
    ['sent', 'CANARY before'],
    ['sent', 'CANARY after'],
  ];
  expect(await list()).toEqual(notes);
  // They follow their source.
  const open = { disclosure: 'public' } as const;
  await desk.call('sources.update', { sourceId: source.sourceId, details: open });
  expect(isIn(desk, 'private.sqlite', 'CANARY after')).toBe(false);
  expect(await list()).toEqual(notes);
  await desk.call('sources.update', { sourceId: source.sourceId, details: secret });
  expect(isIn(desk, 'library.db', 'CANARY after')).toBe(false);
  expect(await list()).toEqual(notes);
});

test('nothing of them goes into any export but the fact-checker’s copy', async () => {
  const { desk, articleId, about, link } = await begun();
  await link();
  const readBack = { ...SENT, by: 'CANARY Office', note: 'CANARY note' };
  await desk.call('readBacks.add', { ...about, readBack });
  for (const format of EXPORT_FORMATS) {
    const { fileName, text } = await desk.call('exports.preview', { articleId, format });
    expect((fileName + text).includes('CANARY'), format).toBe(format.startsWith('fact-check'));
  }
});
