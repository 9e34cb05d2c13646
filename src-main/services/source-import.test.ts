import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { EventPayload, Output } from '../../src-shared/contract';
import { originalPath, sha256 } from '../library/files';
import { originalFile } from '../library/original-journal';
import { connect } from '../library/sqlite';
import {
  type Desk,
  extract,
  fileOf,
  HEARING,
  importArticle,
  importSource,
  newId,
  openDesk,
} from '../testing/desk';

const PDF = resolve(__dirname, '../../src-shared/import/fixtures/pdf');

const letter = (number: number) =>
  `Letter ${number} of the keeper\n\nBuoy ${number * 7} has gone, and nobody has looked for it.`;

/** Writes files into a new folder beside the library; the token that it is granted by. */
function folderWith(desk: Desk, name: string, files: Record<string, string | Uint8Array>): string {
  const folder = join(desk.folder, 'given', name);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

function grantFolder(desk: Desk, folder: string): string {
  const token = newId();
  desk.host.grantFolder(token, folder);
  return token;
}

function grant(desk: Desk, path: string) {
  const token = newId();
  desk.host.grantFile(token, path);
  return { from: 'granted', token } as const;
}

const letters = (count: number, from = 0) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`letter-${from + n}.txt`, letter(from + n)]),
  );

const progressOf = (desk: Desk) =>
  desk.events
    .filter(({ event }) => event === 'import.progress')
    .map(({ payload }) => payload as EventPayload<'import.progress'>);

describe('many sources at once', () => {
  test('come in in their order, each with its bytes, and are announced together', async () => {
    const desk = await openDesk();
    const folder = folderWith(desk, 'letters', letters(300));
    const folders = [grantFolder(desk, folder)];
    const jobId = newId();
    const { imported, skipped } = await desk.call('sources.import', { jobId, files: [], folders });
    expect(skipped).toEqual([]);
    expect(imported.map(({ index, name }) => [index, name])).toEqual(
      Array.from({ length: 300 }, (_, number) => [0, `letters/letter-${number}.txt`]),
    );
    for (let number = 0; number < 300; number++) {
      const library = { folder: desk.folder, readOnly: false };
      const path = await originalFile(library, sha256(letter(number)));
      expect(readFileSync(path, 'utf8')).toBe(letter(number));
    }
    const reading = await desk.call('sources.read', { sourceId: imported[77]!.sourceId });
    expect(reading.text).toContain('Buoy 539 has gone');
    const announced = desk.events.filter(({ event }) => event === 'sources.changed');
    expect(announced.length).toBeLessThan(60);
    expect(await desk.call('imports.waiting', {})).toEqual({ left: 0 });
  });

  test('their progress says how far it is, in files and bytes', async () => {
    const desk = await openDesk();
    const texts = letters(200);
    const folders = [grantFolder(desk, folderWith(desk, 'letters', texts))];
    const jobId = newId();
    await desk.call('sources.import', { jobId, files: [], folders });
    const progress = progressOf(desk);
    const bytes = Object.values(texts).join('').length;
    expect(progress[0]).toMatchObject({ jobId, done: 0, total: 200, bytesDone: 0 });
    expect(progress.at(-1)).toMatchObject({ done: 200, bytesDone: bytes, bytesTotal: bytes });
    for (const [number, { done }] of progress.entries()) {
      expect(done).toBeGreaterThanOrEqual(progress[number - 1]?.done ?? 0);
    }
  });

  test('the same bytes twice are one source, in one import and in the next', async () => {
    const desk = await openDesk();
    const files = [
      fileOf('one.txt', letter(1)),
      fileOf('copy.txt', letter(1)),
      fileOf('two.txt', letter(2)),
    ];
    const { imported } = await desk.call('sources.import', { jobId: newId(), files });
    expect(imported.map(({ duplicate }) => duplicate)).toEqual([false, true, false]);
    expect(imported[1]?.sourceId).toBe(imported[0]?.sourceId);
    const again = await desk.call('sources.import', { jobId: newId(), files });
    expect(again.imported.map(({ sourceId }) => sourceId)).toEqual(
      imported.map(({ sourceId }) => sourceId),
    );
    expect(await desk.call('sources.list', {})).toHaveLength(2);
  });

  test('an article is saved while they come in, and nothing is lost', async () => {
    const desk = await openDesk();
    const article = await importArticle(desk);
    const folders = [grantFolder(desk, folderWith(desk, 'letters', letters(400)))];
    const coming = desk.call('sources.import', { jobId: newId(), files: [], folders });
    let version = article.version;
    for (let saves = 0; saves < 5; saves++) {
      const saved = await desk.call('articles.save', {
        articleId: article.id,
        version,
        document: article.document,
      });
      version = saved.version;
    }
    expect((await coming).imported).toHaveLength(400);
  });

  test('each that fits an open quotation says so', async () => {
    const desk = await openDesk();
    await importArticle(desk);
    const files = [fileOf('hearing.vtt', HEARING), fileOf('one.txt', letter(1))];
    const { imported, fits } = await desk.call('sources.import', { jobId: newId(), files });
    expect(imported.map((source) => source.fits > 0)).toEqual([true, false]);
    expect(fits).toBe(imported[0]?.fits);
  });
});

