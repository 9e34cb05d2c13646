import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { figuresOf } from '../../src-shared/document/figure';
import { readPicture } from '../../src-shared/picture/read-picture';
import { jpegWith, pngWith } from '../../src-shared/picture/testing';
import { originalPath } from '../library/files';
import { type Desk, openDesk } from '../testing/desk';

const CANARY = 'CANARY-of-a-source';
const JPEG = jpegWith(CANARY);
const PNG = pngWith(CANARY, Uint8Array.of(1, 2, 3));

const asFile = (bytes: Uint8Array, name = 'their-secret-name.jpg') => ({
  from: 'bytes' as const,
  name,
  bytes: new Uint8Array(bytes),
});

/** A file on disk, as the user would pick it. */
function granted(desk: Desk, path: string) {
  const token = newId();
  desk.host.grantFile(token, path);
  return { from: 'granted', token } as const;
}

function write(folder: string, path: string, content: string | Uint8Array): string {
  const whole = join(folder, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, content);
  return whole;
}

async function importStory(desk: Desk, name: string, text: string) {
  const file = granted(desk, write(desk.folder, `in/${name}`, text));
  const { articleId, picturesLeftOut, picturesMissing } = await desk.call('articles.import', {
    file,
  });
  const { document } = await desk.call('articles.open', { articleId });
  return { articleId, counts: { picturesLeftOut, picturesMissing }, document };
}

/** A folder to export to, and its token. */
function exportFolder(desk: Desk) {
  const path = join(desk.folder, 'site');
  mkdirSync(path);
  const folder = newId();
  desk.host.grantFolder(folder, path);
  return { folder, path };
}

test('a picture is kept as it is, once, and is there after a restart', async () => {
  const desk = await openDesk();
  const first = await desk.call('pictures.add', { file: asFile(JPEG) });
  expect(first).toMatchObject({ width: 40, height: 30 });
  expect(await desk.call('pictures.add', { file: asFile(JPEG, 'other.png') })).toEqual(first);
  await desk.reopen();
  const { mediaType, bytes } = await desk.call('pictures.read', { picture: first.picture });
  expect(mediaType).toBe('image/jpeg');
  expect(bytes).toEqual(JPEG);
});

test('what is no picture is not kept, and one that is gone or changed is missing', async () => {
  const desk = await openDesk();
  const words = new TextEncoder().encode('words');
  expect((await desk.failure('pictures.add', { file: asFile(words) })).code).toBe(
    'picture-unsupported',
  );
  const { picture } = await desk.call('pictures.add', { file: asFile(PNG) });
  writeFileSync(originalPath(desk.folder, picture), 'somebody else wrote here');
  expect((await desk.failure('pictures.read', { picture })).code).toBe('picture-missing');
  const other = 'a'.repeat(64);
  expect((await desk.failure('pictures.read', { picture: other })).code).toBe('picture-missing');
});

test('an article brings the pictures of its own folder along, and no others', async () => {
  const desk = await openDesk();
  write(desk.folder, 'secret.png', PNG);
  write(desk.folder, 'in/quay.jpg', JPEG);
  write(desk.folder, 'in/below/a b.png', PNG);
  symlinkSync(join(desk.folder, 'secret.png'), join(desk.folder, 'in', 'link.png'));
  const { document, counts } = await importStory(
    desk,
    'story.md',
    [
      '# The quay',
      'The last boat came in at nine.',
      '![A quay](quay.jpg "Mara Lind")\\\nWhere **boats** land.\\\n*Mara Lind*',
      '![](below/a%20b.png)',
      '![Above](../secret.png)\\\nAbove.',
      '![Away](link.png)\\\nAway.',
      `![Absolute](${join(desk.folder, 'secret.png')})`,
      '![Encoded](..%2Fsecret.png)',
      '![Web](https://example.org/quay.jpg)\\\nOn the web.',
      'It was late.',
    ].join('\n\n'),
  );
  expect(counts).toEqual({ picturesLeftOut: 0, picturesMissing: 5 });
  expect(figuresOf(document)).toMatchObject([
    { alternativeText: 'A quay', credit: 'Mara Lind', width: 40, height: 30 },
    { alternativeText: null, credit: '', width: 40, height: 30 },
    ...['Above', 'Away', 'Absolute', 'Encoded', 'Web'].map((alternativeText) => ({
      alternativeText,
      width: 0,
      height: 0,
    })),
  ]);
});

test('a picture that is not there leaves its address to Markdown and to the page, and is never loaded', async () => {
  const desk = await openDesk();
  const { articleId, counts } = await importStory(
    desk,
    'story.md',
    [
      '# The quay',
      'A boat came in.',
      '![A *quay*](images/a%20b.jpg "Mara Lind")',
      'Another one, ![of wood](images/boat.jpg) too.',
      '![Web](https://example.org/quay.jpg)\\\nOn the web.',
      '![Mine](file:///home/mara/CANARY.jpg)',
      'It was late.',
    ].join('\n\n'),
  );
  // An address of a disk is not kept, and nor is its figure.
  expect(counts).toEqual({ picturesLeftOut: 1, picturesMissing: 3 });
  const preview = async (format: 'markdown' | 'html' | 'text' | 'fact-check') =>
    (await desk.call('exports.preview', { articleId, format })).text;
  const markdown = await preview('markdown');
  expect(markdown).toContain('![A quay](images/a%20b.jpg "Mara Lind")');
  expect(markdown).toContain('Another one, ![of wood](images/boat.jpg) too.');
  expect(markdown).toContain('![Web](https://example.org/quay.jpg)');
  expect(markdown).not.toContain('file:');
  const html = await preview('html');
  expect(html).toContain('<img src="images/a%20b.jpg" alt="A quay">');
  expect(html).toContain('<a href="https://example.org/quay.jpg">Web</a>');
  expect(html).not.toMatch(/<img[^>]*https?:/);
  for (const format of ['text', 'fact-check'] as const) {
    expect(await preview(format)).not.toMatch(/images\/|<img/);
  }
});

