import type { CDPSession } from '@playwright/test';
import type { Stet } from './app';

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds by the clock, and of the processor. */
  dur?: number;
  tdur?: number;
}

const MARK = 'stet-tasks';
const CATEGORIES = ['toplevel', 'blink.user_timing'];

/**
 * Watches the tasks of the window's own thread; the answer is how long the longest of them kept the
 * processor, in milliseconds. Not by the clock: a machine that runs something else in between would
 * make every task look long.
 */
export async function watchTasks(stet: Stet): Promise<() => Promise<number>> {
  const session = await stet.window.context().newCDPSession(stet.window);
  // Playwright has no types for the domain.
  const send = session.send.bind(session) as (name: string, input?: object) => Promise<unknown>;
  const on = session.on.bind(session) as unknown as (
    name: string,
    listener: (event: { value: TraceEvent[] }) => void,
  ) => CDPSession;
  const events: TraceEvent[] = [];
  on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  await stet.window.evaluate((name) => void performance.mark(name), MARK);
  return async () => {
    const complete = new Promise((resolve) => on('Tracing.tracingComplete', resolve));
    await send('Tracing.end');
    await complete;
    await session.detach();
    const own = events.find(({ name }) => name === MARK);
    const tasks = events.filter(
      ({ name, pid, tid }) => name.endsWith('RunTask') && pid === own?.pid && tid === own.tid,
    );
    if (tasks.length === 0) throw new Error('The trace has no task of the window.');
    return Math.max(...tasks.map(({ dur = 0, tdur = dur }) => tdur / 1000));
  };
}