describe('a file that cannot come in', () => {
  const zip = (parts: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
  const cases: [name: string, code: string, make: (path: string) => void][] = [
    [
      'locked.pdf',
      'file-protected',
      (path) => writeFileSync(path, readFileSync(join(PDF, 'user-password.pdf'))),
    ],
    [
      'bomb.docx',
      'file-too-large',
      (path) =>
        writeFileSync(
          path,
          zip({
            '[Content_Types].xml': '<Types/>',
            'word/document.xml': `<w:document>${' '.repeat(300_000_000)}</w:document>`,
          }),
        ),
    ],
    ['empty.txt', 'file-empty', (path) => writeFileSync(path, '')],
    [
      'huge.txt',
      'file-too-large',
      (path) => {
        writeFileSync(path, '');
        truncateSync(path, 300 * 1024 * 1024);
      },
    ],
    ['folder.txt', 'file-is-folder', (path) => mkdirSync(path)],
    ['not-a-zip.docx', 'file-unreadable', (path) => writeFileSync(path, 'No zip at all.')],
    [
      'noise.txt',
      'format-unsupported',
      (path) => writeFileSync(path, Buffer.alloc(9_000, '\0\x01')),
    ],
    ['gone.txt', 'file-missing', () => {}],
    ['nowhere.txt', 'file-missing', (path) => symlinkSync('nowhere', path)],
    ...(process.getuid?.() === 0
      ? []
      : ([
          [
            'closed.txt',
            'file-forbidden',
            (path: string) => {
              writeFileSync(path, 'Words');
              chmodSync(path, 0);
            },
          ],
        ] as [string, string, (path: string) => void][])),
  ];

  test('is named with its reason and changes nothing; the others of its batch come in', async () => {
    const desk = await openDesk();
    const folder = folderWith(desk, 'bad', { 'first.txt': letter(1), 'last.txt': letter(2) });
    for (const [name, , make] of cases) make(join(folder, name));
    const names = ['first.txt', ...cases.map(([name]) => name), 'last.txt'];
    const { imported, skipped } = await desk.call('sources.import', {
      jobId: newId(),
      files: names.map((name) => grant(desk, join(folder, name))),
    });
    expect(Object.fromEntries(skipped.map(({ name, code }) => [name, code]))).toEqual(
      Object.fromEntries(cases.map(([name, code]) => [name, code])),
    );
    expect(imported.map(({ name }) => name)).toEqual(['first.txt', 'last.txt']);
    expect(await desk.call('sources.list', {})).toHaveLength(2);
    const kept = readdirSync(join(desk.folder, 'originals'), {
      recursive: true,
      withFileTypes: true,
    });
    expect(kept.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))).toHaveLength(2);
  });
});

