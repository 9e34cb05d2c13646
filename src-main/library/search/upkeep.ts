import { toStorageError } from '../sqlite';
import { type WritableLibrary, write, writeAhead } from '../write';
import { type BehindItem, countBehind, nextBehind, unmark } from './behind';
import { contentsOf } from './contents';
import { adoptForm, mergeStep, putDocument, removeDocument } from './documents';

export interface SearchUpkeepOptions {
  /** While a library that had no index gets one: how many things are still to be read. */
  onProgress?: (behind: number) => void;
  /** True while an import goes on. */
  isBusy?: () => boolean;
  /** Told about how many bytes were written. */
  onWritten?: (bytes: number) => void;
}

/** What came in together is taken in together: many small pieces would have to be merged again. */
const GATHER_MS = 250;
/** A transaction takes in so much text at most (UTF-16 code units), and for so many milliseconds. */
const TURN_LENGTH = 256_000;
const TURN_MS = 30;
const TURN_ITEMS = 200;
/** Where nobody has written for a while, nobody waits: larger pieces of index are merged less often. */
const ALONE_AFTER_MS = 1_000;
const ALONE_TURN_LENGTH = 1_000_000;
const ALONE_TURN_MS = 80;
const ALONE_TURN_ITEMS = 800;
/** What goes into the write-ahead log for each UTF-16 code unit, about. */
const WRITTEN_A_UNIT = 8;
/** While an import goes on, turns are shorter, and there is time between them: it goes first. */
const BUSY_TURN_MS = 12;
const BUSY_PAUSE_MS = 500;
const TOLD_EVERY_MS = 500;
/** Milliseconds without anything new before the index is merged. */
const QUIET_MS = 2_000;
/** A search waits for so little to be taken in first: what was saved a moment ago is found. */
const BRIEF_ITEMS = 20;

/**
 * Keeps the search index in line with what was written, in the background and in short transactions,
 * each of which leaves an index that is right for what it says it has. It may be stopped, or killed,
 * at any time.
 */
export class SearchUpkeep {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private quiet: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> | null = null;
  private toldAt = 0;
  private newsAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly library: WritableLibrary,
    private readonly options: SearchUpkeepOptions = {},
  ) {}

  /** Looks at the index when the library is opened. */
  begin(): void {
    if (this.library.readOnly) return;
    // In KiB: with SQLite's own 2,000 the index's newest pages are read again at every turn.
    this.library.db.pragma('main.cache_size = -24000');
    write(this.library, ({ db }) => adoptForm(db));
    this.wake();
  }

  /** Something was written: it looks after it soon. */
  wake(): void {
    this.newsAt = performance.now();
    if (this.library.readOnly || this.timer) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.catchUp().then(() => this.tidyWhenQuiet());
    }, GATHER_MS);
    // A command that is done does not wait for it.
    this.timer.unref();
  }

  /** Resolves when everything that was written so far is in the index, unless the disk refuses. */
  async settle(): Promise<void> {
    if (this.library.readOnly) return;
    await this.catchUp();
  }

  /** Takes in what was written last, where that is little: of many sources that wait, none. */
  catchUpBriefly(): void {
    if (!this.isOpen() || this.library.readOnly) return;
    const next = nextBehind(this.library.db, BRIEF_ITEMS + 1);
    const items = next.length > BRIEF_ITEMS ? next.filter(({ kind }) => kind !== 'source') : next;
    try {
      this.takeIn(items, TURN_MS);
    } catch (error) {
      console.error('The search index could not be kept up:', toStorageError(error));
    }
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    if (this.quiet) clearTimeout(this.quiet);
    this.timer = null;
    this.quiet = null;
  }

  /** Puts the index into its best shape; gives way as soon as something is written. */
  async tidy(): Promise<void> {
    try {
      while (this.isOpen() && !this.library.readOnly && !this.timer && !this.running) {
        if (!write(this.library, ({ db }) => mergeStep(db))) return;
        await new Promise(setImmediate);
      }
    } catch (error) {
      if (this.isOpen()) console.error('The search index could not be merged:', error);
    }
  }

  private catchUp(): Promise<void> {
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private tidyWhenQuiet(): void {
    if (this.quiet) clearTimeout(this.quiet);
    this.quiet = setTimeout(() => {
      if (this.options.isBusy?.()) this.tidyWhenQuiet();
      else void this.tidy();
    }, QUIET_MS);
    this.quiet.unref();
  }

  private async run(): Promise<void> {
    try {
      while (this.isOpen()) {
        const isBusy = this.options.isBusy?.() ?? false;
        const isAlone = !isBusy && performance.now() - this.newsAt > ALONE_AFTER_MS;
        const items = nextBehind(this.library.db, isAlone ? ALONE_TURN_ITEMS : TURN_ITEMS);
        if (items.length === 0) return;
        if (isAlone) this.takeIn(items, ALONE_TURN_MS, ALONE_TURN_LENGTH);
        else this.takeIn(items, isBusy ? BUSY_TURN_MS : TURN_MS);
        this.tellProgress();
        if (isBusy) await new Promise((resolve) => setTimeout(resolve, BUSY_PAUSE_MS));
        else await new Promise(setImmediate);
      }
    } catch (error) {
      // A full disk, or a library that is being closed. What was committed is right.
      if (this.isOpen()) console.error('The search index could not be kept up:', error);
    }
  }

  /** One transaction, with as many of these as there is time for. */
  private takeIn(
    items: readonly BehindItem[],
    milliseconds: number,
    mostLength = TURN_LENGTH,
  ): void {
    if (items.length === 0) return;
    let length = 0;
    // What a power cut undoes of it is behind again, and taken in again.
    writeAhead(this.library, ({ db }) => {
      const until = performance.now() + milliseconds;
      for (const item of items) {
        const document = contentsOf(db, item);
        if (document) putDocument(db, item, document);
        else removeDocument(db, item);
        // Making the index anew marks everything again, this one too.
        unmark(db, item);
        length += document?.text?.length ?? 0;
        if (length >= mostLength || performance.now() >= until) break;
      }
    });
    this.options.onWritten?.(length * WRITTEN_A_UNIT);
  }

  private tellProgress(): void {
    const { onProgress } = this.options;
    if (!onProgress || performance.now() - this.toldAt < TOLD_EVERY_MS) return;
    this.toldAt = performance.now();
    onProgress(countBehind(this.library.db));
  }

  private isOpen(): boolean {
    return this.library.db.open;
  }
}
