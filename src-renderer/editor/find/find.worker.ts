import type { FinderAnswer, FinderQuestion } from './finder';
import { findAll, patternOf } from './search';

/* Looks for words off the interface's thread: an expression may take longer than anybody waits. */

interface WorkerScope {
  onmessage: ((event: MessageEvent<FinderQuestion>) => void) | null;
  postMessage(answer: FinderAnswer): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data: { id, blocks, options } }) => {
  try {
    const pattern = patternOf(options);
    scope.postMessage({ id, finds: pattern ? findAll(blocks, pattern, options) : [] });
  } catch {
    scope.postMessage({ id, finds: null });
  }
};
