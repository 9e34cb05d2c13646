import { keepPreviousData, QueryClient, useQuery } from '@tanstack/react-query';
import { StetError, toWireError } from '../src-shared/errors';
import type { Article } from '../src-shared/model/article';
import type { QuotationView } from '../src-shared/model/quotation';
import { call, on } from './bridge';
import { getShell, setShell, useShell } from './shell';

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

/** Anything thrown, as a StetError. */
export function asStetError(error: unknown): StetError {
  if (error instanceof StetError) return error;
  const wire = toWireError(error);
  return new StetError(wire.code, wire.data, { cause: error });
}

export const keys = {
  library: ['library.info'],
  houseProfile: ['library.houseProfile'],
  articles: ['articles.list'],
  article: (articleId: string, opening: number) => ['articles.open', articleId, opening],
  sources: ['sources.list'],
  source: (sourceId: string) => ['sources.read', sourceId],
  people: ['people.list'],
  proposals: (articleId: string, quotationId: string) => [
    'quotations.propose',
    articleId,
    quotationId,
  ],
  proposalCounts: (articleId: string) => ['quotations.countProposals', articleId],
  search: (query: string) => ['search.find', query],
  comments: (articleId: string) => ['comments.list', articleId],
  revisions: (articleId: string) => ['revisions.list', articleId],
  revision: (articleId: string, revisionId: string) => ['revisions.read', articleId, revisionId],
  gate: (articleId: string) => ['finish.gate', articleId],
  preview: (articleId: string, format: string) => ['exports.preview', articleId, format],
} as const;

export const useLibrary = () =>
  useQuery({ queryKey: keys.library, queryFn: () => call('library.info', {}) });

export const useArticles = () =>
  useQuery({ queryKey: keys.articles, queryFn: () => call('articles.list', {}) });

export const useSources = () =>
  useQuery({ queryKey: keys.sources, queryFn: () => call('sources.list', {}) });

export const usePeople = () =>
  useQuery({ queryKey: keys.people, queryFn: () => call('people.list', {}) });

/** The article that is open; its document is the one it was opened with. */
export function useOpenArticle() {
  const opened = useShell((state) => state.opened);
  return useQuery({
    queryKey: keys.article(opened?.articleId ?? '', opened?.opening ?? 0),
    queryFn: async () => {
      const article = await call('articles.open', { articleId: opened!.articleId });
      const known = openArticle();
      // A save may have answered while this was on its way: what it knows is newer.
      const isOlder = known?.id === article.id && known.version > article.version;
      return isOlder
        ? { ...article, version: known.version, quotations: known.quotations }
        : { ...article, quotations: followWords(article.id, article.quotations) };
    },
    enabled: opened !== null,
    // Opened again, an article is read again: the cached document is the one of then.
    gcTime: 0,
  });
}

/** The open article as the window knows it now, for code outside React. */
export function openArticle(): Article | null {
  const { opened } = getShell();
  if (!opened) return null;
  return queryClient.getQueryData<Article>(keys.article(opened.articleId, opened.opening)) ?? null;
}

/** Changes what is known of the open article, if it is still this one. */
export function patchOpenArticle(articleId: string, patch: Partial<Article>) {
  const { quotations } = patch;
  putInArticle(
    articleId,
    quotations ? { ...patch, quotations: followWords(articleId, quotations) } : patch,
  );
}

/** What the manuscript says of the words on its page. */
export function showQuotations(articleId: string, quotations: QuotationView[]) {
  putInArticle(articleId, { quotations });
}

/** The words on the page may be ahead of what the library speaks of. */
function followWords(articleId: string, quotations: QuotationView[]): QuotationView[] {
  const { opened, manuscript } = getShell();
  return opened?.articleId === articleId && manuscript
    ? manuscript.followWords(quotations)
    : quotations;
}

function putInArticle(articleId: string, patch: Partial<Article>) {
  const { opened } = getShell();
  if (opened?.articleId !== articleId) return;
  queryClient.setQueryData<Article>(
    keys.article(articleId, opened.opening),
    (article) => article && { ...article, ...patch },
  );
}

