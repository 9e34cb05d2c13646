import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheRoot, readJson } from './paths.mjs';

const stampName = '.complete.json';

/**
 * A folder of the cache, made once. It is built in a sibling and renamed when whole, so that an
 * interrupted download or compilation never looks finished; a folder that lost or changed a file
 * afterwards is thrown away and made again.
 *
 * @param {string} name folder name, version included
 * @param {(folder: string) => Promise<void>} make fills the empty folder it is given
 * @param {{thorough?: boolean}} [options] `thorough` compares contents (SHA-256), not only sizes
 * @returns {Promise<string>} absolute path of the folder
 */
export async function cached(name, make, options = {}) {
  const folder = join(cacheRoot(), name);
  if (await isWhole(folder, options)) return folder;
  mkdirSync(cacheRoot(), { recursive: true });
  removeAbandoned(name);
  const building = mkdtempSync(join(cacheRoot(), `${name}.part-`));
  chmodSync(building, 0o755);
  try {
    await make(building);
    writeFileSync(join(building, stampName), JSON.stringify(await describe(building), null, 1));
    rmSync(folder, { recursive: true, force: true });
    try {
      renameSync(building, folder);
    } catch (error) {
      // Another run finished the same folder in the meantime: its result is as good.
      if (!(await isWhole(folder, options))) throw error;
    }
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  return folder;
}

/** Whether `folder` has every file that its stamp names, of the same size (and the same bytes). */
export async function isWhole(folder, { thorough = false } = {}) {
  let stamp;
  try {
    stamp = readJson(join(folder, stampName));
  } catch {
    return false;
  }
  for (const [path, file] of Object.entries(stamp.files ?? {})) {
    const absolute = join(folder, path);
    if (!existsSync(absolute) || statSync(absolute).size !== file.size) return false;
    if (thorough && (await sha256(absolute)) !== file.sha256) return false;
  }
  return Object.keys(stamp.files ?? {}).length > 0;
}

/** @returns {Promise<string>} digest of a file, `encoding` hex unless said */
export async function digest(algorithm, path, encoding = 'hex') {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(path), hash);
  return hash.digest(encoding);
}

const sha256 = (path) => digest('sha256', path);

async function describe(folder) {
  const files = {};
  for (const path of filesBelow(folder)) {
    const name = relative(folder, path).split(sep).join('/');
    files[name] = { size: statSync(path).size, sha256: await sha256(path) };
  }
  return { files };
}

/** Absolute paths of all plain files below `folder`, sorted. */
export function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** Folders that an interrupted run left behind; a run that is still going is younger than this. */
function removeAbandoned(name) {
  const oldest = Date.now() - 2 * 60 * 60 * 1000;
  for (const entry of readdirSync(cacheRoot())) {
    const path = join(cacheRoot(), entry);
    const isPart = entry.startsWith(`${name}.part-`);
    // One that is renamed just now by another run is gone: no entry, no time.
    const changed = isPart && statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (changed && changed < oldest) rmSync(path, { recursive: true, force: true });
  }
}
