import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { originalPath, sha256 } from './files';
import {
  type Original,
  OriginalsWriter,
  restoreOriginals,
  settleOriginals,
} from './original-journal';

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

test('every original lies under its hash; the journal goes when they are flushed', async () => {
  await keep(letters.slice(0, 8), [large, ...letters.slice(8)]);
  expectAll([...letters, large]);
  expect(journals()).toHaveLength(1);
  await settleOriginals(folder);
  expect(journals()).toEqual([]);
  expectAll([...letters, large]);
});

test('few at once, and large ones, need no journal', async () => {
  await keep([large, letters[0]!]);
  expectAll([large, letters[0]!]);
  expect(journals()).toEqual([]);
});

test('what a power cut left of their files is made whole from the journal', async () => {
  await keep(letters);
  unlinkSync(pathOf(letters[3]!));
  truncateSync(pathOf(letters[5]!), 2);
  writeFileSync(pathOf(letters[7]!), Buffer.alloc(letters[7]!.bytes.byteLength));
  rmSync(join(pathOf(letters[9]!), '..'), { recursive: true });
  restoreOriginals(folder);
  expectAll(letters);
  expect(journals()).toHaveLength(1);
});

test('a journal that was cut short holds what was written whole', async () => {
  await keep(letters);
  const journal = join(folder, 'originals', journals()[0]!);
  truncateSync(journal, readFileSync(journal).byteLength - 3);
  for (const letter of letters) unlinkSync(pathOf(letter));
  restoreOriginals(folder);
  expectAll(letters.slice(0, -1));
  expect(existsSync(pathOf(letters.at(-1)!))).toBe(false);
  await settleOriginals(folder);
  expect(journals()).toEqual([]);
});

test('a file that the disk had no place for is written before the journal goes', async () => {
  await keep(letters);
  unlinkSync(pathOf(letters[4]!));
  truncateSync(pathOf(letters[6]!), 1);
  await settleOriginals(folder);
  expect(journals()).toEqual([]);
  expectAll(letters);
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

test('a library without originals has nothing to restore or settle', async () => {
  restoreOriginals(folder);
  await settleOriginals(folder);
  mkdirSync(join(folder, 'originals'));
  restoreOriginals(folder);
  await settleOriginals(folder);
  expect(journals()).toEqual([]);
});
