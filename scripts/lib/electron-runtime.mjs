import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  fallback,
  fallbackIsCached,
  fallbackSupported,
  installFallback,
} from './fallback-electron.mjs';
import { SetupError, say, step } from './log.mjs';
import { manifest, modules } from './paths.mjs';
import { run } from './run.mjs';

/** How long the download's address has to answer before it counts as out of reach. */
const probeMilliseconds = 4000;

/** How long the download itself may take. */
const downloadMilliseconds = 15 * 60 * 1000;

/**
 * Finds or installs the Electron to run: the declared one, or the fallback where its download is
 * out of reach. A fallback that is there already is used without asking the network again, so that
 * a later start takes no time; `retry` asks. `STET_RUNTIME` (`declared` or `fallback`) decides.
 *
 * @returns {Promise<{kind: 'declared'|'fallback', version: string, folder: string,
 *   executable: string}>}
 */
export async function ensureElectron({ retry = false, thorough = false } = {}) {
  const wanted = process.env.STET_RUNTIME;
  const { version } = manifest('electron');
  if (wanted !== 'fallback') {
    const skip = !retry && wanted !== 'declared' && fallbackIsCached();
    const declared = installedElectron() ?? (skip ? undefined : await download(version));
    if (declared) return declared;
  }
  if (wanted === 'declared' || !fallbackSupported) throw unreachable(version);
  const folder = await installFallback({ thorough });
  say(
    `Electron: fallback ${fallback.version}, for development and tests ` +
      `(\`npm run setup\` tries ${version} again)`,
  );
  const executable = join(folder, 'electron');
  return { kind: 'fallback', version: fallback.version, folder, executable };
}

/** The declared Electron where its own installer puts it, or where the environment says it is. */
function installedElectron() {
  const { version } = manifest('electron');
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const folder = override || join(modules, 'electron', 'dist');
  const executable = join(folder, executableName);
  // The file `version` comes out of the archive among the last: without it, part is missing.
  const whole = override || existsSync(join(folder, 'version'));
  if (!whole || !existsSync(executable)) return undefined;
  return { kind: 'declared', version, folder, executable };
}

const executableName =
  {
    darwin: join('Electron.app', 'Contents', 'MacOS', 'Electron'),
    win32: 'electron.exe',
  }[process.platform] ?? 'electron';

async function download(version) {
  const address = downloadAddress(version);
  const reason = await probe(address);
  if (reason) {
    say(`Electron ${version} cannot be downloaded here (${new URL(address).host}: ${reason}).`);
    return undefined;
  }
  const install = join(modules, 'electron', 'install.js');
  const code = await step(`Downloading Electron ${version} (about 120 MB)`, () =>
    run(process.execPath, [install], { timeout: downloadMilliseconds }),
  );
  const installed = code === 0 ? installedElectron() : undefined;
  if (!installed) say(`The download of Electron ${version} did not finish.`);
  return installed;
}

/** Where electron's own installer would look, mirrors included. */
function downloadAddress(version) {
  const base =
    process.env.npm_config_electron_mirror ||
    process.env.ELECTRON_MIRROR ||
    'https://github.com/electron/electron/releases/download/';
  return new URL(`v${version}/SHASUMS256.txt`, base).href;
}

/** @returns {Promise<string|undefined>} why the address does not answer; nothing if it does */
async function probe(address) {
  try {
    const answer = await fetch(address, {
      method: 'HEAD',
      signal: AbortSignal.timeout(probeMilliseconds),
    });
    return answer.ok ? undefined : `status ${answer.status}`;
  } catch (error) {
    return error.name === 'TimeoutError' ? 'no answer' : (error.cause?.code ?? error.message);
  }
}

function unreachable(version) {
  const words = [
    `Electron ${version} is needed and could not be downloaded.`,
    'Allow github.com, or set ELECTRON_MIRROR to a mirror of its releases, and try again.',
  ];
  if (!fallbackSupported) {
    words.push(
      `(The fallback is for Linux on x64; this is ${process.platform} on ${process.arch}.)`,
    );
  }
  return new SetupError(words.join('\n'));
}
