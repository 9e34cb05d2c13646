/// <reference path="./pdf-modules.d.ts" />

import type { LoadingTask } from 'pdfjs-dist/legacy/build/pdf.min.mjs';

/**
 * Tables from the codes of Chinese, Japanese and Korean fonts to characters, for files that do not
 * bring their own. Each is a script of its own that is loaded when a file wants it. Those for codes in
 * UTF-8 and UTF-32 are left out: PDF does not know them (ISO 32000-1, table 118).
 */
const CHARACTER_MAPS = import.meta.glob(
  [
    '../../node_modules/pdfjs-dist/cmaps/*.bcmap',
    '!../../node_modules/pdfjs-dist/cmaps/*UTF8*',
    '!../../node_modules/pdfjs-dist/cmaps/*UTF32*',
  ],
  { query: '?url&inline', import: 'default' },
);

/** What pdf.js asks for beyond the file, to read it. Fonts are not needed where nothing is drawn. */
export class ReadingData {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const load = CHARACTER_MAPS[`../../node_modules/pdfjs-dist/cmaps/${filename}`];
    if (kind !== 'cMapUrl' || !load) throw new Error(`${filename} is not at hand.`);
    return bytesOf(String(await load()));
  }
}

/** The bytes of a `data:` address. */
export function bytesOf(address: string): Uint8Array {
  const packed = atob(address.slice(address.indexOf(',') + 1));
  return Uint8Array.from(packed, (character) => character.charCodeAt(0));
}

const ONLY_ERRORS = 0;

/**
 * Opens a PDF with pdf.js on this thread: in the app that is the extractor's page, which does nothing
 * else and is ended when it hangs. Nothing is fetched, drawn or run. Rejects with pdf.js's own errors.
 *
 * @param drawing what is needed beyond it to draw pages.
 */
export async function openPdf(
  bytes: Uint8Array,
  drawing: { BinaryDataFactory?: typeof ReadingData; wasmUrl?: string } = {},
): Promise<LoadingTask> {
  addWithResolvers();
  const { getDocument } = await quietly(async () => {
    // It puts itself where the other half looks for it before it would start a worker.
    await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
    return import('pdfjs-dist/legacy/build/pdf.min.mjs');
  });
  return getDocument({
    // pdf.js takes the buffer away from whoever hands it over.
    data: new Uint8Array(bytes),
    BinaryDataFactory: ReadingData,
    verbosity: ONLY_ERRORS,
    useWorkerFetch: false,
    useSystemFonts: false,
    useWasm: false,
    disableFontFace: true,
    disableWorkerRendering: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    ...drawing,
  });
}

interface Resolvers {
  promise: Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
}

/** Node 20 has all that pdf.js wants but this (ES2024), and its build for old readers takes it for granted. */
function addWithResolvers(): void {
  const promise = Promise as { withResolvers?: () => Resolvers };
  promise.withResolvers ??= () => {
    let [resolve, reject]: [Resolvers['resolve'], Resolvers['reject']] = [() => {}, () => {}];
    const made = new Promise<unknown>((...both) => {
      [resolve, reject] = both;
    });
    return { promise: made, resolve, reject };
  };
}

/** While it is loaded by Node, pdf.js says that there is nothing to draw on. */
async function quietly<T>(load: () => Promise<T>): Promise<T> {
  if (!('process' in globalThis)) return load();
  const { warn } = console;
  console.warn = () => {};
  try {
    return await load();
  } finally {
    console.warn = warn;
  }
}

/** There wherever this runs, though not part of the ES library. */
declare const atob: (packed: string) => string;
declare const console: { warn: (...words: unknown[]) => void };
