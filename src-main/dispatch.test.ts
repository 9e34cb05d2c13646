import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { type Method, methods } from '../src-shared/contract';
import { StetError } from '../src-shared/errors';
import { serveLibrary } from './host';
import { openLibraryFolder } from './library/open';
import { importArticle, newId, openDesk } from './testing/desk';

async function failureOf(call: Promise<unknown>): Promise<StetError> {
  const error = await call.then(
    () => null,
    (failure) => failure,
  );
  if (error instanceof StetError) return error;
  throw new Error('The call did not fail as it should.', { cause: error });
}

test('what is not in the contract cannot be called', async () => {
  const { host } = await openDesk();
  for (const method of ['library.destroy', 'constructor', '__proto__', 'toString']) {
    const failure = await failureOf(host.call(method as Method, {} as never));
    expect(failure).toMatchObject({ code: 'unknown-method', data: { method } });
  }
});

test.each([
  ['articles.open', null, ''],
  ['articles.open', {}, 'articleId'],
  ['articles.open', { articleId: "'; DROP TABLE article; --" }, 'articleId'],
  ['articles.save', { articleId: newId(), version: 'one', document: {} }, 'version'],
  [
    'articles.save',
    { articleId: newId(), version: 1, document: { root: {} } },
    'document.root.type',
  ],
  ['people.create', { details: { name: '  ', kind: 'person' } }, 'details.name'],
  ['sources.update', { sourceId: newId(), details: { url: 'javascript:alert(1)' } }, 'details.url'],
  ['quotations.propose', { articleId: newId(), quotationId: newId(), limit: 'all' }, 'limit'],
] as [Method, unknown, string][])(
  '%s with %j is refused, and the place of the problem is told',
  async (method, input, path) => {
    const { host } = await openDesk();
    const failure = await failureOf(host.call(method, input as never));
    expect(failure).toMatchObject({ code: 'invalid-input', data: { method, path } });
  },
);

test('an input with a prototype of its own is taken as plain data', async () => {
  const { host } = await openDesk();
  const details = JSON.parse(
    '{"name":"Mara Lind","kind":"person","role":null,"affiliation":null,"url":null,"__proto__":{"isDeleted":true}}',
  );
  await host.call('people.create', { details });
  expect(await host.call('people.list', {})).toHaveLength(1);
  expect(({} as Record<string, unknown>).isDeleted).toBeUndefined();
});

test('every method answers for something that is not there', async () => {
  const { host } = await openDesk();
  const articleId = newId();
  const calls: Promise<unknown>[] = [
    host.call('articles.open', { articleId }),
    host.call('articles.update', { articleId, details: { status: 'finished' } }),
    host.call('articles.remove', { articleId }),
    host.call('articles.restore', { articleId }),
    host.call('finish.gate', { articleId }),
    host.call('exports.preview', { articleId, format: 'html' }),
    host.call('quotations.countProposals', { articleId }),
    host.call('quotations.findVerbatim', { articleId }),
    host.call('quotations.propose', { articleId, quotationId: newId() }),
    host.call('quotations.setDismissed', { articleId, quotationId: newId(), dismissed: true }),
    host.call('bylines.set', { articleId, style: 'ap', credits: [] }),
    host.call('sources.read', { sourceId: newId() }),
    host.call('sources.update', { sourceId: newId(), details: { title: 'Note' } }),
    host.call('people.update', { personId: newId(), details: { role: 'Pilot' } }),
    host.call('people.restore', { personId: newId() }),
  ];
  for (const call of calls) expect((await failureOf(call)).code).toBe('not-found');
});

test('the library tells its name, its editor and what is in it', async () => {
  const desk = await openDesk();
  const info = () => desk.call('library.info', {});
  expect(await info()).toEqual({
    name: basename(desk.folder),
    articleCount: 0,
    sourceCount: 0,
    editorName: '',
    editorId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    editors: [{ id: expect.stringMatching(/^[0-9a-f-]{36}$/), name: '' }],
    readOnly: false,
    lastArticleId: null,
    lastDesk: null,
  });
  await desk.call('library.setEditorName', { name: ' Ada  Moreau ' });
  const { id } = await importArticle(desk);
  expect(await info()).toMatchObject({
    articleCount: 1,
    editorName: 'Ada Moreau',
    lastArticleId: id,
  });
});

test('a library that was closed answers no more', async () => {
  const { host } = await openDesk();
  host.close();
  host.close();
  expect((await failureOf(host.call('library.info', {}))).code).toBe('process-gone');
});

test('a full disk is announced, nothing is half saved, and the save succeeds when there is room', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-full-'));
  const library = openLibraryFolder(folder);
  const host = serveLibrary(library, () => Promise.reject(new Error('Nothing is read here.')));
  const events: unknown[] = [];
  host.on((event, payload) => events.push({ event, payload }));
  try {
    const { articleId } = await host.call('articles.create', {});
    const article = await host.call('articles.open', { articleId });
    const document = structuredClone(article.document);
    const words = '“The pier is closed,” said Mara Lind. '.repeat(8_000);
    document.root.children.push({
      type: 'paragraph',
      version: 1,
      children: [
        { type: 'text', version: 1, text: words, format: 0, detail: 0, mode: 'normal', style: '' },
      ],
    });
    const save = () => host.call('articles.save', { articleId, version: 1, document });
    const pages = Number(library.db.pragma('page_count', { simple: true }));
    library.db.pragma(`max_page_count = ${pages + 2}`);
    expect((await failureOf(save())).code).toBe('disk-full');
    expect(events).toContainEqual({ event: 'storage.failed', payload: { code: 'disk-full' } });
    const kept = await host.call('articles.open', { articleId });
    expect(kept).toMatchObject({ version: 1, document: article.document, quotations: [] });
    library.db.pragma('max_page_count = 1000000');
    expect((await save()).version).toBe(2);
  } finally {
    host.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('every method of the contract has a service behind it', async () => {
  const { host } = await openDesk();
  for (const method of Object.keys(methods) as Method[]) {
    const outcome = await host.call(method, {} as never).then(
      () => 'answered',
      (error: StetError) => error.code,
    );
    expect(['answered', 'invalid-input'], method).toContain(outcome);
  }
});
