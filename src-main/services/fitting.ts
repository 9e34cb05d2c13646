import { findPassages, indexSource } from '../../src-shared/quotation/align/align';
import { featuresOf } from '../../src-shared/quotation/candidates/features';
import { KnownQuotations } from '../../src-shared/quotation/candidates/known-quotations';
import { listOpenQuotations } from '../library/quotations';
import type { Change } from '../library/write';
import { Breather } from './breather';
import type { Context, Job } from './context';

/** How many open quotations of the library a new source is tried on. */
const TRIED_QUOTATIONS = 2_000;

/** The open quotations of a library, read once and kept until one of them may have changed. */
export class OpenQuotations {
  private known: KnownQuotations<string> | null = null;
  private count = 0;

  constructor(private readonly library: Context['library']) {}

  /** Sources come and go without touching a quotation. */
  forget(changes: readonly Change[]): void {
    const isAboutSources = (table: string) => table.startsWith('source') || table === 'original';
    if (!changes.every(({ table }) => isAboutSources(table))) this.known = null;
  }

  isEmpty(): boolean {
    this.read();
    return this.count === 0;
  }

  read(): KnownQuotations<string> {
    if (this.known) return this.known;
    this.known = new KnownQuotations();
    this.count = 0;
    for (const { id, articleId, parts } of listOpenQuotations(this.library.db, TRIED_QUOTATIONS)) {
      this.count += 1;
      this.known.add(
        `${articleId}/${id}`,
        parts.map((part) => part.text),
      );
    }
    return this.known;
  }
}

/** The open quotations of the library that have a passage in a text, as `article/quotation`. */
export async function findFitting(
  { openQuotations }: Context,
  text: string,
  job: Job,
): Promise<string[]> {
  if (openQuotations.isEmpty()) return [];
  const candidates = openQuotations.read().candidates(featuresOf(text));
  if (candidates.length === 0) return [];
  const index = indexSource(text);
  const breather = new Breather();
  const fitting: string[] = [];
  for (const { id, parts } of candidates) {
    if (job.cancelled) break;
    if (findPassages(index, parts, { limit: 1 }).length > 0) fitting.push(id);
    await breather.breathe();
  }
  return fitting;
}
