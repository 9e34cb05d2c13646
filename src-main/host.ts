import type { EventName, EventPayload, Input, Method, Output } from '../src-shared/contract';
import { StetError } from '../src-shared/errors';
import { readProfile } from '../src-shared/quotation/verdict/profile';
import { dispatch } from './dispatch';
import { readHouseProfile } from './library/house-profile';
import { type Library, openLibraryFolder } from './library/open';
import type { Change } from './library/write';
import { announcementsOf } from './services/announce';
import type { Context, Extract } from './services/context';
import { fillWithSample } from './services/sample';
import { SourceTexts } from './services/source-texts';

export interface HostOptions {
  /** Reads foreign files: sandboxed in the app, in the same process for tests and the command line. */
  extract: Extract;
  /** What a library starts with if it is new; nothing if left out. */
  sampleFolder?: string;
  /** Does not take the library for itself, and changes nothing. */
  readOnly?: boolean;
  /** Path of a compiled SQLite binding; STET_SQLITE_BINDING says the same. */
  nativeBinding?: string;
  /** Wall time in milliseconds; the computer's if left out. */
  now?: () => number;
}

export type HostListener = <E extends EventName>(event: E, payload: EventPayload<E>) => void;

/** An open library behind the contract. It knows no Electron. */
export interface Host {
  /** Runs a method of the contract; rejects with a StetError. */
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>;
  /** Hears what the library announces; answers the function that stops it. */
  on(listener: HostListener): () => void;
  /** Says which file, or folder, a token of the interface stands for. */
  grantFile(token: string, path: string): void;
  grantFolder(token: string, path: string): void;
  /** Ends what is going on and closes the files. Calls that come later fail. */
  close(): void;
}

/**
 * Opens the library in a folder, or makes one there. Throws the StetErrors of `openLibraryFolder`.
 */
export async function openLibrary(folder: string, options: HostOptions): Promise<Host> {
  const { extract, sampleFolder, ...opening } = options;
  const library = openLibraryFolder(folder, opening);
  const host = serveLibrary(library, extract);
  if (library.isNew && sampleFolder !== undefined) {
    // A library without its sample is a library all the same.
    await fillWithSample(host.call, sampleFolder).catch((error) => {
      console.error('The sample could not be brought in:', error);
    });
  }
  return host;
}

/** Puts the services in front of an open library. */
export function serveLibrary(library: Library, extract: Extract): Host {
  const listeners = new Set<HostListener>();
  const context: Context = {
    library,
    texts: new SourceTexts(library),
    judgements: new Map(),
    profile: readProfile(readHouseProfile(library.db)),
    extract,
    passageCounts: new Map(),
    counting: new Map(),
    grants: { files: new Map(), folders: new Map() },
    jobs: new Map(),
    announce(event, payload) {
      for (const listener of listeners) listener(event, payload);
    },
  };
  library.onCommitted = (changes: readonly Change[]) => {
    // A new map: a search that is going on fills the one it began with.
    if (changes.some(({ table }) => table.startsWith('source'))) context.passageCounts = new Map();
    for (const { event, payload } of announcementsOf(changes)) context.announce(event, payload);
  };
  return {
    async call(method, input) {
      if (!library.db.open) throw new StetError('process-gone');
      return dispatch(context, method, input);
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    grantFile: (token, path) => void context.grants.files.set(token, path),
    grantFolder: (token, path) => void context.grants.folders.set(token, path),
    close() {
      for (const job of context.jobs.values()) job.cancelled = true;
      library.close();
    },
  };
}
