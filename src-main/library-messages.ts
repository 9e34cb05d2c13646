import type { WireError } from '../src-shared/errors';

/*
 * Between main and the library process. Calls of the interface do not pass here: they go over a
 * port of their own, straight from the window to the library process.
 */

export type ToLibrary =
  | { type: 'open'; folder: string; sampleFolder: string | null }
  /** Comes with one port: a window's. */
  | { type: 'window' }
  /** Comes with one port: the extractor's. */
  | { type: 'extractor' }
  | { type: 'grant-file' | 'grant-folder'; token: string; path: string }
  | { type: 'close' };

export type FromLibrary =
  | { type: 'refused'; error: WireError }
  /** A file waits; `restart` where the extractor did not answer in time or died. */
  | { type: 'extractor-wanted'; restart: boolean };
