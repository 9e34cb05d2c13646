// Part of `npm run check`: no package with a known hole, and no registry named in the lock file.
import { join } from 'node:path';
import { readJson, root } from './lib/paths.mjs';
import { belowFloor, namesRegistry } from './lib/version-floors.mjs';

const { packages } = readJson(join(root, 'package-lock.json'));
const floors = readJson(join(root, 'scripts', 'version-floors.json'));
const tooOld = belowFloor(packages, floors);
const named = namesRegistry(packages);

for (const sentence of tooOld) console.error(sentence);
if (named.length > 0) {
  console.error(
    `package-lock.json names a registry for ${named.length} packages (${named[0]}, …). ` +
      'Run `npm install --package-lock-only`: .npmrc leaves the host out.',
  );
}
if (tooOld.length + named.length === 0) console.log('No package is below its floor.');
else process.exitCode = 1;
