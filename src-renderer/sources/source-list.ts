import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { SourceSummary } from '../../src-shared/model/source';
import { call } from '../bridge';

/*
 * The list of all sources, kept up to date piece by piece: a library may have 100,000 of them, and
 * reading all of them anew takes seconds.
 */

type Sources = readonly SourceSummary[];

/** Changes of more sources than these are not read one by one. */
const MOST = 300;

/** Keeps the list of all sources that is under a key of the cache. */
export function keepSourceList(queryClient: QueryClient, queryKey: QueryKey) {
  /** Sources that changed since the list was brought up to date; null: any may have. */
  let changed: Set<string> | null = new Set();
  const readAll = () => queryClient.invalidateQueries({ queryKey });
  const put = (change: (sources: Sources) => Sources) =>
    queryClient.setQueryData<Sources>(queryKey, (sources) => sources && change(sources));

  return {
    /** Notes that a source is not what it was; null: any may not be. */
    markChanged(sourceId: string | null): void {
      if (sourceId === null) changed = null;
      else changed?.add(sourceId);
    },

    /** Reads what changed. Resolves when the list is right, unless it cannot be read. */
    async readChanged(): Promise<void> {
      const ids = changed;
      changed = new Set();
      const isKnown = queryClient.getQueryData(queryKey) !== undefined;
      const isBeingRead = queryClient.isFetching({ queryKey }) > 0;
      if (ids === null || ids.size > MOST || !isKnown || isBeingRead) return readAll();
      if (ids.size === 0) return;
      const summaries = await call('sources.summaries', { sourceIds: [...ids] }).catch(() => null);
      if (!summaries) return readAll();
      put((sources) => withSummaries(sources, ids, summaries));
    },

    /** Reads how often each source is quoted. */
    async readCounts(): Promise<void> {
      if (queryClient.getQueryData(queryKey) === undefined) return;
      const counts = await call('sources.quotedCounts', {}).catch(() => null);
      if (!counts) return;
      const bySource = new Map(counts.map(({ sourceId, count }) => [sourceId, count]));
      put((sources) => withCounts(sources, bySource));
    },
  };
}

/**
 * The list with some sources as they are now: those that are not among `summaries` are in the bin. The
 * one added last stands first.
 */
export function withSummaries(
  sources: Sources,
  ids: ReadonlySet<string>,
  summaries: readonly SourceSummary[],
): Sources {
  const kept = sources.filter(({ id }) => !ids.has(id));
  if (summaries.length === 0) return kept;
  // Ids grow with time.
  const fresh = summaries.toSorted((a, b) => (a.id < b.id ? 1 : -1));
  const merged: SourceSummary[] = [];
  let next = 0;
  for (const source of kept) {
    while (next < fresh.length && fresh[next]!.id > source.id) merged.push(fresh[next++]!);
    merged.push(source);
  }
  return [...merged, ...fresh.slice(next)];
}

/** The list with other counts; the same list where none differs. */
export function withCounts(sources: Sources, counts: ReadonlyMap<string, number>): Sources {
  const differs = (source: SourceSummary) => source.quotedCount !== (counts.get(source.id) ?? 0);
  if (!sources.some(differs)) return sources;
  return sources.map((source) =>
    differs(source) ? { ...source, quotedCount: counts.get(source.id) ?? 0 } : source,
  );
}
