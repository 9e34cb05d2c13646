import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { figuresOf } from '../../src-shared/document/figure';
import { pngWith } from '../../src-shared/picture/testing';
import { type Desk, importArticle, newId, openDesk } from '../testing/desk';
import type { Print, PrintedPage } from './context';

/** Stands for the window that prints: it keeps what it was given. */
function printer(answer: (page: PrintedPage) => Promise<Uint8Array>) {
  const pages: PrintedPage[] = [];
  const cancelled: string[] = [];
  const print: Print = {
    page(page) {
      pages.push(page);
      return answer(page);
    },
    cancel: (token) => void cancelled.push(token),
  };
  return { print, pages, cancelled };
}

const MAKER = '/Creator (Mozilla/5.0 \\(X11; Linux\\) Chrome)';
const pdfBy = (maker: string) => Buffer.from(`%PDF-1.7 ${maker.padEnd(MAKER.length)} /Title (A)`);
const PDF = pdfBy(MAKER);
/** What made it is said, the system is not, and every byte behind it is where it was. */
const MADE = pdfBy('/Creator (Stet)');

/** A folder that exports go into, within the desk's own. */
function folderOf(desk: Desk): string {
  const folder = newId();
  mkdirSync(join(desk.folder, 'out'));
  desk.host.grantFolder(folder, join(desk.folder, 'out'));
  return folder;
}
const filesIn = (desk: Desk) => readdirSync(join(desk.folder, 'out'));

test('what is printed is the exported page with its pictures, and what comes back is written', async () => {
  const { print, pages } = printer(async () => PDF);
  const desk = await openDesk({ print });
  const picture = Buffer.from(pngWith('CANARY', new Uint8Array(4))).toString('base64');
  const html = `<h1>Harbour</h1><p>It stays open.</p><figure><img alt="A quay" src="data:image/png;base64,${picture}"></figure>`;
  const bytes = new TextEncoder().encode(html);
  const { articleId } = await desk.call('articles.import', {
    file: { from: 'bytes', name: 'story.html', bytes },
  });
  const { document } = await desk.call('articles.open', { articleId });
  expect(figuresOf(document)).toHaveLength(1);
  const preview = await desk.call('exports.preview', { articleId, format: 'html' });
  const folder = folderOf(desk);
  const { written, pictures } = await desk.call('exports.write', {
    articleId,
    formats: ['pdf'],
    folder,
    replace: false,
    paper: 'letter',
  });
  expect(pages).toHaveLength(1);
  expect(pages[0]).toMatchObject({ html: preview.text, paper: 'letter' });
  expect(pages[0]!.pictures.map(({ path, type }) => ({ path, type }))).toEqual([
    { path: preview.pictures[0]!.path, type: 'image/png' },
  ]);
  expect(Buffer.from(pages[0]!.pictures[0]!.bytes).toString('latin1')).not.toContain('CANARY');
  expect(pictures).toEqual([]);
  expect(readFileSync(join(desk.folder, 'out', written[0]!))).toEqual(MADE);
});

test('what cannot be printed leaves nothing behind, not even the other files', async () => {
  const { print } = printer(() => Promise.reject(new Error('The page is gone.')));
  const desk = await openDesk({ print });
  const { id: articleId } = await importArticle(desk);
  const order = { articleId, formats: ['html' as const, 'pdf' as const], replace: false };
  const failure = await desk.failure('exports.write', { ...order, folder: folderOf(desk) });
  expect(failure.code).toBe('pdf-failed');
  expect(filesIn(desk)).toEqual([]);
});

test('printing is given up on request', async () => {
  let stop = () => {};
  const { print, pages, cancelled } = printer(
    () =>
      new Promise((_resolve, reject) => {
        stop = () => reject(new Error('Cancelled.'));
      }),
  );
  const asked: Print = {
    ...print,
    cancel(token) {
      print.cancel(token);
      stop();
    },
  };
  const desk = await openDesk({ print: asked });
  const { id: articleId } = await importArticle(desk);
  const order = { articleId, formats: ['pdf' as const], replace: false };
  const failing = desk.failure('exports.write', { ...order, folder: folderOf(desk) });
  await expect.poll(() => pages.length).toBe(1);
  await desk.call('exports.cancel', {});
  expect((await failing).code).toBe('cancelled');
  expect(cancelled).toEqual([pages[0]!.token]);
  expect(filesIn(desk)).toEqual([]);
});

test('without a window there is no PDF, and it is said before anything is written', async () => {
  const desk = await openDesk();
  const { id: articleId } = await importArticle(desk);
  const order = { articleId, formats: ['html' as const, 'pdf' as const], replace: false };
  const failure = await desk.failure('exports.write', { ...order, folder: folderOf(desk) });
  expect(failure.code).toBe('pdf-unavailable');
  expect(filesIn(desk)).toEqual([]);
});
