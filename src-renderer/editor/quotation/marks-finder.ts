import type { QuotationMark } from '../../../src-shared/document/mark-quotations';
import type { Document } from '../../../src-shared/document/schema';
import { findMarks } from './find-marks';

export interface MarksRequest {
  id: number;
  document: Document;
  language: string;
}

export interface MarksAnswer {
  id: number;
  marks: QuotationMark[];
}

/** Finds the marks that a document should have. */
export type MarksFinder = (document: Document, language: string) => Promise<QuotationMark[]>;

/**
 * A finder that works in a thread of its own, which it starts when it is first asked. Where the thread
 * cannot be had, or ends, it works here instead: slower in a long article, and no less right.
 */
export function createMarksFinder(): MarksFinder {
  const waiting = new Map<number, MarksRequest & { resolve(marks: QuotationMark[]): void }>();
  let worker: Worker | null | undefined;
  let lastId = 0;

  function workHere() {
    worker?.terminate();
    worker = null;
    for (const { document, language, resolve } of waiting.values()) {
      resolve(findMarks(document, language));
    }
    waiting.clear();
  }

  function start(): Worker | null {
    try {
      const started = new Worker(new URL('./find-marks.worker.ts', import.meta.url), {
        type: 'module',
      });
      started.onmessage = ({ data }: MessageEvent<MarksAnswer>) => {
        waiting.get(data.id)?.resolve(data.marks);
        waiting.delete(data.id);
      };
      started.onerror = workHere;
      return started;
    } catch {
      return null;
    }
  }

  return (document, language) => {
    if (worker === undefined) worker = start();
    if (!worker) return Promise.resolve(findMarks(document, language));
    lastId += 1;
    const request: MarksRequest = { id: lastId, document, language };
    return new Promise((resolve) => {
      waiting.set(request.id, { ...request, resolve });
      worker?.postMessage(request);
    });
  };
}