describe('folders', () => {
  test('everything readable beneath comes in; the rest is named, or no news', async () => {
    const desk = await openDesk();
    const folder = folderWith(desk, 'Harbour', {
      'a.txt': letter(1),
      'deep/er/b.md': letter(2),
      'deep/picture.png': 'png',
      '.hidden.txt': letter(3),
      '.git/c.txt': letter(4),
      'node_modules/d.txt': letter(5),
      '~$draft.docx': 'lock',
      'library/private.sqlite': 'rows',
      'library/e.txt': letter(6),
    });
    symlinkSync(join(folder, 'a.txt'), join(folder, 'again.txt'));
    symlinkSync(resolve(__dirname, 'sources.ts'), join(folder, 'elsewhere.txt'));
    symlinkSync(folder, join(folder, 'loop'));
    const folders = [grantFolder(desk, folder), newId()];
    const { imported, skipped } = await desk.call('sources.import', {
      jobId: newId(),
      files: [],
      folders,
    });
    expect(imported.map(({ name }) => name)).toEqual(['Harbour/a.txt', 'Harbour/deep/er/b.md']);
    expect(skipped).toEqual([
      { index: 0, name: 'Harbour/deep/picture.png', code: 'format-unsupported' },
      { index: 0, name: 'Harbour/elsewhere.txt', code: 'file-elsewhere' },
      { index: 0, name: 'Harbour/library', code: 'folder-is-library' },
      { index: 1, name: '', code: 'not-found' },
    ]);
  });

  test('that lie too deep are named', async () => {
    const desk = await openDesk();
    const path = `${'x/'.repeat(40)}a.txt`;
    const folders = [grantFolder(desk, folderWith(desk, 'Deep', { [path]: letter(1) }))];
    const { imported, skipped } = await desk.call('sources.import', {
      jobId: newId(),
      files: [],
      folders,
    });
    expect(imported).toEqual([]);
    expect(skipped.map(({ code }) => code)).toEqual(['folder-too-deep']);
  });
});

describe('an import that is stopped', () => {
  /** Imports a folder of letters and cancels when that many were read. */
  async function cancelled(desk: Desk, folder: string): Promise<Output<'sources.import'>> {
    const folders = [grantFolder(desk, folder)];
    return desk.call('sources.import', { jobId: stopping.jobId, files: [], folders });
  }
  const stopping = { jobId: '', after: 0 };
  const stoppable = () => {
    stopping.jobId = newId();
    let read = 0;
    return openDesk({
      extract: async (name, bytes) => {
        read += 1;
        if (read === stopping.after) await desk().call('jobs.cancel', { jobId: stopping.jobId });
        return extract(name, bytes);
      },
    });
  };
  let opened: Desk;
  const desk = () => opened;

  test('keeps what came in, says what is left, and goes on from there', async () => {
    stopping.after = 700;
    opened = await stoppable();
    const folder = folderWith(opened, 'letters', letters(900));
    const first = await cancelled(opened, folder);
    expect(first.cancelled).toBe(true);
    expect(first.imported.length).toBeLessThan(900);
    expect(first.left).toBe(900 - first.imported.length);
    expect(await opened.call('sources.list', {})).toHaveLength(first.imported.length);
    expect(await opened.call('imports.waiting', {})).toEqual({ left: first.left });

    // A restart changes nothing of it.
    await opened.reopen({ extract });
    expect(await opened.call('imports.waiting', {})).toEqual({ left: first.left });
    const rest = await opened.call('imports.resume', { jobId: newId() });
    expect(rest).toMatchObject({ cancelled: false, left: 0, skipped: [] });
    expect(rest.imported).toHaveLength(first.left);
    expect(rest.imported.every(({ duplicate }) => !duplicate)).toBe(true);
    expect(await opened.call('sources.list', {})).toHaveLength(900);
    expect(await opened.call('imports.waiting', {})).toEqual({ left: 0 });
  });

  test('can be let go', async () => {
    stopping.after = 1;
    opened = await stoppable();
    await cancelled(opened, folderWith(opened, 'letters', letters(30)));
    expect((await opened.call('imports.waiting', {})).left).toBeGreaterThan(0);
    await opened.call('imports.discard', {});
    expect(await opened.call('imports.waiting', {})).toEqual({ left: 0 });
    expect((await opened.call('imports.resume', { jobId: newId() })).imported).toEqual([]);
  });

  test('names what is gone by then', async () => {
    stopping.after = 1;
    opened = await stoppable();
    const folder = folderWith(opened, 'letters', letters(3));
    const { left } = await cancelled(opened, folder);
    expect(left).toBeGreaterThan(0);
    truncateSync(join(folder, 'letter-2.txt'));
    const { skipped } = await opened.call('imports.resume', { jobId: newId() });
    expect(skipped).toEqual([{ index: left - 1, name: 'letter-2.txt', code: 'file-empty' }]);
  });

  test('paths of files that wait lie in the private file alone', async () => {
    stopping.after = 1;
    opened = await stoppable();
    await cancelled(opened, folderWith(opened, 'whistleblower', letters(30)));
    await opened.call('imports.watch', {
      token: grantFolder(opened, join(opened.folder, 'given')),
    });
    opened.host.close();
    expect(readFileSync(join(opened.folder, 'library.db')).includes('whistleblower')).toBe(false);
    const db = connect(join(opened.folder, 'private.sqlite'), { readOnly: true });
    const count = db.prepare('SELECT count(*) FROM import_waiting').pluck().get();
    db.close();
    expect(count).toBeGreaterThan(0);
  });
});

