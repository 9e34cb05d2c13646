import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readKeptPage, writeKeptPage } from '../../src-shared/import/kept-page';
import { writePdf } from '../../src-shared/import/pdf-writing';
import type { DrawnPage } from '../../src-shared/model/page';
import { sha256 } from '../library/files';
import {
  type Desk,
  fileOf,
  importArticle,
  importSource,
  newId,
  openDesk,
  targetOf,
} from '../testing/desk';
import type { KeptPageRequest, PageRequest, ServedPage } from './context';

const PAGES = ['The harbour will stay open all winter.', 'The second pier opens in April.'];
const PDF = writePdf(PAGES.map((text) => [{ x: 72, y: 700, text }]));

/** Stands in for the extractor: pages whose words stand beside each other, ten points each. */
function drawing() {
  const requests: PageRequest[] = [];
  const drawPage = async (request: PageRequest): Promise<DrawnPage> => {
    requests.push(request);
    await request.file.read();
    const words = PAGES[request.page - 1]!.split(' ');
    return {
      pageCount: PAGES.length,
      width: 595,
      height: 842,
      picture: new Uint8Array([1, 2, 3]),
      words: words.map((text, index) => ({ text, x: index * 10, y: 100, width: 9, height: 9 })),
    };
  };
  return { requests, drawPage };
}

async function importPdf(desk: Desk) {
  const { imported } = await desk.call('sources.import', {
    jobId: newId(),
    files: [{ from: 'bytes', name: 'minutes.pdf', bytes: new Uint8Array(PDF) }],
  });
  const { sourceId } = imported[0]!;
  return { sourceId, ...(await desk.call('sources.read', { sourceId })) };
}

test('a page is drawn from the kept file, with the words of the text where they stand', async () => {
  const { requests, drawPage } = drawing();
  const desk = await openDesk({ drawPage });
  const { versionId, text } = await importPdf(desk);
  expect(await desk.call('sources.hasPages', { versionId })).toMatchObject({ hasPages: true });
  const page = await desk.call('sources.page', { versionId, page: 2, scale: 1.5 });
  expect(requests).toMatchObject([{ file: { sha256: sha256(PDF) }, page: 2, scale: 1.5 }]);
  expect(page).toMatchObject({ pageCount: 2, width: 595, height: 842 });
  expect(page.words.map(({ start, end, x }) => [text.slice(start, end), x])).toEqual([
    ['The', 0],
    ['second', 10],
    ['pier', 20],
    ['opens', 30],
    ['in', 40],
    ['April.', 50],
  ]);
});

test('what is no PDF has no pages, and one whose file is gone has none any more', async () => {
  const desk = await openDesk(drawing());
  const { versionId } = await importSource(desk);
  expect(await desk.call('sources.hasPages', { versionId })).toEqual({
    hasPages: false,
    isWebPage: false,
  });
  const pdf = await importPdf(desk);
  const hash = sha256(PDF);
  rmSync(join(desk.folder, 'originals', hash.slice(0, 2), hash));
  expect(await desk.call('sources.hasPages', { versionId: pdf.versionId })).toEqual({
    hasPages: false,
    isWebPage: false,
  });
  const failure = await desk.failure('sources.page', {
    versionId: pdf.versionId,
    page: 1,
    scale: 1,
  });
  expect([failure.code, failure.data]).toEqual(['file-unreadable', { name: 'minutes.pdf' }]);
});

test('where nothing draws, a page says so', async () => {
  const desk = await openDesk();
  const { versionId } = await importPdf(desk);
  const failure = await desk.failure('sources.page', { versionId, page: 1, scale: 1 });
  expect(failure.code).toBe('page-not-drawn');
});

test('what is quoted is told with its words and its verdict', async () => {
  const desk = await openDesk();
  const source = await importSource(desk);
  const article = await importArticle(desk);
  const { sourceVersionId, start, end } = targetOf(source, 'The harbour will stay open all winter');
  const quotation = article.quotations.find(({ text }) => text.includes('stay open'))!;
  expect(await desk.call('sources.quoted', { versionId: source.versionId })).toEqual([]);
  await desk.call('quotations.setLinks', {
    articleId: article.id,
    links: [{ quotationId: quotation.id, target: { sourceVersionId, start, end } }],
  });
  expect(await desk.call('sources.quoted', { versionId: source.versionId })).toEqual([
    {
      kind: 'quotation',
      quotationId: quotation.id,
      articleId: article.id,
      articleHeadline: 'Harbour to stay open all winter',
      text: quotation.text,
      verdict: 'verbatim',
      start,
      end,
    },
  ]);
});

test('a saved web page is served to the window, harmless, with stretches of its words marked', async () => {
  const served: ServedPage[] = [];
  const desk = await openDesk({
    readKeptPage: async ({ file, marks }: KeptPageRequest) =>
      writeKeptPage(await readKeptPage(file.name, await file.read()), marks),
    servePage: async (page) => void served.push(page),
  });
  const html =
    '<title>Pier</title><nav>The pier opens.</nav><article><h1>Pier</h1><p>The council met on Monday, and all of its members were there for the vote.</p><p>The pier opens in April, said the mayor of the town.</p><script>stolen=1</script></article>';
  const { imported } = await desk.call('sources.import', {
    jobId: newId(),
    files: [fileOf('pier.html', html)],
  });
  const { versionId, text } = await desk.call('sources.read', { sourceId: imported[0]!.sourceId });
  expect(await desk.call('sources.hasPages', { versionId })).toEqual({
    hasPages: false,
    isWebPage: true,
  });
  const start = text.indexOf('The pier opens in');
  const { token, placed } = await desk.call('sources.keptPage', {
    versionId,
    marks: [{ kind: 'quoted', start, end: start + 'The pier opens'.length }],
  });
  expect(placed).toEqual([true]);
  expect(served.map((page) => page.token)).toEqual([token]);
  // The one in the article, not the same words in the navigation.
  expect(served[0]!.html).toMatch(/<p><stet-place[^>]*>.*>The pier opens<\/stet-mark> in April/);
  expect(served[0]!.html).toContain('<nav>The pier opens.</nav>');
  expect(served[0]!.html).not.toContain('stolen');
});

test('a page that is gone, or is none, is not served', async () => {
  const desk = await openDesk();
  const { versionId } = await importSource(desk);
  const failure = await desk.failure('sources.keptPage', { versionId, marks: [] });
  expect(failure.code).toBe('not-found');
});
