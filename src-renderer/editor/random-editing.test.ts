import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, it, vi } from 'vitest';
import { edit } from './random-editing/edit';
import { step } from './random-editing/steps';

/*
 * Everything that an editor can do to a text, in any order, in an article that has one of everything.
 * The seeds are the same each time, so that a run that fails is about what was changed since the last
 * one. `STET_RANDOM_EDITS` says how many steps, `STET_RANDOM_SEED` with which seed to begin, `new` for
 * any: that is how others are tried, and what fails then is made smaller. The names of the tests tell
 * the seeds.
 */

/** The page has no process; the tests do. */
const { env } = (globalThis as unknown as { process: { env: Record<string, string | undefined> } })
  .process;
const STEPS_A_RUN = 60;
const RUNS = Math.ceil(Number(env.STET_RANDOM_EDITS ?? 10_000) / STEPS_A_RUN);
const wanted = env.STET_RANDOM_SEED ?? 9_024;
const SEED = wanted === 'new' ? Date.now() % 1_000_000 : Number(wanted);

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

describe('random editing', () => {
  it.each(Array.from({ length: RUNS }, (_, run) => SEED + run))(
    'keeps the text whole and every step undone (seed %d)',
    (seed) =>
      fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: STEPS_A_RUN, maxLength: STEPS_A_RUN }), edit),
        { numRuns: 1, seed, endOnFailure: env.STET_RANDOM_SEED === undefined },
      ),
    120_000,
  );
});
