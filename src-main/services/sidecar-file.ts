import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BUNDLE_EXTENSION } from '../../src-shared/file-kinds';
import {
  LARGEST_SIDECAR,
  readSidecar,
  SIDECAR_ENDING,
  type Sidecar,
  type SidecarRefusal,
} from '../../src-shared/sidecar/sidecar';
import { readWhole } from './incoming';

/*
 * The annotations, or the bundle, that lie beside an article. They are looked for under the name that the article says
 * and under its own, in its folder and nowhere else; a page bundle (`harbour/index.md`) has them beside
 * its folder.
 */

const READ_WITH_SIDECAR = /\.(?:md|markdown|html?|xhtml)$/i;

/** True for a file that may have annotations beside it. */
export function mayHaveSidecar(name: string): boolean {
  return READ_WITH_SIDECAR.test(name);
}

/**
 * Reads the sidecar of an article; null where none lies beside it, and the reason where one does that
 * is of no use.
 *
 * @param path of the article
 * @param named what the article itself says that it is called
 */
export async function findSidecar(
  path: string,
  named: string | undefined,
): Promise<Sidecar | SidecarRefusal | null> {
  const found = await findBeside(path, named, SIDECAR_ENDING);
  if (!found) return null;
  if (found.size > LARGEST_SIDECAR) return 'too-large';
  const bytes = await readWhole(found.path, basename(found.path)).catch(() => null);
  if (bytes === null) return 'damaged';
  try {
    return readSidecar(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return 'damaged';
  }
}

/** The path of the bundle beside an article, under the same names; null where there is none. */
export async function findBundle(path: string, named: string | undefined): Promise<string | null> {
  return (await findBeside(path, named, `.${BUNDLE_EXTENSION}`))?.path ?? null;
}

async function findBeside(path: string, named: string | undefined, ending: string) {
  const folder = await realpath(dirname(path)).catch(() => null);
  if (folder === null) return null;
  for (const place of placesOf(path, folder, named, ending)) {
    const found = await realpath(place).catch(() => null);
    // Links are followed before it is asked where they lead.
    if (found === null || dirname(found) !== dirname(place)) continue;
    const stats = await lstat(found).catch(() => null);
    // A pipe or a folder of that name is none.
    if (stats?.isFile()) return { path: found, size: stats.size };
  }
  return null;
}

function placesOf(
  path: string,
  folder: string,
  named: string | undefined,
  ending: string,
): string[] {
  const name = basename(path).replace(/\.[^.]+$/, '');
  // "draft-2026-05-03-harbour" and "2026-05-03-harbour" may be of "harbour".
  const short = name.replace(/^(?:draft-|published-)?\d{4}-\d{2}-\d{2}-/, '');
  const names = [
    ...(named?.endsWith(SIDECAR_ENDING) ? [named.slice(0, -SIDECAR_ENDING.length)] : []),
    name,
    short,
  ].filter((one) => one !== '' && !/[/\\\0]/.test(one) && !one.startsWith('.'));
  const places = names.map((one) => join(folder, `${one}${ending}`));
  if (name === 'index') {
    places.push(join(dirname(folder), `${basename(folder)}${ending}`));
  }
  return [...new Set(places)];
}
