import { HOMES, type Home, type WritableLibrary } from '../write';
import { catchUp, countIndexed, isComplete } from './catch-up';
import { countFresh, storeSegment } from './flush';
import { type MadeSegment, segmentSteps } from './made-segment';
import { beginMerge, chooseMerge, findMerge, Merge, type MergePolicy } from './merge';
import { listSegments } from './segments';

/** What the upkeep goes by; tests make it small. */
export interface UpkeepOptions {
  /** Fresh chunks that make a segment. They are held in memory by whoever searches. */
  freshChunks?: number;
  /** Milliseconds without anything new before the index is put into its best shape. */
  quiet?: number;
  /** While a library that had no index, or was left behind, gets one: sources that have it, and all. */
  onProgress?: (done: number, total: number) => void;
  /** True while an import goes on: it is not quiet then. */
  isBusy?: () => boolean;
  /** Makes a segment in another thread. */
  makeSegment?: ((home: Home, limit: number) => Promise<MadeSegment>) | undefined;
  /** Told about how many bytes were written. */
  onWritten?: (bytes: number) => void;
}

/** While sources come in, all of merging waits, unless they are very many: what is merged once is merged best. */
const BUSY: MergePolicy = { leastSegments: 128, share: 1 };
const QUIET: MergePolicy = { leastSegments: 2, share: 0.25 };

const FRESH_CHUNKS = 1024;
/** When it is quiet a segment is made of so many times fewer. */
const QUIET_SHARE = 8;
const QUIET_MS = 500;
const TOLD_EVERY_MS = 500;
/** What a turn of merging writes, about. */
const MERGED_BYTES = 512 * 1024;
/** No turn takes much longer than this, in milliseconds. */
const TURN_MS = 8;

/**
 * Keeps the matching index in shape, in the background and in short turns: catches up with what is
 * not in it, makes segments of fresh chunks and merges them. Everything it does is a transaction that leaves
 * a right index behind, so that it may be stopped, or killed, at any time.
 */
export class MatchingUpkeep {
  private running: Promise<void> | null = null;
  private lastNews = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private turnSince = 0;
  private toldAt = 0;

  constructor(
    private readonly library: WritableLibrary,
    private readonly options: UpkeepOptions = {},
  ) {}

  /** Something was added, or went: it looks after it soon. */
  wake(): void {
    if (this.library.readOnly) return;
    this.lastNews = performance.now();
    void this.start();
    this.startWhenQuiet();
  }

  /** Resolves when everything that came in so far is in the index, unless the disk refuses. */
  async complete(): Promise<void> {
    if (this.library.readOnly || isAllThere(this.library)) return;
    await this.running;
    if (this.isOpen() && !isAllThere(this.library)) await this.start();
  }

  /** Does what does not wait for quiet: for tests and measurements. */
  async keepUp(): Promise<void> {
    this.lastNews = performance.now();
    await this.running;
    await this.start();
  }

  /** Resolves when there is nothing left to do: for tests and measurements. */
  async settle(): Promise<void> {
    this.lastNews = Number.NEGATIVE_INFINITY;
    await this.running;
    await this.start();
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private start(): Promise<void> {
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private startWhenQuiet(): void {
    if (this.timer) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      if (!this.isOpen()) return;
      if (this.isQuiet()) void this.start();
      else this.startWhenQuiet();
    }, this.options.quiet ?? QUIET_MS);
    // A command that is done does not wait for it.
    this.timer.unref();
  }

  private async run(): Promise<void> {
    try {
      await new Promise(setImmediate);
      while (this.isOpen() && (await this.work()));
    } catch (error) {
      // A full disk, or a library that is being closed. What was committed is right.
      if (this.isOpen()) console.error('The matching index could not be kept up:', error);
    }
  }

  /** Does the most urgent piece of work; answers false where there is none. */
  private async work(): Promise<boolean> {
    const { db } = this.library;
    for (const home of HOMES) {
      if (!isComplete(db, home)) {
        await catchUp(this.library, home, this.breathe, () => this.tellProgress(false));
        if (this.isOpen() && isAllThere(this.library)) this.tellProgress(true);
        return true;
      }
      const limit = this.options.freshChunks ?? FRESH_CHUNKS;
      const worthWriting = this.isQuiet() ? Math.ceil(limit / QUIET_SHARE) : limit;
      if (countFresh(db, home) >= worthWriting) {
        await this.flush(home, limit);
        return true;
      }
      if (await this.merge(home)) return true;
    }
    return false;
  }

  private async flush(home: Home, limit: number): Promise<void> {
    const made = await this.makeSegment(home, limit);
    if (!made || !this.isOpen()) return;
    storeSegment(this.library, home, made);
    this.options.onWritten?.(made.rows.reduce((sum, { bytes }) => sum + bytes.length, 0));
  }

  /** In the other thread where there is one; null where the library was closed meanwhile. */
  private async makeSegment(home: Home, limit: number): Promise<MadeSegment | null> {
    try {
      const made = await this.options.makeSegment?.(home, limit);
      if (made) return made;
    } catch {
      // It is made here.
    }
    if (!this.isOpen()) return null;
    const steps = segmentSteps(this.library.db, home, limit);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await this.breathe();
      if (!this.isOpen()) return null;
    }
  }

  private async merge(home: Home): Promise<boolean> {
    const { db } = this.library;
    let target = findMerge(db, home);
    if (!target) {
      const policy = this.isQuiet() ? QUIET : BUSY;
      const chosen = chooseMerge(listSegments(db, home), policy);
      if (chosen.length === 0) return false;
      beginMerge(this.library, home, chosen);
      target = findMerge(db, home)!;
    }
    const merge = new Merge(this.library, home, target);
    while (this.isOpen() && !merge.advance(performance.now() + TURN_MS)) {
      this.options.onWritten?.(MERGED_BYTES);
      await new Promise(setImmediate);
      // What came in goes first; the merge goes on where it was.
      if (countFresh(db, home) >= 4 * (this.options.freshChunks ?? FRESH_CHUNKS)) break;
    }
    return true;
  }

  /** Not oftener than can be read: counting takes a moment in a large library. */
  private tellProgress(isDone: boolean): void {
    const { onProgress } = this.options;
    if (!onProgress || (!isDone && performance.now() - this.toldAt < TOLD_EVERY_MS)) return;
    const { done, total } = countIndexed(this.library.db);
    if (isDone || done < total) onProgress(isDone ? total : done, total);
    this.toldAt = performance.now();
  }

  private readonly breathe = async (): Promise<void> => {
    if (performance.now() - this.turnSince < TURN_MS) return;
    await new Promise(setImmediate);
    this.turnSince = performance.now();
  };

  private isQuiet(): boolean {
    if (this.options.isBusy?.()) return false;
    return performance.now() - this.lastNews >= (this.options.quiet ?? QUIET_MS);
  }

  private isOpen(): boolean {
    return this.library.db.open;
  }
}

function isAllThere({ db }: WritableLibrary): boolean {
  return HOMES.every((home) => isComplete(db, home));
}