test('pictures in the file itself come in too', async () => {
  const desk = await openDesk();
  const data = `data:image/png;base64,${Buffer.from(PNG).toString('base64')}`;
  const { document, counts } = await importStory(
    desk,
    'story.html',
    `<article><h1>The quay</h1><p>Words.</p><figure><img src="${data}" alt=""><figcaption>Boats <span class="credit">Mara Lind</span></figcaption></figure><p>More words.</p></article>`,
  );
  expect(counts).toEqual({ picturesLeftOut: 0, picturesMissing: 0 });
  expect(figuresOf(document)).toMatchObject([{ alternativeText: '', credit: 'Mara Lind' }]);
});

test('an export has its pictures beside it, with nothing in them but what is seen', async () => {
  const desk = await openDesk();
  write(desk.folder, 'in/their-secret-name.jpg', JPEG);
  const { articleId } = await importStory(
    desk,
    'story.md',
    '# The quay\n\nWords.\n\n![A quay](their-secret-name.jpg "Mara Lind")\\\nBoats land.\\\n*Mara Lind*\n\nMore.\n',
  );
  const { folder, path } = exportFolder(desk);
  const formats = ['markdown', 'html', 'text'] as const;
  const preview = await desk.call('exports.preview', { articleId, format: 'html' });
  expect(preview.pictures.map((picture) => picture.path)).toEqual([
    'the-quay-pictures/figure-1.jpg',
  ]);
  const written = await desk.call('exports.write', {
    articleId,
    formats: [...formats],
    folder,
    replace: false,
  });
  expect(written.pictures).toEqual(['the-quay-pictures/figure-1.jpg']);
  expect(readdirSync(path).sort()).toEqual([
    ...['the-quay-pictures', 'the-quay.html', 'the-quay.md', 'the-quay.txt'],
  ]);
  for (const name of [...written.written, ...written.pictures]) {
    expect(readFileSync(join(path, name), 'latin1'), name).not.toMatch(/CANARY|secret/);
  }
  const out = new Uint8Array(readFileSync(join(path, 'the-quay-pictures', 'figure-1.jpg')));
  expect(readPicture('', out)).toMatchObject({ type: 'jpeg', width: 40, height: 30 });

  // It comes back as it went.
  const file = granted(desk, join(path, 'the-quay.md'));
  const again = await desk.call('articles.import', { file });
  const back = await desk.call('articles.open', { articleId: again.articleId });
  expect(figuresOf(back.document)).toMatchObject([
    { alternativeText: 'A quay', credit: 'Mara Lind', width: 40, height: 30 },
  ]);

  // The same pictures are in nobody's way; others are asked about.
  const place = join(path, 'the-quay-pictures', 'figure-1.jpg');
  writeFileSync(place, 'a picture of somebody else');
  const input = { articleId, formats: ['html' as const], folder };
  const { existing } = await desk.call('exports.write', { ...input, replace: false });
  expect(existing).toEqual(['the-quay-pictures/figure-1.jpg', 'the-quay.html']);
  expect(readFileSync(place, 'utf8')).toBe('a picture of somebody else');
  await desk.call('exports.write', { ...input, replace: true });
  expect(new Uint8Array(readFileSync(place))).toEqual(out);
});

test('pictures do not go through a link to another folder', async () => {
  const desk = await openDesk();
  write(desk.folder, 'in/quay.jpg', JPEG);
  const { articleId } = await importStory(desk, 'story.md', '# The quay\n\nA.\n\n![A](quay.jpg)\n');
  const { folder, path } = exportFolder(desk);
  mkdirSync(join(desk.folder, 'elsewhere'));
  symlinkSync(join(desk.folder, 'elsewhere'), join(path, 'the-quay-pictures'));
  const write_ = { articleId, formats: ['html' as const], folder, replace: true };
  expect((await desk.failure('exports.write', write_)).code).toBe('folder-unwritable');
  expect(readdirSync(join(desk.folder, 'elsewhere'))).toEqual([]);
  expect(readdirSync(path)).toEqual(['the-quay-pictures']);
});

test('the gate names pictures without alternative text, and pictures that are gone', async () => {
  const desk = await openDesk();
  write(desk.folder, 'in/quay.jpg', JPEG);
  const { articleId, document } = await importStory(
    desk,
    'story.md',
    '# The quay\n\nA.\n\n![](quay.jpg)\\\nBoats land.\n\nB.\n',
  );
  const gate = async () =>
    (await desk.call('finish.gate', { articleId })).filter(({ code }) => /^figures/.test(code));
  expect(await gate()).toMatchObject([
    { code: 'figures-unread', count: 1, example: 'Boats land.' },
  ]);
  const change = async (fields: object) => {
    const { version } = await desk.call('articles.open', { articleId });
    const children = document.root.children.map((block) =>
      block.type === 'figure' ? { ...block, ...fields } : block,
    );
    const changed = { root: { ...document.root, children } };
    await desk.call('articles.save', { articleId, version, document: changed });
  };
  await change({ alternativeText: '' });
  expect(await gate()).toEqual([]);
  await change({ alternativeText: 'Boats', picture: 'b'.repeat(64) });
  expect(await gate()).toMatchObject([{ code: 'figures-missing', count: 1 }]);
});
