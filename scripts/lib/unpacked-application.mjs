import { copyFileSync, cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { mustRun, tool } from './run.mjs';

/**
 * Has electron-builder put the built application and an Electron together, fuses flipped.
 *
 * @param {{runtime: {kind: string, version: string, folder: string}, output: string,
 *   sqliteBinding?: string}} parts `sqliteBinding`: takes the place of the addon's own binary
 * @returns {Promise<string>} the folder, as it is installed
 */
export async function unpackedApplication({ runtime, output, sqliteBinding }) {
  const electron = join(output, 'electron');
  const folder = join(output, 'linux-unpacked');
  for (const old of [electron, folder]) rmSync(old, { recursive: true, force: true });
  cpSync(runtime.folder, electron, { recursive: true });
  // What only the fallback's cache has: the launcher for development, and the note of its files.
  rmSync(join(electron, 'resources', 'app'), { recursive: true, force: true });
  rmSync(join(electron, '.complete.json'), { force: true });
  const builder = tool('electron-builder');
  await mustRun(
    process.execPath,
    [
      builder,
      '--linux',
      'dir',
      '--x64',
      '--publish',
      'never',
      `--config.electronDist=${electron}`,
      `--config.electronVersion=${runtime.version}`,
      `--config.directories.output=${output}`,
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  rmSync(electron, { recursive: true });
  if (sqliteBinding) replaceBinding(folder, sqliteBinding);
  // The packager of .deb files reads Electron's version here.
  for (const name of ['version', 'LICENSE']) {
    if (!existsSync(join(folder, name))) {
      copyFileSync(join(runtime.folder, name), join(folder, name));
    }
  }
  return folder;
}

function replaceBinding(folder, binding) {
  const addon = join(folder, 'resources/app.asar.unpacked/node_modules/better-sqlite3');
  copyFileSync(binding, join(addon, 'prebuilds', 'linux-x64.node'));
}
