import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SourceView } from '../../src-shared/model/collection';
import type { WantedMark } from '../../src-shared/model/kept-page';
import type { SourceReading } from '../../src-shared/model/source';
import { call } from '../bridge';
import { getShell } from '../shell';
import { keys, queryClient } from './client';

/** As many sources are read at first: what the rail lists. */
export const FIRST_SOURCES = 100;
/** A list longer than this is not compared with the one before: it takes longer than drawing it. */
const COMPARED = 1_000;

/** The first sources of a view, with how many it has in all; fewer of the same view stay until they are there. */
export function useSources(view: SourceView = ALL_SOURCES, limit = FIRST_SOURCES) {
  return useQuery({
    queryKey: [...keys.sources, view, limit],
    queryFn: () => call('sources.browse', { view, limit }),
    placeholderData: (before, query) =>
      query && isSameView(query.queryKey[1], view) ? before : undefined,
    structuralSharing: limit <= COMPARED,
  });
}

const ALL_SOURCES: SourceView = { kind: 'all' };

function isSameView(before: unknown, view: SourceView): boolean {
  return JSON.stringify(before) === JSON.stringify(view);
}

/** Some sources of the library as its list has them. One that is in the bin, or never was, is not among them. */
export function useSourceSummaries(sourceIds: readonly string[]) {
  return useQuery({
    queryKey: [...keys.sourceSummaries, sourceIds],
    queryFn: () => call('sources.summaries', { sourceIds: [...sourceIds] }),
    // A dialog shows what is known now.
    gcTime: 0,
  });
}

/** How many sources each collection and each tag has; counted while somebody wants to know. */
export const useSourceTally = (isWanted = true) =>
  useQuery({
    queryKey: keys.sourceTally,
    queryFn: () => call('sources.tally', {}),
    enabled: isWanted,
  });

/** Whether a source that is kept apart is among these; null: whether the library has one. */
export function useHoldsApart(
  among: { sourceIds: readonly string[]; collectionIds: readonly string[] } | null,
): boolean {
  const { data } = useQuery({
    queryKey: ['sources.holdApart', among],
    queryFn: () =>
      call('sources.holdApart', {
        among: among && {
          sourceIds: [...among.sourceIds],
          collectionIds: [...among.collectionIds],
        },
      }),
    gcTime: 0,
  });
  return data?.isAny ?? false;
}

/** Reads what lists sources again; resolves when they are right. */
export async function readSourceListsAgain(): Promise<void> {
  const lists = [keys.sources, keys.sourceSummaries, keys.sourceTally];
  await Promise.all(lists.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}

/** How many files are left of imports that were stopped. */
export const useImportsWaiting = () =>
  useQuery({ queryKey: keys.importsWaiting, queryFn: () => call('imports.waiting', {}) });

export const useWatchedFolders = () =>
  useQuery({ queryKey: keys.importsWatched, queryFn: () => call('imports.watched', {}) });

export const useCollections = () =>
  useQuery({ queryKey: keys.collections, queryFn: () => call('collections.list', {}) });

export const useSavedSearches = () =>
  useQuery({ queryKey: keys.savedSearches, queryFn: () => call('savedSearches.list', {}) });

export const useNotes = (sourceId: string) =>
  useQuery({ queryKey: keys.notes(sourceId), queryFn: () => call('notes.list', { sourceId }) });

export const useExclusions = (sourceId: string) =>
  useQuery({
    queryKey: keys.exclusions(sourceId),
    queryFn: () => call('exclusions.list', { sourceId }),
  });

export const useAgreements = (sourceId: string) =>
  useQuery({
    queryKey: keys.agreements(sourceId),
    queryFn: () => call('agreements.list', { sourceId }),
  });

/** A source's recording; null where it has none. */
export function useRecording(sourceId: string | null) {
  return useQuery({
    queryKey: keys.recording(sourceId ?? ''),
    queryFn: async () => (await call('recordings.of', { sourceId: sourceId! })).recording,
    enabled: sourceId !== null,
  });
}

/** Whether the pages of a version can be shown as they are printed, or the web page as it was. */
export function useHasPages(versionId: string) {
  return useQuery({
    queryKey: ['sources.hasPages', versionId],
    queryFn: () => call('sources.hasPages', { versionId }),
  });
}

/** A web page as it was kept, with stretches marked; the one with other marks stays until it is there. */
export function useKeptPage(versionId: string, marks: readonly WantedMark[]) {
  return useQuery({
    queryKey: ['sources.keptPage', versionId, marks],
    queryFn: () => call('sources.keptPage', { versionId, marks: [...marks] }),
    placeholderData: keepPreviousData,
    // Main keeps the page for as long as it is shown, and not much longer.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/** A page as it is printed, while it is near; the picture of another scale stays until it is drawn. */
export function useSourcePage(versionId: string, page: number, scale: number, isNear: boolean) {
  return useQuery({
    queryKey: ['sources.page', versionId, page, scale],
    queryFn: () => call('sources.page', { versionId, page, scale }),
    enabled: isNear,
    placeholderData: keepPreviousData,
    // Pictures are large: one that is out of view is drawn again when it is wanted.
    gcTime: 5_000,
    structuralSharing: false,
    retry: false,
  });
}

/** What is quoted from a version at this moment. */
export function useQuoted(versionId: string) {
  return useQuery({
    queryKey: ['sources.quoted', versionId],
    queryFn: () => call('sources.quoted', { versionId }),
  });
}

/** A source with the words of its current version, or of another; the ones before stay until it is there. */
export function useSourceReading(sourceId: string | null, versionId: string | null = null) {
  const other = otherVersion(sourceId, versionId);
  return useQuery({
    queryKey: readingKey(sourceId ?? '', other),
    queryFn: () =>
      call('sources.read', { sourceId: sourceId!, ...(other ? { versionId: other } : {}) }),
    enabled: sourceId !== null,
    placeholderData: (before: SourceReading | undefined) =>
      before?.source.id === sourceId ? before : undefined,
  });
}

/** What the Source panel shows, for code outside React. */
export function shownReading(): SourceReading | null {
  const { sourceId, sourceVersionId } = getShell();
  if (sourceId === null) return null;
  const key = readingKey(sourceId, otherVersion(sourceId, sourceVersionId));
  return queryClient.getQueryData<SourceReading>(key) ?? null;
}

function readingKey(sourceId: string, versionId: string | null) {
  return versionId === null ? keys.source(sourceId) : keys.sourceVersion(sourceId, versionId);
}

/** A version by its id, unless it is known to be the current one, which is read already. */
function otherVersion(sourceId: string | null, versionId: string | null): string | null {
  const current = queryClient.getQueryData<SourceReading>(keys.source(sourceId ?? ''));
  return versionId === null || current?.versionId === versionId ? null : versionId;
}
