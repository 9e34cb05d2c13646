/** Seconds by the clock, and of the processor in all threads of this process. */
export interface Spent {
  clock: number;
  processor: number;
}

export async function spent(work: () => Promise<unknown>): Promise<Spent> {
  const before = process.cpuUsage();
  const started = performance.now();
  await work();
  const clock = (performance.now() - started) / 1e3;
  const { user, system } = process.cpuUsage(before);
  return { clock, processor: (user + system) / 1e6 };
}
