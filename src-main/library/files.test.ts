import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepOriginal, sha256, writeFileDurably } from './files';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a file is replaced as a whole and nothing else is left', async () => {
  const path = join(folder, 'export.md');
  await writeFileDurably(path, 'first');
  await writeFileDurably(path, '# Second\n');
  expect(readFileSync(path, 'utf8')).toBe('# Second\n');
  expect(readdirSync(folder)).toEqual(['export.md']);
});

test('a link at the place is replaced and not followed', async () => {
  const elsewhere = join(folder, 'elsewhere.txt');
  writeFileSync(elsewhere, 'untouched');
  symlinkSync(elsewhere, join(folder, 'export.md'));
  await writeFileDurably(join(folder, 'export.md'), 'words');
  expect(readFileSync(elsewhere, 'utf8')).toBe('untouched');
});

test('a failure leaves what was there, and no unfinished file', async () => {
  await expect(writeFileDurably(join(folder, 'missing', 'export.md'), 'words')).rejects.toThrow();
  const path = join(folder, 'taken');
  mkdirSync(path);
  writeFileSync(join(path, 'inside'), 'kept');
  await expect(writeFileDurably(path, 'words')).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(['taken']);
});

test('an original lies under its hash, once', async () => {
  const bytes = new TextEncoder().encode('Minutes of the harbour board');
  const hash = await keepOriginal(folder, bytes);
  expect(await keepOriginal(folder, bytes)).toBe(hash);
  expect(hash).toBe(sha256('Minutes of the harbour board'));
  const path = join(folder, 'originals', hash.slice(0, 2), hash);
  expect(readFileSync(path).equals(Buffer.from(bytes))).toBe(true);
  expect(readdirSync(join(folder, 'originals', hash.slice(0, 2)))).toEqual([hash]);
});

test('an original that was cut short is written again', async () => {
  const bytes = new TextEncoder().encode('Minutes of the harbour board');
  const hash = await keepOriginal(folder, bytes);
  const path = join(folder, 'originals', hash.slice(0, 2), hash);
  writeFileSync(path, 'Minutes');
  await keepOriginal(folder, bytes);
  expect(readFileSync(path).equals(Buffer.from(bytes))).toBe(true);
});
