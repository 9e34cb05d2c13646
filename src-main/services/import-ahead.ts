import type { Job } from './context';
import type { Entry, Sizes } from './import-plan';

/** Files that are read while the ones before are written. */
const FILES_AHEAD = 256;
/** And bytes; one file may be larger. */
const BYTES_AHEAD = 16 * 1024 * 1024;
/** Whoever cancels does not wait longer, in milliseconds, for a file that takes its time. */
const CANCELLED_WITHIN_MS = 100;

interface Task<Prepared> {
  size: number;
  prepared: Promise<Prepared>;
  isDone: boolean;
}

/** Prepares the files of an import ahead, several at a time, and hands them out in their order. */
export class ReadAhead<Prepared> {
  private readonly tasks: Task<Prepared>[] = [];
  private next = 0;
  private bytes = 0;

  constructor(
    private readonly entries: readonly Entry[],
    private readonly sizes: Sizes,
    private readonly job: Job,
    /** Never rejects. */
    private readonly prepare: (entry: Entry, size: number) => Promise<Prepared>,
  ) {}

  get isAtEnd(): boolean {
    return this.next === this.entries.length && this.tasks.length === 0;
  }

  /** The next file; null where it is not there within `patience` milliseconds, or at the end. */
  async take(patience: number): Promise<Prepared | null> {
    if (this.isAtEnd || this.job.cancelled) return null;
    this.fill();
    if (this.tasks.length === 0) {
      await this.sizes.until(this.next);
      this.fill();
    }
    const [task] = this.tasks;
    if (!task) return null;
    if (!task.isDone && !(await this.isThereWithin(task, patience))) return null;
    this.tasks.shift();
    this.bytes -= task.size;
    return task.prepared;
  }

  private async isThereWithin(task: Task<Prepared>, patience: number): Promise<boolean> {
    const until = performance.now() + patience;
    do {
      const left = Math.max(0, until - performance.now());
      let timer: ReturnType<typeof setTimeout> | undefined;
      const timeout = new Promise<void>((done) => {
        timer = setTimeout(done, Math.min(left, CANCELLED_WITHIN_MS));
      });
      await Promise.race([task.prepared, timeout]);
      clearTimeout(timer);
    } while (!task.isDone && !this.job.cancelled && performance.now() < until);
    return task.isDone;
  }

  private fill(): void {
    while (this.next < this.entries.length && this.tasks.length < FILES_AHEAD) {
      const size = this.sizes.of(this.next);
      if (size === undefined) return;
      if (this.tasks.length > 0 && this.bytes + size > BYTES_AHEAD) return;
      const task: Task<Prepared> = {
        size,
        prepared: this.prepare(this.entries[this.next]!, size),
        isDone: false,
      };
      void task.prepared.then(() => {
        task.isDone = true;
      });
      this.tasks.push(task);
      this.bytes += size;
      this.next += 1;
    }
  }
}
