import { keepPreviousData, notifyManager, QueryClient, useQuery } from '@tanstack/react-query';
import { StetError, toWireError } from '../src-shared/errors';
import type { Article } from '../src-shared/model/article';
import type { ClaimView } from '../src-shared/model/claim';
import type { WantedMark } from '../src-shared/model/kept-page';
import type { QuotationView } from '../src-shared/model/quotation';
import type { SourceReading } from '../src-shared/model/source';
import { call, on } from './bridge';
import { showDesk, showFirstDesk } from './desk';
import { getShell, setShell, useShell } from './shell';
import { keepSourceList } from './sources/source-list';

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
  sources: ['sources.list'],
  source: (sourceId: string) => ['sources.read', sourceId],
  sourceVersion: (sourceId: string, versionId: string) => ['sources.read', sourceId, versionId],
  comparison: (fromId: string, toId: string) => ['sources.compareVersions', fromId, toId],
  impact: (sourceId: string) => ['sources.impact', sourceId],
  corrected: ['sources.corrected'],
  removedSources: ['sources.listRemoved'],
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

/** Brings the list of sources up to date where it changed. */
export const sourceList = keepSourceList(queryClient, keys.sources);

export const useLibrary = () =>
  useQuery({
    queryKey: keys.library,
    queryFn: async () => {
      const library = await call('library.info', {});
      if (isFirstWindow()) showFirstDesk(library.lastDesk);
      return library;
    },
  });

export const useArticles = () =>
  useQuery({ queryKey: keys.articles, queryFn: () => call('articles.list', {}) });

/** The newsroom's own house styles of bylines. */
export const useHouseStyles = () =>
  useQuery({ queryKey: keys.bylineStyles, queryFn: () => call('bylineStyles.list', {}) });

/** The articles in the bin, while they are asked for. */
export const useRemovedArticles = (isAsked: boolean) =>
  useQuery({
    queryKey: keys.removedArticles,
    queryFn: () => call('articles.listRemoved', {}),
    enabled: isAsked,
  });

/** The articles that were opened last, of any window: asked anew each time. */
export const useRecentArticles = () =>
  useQuery({
    queryKey: keys.recentArticles,
    queryFn: () => call('articles.recent', {}),
    staleTime: 0,
    gcTime: 0,
  });

export const useSources = () =>
  useQuery({
    queryKey: keys.sources,
    queryFn: () => call('sources.list', {}),
    // Where one is gone from a long list, each of the others would be compared with its neighbour.
    structuralSharing: false,
  });

/** The sources in the bin, while they are asked for. */
export const useRemovedSources = (isAsked: boolean) =>
  useQuery({
    queryKey: keys.removedSources,
    queryFn: () => call('sources.listRemoved', {}),
    enabled: isAsked,
  });

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

export const usePeople = () =>
  useQuery({ queryKey: keys.people, queryFn: () => call('people.list', {}) });

export const usePerson = (personId: string) =>
  useQuery({
    queryKey: keys.person(personId),
    queryFn: () => call('people.read', { personId }),
    // What is private is not kept once the record is closed.
    staleTime: 0,
    gcTime: 0,
  });

