import type { Dirent } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { ErrorCode } from '../../src-shared/errors';
import { RECORDING_EXTENSIONS, SOURCE_EXTENSIONS } from '../../src-shared/file-kinds';
import { fileCodeOf } from './incoming';

export interface FoundFile {
  path: string;
  /** Within the folder, with `/`. */
  name: string;
}

export interface FoundFiles {
  /** Of kinds that Stet reads, in the order of their names. */
  files: FoundFile[];
  /** What a person may miss; hidden and system files are no news. */
  skipped: { name: string; code: ErrorCode }[];
}

const DEEPEST = 24;
/** What programs keep for themselves. */
const NOT_ENTERED = new Set([
  'node_modules',
  'bower_components',
  '__pycache__',
  '__MACOSX',
  '$RECYCLE.BIN',
  'System Volume Information',
  'lost+found',
]);
const SYSTEM_FILE = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$|Icon\r$)/i;
/** What tells a library from another folder (library/open-reader.ts). */
const LIBRARY_FILE = 'private.sqlite';

const readable: ReadonlySet<string> = new Set([...SOURCE_EXTENSIONS, ...RECORDING_EXTENSIONS]);
const inOrder = new Intl.Collator('en', { numeric: true });

/**
 * The files beneath a folder that may come in. Links are not followed: what they lead to within the
 * folder is found where it is. `isWanted` ends it early. Rejects where the folder itself cannot be read.
 */
export async function walkFolder(
  folder: string,
  isWanted: () => boolean = () => true,
): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], skipped: [] };
  const root = await realpath(folder);
  const visit = async (path: string, name: string, depth: number): Promise<void> => {
    const entries = await readdir(path, { withFileTypes: true });
    if (entries.some((entry) => entry.name === LIBRARY_FILE && entry.isFile())) {
      found.skipped.push({ name: name.slice(0, -1) || '.', code: 'folder-is-library' });
      return;
    }
    for (const entry of entries.sort((one, other) => inOrder.compare(one.name, other.name))) {
      if (!isWanted()) return;
      if (SYSTEM_FILE.test(entry.name)) continue;
      const at = { path: join(path, entry.name), name: name + entry.name };
      if (!entry.isDirectory()) await take(found, root, entry, at);
      else if (NOT_ENTERED.has(entry.name)) continue;
      else if (depth >= DEEPEST) found.skipped.push({ name: at.name, code: 'folder-too-deep' });
      else {
        await visit(at.path, `${at.name}/`, depth + 1).catch((error) => {
          found.skipped.push({ name: at.name, code: fileCodeOf(error) });
        });
      }
    }
  };
  await visit(root, '', 1);
  return found;
}

async function take(
  { files, skipped }: FoundFiles,
  root: string,
  entry: Dirent,
  { path, name }: FoundFile,
): Promise<void> {
  if (entry.isSymbolicLink()) {
    const target = await realpath(path).catch(() => null);
    if (target === null) skipped.push({ name, code: 'file-missing' });
    else if (!`${target}${sep}`.startsWith(root + sep))
      skipped.push({ name, code: 'file-elsewhere' });
  } else if (!entry.isFile()) skipped.push({ name, code: 'file-unreadable' });
  else if (isReadable(entry.name)) files.push({ path, name });
  else skipped.push({ name, code: 'format-unsupported' });
}

function isReadable(name: string): boolean {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  return extension !== undefined && readable.has(extension);
}
