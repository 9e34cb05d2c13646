import type { Find, FindOptions, SearchedBlock } from './search';

export interface FinderQuestion {
  id: number;
  blocks: readonly SearchedBlock[];
  options: FindOptions;
}

/** `finds` is null where the query is no expression. */
export interface FinderAnswer {
  id: number;
  finds: Find[] | null;
}

export type FinderResult = { finds: Find[] } | { failed: 'invalid' | 'slow' };

/** An expression that takes longer than this is given up. */
const PATIENCE_MS = 2000;

/** Looks for words in a thread of its own, which is ended where it takes too long. */
export interface Finder {
  /** Answers the newest question; one that was overtaken is never answered. */
  find(blocks: readonly SearchedBlock[], options: FindOptions): Promise<FinderResult>;
  close(): void;
}

export function createFinder(): Finder {
  let worker: Worker | null = null;
  let lastId = 0;
  let patience: ReturnType<typeof setTimeout> | undefined;

  function stop() {
    clearTimeout(patience);
    worker?.terminate();
    worker = null;
  }

  return {
    find(blocks, options) {
      // What is still looked for is looked for no longer.
      if (patience !== undefined) stop();
      worker ??= new Worker(new URL('./find.worker.ts', import.meta.url), { type: 'module' });
      const thread = worker;
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        const answer = (result: FinderResult) => {
          clearTimeout(patience);
          patience = undefined;
          resolve(result);
        };
        patience = setTimeout(() => {
          stop();
          answer({ failed: 'slow' });
        }, PATIENCE_MS);
        thread.onmessage = ({ data }: MessageEvent<FinderAnswer>) => {
          if (data.id === id) answer(data.finds ? { finds: data.finds } : { failed: 'invalid' });
        };
        thread.postMessage({ id, blocks, options } satisfies FinderQuestion);
      });
    },
    close: stop,
  };
}
