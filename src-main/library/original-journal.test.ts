import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { originalPath, sha256 } from './files';
import { type Original, OriginalsWriter, originalFile, settleOriginals } from './original-journal';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-originals-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const original = (text: string): Original => ({ sha256: sha256(text), bytes: Buffer.from(text) });
const letters = Array.from({ length: 20 }, (_, number) => original(`Letter ${number}`));
const large = original('A long hearing. '.repeat(30_000));
const pathOf = ({ sha256 }: Original) => originalPath(folder, sha256);
const journals = () =>
  readdirSync(join(folder, 'originals')).filter((name) => name.startsWith('.journal-'));

async function keep(...batches: Original[][]): Promise<void> {
  const writer = new OriginalsWriter(folder);
  for (const batch of batches) await writer.keep(batch);
  await writer.end();
}

function expectAll(originals: readonly Original[]) {
  for (const one of originals) expect(readFileSync(pathOf(one)).equals(one.bytes)).toBe(true);
}

test('what is in the journal lies under its hash when it was settled', async () => {
  await keep(letters.slice(0, 8), [large, ...letters.slice(8)]);
  expectAll([large]);
  expect(letters.filter((letter) => existsSync(pathOf(letter)))).toEqual([]);
  expect(journals()).toHaveLength(1);
  await settleOriginals(folder);
  expect(journals()).toEqual([]);
  expectAll([...letters, large]);
});

test('a file that is wanted before that is taken out of the journal', async () => {
  const library = { folder, readOnly: false };
  const writer = new OriginalsWriter(folder);
  await writer.keep(letters.slice(0, 10));
  expect(await originalFile(library, letters[3]!.sha256)).toBe(pathOf(letters[3]!));
  expectAll([letters[3]!]);
  await writer.keep(letters.slice(10));
  await Promise.all(letters.map(({ sha256 }) => originalFile(library, sha256)));
  expectAll(letters);
  await writer.end();
  await settleOriginals(folder);
  expectAll(letters);
  const unknown = original('A letter that nobody wrote');
  expect(existsSync(await originalFile(library, unknown.sha256))).toBe(false);
});

test('one that is wanted while its file is being written is there', async () => {
  await keep(letters);
  const library = { folder, readOnly: false };
  await Promise.all([
    settleOriginals(folder),
    ...letters.map(({ sha256 }) => originalFile(library, sha256)),
  ]);
  expectAll(letters);
  expect(journals()).toEqual([]);
});

test('few at once, and large ones, need no journal', async () => {
  await keep([large, letters[0]!]);
  expectAll([large, letters[0]!]);
  expect(journals()).toEqual([]);
});

test('what a power cut left of their files is made whole from the journal', async () => {
  await keep(letters);
  for (const letter of letters) mkdirSync(dirname(pathOf(letter)), { recursive: true });
  writeFileSync(pathOf(letters[5]!), letters[5]!.bytes.subarray(0, 2));
  writeFileSync(pathOf(letters[7]!), Buffer.alloc(letters[7]!.bytes.byteLength));
  writeFileSync(pathOf(letters[8]!), letters[8]!.bytes);
  await settleOriginals(folder);
  expectAll(letters);
  expect(journals()).toEqual([]);
});

test('settling may end at any time, and goes on', async () => {
  const many = Array.from({ length: 300 }, (_, number) => original(`Postcard ${number}`));
  await keep(many);
  let asked = 0;
  await settleOriginals(folder, () => asked++ < 2);
  expect(journals()).toHaveLength(1);
  expect(many.some((one) => existsSync(pathOf(one)))).toBe(true);
  expect(many.every((one) => existsSync(pathOf(one)))).toBe(false);
  await settleOriginals(folder);
  expectAll(many);
  expect(journals()).toEqual([]);
});

test('a journal that was cut short holds what was written whole', async () => {
  await keep(letters);
  const journal = join(folder, 'originals', journals()[0]!);
  truncateSync(journal, readFileSync(journal).byteLength - 3);
  await settleOriginals(folder);
  expectAll(letters.slice(0, -1));
  expect(existsSync(pathOf(letters.at(-1)!))).toBe(false);
  expect(journals()).toEqual([]);
});

test('a journal that is being written is not settled', async () => {
  const writer = new OriginalsWriter(folder);
  await writer.keep(letters);
  await settleOriginals(folder);
  expect(journals()).toHaveLength(1);
  await writer.end();
  await settleOriginals(folder);
  expect(journals()).toEqual([]);
  expectAll(letters);
});

test('one that is there already is left alone, one that was cut short is written again', async () => {
  await keep(letters);
  await settleOriginals(folder);
  truncateSync(pathOf(letters[2]!), 1);
  await keep(letters);
  expectAll(letters);
});

test('a disk that refuses is said, and nothing waits for ever', async () => {
  writeFileSync(join(folder, 'originals'), 'in the way');
  const writer = new OriginalsWriter(folder);
  await expect(writer.keep(letters)).rejects.toMatchObject({ code: /ENOTDIR|EEXIST/ });
  await writer.end();
});

test('a library without originals has nothing to settle', async () => {
  await settleOriginals(folder);
  mkdirSync(join(folder, 'originals'));
  await settleOriginals(folder);
  expect(journals()).toEqual([]);
});
