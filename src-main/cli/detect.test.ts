import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stet, temporaryFolder } from './run-for-test';

const STORY = [
  'Ferry to the islands stops for the winter',
  '',
  'By Una Brandt',
  '',
  '“The engine is older than I am,” said Mats Quell, the captain, “and it has to rest.”',
  '',
  'The harbour office called the decision “regrettable”.',
  '',
].join('\n');

interface Element {
  file: string;
  language: string;
  headline: string | null;
  byline: string | null;
  text?: string;
  error?: string;
  quotations: {
    start: number;
    end: number;
    text: string;
    kind: string;
    parts: { start: number; end: number }[];
    speaker: { start: number; end: number; text: string; name: string | null } | null;
  }[];
}

async function detect(...argv: string[]): Promise<Element[]> {
  const { code, out, err } = await stet(['detect', ...argv, '--json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

function write(name: string, content: string | Uint8Array): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, content);
  return file;
}

test('names headline, byline, quotations and speaker of a plain text', async () => {
  const file = write('story.txt', STORY);
  const [element] = await detect(file);
  expect(element).toMatchObject({
    file,
    language: 'en',
    headline: 'Ferry to the islands stops for the winter',
    byline: 'Una Brandt',
  });
  expect(element?.text).toBeUndefined();
  const [first, second] = element!.quotations;
  expect(first).toMatchObject({ kind: 'direct', speaker: { name: 'Mats Quell' } });
  expect(first?.parts.map(({ start, end }) => STORY.slice(start, end))).toEqual([
    '“The engine is older than I am,”',
    '“and it has to rest.”',
  ]);
  expect(second).toMatchObject({ text: '“regrettable”', kind: 'fragment' });
});

test.each([
  ['CR LF line ends', STORY.replaceAll('\n', '\r\n')],
  ['old Mac line ends', STORY.replaceAll('\n', '\r')],
  ['a byte order mark', `\uFEFF${STORY}`],
  ['characters of two code units', STORY.replace('Ferry', '🚢🚢 Ferry')],
])('offsets slice back to the file as it stands: %s', async (_what, text) => {
  const [element] = await detect(write('story.txt', text));
  expect(element?.quotations).toHaveLength(2);
  for (const quotation of element!.quotations) {
    expect(text.slice(quotation.start, quotation.end)).toBe(quotation.text);
    const { speaker } = quotation;
    if (speaker) expect(text.slice(speaker.start, speaker.end)).toBe(speaker.text);
  }
});

test('reads UTF-16 and Windows-1252', async () => {
  const utf16 = write('utf16.txt', Buffer.from(`\uFEFF${STORY}`, 'utf16le'));
  const old = write(
    'old.txt',
    Buffer.from(
      '“No,” he said.'.replace(/[“”]/g, (mark) => (mark === '“' ? '\x93' : '\x94')),
      'latin1',
    ),
  );
  const [first, second] = await detect(utf16, old);
  expect(first?.quotations).toHaveLength(2);
  expect(second?.quotations[0]?.text).toBe('“No,”');
});

test('gives the text that the offsets of Markdown and HTML count in', async () => {
  const markdown = write(
    'story.md',
    STORY.replace('Ferry', '# Ferry').replace('engine', '*engine*'),
  );
  const html = write(
    'story.html',
    '<!doctype html><title>Ferry</title><h1>Ferry stops</h1><p>&ldquo;It has to <em>rest</em>,&rdquo; said Mats Quell.</p>',
  );
  const elements = await detect(markdown, html);
  expect(elements.map(({ headline }) => headline)).toEqual([
    'Ferry to the islands stops for the winter',
    'Ferry stops',
  ]);
  for (const { text, quotations } of elements) {
    expect(quotations.length).toBeGreaterThan(0);
    for (const { start, end, text: words } of quotations) {
      expect(text?.slice(start, end)).toBe(words);
    }
  }
  expect(elements[1]?.quotations[0]?.text).toBe('“It has to rest,”');
});

test('keeps the order of the files and goes on after one that cannot be read', async () => {
  const good = write('good.txt', STORY);
  const folder = join(temporaryFolder(), 'folder.txt');
  mkdirSync(folder);
  const pdf = write('paper.txt', '%PDF-1.7\n');
  const { code, out, err } = await stet(['detect', '/no/such.txt', folder, pdf, good, '--json']);
  expect(code).toBe(2);
  const elements = JSON.parse(out) as Element[];
  expect(elements.map(({ file }) => file)).toEqual(['/no/such.txt', folder, pdf, good]);
  expect(elements.map(({ error }) => error)).toEqual([
    'there is no such file',
    'it is a folder',
    'Stet does not read this kind of file',
    undefined,
  ]);
  expect(err.trim().split('\n')).toHaveLength(3);
  expect(err).toContain('stet: /no/such.txt: there is no such file.');
});

test('an empty file has no quotations and is no failure', async () => {
  const [element] = await detect(write('empty.txt', ''));
  expect(element).toMatchObject({ headline: null, byline: null, quotations: [] });
});

test('lists them for a reader without --json', async () => {
  const file = write('story.txt', STORY);
  const { code, out } = await stet(['detect', file]);
  expect(code).toBe(0);
  expect(out).toContain(`${file}: 2 quotations`);
  expect(out).toContain('Mats Quell');
});
