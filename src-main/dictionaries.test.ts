import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDictionary, listDictionaries, readDictionary, removeDictionary } from './dictionaries';

let folder: string;
let added: string;
let system: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-dictionaries-'));
  added = join(folder, 'added');
  system = join(folder, 'system');
  mkdirSync(system);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(at: string, name: string) {
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, `${name}.aff`), 'SET UTF-8\n');
  writeFileSync(join(at, `${name}.dic`), '1\nHafen\n');
}

const list = async () =>
  (await listDictionaries(added, [system, join(folder, 'gone')])).map(
    ({ name, language, isAdded }) => [name, language, isAdded],
  );

test('those of the system are found, in folders of LibreOffice, too, and hyphenation is none', async () => {
  put(system, 'de_AT');
  put(join(system, 'dict-cs'), 'cs_CZ');
  put(system, 'hyph_de_DE');
  writeFileSync(join(system, 'pl_PL.dic'), '0\n');
  expect(await list()).toEqual([
    ['de_AT', 'de-AT', false],
    ['cs_CZ', 'cs-CZ', false],
  ]);
});

test('one is added by either of its files, read, and removed without touching where it came from', async () => {
  put(join(folder, 'downloads'), 'de_DE_frami');
  const dic = join(folder, 'downloads', 'de_DE_frami.dic');
  expect(await addDictionary(added, dic)).toBeNull();
  expect(await list()).toEqual([['de_DE_frami', 'de-DE', true]]);
  const [found] = await listDictionaries(added, []);
  expect(new TextDecoder().decode((await readDictionary(found!)).dic)).toBe('1\nHafen\n');
  await removeDictionary(found!);
  expect(await list()).toEqual([]);
  expect(readFileSync(dic, 'utf8')).toBe('1\nHafen\n');
});

test.each([
  ['half of one', 'nl_NL.dic', 'no-pair'],
  ['a name without a language', 'words.dic', 'no-language'],
  ['another file', 'letter.docx', 'no-pair'],
])('%s is refused, with the reason', async (_what, name, reason) => {
  writeFileSync(join(folder, name), '0\n');
  expect(await addDictionary(added, join(folder, name))).toBe(reason);
  expect(await list()).toEqual([]);
});

test('of the system nothing is removed', async () => {
  put(system, 'de_DE');
  const [found] = await listDictionaries(added, [system]);
  await removeDictionary(found!);
  expect(await list()).toHaveLength(1);
});
