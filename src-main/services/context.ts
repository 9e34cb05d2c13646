import type {
  EventName,
  EventPayload,
  Method,
  Output,
  ParsedInput,
} from '../../src-shared/contract';
import type { Paper } from '../../src-shared/contract/exports';
import type { OwnArticle } from '../../src-shared/document/assemble-own';
import type { ArticleFile } from '../../src-shared/import/article';
import type { KeptMark, KeptPage } from '../../src-shared/model/kept-page';
import type { DrawnPage } from '../../src-shared/model/page';
import type { Extraction } from '../../src-shared/model/source';
import type { Profile } from '../../src-shared/quotation/verdict/profile';
import type { Checkpoints } from '../library/checkpoints';
import type { MatchingUpkeep } from '../library/matching/upkeep';
import type { Library } from '../library/open';
import type { OriginalsUpkeep } from '../library/originals-upkeep';
import type { SearchUpkeep } from '../library/search/upkeep';
import type { OpenQuotations } from './fitting';
import type { Lane } from './lane';
import type { Matcher } from './matcher';
import type { Searcher } from './searcher';
import type { SourceTexts } from './source-texts';
import type { Judgements } from './verdicts';
import type { WatchedFolders } from './watched-folders';

/** Reads the sources of a file; rejects with a StetError that names what is wrong with it. */
export type Extract = (name: string, bytes: Uint8Array) => Promise<Extraction[]>;
/** Reads the article of a foreign file, or of one of Stet's own. Rejects with the codes of `readArticle`. */
export type ReadArticle = (
  name: string,
  bytes: Uint8Array,
  own?: OwnArticle,
) => Promise<ArticleFile>;

/** A page of a file that is to be drawn; its bytes are read only where nobody holds them yet. */
export interface PageRequest {
  file: { sha256: string; read(): Promise<Uint8Array> };
  /** Counts from 1. */
  page: number;
  /** Pixels to a point. */
  scale: number;
}

/** Draws a page of a PDF; rejects with `page-not-drawn` or `file-unreadable`. */
export type DrawPage = (request: PageRequest) => Promise<DrawnPage>;

/** A saved web page that is to be shown; its bytes are read only where nobody holds them yet. */
export interface KeptPageRequest {
  file: { sha256: string; name: string; read(): Promise<Uint8Array> };
  marks: readonly KeptMark[];
}

/** Makes a saved page harmless; rejects with `page-not-drawn` or `file-unreadable`. */
export type ReadKeptPage = (request: KeptPageRequest) => Promise<KeptPage>;

/** A page that is to be printed, with the pictures that it shows by their paths. */
export interface PrintedPage {
  token: string;
  html: string;
  pictures: readonly { path: string; type: string; bytes: Uint8Array }[];
  paper: Paper;
}

/** Prints pages as PDF; where there is no window that could, there is none. */
export interface Print {
  /** Rejects where it failed or was cancelled. */
  page(page: PrintedPage): Promise<Uint8Array>;
  cancel(token: string): void;
}

/** A page that the window may show in a frame, by a token; whole, as HTML. */
export interface ServedPage {
  /** 32 hexadecimal digits. */
  token: string;
  html: string;
}

/** Has a page served to the window; resolves once it is. */
export type ServePage = (page: ServedPage) => Promise<void>;

/** A file that the window may play, by a token that says nothing of where it lies. */
export interface ServedMedia {
  /** 32 hexadecimal digits. */
  token: string;
  path: string;
  mediaType: string;
}

/** Has a file served to the window; resolves once it is. */
export type ServeMedia = (media: ServedMedia) => Promise<void>;

/** A piece of work that can be cancelled, by `jobId`. */
export interface Job {
  cancelled: boolean;
}

/** What the services of one open library share. */
export interface Context {
  library: Library;
  texts: SourceTexts;
  judgements: Judgements;
  /** How strictly this newsroom quotes; `judgements` are by it. */
  profile: Profile;
  extract: Extract;
  readArticle: ReadArticle;
  drawPage: DrawPage;
  readKeptPage: ReadKeptPage;
  servePage: ServePage;
  serveMedia: ServeMedia;
  print: Print | null;
  /** What stops each printing that is going on. */
  printing: Set<() => void>;
  /** Finds passages in the whole library. */
  matcher: Matcher;
  /** Keeps the index that it goes by. */
  upkeep: MatchingUpkeep;
  /** Finds articles, sources and people by their words. */
  searcher: Searcher;
  /** Keeps the index that it goes by. */
  searchUpkeep: SearchUpkeep;
  /** Flushes the bytes of sources that came in. */
  originals: OriginalsUpkeep;
  /** Has the write-ahead log brought into the file while much is written. */
  checkpoints: Checkpoints;
  /** One import goes on at a time. */
  importLane: Lane;
  watchedFolders: WatchedFolders;
  /** What a new source is tried on. */
  openQuotations: OpenQuotations;
  /** How many passages fit a quotation, by its words; emptied when a source changes. */
  passageCounts: Map<string, number>;
  /** Articles whose passages are being counted. */
  counting: Map<string, Promise<unknown>>;
  /** Paths behind the tokens that the interface holds. */
  grants: { files: Map<string, string>; folders: Map<string, string> };
  jobs: Map<string, Job>;
  announce<E extends EventName>(event: E, payload: EventPayload<E>): void;
}

/** Handlers by method name: the shape of every service. */
export type Handlers = {
  [M in Method]: (context: Context, input: ParsedInput<M>) => Output<M> | Promise<Output<M>>;
};
