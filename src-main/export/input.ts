import type { ExportPicture } from '../../src-shared/contract/exports';
import type { GatePoint } from '../../src-shared/contract/finish';
import type { Article } from '../../src-shared/model/article';
import type { ArticleCorrection } from '../../src-shared/model/article-correction';
import type { ClaimView } from '../../src-shared/model/claim';
import type { CommentThread } from '../../src-shared/model/comment';
import type { MarkdownProfile } from '../../src-shared/model/markdown-profile';
import type { PersonSummary } from '../../src-shared/model/person';
import type { ReadBack } from '../../src-shared/model/read-back';
import type { Metadata, SourceSummary } from '../../src-shared/model/source';
import type { Contact } from '../../src-shared/people/contact';

/** What an exporter reads of the library. It writes nothing of it but what the disclosure allows. */
export interface ExportInput {
  article: Article;
  /** Every source that a quotation of the article is linked to; others are of no use. */
  sources: readonly SourceSummary[];
  /** What is known of the sources in the fields of CSL-JSON, by their ids. */
  metadata?: Readonly<Record<string, Metadata>>;
  /** The records of credited people and speakers; without them names are printed unlinked. */
  people?: readonly PersonSummary[];
  /** How people in the byline are reached, by the ids of their credits; only where that was asked for. */
  contacts?: Readonly<Record<string, Contact>>;
  /** The endings of the pictures that the library has, by their ids: `jpg`. */
  pictures?: Readonly<Record<string, string>>;
  /** The day of publication, `YYYY-MM-DD`, where it is known. */
  date?: string | null;
  /** What is said below the article since it was published, the oldest first. */
  corrections?: readonly ArticleCorrection[];
  /** For whom Markdown is written; `generic` where nobody says. */
  profile?: MarkdownProfile;
  /** Addresses of sources that may not be named, of the whole library: nothing links there. */
  hiddenAddresses?: readonly string[];
  /** The annotations are written beside it: Markdown and page then say where they are. */
  hasSidecar?: boolean;
  /** Where the passages stand, by the ids of their quotations; of named sources alone. For annotations. */
  positions?: Readonly<Record<string, PassagePosition>>;
  review?: Review;
}

/** What is known about an article's checking: only the fact-checker's copy reads it. */
export interface Review {
  points: readonly GatePoint[];
  /** The words around the passages of quotations and claims, by their ids; of named sources alone. */
  contexts: Readonly<Record<string, PassageContext>>;
  readBacks: readonly ReadBack[];
  claims: readonly ClaimView[];
  /** Every source that a claim is linked to. */
  claimSources: readonly SourceSummary[];
  /** Threads that nobody has resolved. */
  comments: readonly CommentThread[];
  /** What names a source that is not disclosed: nothing that editors wrote is printed with it. */
  withheld: readonly string[];
}

/** Where a passage stands in the text of a version of its source, which is named by its hash. */
export interface PassagePosition {
  /** Of the text as UTF-8, hexadecimal. */
  sha256: string;
  /** In code points, as Web Annotations count. */
  start: number;
  end: number;
}

export interface PassageContext {
  before: string;
  after: string;
}

export interface ExportFile {
  /** May name one folder: `harbour/index.md`. */
  fileName: string;
  text: string;
  /** The pictures that belong beside it. */
  pictures?: readonly ExportPicture[];
  /** The text is printed as a PDF, and these are the pictures in it. */
  printed?: readonly ExportPicture[];
  /**
   * Makes the bytes of a file that is none of text, and has its pictures in it; `text` is then the page
   * that shows what is in it. `read` answers a picture of the library by its id, cleaned.
   */
  pack?: (read: (picture: string) => Promise<Uint8Array>) => Promise<Uint8Array>;
}
