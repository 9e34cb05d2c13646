import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';

import { languageOfFile } from '../src-shared/spelling/checkers';
import type { DictionaryRefusal } from '../src-shared/spelling/dictionary';

/*
 * Hunspell dictionaries of this computer: pairs of files, `xx.aff` and `xx.dic`. Those that the user added
 * lie beside the settings; those of the system are read where they are.
 */

export interface LocalDictionary {
  /** Says nothing of where it lies. */
  id: string;
  /** BCP 47. */
  language: string;
  /** The name of its files, without ending. */
  name: string;
  isAdded: boolean;
  aff: string;
  dic: string;
}

/** Larger than the largest that is known (Hungarian, 5 MB), and no danger to memory. */
const LARGEST_BYTES = 40_000_000;
const DEEPEST = 3;

/** Where the systems and LibreOffice keep dictionaries. */
export function systemFolders(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'win32') {
    return [env.ProgramFiles, env['ProgramFiles(x86)']]
      .filter((folder) => folder !== undefined)
      .map((folder) => join(folder, 'LibreOffice', 'share', 'extensions'));
  }
  if (platform === 'darwin') {
    return [
      join(homedir(), 'Library/Spelling'),
      '/Library/Spelling',
      '/Applications/LibreOffice.app/Contents/Resources/extensions',
    ];
  }
  return [
    join(homedir(), '.local/share/hunspell'),
    '/usr/share/hunspell',
    '/usr/share/myspell',
    '/usr/local/share/hunspell',
    '/usr/lib/libreoffice/share/extensions',
  ];
}

/** The dictionaries of this computer: first those that were added, each file's language by its name. */
export async function listDictionaries(
  added: string,
  system: readonly string[],
): Promise<LocalDictionary[]> {
  const found = [
    ...(await dictionariesIn(added, true)),
    ...(await Promise.all(system.map((folder) => dictionariesIn(folder, false)))).flat(),
  ];
  const seen = new Set<string>();
  return found.filter(({ name, isAdded }) => {
    const key = `${isAdded} ${name}`;
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * Copies a dictionary to those that were added, by the path of either of its files. Answers why it was
 * not: there is no pair of files, its name says no language, or it is too large to be one.
 */
export async function addDictionary(
  added: string,
  path: string,
): Promise<DictionaryRefusal | null> {
  const name = basename(path, extname(path));
  const from = join(dirname(path), name);
  if (!/^\.(?:aff|dic)$/i.test(extname(path))) return 'no-pair';
  if (languageOfFile(name) === null) return 'no-language';
  for (const ending of ['.aff', '.dic']) {
    const size = await stat(from + ending).then(
      (stats) => (stats.isFile() ? stats.size : -1),
      () => -1,
    );
    if (size < 0) return 'no-pair';
    if (size > LARGEST_BYTES) return 'too-large';
  }
  await mkdir(added, { recursive: true });
  for (const ending of ['.aff', '.dic']) {
    await copyFile(from + ending, join(added, name + ending));
  }
  return null;
}

export async function removeDictionary(dictionary: LocalDictionary): Promise<void> {
  if (!dictionary.isAdded) return;
  await Promise.all([dictionary.aff, dictionary.dic].map((path) => rm(path, { force: true })));
}

export async function readDictionary({ aff, dic }: LocalDictionary) {
  const [affBytes, dicBytes] = await Promise.all([readFile(aff), readFile(dic)]);
  return { aff: new Uint8Array(affBytes), dic: new Uint8Array(dicBytes) };
}

/** The pairs in a folder and the folders in it; a folder that is not there has none. */
async function dictionariesIn(
  folder: string,
  isAdded: boolean,
  depth = 0,
): Promise<LocalDictionary[]> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  const names = new Set(entries.map(({ name }) => name));
  const found: LocalDictionary[] = [];
  for (const { name: file } of entries) {
    if (!file.endsWith('.dic')) continue;
    const name = file.slice(0, -'.dic'.length);
    const language = languageOfFile(name);
    if (language === null || !names.has(`${name}.aff`)) continue;
    const path = join(folder, name);
    found.push({
      id: createHash('sha256').update(path).digest('hex').slice(0, 32),
      language,
      name,
      isAdded,
      aff: `${path}.aff`,
      dic: `${path}.dic`,
    });
  }
  if (isAdded || depth >= DEEPEST) return found;
  for (const entry of entries) {
    if (entry.isDirectory()) {
      found.push(...(await dictionariesIn(join(folder, entry.name), false, depth + 1)));
    }
  }
  return found;
}
