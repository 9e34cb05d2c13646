import type { Database } from 'better-sqlite3';

/** What is brought from the log into the file at once, in bytes: as much as SQLite would by itself. */
const WORTH_IT = 4 * 1024 * 1024;
/** Pages of 4 KiB in the log after which a commit does it in any case. */
const MOST_PAGES = 16_384;
/** What SQLite does by itself (sqlite.org, "wal_autocheckpoint"). */
const USUAL_PAGES = 1000;
/** Milliseconds without much being written before all is as usual again. */
const QUIET_MS = 1_000;

/**
 * While much is written, has what is in the write-ahead log brought into the file by another thread.
 * A commit would do so by itself, every 4 MB, and wait for the disk twice; in a large library
 * that takes a third of the time of an import.
 */
export class Checkpoints {
  private waiting = 0;
  private running: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly db: Database,
    /** Does it in the other thread; null where there is none. */
    private readonly checkpoint: (() => Promise<unknown>) | null,
  ) {}

  /** About so many bytes went into the log. */
  wrote(bytes: number): void {
    if (!this.checkpoint || !this.db.open) return;
    this.waiting += bytes;
    if (!this.timer) {
      if (this.waiting < WORTH_IT) return;
      this.setLimit(MOST_PAGES);
    }
    this.endWhenQuiet();
    if (this.waiting >= WORTH_IT && !this.running) void this.run();
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private async run(): Promise<void> {
    this.waiting = 0;
    this.running = this.checkpoint!().then(
      () => {},
      // The next commit does it where the other thread cannot.
      () => this.setLimit(USUAL_PAGES),
    );
    await this.running;
    this.running = null;
  }

  private endWhenQuiet(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.end(), QUIET_MS);
    this.timer.unref();
  }

  private async end(): Promise<void> {
    this.timer = null;
    await this.running;
    await this.run();
    // Not where more was written meanwhile.
    if (!this.timer) this.setLimit(USUAL_PAGES);
  }

  private setLimit(pages: number): void {
    if (this.db.open) this.db.pragma(`wal_autocheckpoint = ${pages}`);
  }
}

/** Brings into the file what no reader needs to be in the log any more. Waits for nobody. */
export function checkpoint(db: Database): void {
  db.pragma('main.wal_checkpoint(PASSIVE)');
}
