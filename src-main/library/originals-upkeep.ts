import type { Library } from './open';
import { settleOriginals } from './original-journal';

/** Milliseconds without anything new before files are written: an import needs the disk more. */
const QUIET_MS = 3_000;

/** Writes the files of sources that came in, when nothing else goes on (original-journal.ts says why). */
export class OriginalsUpkeep {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> | null = null;
  private isStopped = false;

  constructor(
    private readonly library: Pick<Library, 'folder' | 'readOnly'>,
    /** True while an import goes on: it wakes this at its end. */
    private readonly isBusy: () => boolean = () => false,
  ) {}

  /** Something came in, or the library was opened: it looks after it soon. */
  wake(): void {
    if (this.library.readOnly || this.isStopped) return;
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.settle();
    }, QUIET_MS);
    // What is left at the end is done at the next opening.
    this.timer.unref();
  }

  /** Resolves when everything that came in so far has its file, unless the disk refuses or an import goes on. */
  async settle(): Promise<void> {
    if (this.library.readOnly) return;
    this.running ??= settleOriginals(this.library.folder, () => !this.isStopped && !this.isBusy())
      .catch((error) => {
        if (!this.isStopped) console.error('The originals could not be flushed:', error);
      })
      .finally(() => {
        this.running = null;
      });
    await this.running;
  }

  stop(): void {
    this.isStopped = true;
    if (this.timer) clearTimeout(this.timer);
  }
}
