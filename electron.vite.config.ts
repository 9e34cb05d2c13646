import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

// Electron 33 (Node 20.18, Chrome 130) is the oldest runtime the code has to run on.
const nodeTarget = 'node20.18';
const chromeTarget = 'chrome130';

/**
 * Decoders that pdf.js loads by name when a page has a picture in JPEG 2000, JBIG2 or CCITT: those in
 * plain JavaScript, since the content security policy lets no WebAssembly run.
 */
function pictureDecoders(): Plugin {
  return {
    name: 'picture-decoders',
    apply: 'build',
    generateBundle() {
      for (const name of ['openjpeg_nowasm_fallback.js', 'jbig2_nowasm_fallback.js']) {
        const source = readFileSync(resolve('node_modules/pdfjs-dist/wasm', name));
        this.emitFile({ type: 'asset', fileName: `pdf/${name}`, source });
      }
    },
  };
}

/** The licences of the spelling checkers and their dictionaries, which have to go along with them. */
function spellingLicences(): Plugin {
  const files = {
    'harper.txt': 'harper.js/LICENSE',
    'hunspell.txt': 'hunspell-wasm/COPYING.MPL',
    'dictionary-es.txt': 'dictionary-es/license',
    'dictionary-fr.txt': 'dictionary-fr/license',
  };
  return {
    name: 'spelling-licences',
    apply: 'build',
    generateBundle() {
      for (const [name, path] of Object.entries(files)) {
        const source = readFileSync(resolve('node_modules', path));
        this.emitFile({ type: 'asset', fileName: `licences/${name}`, source });
      }
    },
  };
}

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      outDir: 'out/main',
      // Everything is bundled but the addon: most packages are ES modules, which Node 20 cannot `require`.
      externalizeDeps: false,
      rollupOptions: {
        external: ['better-sqlite3'],
        input: {
          index: resolve('src-main/index.ts'),
          'library-process': resolve('src-main/library-process.ts'),
          'matching-worker': resolve('src-main/matching-worker.ts'),
          'search-worker': resolve('src-main/search-worker.ts'),
          'upkeep-worker': resolve('src-main/upkeep-worker.ts'),
          cli: resolve('src-main/cli.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: {
          preload: resolve('src-main/preload.ts'),
          'preload-extractor': resolve('src-main/preload-extractor.ts'),
        },
        // A sandboxed preload script cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react(), pictureDecoders(), spellingLicences()],
    worker: { format: 'es' },
    // Prepared for development, they would look for their WebAssembly in the wrong place.
    optimizeDeps: { exclude: ['harper.js', 'hunspell-wasm'] },
    build: {
      target: chromeTarget,
      outDir: 'out/renderer',
      // Scripts are never inlined as data: URLs, which the content security policy forbids.
      assetsInlineLimit: 0,
      rollupOptions: {
        input: {
          index: resolve('src-renderer/index.html'),
          extractor: resolve('src-renderer/extractor.html'),
        },
      },
    },
  },
});
