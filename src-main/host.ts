import type { EventName, EventPayload, Input, Method, Output } from '../src-shared/contract';
import { StetError } from '../src-shared/errors';
import { readProfile } from '../src-shared/quotation/verdict/profile';
import { dispatch } from './dispatch';
import { Checkpoints } from './library/checkpoints';
import { sweepIncoming } from './library/files';
import { readHouseProfile } from './library/house-profile';
import { MatchingUpkeep, type UpkeepOptions } from './library/matching/upkeep';
import { type Library, openLibraryFolder } from './library/open';
import { OriginalsUpkeep } from './library/originals-upkeep';
import { SearchUpkeep } from './library/search/upkeep';
import type { Change } from './library/write';
import { keepUpInWorker, type UpkeepThread } from './library-upkeep';
import { announcementsOf } from './services/announce';
import type {
  Context,
  DrawPage,
  Extract,
  Print,
  ReadArticle,
  ReadKeptPage,
  ServeMedia,
  ServePage,
} from './services/context';
import { OpenQuotations } from './services/fitting';
import { Lane } from './services/lane';
import { type Matcher, matchHere, matchInWorker } from './services/matcher';
import { fillWithSample } from './services/sample';
import { type Searcher, searchHere, searchInWorker } from './services/searcher';
import { SourceTexts } from './services/source-texts';
import { WatchedFolders } from './services/watched-folders';

export interface HostOptions {
  /** Reads foreign files: sandboxed in the app, in the same process for tests and the command line. */
  extract: Extract;
  /** The same for articles; read in the same process if left out. */
  readArticle?: ReadArticle;
  /** Draws pages; where there is no window to show them, nobody asks. */
  drawPage?: DrawPage;
  /** Makes saved web pages harmless, and has them served to the window. */
  readKeptPage?: ReadKeptPage;
  servePage?: ServePage;
  /** Has recordings served to the window; where there is none, nobody asks. */
  serveMedia?: ServeMedia;
  /** Prints exports; without it there are no PDFs. */
  print?: Print;
  /** What a library starts with if it is new; nothing if left out. */
  sampleFolder?: string;
  /** Does not take the library for itself, and changes nothing. */
  readOnly?: boolean;
  /** Path of a compiled SQLite binding; STET_SQLITE_BINDING says the same. */
  nativeBinding?: string;
  /** Wall time in milliseconds; the computer's if left out. */
  now?: () => number;
  /** The built matching-worker.js; matching goes on in this thread if left out. */
  matchingWorker?: string;
  /** The built search-worker.js; searching goes on in this thread if left out. */
  searchWorker?: string;
  /** The built upkeep-worker.js; its work is done in this thread if left out. */
  upkeepWorker?: string;
  /** How the matching index is kept; as is good for an editor's library if left out. */
  upkeep?: Pick<UpkeepOptions, 'freshChunks' | 'quiet'>;
  /** New files of the watched folders come in while it is open. */
  watchesFolders?: boolean;
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
  /** Resolves when everything that was written can be searched for, and nothing waits to be flushed. */
  settle(): Promise<void>;
  /** Ends what is going on and closes the files. Calls that come later fail. */
  close(): void;
}

/**
 * Opens the library in a folder, or makes one there. Throws the StetErrors of `openLibraryFolder`.
 */
export async function openLibrary(folder: string, options: HostOptions): Promise<Host> {
  const {
    extract,
    readArticle,
    drawPage,
    readKeptPage,
    servePage,
    serveMedia,
    print,
    sampleFolder,
    matchingWorker,
    searchWorker,
    upkeepWorker,
    upkeep,
    watchesFolders,
    ...opening
  } = options;
  const library = openLibraryFolder(folder, opening);
  if (!library.readOnly) await sweepIncoming(folder);
  const matcher =
    matchingWorker === undefined
      ? undefined
      : matchInWorker(matchingWorker, folder, options.nativeBinding);
  const searcher =
    searchWorker === undefined
      ? undefined
      : searchInWorker(searchWorker, folder, options.nativeBinding);
  const upkeepThread =
    upkeepWorker === undefined || library.readOnly
      ? undefined
      : keepUpInWorker(upkeepWorker, folder, options.nativeBinding);
  const host = serveLibrary(library, extract, {
    matcher,
    searcher,
    upkeepThread,
    upkeep,
    watchesFolders,
    readArticle,
    drawPage,
    readKeptPage,
    servePage,
    serveMedia,
    print,
  });
  if (library.isNew && sampleFolder !== undefined) {
    // A library without its sample is a library all the same.
    await fillWithSample(host.call, sampleFolder).catch((error) => {
      console.error('The sample could not be brought in:', error);
    });
  }
  return host;
}