export const usePersonTrace = (personId: string) =>
  useQuery({
    queryKey: keys.personTrace(personId),
    queryFn: () => call('people.trace', { personId }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });

let asked: { articleId: string; article: Promise<Article> } | null = null;

/** Asks for an article that is opened next: it is on its way while the window makes room for it. */
export function askAhead(articleId: string): void {
  const article = call('articles.open', { articleId });
  // Told where the answer is wanted.
  article.catch(() => undefined);
  asked = { articleId, article };
}

async function readOpened(articleId: string): Promise<Article> {
  const ahead = asked?.articleId === articleId ? asked.article : null;
  asked = null;
  const article = await (ahead ?? call('articles.open', { articleId }));
  // A write, which nobody has to wait for; what fails of the library's storage is announced.
  requestIdleCallback(() => void call('articles.enter', { articleId }).catch(() => undefined), {
    timeout: 1_000,
  });
  return article;
}

/** The article that is open; its document is the one it was opened with. */
export function useOpenArticle() {
  const opened = useShell((state) => state.opened);
  return useQuery({
    queryKey: keys.article(opened?.articleId ?? '', opened?.opening ?? 0),
    queryFn: async () => {
      const article = await readOpened(opened!.articleId);
      showDesk(`${opened!.articleId} ${opened!.opening}`, article.id, article.desk);
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

/** The claims that are marked in an article. */
export const useClaims = (articleId: string) =>
  useQuery({
    queryKey: keys.claims(articleId),
    queryFn: () => call('claims.list', { articleId }),
  });

/** The same for code outside React: those of the open article. */
export function knownClaims(): readonly ClaimView[] {
  const { opened } = getShell();
  return (opened && queryClient.getQueryData<ClaimView[]>(keys.claims(opened.articleId))) ?? [];
}

/** The sentences that need no source, as an editor said. */
export const useDismissedClaims = (articleId: string) =>
  useQuery({
    queryKey: keys.dismissedClaims(articleId),
    queryFn: () => call('claims.listDismissed', { articleId }),
  });

/** The passages that may say what some words say; null: none are asked for. */
export const useClaimProposals = (text: string | null) =>
  useQuery({
    queryKey: keys.claimProposals(text ?? ''),
    queryFn: () => call('claims.propose', { text: text! }),
    enabled: text !== null,
    gcTime: 60_000,
  });

/** The read-backs of an article's quotations, in the order in which they were written down. */
export const useReadBacks = (articleId: string) =>
  useQuery({
    queryKey: keys.readBacks(articleId),
    queryFn: () => call('readBacks.list', { articleId }),
  });

/** The same words, or the same passage, in other articles. */
export const useElsewhere = (articleId: string, quotationId: string) =>
  useQuery({
    queryKey: keys.elsewhere(articleId, quotationId),
    queryFn: () => call('quotations.elsewhere', { articleId, quotationId }),
    staleTime: 0,
  });

/** The comments on an article. */
export const useComments = (articleId: string) =>
  useQuery({
    queryKey: keys.comments(articleId),
    queryFn: () => call('comments.list', { articleId }),
  });

/** The personal dictionary, and the checker's rules that were switched off. */
export const useSpellingExceptions = () =>
  useQuery({ queryKey: keys.spelling, queryFn: () => call('spelling.exceptions', {}) });

/** The marks of the places of an article that a checker is to let stand. */
export const useSpellingIgnored = (articleId: string) =>
  useQuery({
    queryKey: keys.spellingIgnored(articleId),
    queryFn: () => call('spelling.ignored', { articleId }),
  });

/** Words that stand as names in the sources of an article. */
export const useNamesOfSources = (articleId: string) =>
  useQuery({
    queryKey: keys.namesOfSources(articleId),
    queryFn: () => call('spelling.namesOfSources', { articleId }),
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

/** A person was renamed, or a house style changed: the line reads otherwise. */
async function readBylineAgain() {
  const { opened } = getShell();
  if (!opened) return;
  const { articleId } = opened;
  const byline = await call('bylines.read', { articleId }).catch(() => null);
  if (byline) patchOpenArticle(articleId, { byline });
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

  on('articles.changed', () => {
    refresh(keys.articles);
    refresh(keys.removedArticles);
    refresh(['finish.state']);
  });
  on('sources.changed', ({ sourceId }) => {
    sourceList.markChanged(sourceId);
    gathered('sources', () => void sourceList.readChanged());
    refresh(keys.removedSources);
    for (const method of ['notes.list', 'exclusions.list']) refresh([method]);
    refresh(['sources.read']);
    refresh(['sources.quoted']);
    refresh(['claims.list']);
    refresh(['claims.propose']);
    refresh(['recordings.of']);
    refresh(['quotations.propose']);
    refresh(['quotations.countProposals']);
    refresh(keys.library);
  });
  on('claims.changed', ({ articleId }) => {
    refresh(keys.claims(articleId));
    refresh(keys.dismissedClaims(articleId));
    refresh(keys.readBacks(articleId));
    refresh(keys.gate(articleId));
    refresh(keys.namesOfSources(articleId));
    refresh(['sources.quoted']);
  });
  on('corrections.changed', ({ articleId }) => refresh(keys.corrections(articleId)));
  on('comments.changed', ({ articleId }) => refresh(keys.comments(articleId)));
  on('bylineStyles.changed', () => {
    refresh(keys.bylineStyles);
    gathered('byline', () => void readBylineAgain());
  });
  on('people.changed', () => {
    gathered('byline', () => void readBylineAgain());
    for (const method of ['people.list', 'people.read', 'people.trace']) refresh([method]);
  });
  on('spelling.changed', ({ articleId }) =>
    refresh(articleId === null ? keys.spelling : keys.spellingIgnored(articleId)),
  );
  on('collections.changed', () => {
    refresh(keys.collections);
    refresh(keys.savedSearches);
  });
  on('notes.changed', () => {
    for (const method of ['notes.list', 'exclusions.list', 'agreements.list', 'sources.read']) {
      refresh([method]);
    }
    refresh(['claims.propose']);
    refresh(['quotations.propose']);
    refresh(['quotations.countProposals']);
    refresh(['finish.gate']);
  });
  // While the index is being built, more is found every moment.
  on('search.progress', () => refresh(['search.find']));
  on('quotations.changed', ({ articleId }) => {
    gathered(`quotations ${articleId}`, () => void readQuotationsAgain(articleId));
    refresh(keys.proposalCounts(articleId));
    refresh(keys.namesOfSources(articleId));
    refresh(keys.claims(articleId));
    refresh(keys.readBacks(articleId));
    refresh(['quotations.elsewhere']);
    refresh(['quotations.propose', articleId]);
    // Only the marks: a long source is not read again with every change of an article.
    refresh(['sources.quoted']);
    gathered('quoted counts', () => void sourceList.readCounts());
    refresh(keys.articles);
    refresh(keys.people);
    refresh(['people.trace']);
    refresh(keys.gate(articleId));
  });
  on('storage.failed', ({ code }) => {
    const wire = toWireError(new StetError(code as StetError['code']));
    setShell({ storageFailure: new StetError(wire.code, wire.data) });
  });
}
