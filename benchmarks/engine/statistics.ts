/** The value below which this share of the values lies (nearest rank); NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))]!;
}

/** The bounds within which a share lies with 95 % confidence, given a count (Wilson 1927). */
export function wilsonInterval(hits: number, total: number): { low: number; high: number } {
  if (total === 0) return { low: 0, high: 1 };
  const z = 1.96;
  const share = hits / total;
  const middle = share + (z * z) / (2 * total);
  const spread = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  const scale = 1 + (z * z) / total;
  return { low: (middle - spread) / scale, high: (middle + spread) / scale };
}

/** Milliseconds that the work takes, with its result. */
export function timed<Result>(work: () => Result): { time: number; result: Result } {
  const started = performance.now();
  const result = work();
  return { time: performance.now() - started, result };
}
