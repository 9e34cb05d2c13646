import { blocksFromClipboard } from '../../src-shared/document/from-clipboard';
import type { BlockNode } from '../../src-shared/document/schema';

/** Markup longer than this (UTF-16 code units) takes more than a few milliseconds to be read. */
export const MUCH_MARKUP = 100_000;

/** Reads HTML in a thread of its own; in this one where there is none. */
export function readInThread(html: string): Promise<BlockNode[]> {
  return new Promise<BlockNode[]>((resolve, reject) => {
    const thread = new Worker(new URL('./paste.worker.ts', import.meta.url), { type: 'module' });
    thread.onmessage = ({ data }: MessageEvent<BlockNode[]>) => {
      resolve(data);
      thread.terminate();
    };
    thread.onerror = (event) => {
      reject(event.error);
      thread.terminate();
    };
    thread.postMessage(html);
  }).catch(() => blocksFromClipboard(html));
}
