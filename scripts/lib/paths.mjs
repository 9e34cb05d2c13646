import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's top folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

export const modules = join(root, 'node_modules');

/** Where runtimes and compiled parts are kept between checkouts. `STET_CACHE` moves it. */
export function cacheRoot(env = process.env) {
  if (env.STET_CACHE) return env.STET_CACHE;
  if (process.platform === 'win32' && env.LOCALAPPDATA) return join(env.LOCALAPPDATA, 'stet-cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'stet');
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'stet');
}

export function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** package.json of the project, or of one of its installed packages. */
export function manifest(name) {
  return readJson(name ? join(modules, name, 'package.json') : join(root, 'package.json'));
}
