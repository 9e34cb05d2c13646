import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { megabytes, SetupError, step } from './log.mjs';
import { modules, readJson, root } from './paths.mjs';
import { capture, npmCommand, run } from './run.mjs';

/**
 * Installs the packages of package-lock.json where they are missing or not those it names.
 * Install scripts do not run, except the one that fetches Node itself: no other package needs
 * its own, and one of them would try a download that a closed network does not answer.
 * Uses built-in modules alone: it runs before anything is installed, on any Node from 20.
 */
export async function ensurePackages() {
  if (!packagesAreInstalled()) {
    await step('Installing packages with npm ci (about 600 MB on the disk)', (report) =>
      npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], () =>
        reportSize(report),
      ),
    );
  }
  if (!nodeIsInstalled()) {
    await step('Installing Node 24 (about 120 MB)', () =>
      npm(['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error']),
    );
    if (!nodeIsInstalled()) throw new SetupError('npm did not install the package "node".');
  }
}

/** The Node that every command of the project runs on. */
export const projectNode = join(
  modules,
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** npm's own record of what it installed, compared with what the lock file asks for. */
export function packagesAreInstalled() {
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  return matches(readJson(join(root, 'package-lock.json')).packages, readJson(record).packages);
}

/**
 * Whether every wanted package is installed in the wanted version, and nothing else is there.
 * Optional packages may be missing: most are for other platforms.
 */
export function matches(wanted, installed) {
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    const found = installed[path];
    if (found ? found.version !== entry.version : !entry.optional) return false;
  }
  return Object.keys(installed).every((path) => path in wanted);
}

function nodeIsInstalled() {
  return existsSync(projectNode) && capture(projectNode, ['--version']).code === 0;
}

async function npm(args, watch) {
  const [command, first, options] = npmCommand();
  const timer = watch && setInterval(watch, 2000);
  try {
    const code = await run(command, [...first, ...args], { ...options, cwd: root });
    if (code !== 0) throw new SetupError(`"npm ${args.join(' ')}" ended with code ${code}.`);
  } finally {
    clearInterval(timer);
  }
}

/** Asks `du`, which does not hold up this process; without it there is no progress to tell. */
function reportSize(report) {
  execFile('du', ['-sk', modules], (_error, out) => {
    const kilobytes = Number.parseInt(out, 10);
    if (kilobytes > 0) report(`${megabytes(kilobytes * 1024)} of about 600 MB`);
  });
}
