// `npm run package`: dist/stet_<version>_amd64.deb. With `--fallback-runtime` it is made from the
// fallback Electron, for trying out, and its version says so.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { command } from './lib/command.mjs';
import { makeDebianPackage } from './lib/debian-package.mjs';
import { megabytes, SetupError, say, step } from './lib/log.mjs';
import { manifest, root } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { onPath } from './lib/system-libraries.mjs';
import { unpackedApplication } from './lib/unpacked-application.mjs';

const output = join(root, 'dist');

const hint = [
  'A package to hand on is made with the declared Electron. One to try out can be made with:',
  '',
  '  npm run package -- --fallback-runtime',
].join('\n');

await command(
  async (args) => {
    const fallback = wantsFallback(args);
    process.env.STET_RUNTIME = fallback ? 'fallback' : 'declared';
    const { runtime, env } = await prepare().catch((error) => {
      if (fallback || !(error instanceof SetupError)) throw error;
      throw new SetupError(`${error.message}\n\n${hint}`);
    });
    const folder = await step('Putting Stet and Electron together (electron-builder)', () =>
      unpackedApplication({ runtime, output, sqliteBinding: env.STET_SQLITE_BINDING }),
    );
    const file = await step('Packing the Debian package', () =>
      makeDebianPackage({ folder, version: debianVersion(runtime), to: output }),
    );
    say('');
    say(`${file} (${megabytes(statSync(file).size)})`);
    if (fallback) say('Made from the fallback runtime: for trying out, not for handing on.');
    say(`Install it with: sudo apt install ${file}`);
  },
  {
    before(args) {
      wantsFallback(args);
      if (process.platform !== 'linux' || !onPath('dpkg-deb')) {
        throw new SetupError('`npm run package` makes a Debian package and needs dpkg-deb.');
      }
    },
  },
);

/** 0.1.0, or 0.1.0~electron33 (which sorts before the release) from the fallback. */
function debianVersion(runtime) {
  const { version } = manifest();
  if (runtime.kind === 'declared') return version;
  return `${version}~electron${Number.parseInt(runtime.version, 10)}`;
}

function wantsFallback(args) {
  try {
    const options = { 'fallback-runtime': { type: 'boolean', default: false } };
    return parseArgs({ args, options }).values['fallback-runtime'];
  } catch {
    throw new SetupError('Usage: npm run package [-- --fallback-runtime]');
  }
}
