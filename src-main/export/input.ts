import type { Article } from '../../src-shared/model/article';
import type { PersonSummary } from '../../src-shared/model/person';
import type { Metadata, SourceSummary } from '../../src-shared/model/source';

/** What an exporter reads of the library. It writes nothing of it but what the disclosure allows. */
export interface ExportInput {
  article: Article;
  /** Every source that a quotation of the article is linked to; others are of no use. */
  sources: readonly SourceSummary[];
  /** What is known of the sources in the fields of CSL-JSON, by their ids. */
  metadata?: Readonly<Record<string, Metadata>>;
  /** The records of credited people and speakers; without them names are printed unlinked. */
  people?: readonly PersonSummary[];
  /** The day of publication, `YYYY-MM-DD`, where it is known. */
  date?: string | null;
}

export interface ExportFile {
  fileName: string;
  text: string;
}
