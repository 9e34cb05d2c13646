import { useSyncExternalStore } from 'react';
import type { Checker } from '../../src-shared/spelling/checkers';

/** How the spelling of the open article stands. */
export type SpellingState =
  | { kind: 'off' }
  | { kind: 'no-checker' }
  | { kind: 'failed'; checker: Checker }
  | { kind: 'on'; checker: Checker; isReading: boolean; count: number };

let state: SpellingState = { kind: 'off' };
const listeners = new Set<() => void>();

export function setSpellingState(next: SpellingState): void {
  if (JSON.stringify(next) === JSON.stringify(state)) return;
  state = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSpellingState(): SpellingState {
  return useSyncExternalStore(subscribe, () => state);
}
