import { notifyManager, QueryClient } from '@tanstack/react-query';
import { StetError, toWireError } from '../../src-shared/errors';

/*
 * What the window knows of the library: one key a method and its input. Events of the library say what
 * is out of date; answers of our own actions are put in at once.
 */

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The library announces every change: nothing goes stale by itself.
      staleTime: Number.POSITIVE_INFINITY,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      // A reading that failed because the process restarted is asked again; nothing else is.
      retry: (count, error) => asStetError(error).code === 'process-gone' && count < 3,
      retryDelay: 300,
    },
    mutations: { networkMode: 'always' },
  },
});

// What comes with an answer is shown in one go with it, not in a turn of its own.
notifyManager.setScheduler(queueMicrotask);

// Opened again, an article is read again: the cached document is the one of then.
queryClient.setQueryDefaults(['articles.open'], { gcTime: 0 });

/** True for the window that goes on with the article of last time; the others say what they are for. */
export const isFirstWindow = () => window.location.hash === '';

/** Anything thrown, as a StetError. */
export function asStetError(error: unknown): StetError {
  if (error instanceof StetError) return error;
  const wire = toWireError(error);
  return new StetError(wire.code, wire.data, { cause: error });
}

export const keys = {
  library: ['library.info'],
  houseProfile: ['library.houseProfile'],
  bylineStyles: ['bylineStyles.list'],
  articles: ['articles.list'],
  removedArticles: ['articles.listRemoved'],
  recentArticles: ['articles.recent'],
  article: (articleId: string, opening: number) => ['articles.open', articleId, opening],
  sources: ['sources.browse'],
  sourceSummaries: ['sources.summaries'],
  sourceTally: ['sources.tally'],
  transcripts: ['sources.transcripts'],
  source: (sourceId: string) => ['sources.read', sourceId],
  sourceVersion: (sourceId: string, versionId: string) => ['sources.read', sourceId, versionId],
  comparison: (fromId: string, toId: string) => ['sources.compareVersions', fromId, toId],
  impact: (sourceId: string) => ['sources.impact', sourceId],
  corrected: ['sources.corrected'],
  importsWaiting: ['imports.waiting'],
  importsWatched: ['imports.watched'],
  collections: ['collections.list'],
  savedSearches: ['savedSearches.list'],
  notes: (sourceId: string) => ['notes.list', sourceId],
  exclusions: (sourceId: string) => ['exclusions.list', sourceId],
  agreements: (sourceId: string) => ['agreements.list', sourceId],
  recording: (sourceId: string) => ['recordings.of', sourceId],
  people: ['people.list'],
  person: (personId: string) => ['people.read', personId],
  personTrace: (personId: string) => ['people.trace', personId],
  proposals: (articleId: string, quotationId: string) => [
    'quotations.propose',
    articleId,
    quotationId,
  ],
  proposalCounts: (articleId: string) => ['quotations.countProposals', articleId],
  search: (query: string) => ['search.find', query],
  claims: (articleId: string) => ['claims.list', articleId],
  dismissedClaims: (articleId: string) => ['claims.listDismissed', articleId],
  claimProposals: (text: string) => ['claims.propose', text],
  readBacks: (articleId: string) => ['readBacks.list', articleId],
  elsewhere: (articleId: string, quotationId: string) => [
    'quotations.elsewhere',
    articleId,
    quotationId,
  ],
  spelling: ['spelling.exceptions'],
  spellingIgnored: (articleId: string) => ['spelling.ignored', articleId],
  namesOfSources: (articleId: string) => ['spelling.namesOfSources', articleId],
  comments: (articleId: string) => ['comments.list', articleId],
  corrections: (articleId: string) => ['corrections.list', articleId],
  finishState: (articleId: string) => ['finish.state', articleId],
  revisions: (articleId: string) => ['revisions.list', articleId],
  revision: (articleId: string, revisionId: string) => ['revisions.read', articleId, revisionId],
  gate: (articleId: string) => ['finish.gate', articleId],
  preview: (articleId: string, format: string) => ['exports.preview', articleId, format],
} as const;
