import type { LiveDocument } from '../live-document';
import { createMarksOfArticle, type FindMarks, type FoundMarks } from './find-marks';

export type MarksMessage =
  | { type: 'find'; id: number; article: number; request: FindMarks }
  | { type: 'close'; article: number };

export interface MarksAnswer {
  id: number;
  found: FoundMarks;
}

/** Finds the marks that the document of one editor should have. */
export interface MarksFinder {
  find(how: How): Promise<FoundMarks>;
  close(): void;
}

/** Starts to follow a document. */
export type OpenMarksFinder = (document: LiveDocument) => MarksFinder;

type How = Omit<FindMarks, 'change'>;

function followHere(document: LiveDocument): (how: How) => FoundMarks {
  const article = createMarksOfArticle();
  const watcher = document.watch();
  return (how) => article.find({ ...how, change: watcher.changes() });
}

/** A finder without a thread of its own. */
export function findMarksHere(document: LiveDocument): MarksFinder {
  const find = followHere(document);
  return { find: async (how) => find(how), close() {} };
}

/**
 * A thread that looks for quotations, started when it is first asked; one serves every article that is
 * opened. Where it cannot be had, or ends, the work is done here instead: slower in a long article, and
 * no less right.
 */
export function createMarksThread(): OpenMarksFinder {
  const waiting = new Map<number, { resolve(found: FoundMarks): void; again(): FoundMarks }>();
  let worker: Worker | null | undefined;
  let lastId = 0;
  let lastArticle = 0;

  function workHere() {
    worker?.terminate();
    worker = null;
    for (const { resolve, again } of waiting.values()) resolve(again());
    waiting.clear();
  }

  function start(): Worker | null {
    try {
      const started = new Worker(new URL('./find-marks.worker.ts', import.meta.url), {
        type: 'module',
      });
      started.onmessage = ({ data }: MessageEvent<MarksAnswer>) => {
        waiting.get(data.id)?.resolve(data.found);
        waiting.delete(data.id);
      };
      started.onerror = workHere;
      return started;
    } catch {
      return null;
    }
  }

  return (document) => {
    lastArticle += 1;
    const article = lastArticle;
    const sent = document.watch();
    /** What the thread knew is gone with it: this begins with the whole document. */
    let here: ReturnType<typeof followHere> | null = null;

    function findHere(how: How): FoundMarks {
      here ??= followHere(document);
      return here(how);
    }

    return {
      async find(how) {
        if (worker === undefined) worker = start();
        if (!worker) return findHere(how);
        lastId += 1;
        const id = lastId;
        const request: FindMarks = { ...how, change: sent.changes() };
        const thread = worker;
        return new Promise((resolve) => {
          waiting.set(id, { resolve, again: () => findHere(how) });
          thread.postMessage({ type: 'find', id, article, request } satisfies MarksMessage);
        });
      },
      close() {
        worker?.postMessage({ type: 'close', article } satisfies MarksMessage);
      },
    };
  };
}
