import { basename } from 'node:path';
import type { Output, ParsedInput } from '../../src-shared/contract';
import { type ErrorCode, StetError } from '../../src-shared/errors';
import type { Extraction } from '../../src-shared/model/source';
import { forgetWaiting, keepWaiting } from '../library/imports';
import { OriginalsWriter } from '../library/original-journal';
import { listVersions } from '../library/sources';
import { flushWrites, type Write, write, writeAhead } from '../library/write';
import type { Context, Job } from './context';
import { findFitting } from './fitting';
import { ReadAhead } from './import-ahead';
import {
  addAgain,
  addExtraction,
  addFile,
  type Imported,
  isLibraryFailure,
  longFile,
  missingSources,
  type ReadFile,
  type Reading,
  readEntry,
  refusalOf,
} from './import-file';
import { type Entry, type Plan, planImport, Sizes } from './import-plan';
import { ImportProgress } from './import-progress';
import { keepRecording } from './import-recordings';

/*
 * Files are read ahead and written in batches: the bytes of a batch are on disk before any row speaks
 * of them, and its rows go in in short transactions, so that nobody who saves an article waits long.
 */

/** A batch is written when it has so many bytes or files, or when so many milliseconds have passed. */
const BATCH_BYTES = 2 * 1024 * 1024;
const BATCH_FILES = 512;
const BATCH_MS = 60;
/** No transaction takes much longer than this and one file, in milliseconds. */
const TRANSACTION_MS = 24;
/** What is waiting is brought up to date so often; after a crash a few files may be looked at again. */
const WAITING_MS = 1_000;
/** So few are not waited for by anybody. */
const FEWEST_WAITING = 2;
const NOTED_AT_ONCE = 5_000;

/** What goes into the write-ahead log for each byte of a text, about: pages of indexes, most of it. */
const WRITTEN_A_BYTE = 6;

type Result = Output<'sources.import'>;
/** The sources of a file, or why it was refused. */
type Outcome = Imported[] | ErrorCode;

export interface ImportOptions {
  /** The same bytes again come out of the bin. */
  revives?: boolean;
  /** What is left can be resumed with. */
  resumable?: boolean;
}

/** Brings in the sources of files and folders; see the contract. */
export async function importSources(
  context: Context,
  input: ParsedInput<'sources.import'>,
): Promise<Result> {
  return runImport(context, input.jobId, (job) => planImport(context, input, job));
}

/** Brings in what `plan` finds, when no other import is going on. */
export async function runImport(
  context: Context,
  jobId: string,
  plan: (job: Job) => Plan | Promise<Plan>,
  options: ImportOptions = {},
): Promise<Result> {
  if (context.library.readOnly) throw new StetError('read-only');
  const job: Job = { cancelled: false };
  context.jobs.set(jobId, job);
  try {
    return await context.importLane.run(async () => {
      const running = new Import(context, jobId, job, await plan(job), options);
      return running.run();
    });
  } finally {
    context.jobs.delete(jobId);
    context.announce('imports.changed', {});
  }
}

class Import {
  private readonly result: Result = {
    imported: [],
    fits: 0,
    skipped: [],
    cancelled: false,
    left: 0,
  };
  private readonly fitting = new Set<string>();
  private readonly entries: readonly Entry[];
  private readonly sizes: Sizes;
  private readonly ahead: ReadAhead<Reading>;
  private readonly progress: ImportProgress;
  private readonly originals: OriginalsWriter;
  private readonly isResumable: boolean;
  private done = 0;
  private bytesDone = 0;
  private notedAt = performance.now();

  constructor(
    private readonly context: Context,
    private readonly jobId: string,
    private readonly job: Job,
    private readonly plan: Plan,
    private readonly options: ImportOptions,
  ) {
    this.entries = plan.entries;
    this.result.skipped.push(...plan.skipped);
    this.sizes = new Sizes(plan.entries, job);
    this.ahead = new ReadAhead(plan.entries, this.sizes, job, (entry, size) =>
      readEntry(context, entry, size),
    );
    const total = plan.entries.length;
    this.progress = new ImportProgress(context, { jobId, total }, () => this.sizes.total);
    this.originals = new OriginalsWriter(context.library.folder);
    const onDisk = plan.entries.filter(({ path }) => path !== null).length;
    this.isResumable =
      options.resumable !== false && (onDisk >= FEWEST_WAITING || plan.continues.length > 0);
  }

