import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { planPaths } from './import-plan';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-beside-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function make(...names: string[]): void {
  for (const name of names) writeFileSync(join(folder, name), name);
}

/** What of a watched folder comes in where these files are new. */
async function planned(...names: string[]) {
  const { entries } = await planPaths(names.map((name) => join(folder, name)));
  return entries.map(({ index, name, code, recording }) => [
    index,
    name,
    code ?? recording?.slice(folder.length + 1) ?? null,
  ]);
}

test('words that are new find the recording that lay there before', async () => {
  make('talk.mp3', 'talk.vtt', 'other.txt');
  expect(await planned('talk.vtt', 'other.txt')).toEqual([
    [0, 'talk.vtt', 'talk.mp3'],
    [1, 'other.txt', null],
  ]);
});

test('a recording that is new finds the words that lay there before', async () => {
  make('talk.mp3', 'talk.vtt', 'other.txt');
  expect(await planned('talk.mp3')).toEqual([[0, 'talk.vtt', 'talk.mp3']]);
});

test('a recording that has no words yet is refused for now', async () => {
  make('talk.mp3', 'other.txt');
  expect(await planned('talk.mp3')).toEqual([[0, 'talk.mp3', 'recording-without-words']]);
});

test('both of them new are one', async () => {
  make('talk.mp3', 'talk.vtt');
  expect(await planned('talk.mp3', 'talk.vtt')).toEqual([[1, 'talk.vtt', 'talk.mp3']]);
});