export function putQuotations(articleId: string, quotations: QuotationView[]) {
  patchOpenArticle(articleId, { quotations });
  void queryClient.invalidateQueries({ queryKey: keys.gate(articleId) });
}

export function useSourceReading(sourceId: string | null) {
  return useQuery({
    queryKey: keys.source(sourceId ?? ''),
    queryFn: () => call('sources.read', { sourceId: sourceId! }),
    enabled: sourceId !== null,
  });
}

/** The passages that fit a quotation; the ones before stay until the new ones are there. */
export function useProposals(articleId: string, quotationId: string | null) {
  return useQuery({
    queryKey: keys.proposals(articleId, quotationId ?? ''),
    queryFn: () => call('quotations.propose', { articleId, quotationId: quotationId! }),
    enabled: quotationId !== null,
    gcTime: 60_000,
  });
}

/** How many passages fit each open quotation, by quotation id. */
export function useProposalCounts(articleId: string) {
  return useQuery({
    queryKey: keys.proposalCounts(articleId),
    queryFn: async () => {
      const counts = await call('quotations.countProposals', { articleId });
      return Object.fromEntries(counts.map(({ quotationId, count }) => [quotationId, count]));
    },
    placeholderData: keepPreviousData,
  });
}

/** The comments on an article. */
export const useComments = (articleId: string) =>
  useQuery({
    queryKey: keys.comments(articleId),
    queryFn: () => call('comments.list', { articleId }),
  });

export const useGate = (articleId: string) =>
  useQuery({
    queryKey: keys.gate(articleId),
    queryFn: () => call('finish.gate', { articleId }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });

/** The document of the open article is the editor's: what changed is known of its quotations alone. */
async function readQuotationsAgain(articleId: string) {
  if (getShell().opened?.articleId !== articleId) return;
  const quotations = await call('quotations.list', { articleId }).catch(() => null);
  if (quotations) patchOpenArticle(articleId, { quotations });
}

/** Runs `run` once, `delay` milliseconds after the last request for the same name. */
function gather(delay: number) {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  return (name: string, run: () => void) => {
    clearTimeout(timers.get(name));
    timers.set(name, setTimeout(run, delay));
  };
}

/** Puts out of date what the library says has changed. Called once. */
export function listenToLibrary() {
  // Typing saves every second: lists follow when it pauses for a moment.
  const gathered = gather(250);
  const refresh = (key: readonly unknown[]) =>
    gathered(JSON.stringify(key), () => queryClient.invalidateQueries({ queryKey: key }));

  on('articles.changed', () => refresh(keys.articles));
  on('sources.changed', () => {
    refresh(keys.sources);
    refresh(['sources.read']);
    refresh(['quotations.propose']);
    refresh(['quotations.countProposals']);
    refresh(keys.library);
  });
  on('comments.changed', ({ articleId }) => refresh(keys.comments(articleId)));
  on('people.changed', () => refresh(keys.people));
  // While the index is being built, more is found every moment.
  on('search.progress', () => refresh(['search.find']));
  on('quotations.changed', ({ articleId }) => {
    gathered(`quotations ${articleId}`, () => void readQuotationsAgain(articleId));
    refresh(keys.proposalCounts(articleId));
    refresh(['quotations.propose', articleId]);
    refresh(['sources.read']);
    refresh(keys.sources);
    refresh(keys.articles);
    refresh(keys.people);
    refresh(keys.gate(articleId));
  });
  on('import.progress', ({ jobId, done, total, name }) => {
    const { importJob } = getShell();
    if (importJob?.jobId === jobId) setShell({ importJob: { ...importJob, done, total, name } });
  });
  on('storage.failed', ({ code }) => {
    const wire = toWireError(new StetError(code as StetError['code']));
    setShell({ storageFailure: new StetError(wire.code, wire.data) });
  });
}
