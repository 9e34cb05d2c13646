import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { megabytes, SetupError, say, step } from './log.mjs';
import { capture, mustRun } from './run.mjs';

/**
 * What the set-up may have to take from Debian. `present` is asked of the machine itself (libraries
 * by their shared-object name, programs by PATH), because package names differ between releases:
 * Debian 13 and Ubuntu 24.04 put "t64" behind some.
 */
const libraries = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libXss.so.1': 'libxss1',
  'libXtst.so.6': 'libxtst6',
};
const compilerPrograms = { gcc: 'gcc', 'g++': 'g++' };
const displayPrograms = { Xvfb: 'xvfb', xauth: 'xauth' };

/**
 * Installs what is missing with apt where this runs as root; otherwise stops and prints the
 * command. Elsewhere than on Linux there is nothing to do.
 *
 * @param {{display?: boolean, compiler?: boolean}} needs `display`: a virtual screen, for a machine
 *   without one; `compiler`: for the SQLite binding
 */
export async function ensureSystemLibraries({ display = false, compiler = false } = {}) {
  if (process.platform !== 'linux') return;
  const missing = missingPackages({ display, compiler });
  if (missing.length === 0) return;
  if (!onPath('apt-get')) {
    throw new SetupError(
      `Stet needs some system packages. Debian calls them ${missing.join(', ')}; ` +
        'please install those of your distribution.',
    );
  }
  if (process.getuid() !== 0) {
    const names = missing.join(' ');
    throw new SetupError(
      `Some system packages are missing. Please run this, then try again:\n\n  ${installCommand(names)}\n`,
    );
  }
  await install(missing);
}

/**
 * Java for the Nu HTML checker, which one test uses and passes over without it. So it is installed
 * where that needs nobody's leave, and never stops anything.
 */
export async function installJavaForTests() {
  if (process.platform !== 'linux' || process.getuid() !== 0) return;
  if (onPath('java') || !onPath('apt-get')) return;
  try {
    await install(['default-jre-headless']);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(`Going on without Java: ${error.message}`);
  }
}

/** @returns {string[]} package names that this machine's apt knows, empty if nothing is missing */
export function missingPackages({ display = false, compiler = false }) {
  const known = sharedObjects();
  const names = Object.entries(libraries)
    .filter(([name]) => !known.has(name))
    .map(([, debian]) => debian);
  const programs = { ...(display && displayPrograms), ...(compiler && compilerPrograms) };
  for (const [program, debian] of Object.entries(programs)) {
    if (!onPath(program)) names.push(debian);
  }
  return names;
}

/** Whether a program is on the PATH. */
export function onPath(program) {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, program)));
}

function installCommand(names) {
  return `sudo apt-get update && sudo apt-get install --no-install-recommends ${names}`;
}

/** Names in the loader's cache. Without ldconfig (not Debian) everything counts as there. */
function sharedObjects() {
  const program = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((path) => existsSync(path));
  const { code, out } = program ? capture(program, ['-p']) : { code: 1, out: '' };
  if (code !== 0) return new Set(Object.keys(libraries));
  return new Set(out.split('\n').map((line) => line.trim().split(' ')[0]));
}

async function install(names) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  await step("Reading Debian's package lists", () => mustRun('apt-get', ['update', '-qq'], quiet));
  const args = ['install', '--yes', '--no-install-recommends', ...names.map(nameInThisRelease)];
  const size = megabytes(downloadSize(args));
  await step(`Installing Debian packages (${size} to download): ${names.join(' ')}`, () =>
    mustRun('apt-get', ['-qq', ...args], quiet),
  );
}

/** Bytes that apt would fetch for a command: the third word of each line of --print-uris. */
function downloadSize(args) {
  const { out } = capture('apt-get', ['-qq', '--print-uris', ...args]);
  const sizes = out.split('\n').map((line) => Number(line.split(' ')[2]));
  return sizes.filter(Number.isFinite).reduce((sum, size) => sum + size, 0);
}

/** libasound2 → libasound2t64 where the release has only the latter. */
function nameInThisRelease(name) {
  const { out } = capture('apt-cache', ['policy', `${name}t64`]);
  return /Candidate: \d/.test(out) ? `${name}t64` : name;
}
