import type { EventPayload } from '../../src-shared/contract';
import type { Context } from './context';

/** Not oftener than can be read. */
const TOLD_EVERY_MS = 100;
/** The speed is that of the last few seconds. */
const WINDOW_MS = 4_000;
/** A speed that was measured for less than this says nothing. */
const LEAST_MS = 800;
/** So do fewer files, unless they are this part of all the bytes: the first may have been a slow one. */
const LEAST_FILES = 8;
const LEAST_PART = 0.05;

type Progress = EventPayload<'import.progress'>;

/** Tells how far an import is, how fast it is, and how long it will take. */
export class ImportProgress {
  private toldAt = Number.NEGATIVE_INFINITY;
  private readonly samples: { at: number; bytes: number }[];

  constructor(
    private readonly context: Pick<Context, 'announce'>,
    private readonly progress: Pick<Progress, 'jobId' | 'total'>,
    private readonly bytesTotal: () => number | null,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.samples = [{ at: now(), bytes: 0 }];
  }

  /** `isLast` tells it in any case. */
  tell(done: number, bytesDone: number, name: string, isLast = false): void {
    const at = this.now();
    if (!isLast && at - this.toldAt < TOLD_EVERY_MS) return;
    this.toldAt = at;
    this.samples.push({ at, bytes: bytesDone });
    while (this.samples.length > 2 && at - this.samples[1]!.at >= WINDOW_MS) this.samples.shift();
    const since = this.samples[0]!;
    const elapsed = at - since.at;
    const bytesTotal = this.bytesTotal();
    const saysNothing =
      elapsed < LEAST_MS || (done < LEAST_FILES && bytesDone < LEAST_PART * (bytesTotal ?? 0));
    const bytesPerSecond = saysNothing ? null : ((bytesDone - since.bytes) * 1000) / elapsed;
    const secondsLeft =
      bytesTotal !== null && bytesPerSecond
        ? Math.max(0, bytesTotal - bytesDone) / bytesPerSecond
        : null;
    this.context.announce('import.progress', {
      ...this.progress,
      done,
      name,
      bytesDone,
      bytesTotal,
      bytesPerSecond,
      secondsLeft,
    });
  }
}
