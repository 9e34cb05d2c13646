import type { MadeSegment } from './library/matching/made-segment';
import type { Home } from './library/write';
import { readInWorker } from './reading-worker';

/** What the upkeep worker is asked to do. */
export type UpkeepTask = { kind: 'checkpoint' } | { kind: 'segment'; home: Home; limit: number };

/** Keeps a library in shape beside the thread that writes to it. */
export interface UpkeepThread {
  checkpoint(): Promise<void>;
  makeSegment(home: Home, limit: number): Promise<MadeSegment>;
  /** Lets go of the library's files. */
  close(): void;
}

/** What it makes is short-lived: a thread of its own would otherwise let tens of megabytes of it lie about. */
const LIMITS = { maxYoungGenerationSizeMb: 8 };

/** `script` is the built `upkeep-worker.js`. */
export function keepUpInWorker(
  script: string,
  folder: string,
  nativeBinding: string | undefined,
): UpkeepThread {
  const worker = readInWorker<UpkeepTask, MadeSegment | null>(
    script,
    folder,
    nativeBinding,
    LIMITS,
  );
  return {
    async checkpoint() {
      await worker.ask({ kind: 'checkpoint' });
    },
    async makeSegment(home, limit) {
      const made = await worker.ask({ kind: 'segment', home, limit });
      if (!made) throw new Error('No segment was made.');
      return made;
    },
    close: () => worker.close(),
  };
}