  async run(): Promise<Result> {
    const { result, job } = this;
    try {
      await this.noteAll();
      this.tell();
      await this.bringIn();
      // What was not looked at yet is waiting; there is nothing of it where the job went to its end.
      if (job.cancelled && this.done < this.entries.length) {
        result.cancelled = true;
        result.left = this.isResumable ? this.noteDone() : 0;
      } else if (this.isResumable) write(this.context.library, (w) => forgetWaiting(w, this.jobId));
    } catch (error) {
      this.noteAfterFailure();
      throw error;
    } finally {
      // What is being read ahead is of no use any more.
      job.cancelled ||= this.done < this.entries.length;
      await this.originals.end();
      this.context.originals.wake();
    }
    result.fits = this.fitting.size;
    if (!result.cancelled) this.tell(true);
    return result;
  }

  private async bringIn(): Promise<void> {
    let batch = await this.nextBatch();
    while (batch.length > 0) {
      // The disk works while the next files are read.
      const [next] = await Promise.all([this.nextBatch(), this.keepOriginals(batch)]);
      await this.commit(batch);
      batch = this.job.cancelled ? [] : next;
    }
  }

  private async nextBatch(): Promise<Reading[]> {
    const batch: Reading[] = [];
    let bytes = 0;
    const until = performance.now() + BATCH_MS;
    while (bytes < BATCH_BYTES && batch.length < BATCH_FILES && !this.job.cancelled) {
      const patience =
        batch.length === 0 ? Number.POSITIVE_INFINITY : Math.max(0, until - performance.now());
      const reading = await this.ahead.take(patience);
      if (!reading) return batch;
      batch.push(reading);
      if (reading.kind === 'read') bytes += reading.file.bytes.byteLength;
    }
    return batch;
  }

  /** The bytes are on disk before any row speaks of them. */
  private async keepOriginals(batch: readonly Reading[]): Promise<void> {
    const files = batch.flatMap((reading) => (reading.kind === 'read' ? [reading.file] : []));
    await this.originals.keep(files.filter(({ extractions }) => extractions.length > 0));
  }

  /** Writes a batch in short transactions, and tells of it once all of them are on disk. */
  private async commit(batch: readonly Reading[]): Promise<void> {
    const outcomes: Outcome[] = [];
    while (outcomes.length < batch.length) {
      const long = longFile(batch[outcomes.length]!);
      const more = long ? await this.writeLong(long) : this.write(batch, outcomes.length);
      outcomes.push(...more);
      // A long file was left in the middle.
      if (more.length === 0) break;
      // Others may ask for something between two transactions.
      await new Promise(setImmediate);
    }
    flushWrites(this.context.library);
    this.context.checkpoints.wrote(WRITTEN_A_BYTE * bytesOf(batch));
    for (const [number, outcome] of outcomes.entries()) {
      await this.settle(batch[number]!, outcome);
      this.tell();
    }
    this.noteNowAndThen();
  }

  private async settle(reading: Reading, outcome: Outcome): Promise<void> {
    const { index, name, recording } = reading.kind === 'read' ? reading.file.entry : reading.entry;
    this.bytesDone += this.sizes.of(this.done) ?? 0;
    this.done += 1;
    if (typeof outcome === 'string') {
      this.result.skipped.push({ index, name, code: outcome });
      return;
    }
    for (const source of outcome) {
      const fits = await this.findFits(reading, outcome, source);
      this.result.imported.push({ index, name, ...source, fits });
      if (recording === undefined) continue;
      const { context, jobId, job } = this;
      const code = await keepRecording(context, source, recording, { jobId, job });
      if (code) this.result.skipped.push({ index, name: basename(recording), code });
    }
  }

  /** One file that the library will not take undoes nothing of the others. */
  private write(batch: readonly Reading[], from: number): Outcome[] {
    try {
      return this.writeTogether(batch, from, batch.length);
    } catch (error) {
      if (isLibraryFailure(error)) throw error;
    }
    try {
      return this.writeTogether(batch, from, from + 1);
    } catch (error) {
      if (isLibraryFailure(error)) throw error;
      return [refusalOf(error)];
    }
  }

