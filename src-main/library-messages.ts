import type { WireError } from '../src-shared/errors';
import type { PrintedPage, ServedMedia, ServedPage } from './services/context';

/*
 * Between main and the library process. Calls of the interface do not pass here: they go over a
 * port of their own, straight from the window to the library process.
 */

export type ToLibrary =
  | { type: 'open'; folder: string; sampleFolder: string | null }
  /** Comes with one port: a window's. */
  | { type: 'window' }
  /** Comes with one port: an extractor's. */
  | { type: 'extractor'; purpose: ExtractorPurpose }
  /** The window can play, or show, what this token stands for. */
  | { type: 'served'; token: string }
  /** What became of a page that was to be printed; null where it could not be. */
  | { type: 'printed'; token: string; pdf: Uint8Array | null }
  | { type: 'grant-file' | 'grant-folder'; token: string; path: string }
  | { type: 'close' };

export type FromLibrary =
  | { type: 'refused'; error: WireError }
  /** Something waits; `restart` where the extractor did not answer in time or died. */
  | { type: 'extractor-wanted'; purpose: ExtractorPurpose; restart: boolean }
  /** Nothing has waited for a while. */
  | { type: 'extractor-idle'; purpose: ExtractorPurpose }
  /** The window is to be served a file of the library's, or a page; answered with `served`. */
  | { type: 'serve-media'; media: ServedMedia }
  | { type: 'serve-page'; page: ServedPage }
  /** A page is to be printed as PDF; answered with `printed`. */
  | { type: 'print'; page: PrintedPage }
  | { type: 'print-cancelled'; token: string };

/** One extractor reads files that come in, another draws pages: neither waits for the other. */
export type ExtractorPurpose = 'files' | 'pages';
