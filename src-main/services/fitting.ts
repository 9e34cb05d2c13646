import { findPassages } from '../../src-shared/quotation/align/align';
import { featuresOf } from '../../src-shared/quotation/candidates/features';
import { KnownQuotations } from '../../src-shared/quotation/candidates/known-quotations';
import { listOpenQuotations } from '../library/quotations';
import { listVersions } from '../library/sources';
import type { Change } from '../library/write';
import { Breather } from './breather';
import type { Context, Job } from './context';

/** How many open quotations of the library a new source is tried on. */
const TRIED_QUOTATIONS = 2_000;

/** The open quotations of a library, read once and kept until one of them may have changed. */
export class OpenQuotations {
  private known: KnownQuotations<string> | null = null;

  constructor(private readonly library: Context['library']) {}

  /** Sources come and go without touching a quotation. */
  forget(changes: readonly Change[]): void {
    const isAboutSources = (table: string) => table.startsWith('source') || table === 'original';
    if (!changes.every(({ table }) => isAboutSources(table))) this.known = null;
  }

  read(): KnownQuotations<string> {
    if (this.known) return this.known;
    this.known = new KnownQuotations();
    for (const { id, articleId, parts } of listOpenQuotations(this.library.db, TRIED_QUOTATIONS)) {
      this.known.add(
        `${articleId}/${id}`,
        parts.map((part) => part.text),
      );
    }
    return this.known;
  }
}

/** The open quotations of the library that have a passage in the source, as `article/quotation`. */
export async function findFitting(context: Context, sourceId: string, job: Job): Promise<string[]> {
  const { library, texts, openQuotations } = context;
  const text = texts.get(listVersions(library.db, sourceId).at(-1)!);
  const breather = new Breather();
  const fitting: string[] = [];
  for (const { id, parts } of openQuotations.read().candidates(featuresOf(text.text))) {
    if (job.cancelled) break;
    if (findPassages(text.index, parts, { limit: 1 }).length > 0) fitting.push(id);
    await breather.breathe();
  }
  return fitting;
}