test('a library that cannot be written ends the import; what is left can be resumed with', async () => {
  const desk = await openDesk();
  const folder = folderWith(desk, 'letters', letters(20));
  // A folder cannot be made where a file lies.
  writeFileSync(join(desk.folder, 'originals'), 'in the way');
  const folders = [grantFolder(desk, folder)];
  const failure = await desk.failure('sources.import', { jobId: newId(), files: [], folders });
  expect(failure.code).toBe('storage-failed');
  expect(desk.events).toContainEqual({
    event: 'storage.failed',
    payload: { code: 'storage-failed' },
  });
  expect(await desk.call('sources.list', {})).toEqual([]);
  expect(await desk.call('imports.waiting', {})).toEqual({ left: 20 });
});

test('a second import waits for the first', async () => {
  const desk = await openDesk();
  const [one, other] = await Promise.all([
    importSource(desk, letter(1), 'one.txt'),
    importSource(desk, letter(1), 'other.txt'),
  ]);
  expect(one.sourceId).toBe(other.sourceId);
  expect(existsSync(originalPath(desk.folder, sha256(letter(1))))).toBe(true);
});

describe('a mailbox of hundreds of letters', () => {
  const LETTERS = 600;
  const mailbox = Array.from({ length: LETTERS }, (_, number) =>
    [
      'From keeper@example.org Tue May  5 10:12:00 2026',
      'From: The keeper <keeper@example.org>',
      'Date: Tue, 5 May 2026 10:12:00 +0000',
      `Message-ID: <letter-${number}@example.org>`,
      `Subject: Letter ${number}`,
      '',
      `${`Buoy ${number * 7} has gone. `.repeat(40)}`,
      '',
      '',
    ].join('\n'),
  ).join('');

  const bringIn = (desk: Desk, jobId = newId()) =>
    desk.call('sources.import', { jobId, files: [fileOf('letters.mbox', mailbox)] });

  const titles = async (desk: Desk) =>
    (await desk.call('sources.list', {})).map(({ title }) => title).sort();

  test('gives others their turn, and comes in once', async () => {
    const desk = await openDesk();
    const { imported } = await bringIn(desk);
    expect(imported).toHaveLength(LETTERS);
    expect(imported.every(({ duplicate }) => !duplicate)).toBe(true);
    const announced = desk.events.filter(({ event }) => event === 'sources.changed');
    expect(announced.length).toBeGreaterThan(1);
    const again = await bringIn(desk);
    expect(again.imported.map(({ duplicate }) => duplicate)).not.toContain(false);
    expect(await titles(desk)).toHaveLength(LETTERS);
  });

  test('what was left out in the middle comes in with the same file again', async () => {
    const desk = await openDesk();
    const jobId = newId();
    desk.host.on((event) => {
      if (event === 'sources.changed') void desk.host.call('jobs.cancel', { jobId });
    });
    expect((await bringIn(desk, jobId)).cancelled).toBe(true);
    const some = await titles(desk);
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(LETTERS);
    await desk.reopen();
    await bringIn(desk);
    const all = await titles(desk);
    expect(all).toHaveLength(LETTERS);
    expect(new Set(all).size).toBe(LETTERS);
  });
});
