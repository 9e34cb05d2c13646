import type { BlockChange } from '../../src-shared/document/compare-documents';

/** Neighbouring changes that are shown together: all the same, or all different. */
export interface Run {
  kind: 'same' | 'different';
  /** Number of its first change. */
  first: number;
  changes: BlockChange[];
  /** For each change: how many blocks of the newer state come before it. */
  insertAt: number[];
}

/** Puts neighbouring blocks that are the same into one run, and those that differ into one. */
export function runsOf(changes: readonly BlockChange[]): Run[] {
  const runs: Run[] = [];
  let passed = 0;
  for (const [at, change] of changes.entries()) {
    const kind = change.kind === 'same' ? 'same' : 'different';
    let run = runs.at(-1);
    if (run?.kind !== kind) {
      run = { kind, first: at, changes: [], insertAt: [] };
      runs.push(run);
    }
    run.changes.push(change);
    run.insertAt.push(passed);
    if ('after' in change) passed = change.after + 1;
  }
  return runs;
}
