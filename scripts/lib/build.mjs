import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesBelow } from './cache.mjs';
import { step } from './log.mjs';
import { root } from './paths.mjs';
import { mustRun, tool } from './run.mjs';

const output = join(root, 'out');
const stamp = join(output, 'sources.sha256');

/** Builds the application into `out/` if a source changed since the last build. */
export async function ensureBuilt() {
  const current = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return;
  forgetBuild();
  await step('Building Stet', () =>
    mustRun(process.execPath, [tool('electron-vite'), 'build', '--logLevel', 'warn'], {
      cwd: root,
    }),
  );
  mkdirSync(output, { recursive: true });
  writeFileSync(stamp, current);
}

/** Says that `out/` is not whole: before a build, and before the development server writes there. */
export function forgetBuild() {
  rmSync(stamp, { force: true });
}

/** Names, sizes and times of everything that the build reads. */
function fingerprint() {
  const folders = ['src-shared', 'src-main', 'src-renderer'];
  const single = ['package.json', 'package-lock.json', 'tsconfig.json', 'electron.vite.config.ts'];
  const files = [
    ...folders.map((folder) => join(root, folder)).flatMap(filesBelow),
    ...single.map((file) => join(root, file)),
  ];
  const hash = createHash('sha256');
  for (const file of files) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${relative(root, file)}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}
