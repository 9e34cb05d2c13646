import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './paths.mjs';

/** Shared libraries of Electron, by the names of Debian 12 and of later releases. */
const depends = [
  'libgtk-3-0t64 | libgtk-3-0',
  'libasound2t64 | libasound2',
  'libnss3',
  'libgbm1',
  'libdrm2',
  'libnotify4',
  'libxss1',
  'libxtst6',
  'xdg-utils',
];

const iconSizes = [16, 24, 32, 48, 64, 128, 256, 512];

/**
 * Makes the .deb from an unpacked application.
 * @param {{folder: string, version: string, to: string}} parts `version` as Debian writes it
 * @returns {Promise<string>} path of the package
 */
export async function makeDebianPackage({ folder, version, to }) {
  const { Installer } = await import('electron-installer-debian');

  class StetInstaller extends Installer {
    /** The package's own defaults would pull in half a desktop for moving files to the wastebasket. */
    async generateDefaults() {
      await super.generateDefaults();
      return Object.assign(this.defaults, { depends, recommends: [], suggests: [] });
    }

    async createDesktopFile() {
      this.#place('resources/linux/stet.desktop', 'share/applications/stet.desktop');
    }

    /** Debian keeps a machine-readable note of the licence with each package. */
    async createCopyright() {
      this.#place('LICENSE', 'share/doc/stet/copyright');
    }

    #place(from, target) {
      const path = join(this.stagingDir, this.baseAppDir, target);
      mkdirSync(dirname(path), { recursive: true });
      copyFileSync(join(root, from), path);
    }
  }

  // Read by dpkg-deb. Zstandard's third level takes seconds where xz takes minutes.
  process.env.DPKG_DEB_COMPRESSOR_LEVEL = '3';
  process.umask(0o022);
  mkdirSync(to, { recursive: true });
  const installer = new StetInstaller({
    src: folder,
    dest: to,
    rename: (destination) => join(destination, `stet_${version}_amd64.deb`),
    logger: () => {},
    options: {
      name: 'stet',
      bin: 'resources/bin/stet',
      version,
      arch: 'amd64',
      section: 'editors',
      maintainer: 'The Stet founders',
      description: 'desktop workstation for editors',
      productDescription:
        'Stet keeps an offline library of articles and of the sources behind them, ties every ' +
        'quotation to the passage it was taken from, keeps bylines in order, and exports the ' +
        'finished article as Markdown or HTML. No account, no server, no network.',
      compression: 'zstd',
      icon: Object.fromEntries(
        iconSizes.map((size) => [
          `${size}x${size}`,
          join(root, 'resources', 'icons', `icon-${size}.png`),
        ]),
      ),
    },
  });
  await installer.generateDefaults();
  await installer.generateOptions();
  await installer.createStagingDir();
  await installer.createContents();
  await installer.createPackage();
  await installer.movePackage();
  return join(to, `stet_${version}_amd64.deb`);
}