/** Loaded when the first is wanted: the parsers are large. */
const readArticleHere: ReadArticle = async (name, bytes, own) =>
  (await import('../src-shared/import/article')).readArticle(name, bytes, own);

/** Puts the services in front of an open library. */
export function serveLibrary(
  library: Library,
  extract: Extract,
  options: {
    matcher?: Matcher | undefined;
    searcher?: Searcher | undefined;
    upkeepThread?: UpkeepThread | undefined;
    upkeep?: HostOptions['upkeep'];
    watchesFolders?: boolean | undefined;
    readArticle?: ReadArticle | undefined;
    drawPage?: DrawPage | undefined;
    readKeptPage?: ReadKeptPage | undefined;
    servePage?: ServePage | undefined;
    serveMedia?: ServeMedia | undefined;
    print?: Print | undefined;
  } = {},
): Host {
  const listeners = new Set<HostListener>();
  const { upkeepThread } = options;
  const checkpoints = new Checkpoints(library.db, upkeepThread?.checkpoint ?? null);
  const onWritten = (bytes: number) => checkpoints.wrote(bytes);
  const searchUpkeep = new SearchUpkeep(library, {
    onWritten,
    onProgress: (behind) => context.announce('search.progress', { behind }),
    isBusy: () => context.jobs.size > 0,
  });
  const upkeep = new MatchingUpkeep(library, {
    ...options.upkeep,
    onWritten,
    makeSegment: upkeepThread?.makeSegment,
    isBusy: () => context.jobs.size > 0,
    onProgress(done, total) {
      context.announce('matching.progress', { done, total });
      // Passages may be found now that could not be found before.
      if (done === total) context.passageCounts = new Map();
    },
  });
  const context: Context = {
    library,
    texts: new SourceTexts(library),
    judgements: new Map(),
    profile: readProfile(readHouseProfile(library.db)),
    extract,
    readArticle: options.readArticle ?? readArticleHere,
    drawPage: options.drawPage ?? (() => Promise.reject(new StetError('page-not-drawn'))),
    readKeptPage: options.readKeptPage ?? (() => Promise.reject(new StetError('page-not-drawn'))),
    servePage: options.servePage ?? (() => Promise.resolve()),
    serveMedia: options.serveMedia ?? (() => Promise.resolve()),
    print: options.print ?? null,
    printing: new Set(),
    matcher: options.matcher ?? matchHere(() => context),
    upkeep,
    searcher: options.searcher ?? searchHere(library.db),
    searchUpkeep,
    originals: new OriginalsUpkeep(library, () => context.jobs.size > 0),
    checkpoints,
    importLane: new Lane(),
    watchedFolders: new WatchedFolders(() => context, options.watchesFolders === true),
    openQuotations: new OpenQuotations(library),
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
    if (changes.some(({ table }) => table.startsWith('source') || table === 'exclusion')) {
      context.passageCounts = new Map();
      upkeep.wake();
    }
    searchUpkeep.wake();
    context.openQuotations.forget(changes);
    for (const { event, payload } of announcementsOf(changes)) context.announce(event, payload);
  };
  // What an older Stet brought in, or what was cut short.
  upkeep.wake();
  searchUpkeep.begin();
  context.originals.wake();
  context.watchedFolders.look();
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
    async settle() {
      await Promise.all([context.originals.settle(), searchUpkeep.settle()]);
    },
    close() {
      for (const job of context.jobs.values()) job.cancelled = true;
      context.watchedFolders.stop();
      context.originals.stop();
      upkeep.stop();
      searchUpkeep.stop();
      checkpoints.stop();
      upkeepThread?.close();
      context.matcher.close();
      context.searcher.close();
      library.close();
    },
  };
}