  /**
   * A mailbox or a list of records goes in in several transactions; what a cancelled import, or a crash,
   * leaves out of it comes in with the same bytes again. No outcome where it was cancelled.
   */
  private async writeLong(file: ReadFile): Promise<Outcome[]> {
    const { context, job, options } = this;
    const imported: Imported[] = [];
    let missing: Extraction[] | null = null;
    try {
      for (;;) {
        if (!context.library.db.open) throw new StetError('process-gone');
        const added = writeAhead(context.library, (transaction) => {
          if (missing === null) {
            missing = missingSources(transaction.db, file);
            return addAgain(transaction, file, options.revives !== false);
          }
          return addSome(transaction, file, missing);
        });
        imported.push(...added);
        const left: Extraction[] = missing ?? [];
        if (left.length === 0) return [imported];
        if (job.cancelled) return [];
        await new Promise(setImmediate);
      }
    } catch (error) {
      if (isLibraryFailure(error)) throw error;
      return [refusalOf(error)];
    }
  }

  private writeTogether(batch: readonly Reading[], from: number, end: number): Outcome[] {
    if (!this.context.library.db.open) throw new StetError('process-gone');
    return writeAhead(this.context.library, (transaction) => {
      const until = performance.now() + TRANSACTION_MS;
      const outcomes: Outcome[] = [];
      for (const reading of batch.slice(from, end)) {
        if (reading.kind === 'failure') throw reading.error;
        if (longFile(reading)) break;
        outcomes.push(
          reading.kind === 'refused'
            ? reading.code
            : addFile(transaction, reading.file, this.options.revives !== false),
        );
        if (performance.now() >= until) break;
      }
      return outcomes;
    });
  }

  /** How many open quotations have a passage in a source that came in. */
  private async findFits(
    reading: Reading,
    sources: readonly Imported[],
    source: Imported,
  ): Promise<number> {
    const { context, job } = this;
    if (context.openQuotations.isEmpty()) return 0;
    const fits = await findFitting(context, this.textOf(reading, sources, source), job);
    if (!source.duplicate) for (const one of fits) this.fitting.add(one);
    return fits.length;
  }

  private textOf(reading: Reading, sources: readonly Imported[], source: Imported): string {
    const { extractions } = (reading as { file: ReadFile }).file;
    const known = extractions[sources.indexOf(source)];
    if (known && extractions.length === sources.length) return known.text;
    const { library, texts } = this.context;
    return texts.get(listVersions(library.db, source.sourceId).at(-1)!).text;
  }

  private tell(isLast = false): void {
    const { done, entries } = this;
    const name = entries[Math.min(done, entries.length - 1)]?.name ?? '';
    this.progress.tell(done, this.bytesDone, name, isLast);
  }

  private async noteAll(): Promise<void> {
    if (!this.isResumable) return;
    const files = this.entries.map(({ path }, ordinal) => ({ ordinal, path }));
    for (let from = 0; from < files.length; from += NOTED_AT_ONCE) {
      const some = files.slice(from, from + NOTED_AT_ONCE);
      write(this.context.library, (w) => keepWaiting(w, this.jobId, some));
      await new Promise(setImmediate);
    }
    const { continues } = this.plan;
    if (continues.length === 0) return;
    write(this.context.library, (w) => {
      for (const jobId of continues) forgetWaiting(w, jobId);
    });
  }

  private noteNowAndThen(): void {
    if (!this.isResumable || performance.now() - this.notedAt < WAITING_MS) return;
    this.noteDone();
    this.notedAt = performance.now();
  }

  /** Answers how many are left. */
  private noteDone(): number {
    write(this.context.library, (w) => forgetWaiting(w, this.jobId, this.done));
    return this.entries.slice(this.done).filter(({ path }) => path !== null).length;
  }

  private noteAfterFailure(): void {
    try {
      if (this.isResumable) this.noteDone();
    } catch {
      // The disk refuses: the same files are looked at again, and recognised.
    }
  }
}

/** Adds as many sources of a file as there is time for, and takes them from those that are missing. */
function addSome(transaction: Write, file: ReadFile, missing: Extraction[]): Imported[] {
  const until = performance.now() + TRANSACTION_MS;
  const added: Imported[] = [];
  do {
    added.push(addExtraction(transaction, file, missing[added.length]!));
  } while (added.length < missing.length && performance.now() < until);
  missing.splice(0, added.length);
  return added;
}

function bytesOf(batch: readonly Reading[]): number {
  return batch.reduce(
    (sum, reading) => sum + (reading.kind === 'read' ? reading.file.bytes.byteLength : 0),
    0,
  );
}
