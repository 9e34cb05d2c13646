import { findMarks } from './find-marks';
import type { MarksAnswer, MarksRequest } from './marks-finder';

/*
 * Looks for quotations off the interface's thread: in a long article that takes longer than a key may.
 */

interface WorkerScope {
  onmessage: ((event: MessageEvent<MarksRequest>) => void) | null;
  postMessage(answer: MarksAnswer): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data: { id, document, language } }) => {
  scope.postMessage({ id, marks: findMarks(document, language) });
};
