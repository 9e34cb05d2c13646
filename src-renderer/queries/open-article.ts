import { useQuery } from '@tanstack/react-query';
import type { Article } from '../../src-shared/model/article';
import type { QuotationView } from '../../src-shared/model/quotation';
import { call } from '../bridge';
import { showDesk } from '../desk';
import type { SaveAnswer } from '../editor/handle';
import { keyFrames } from '../key-frames';
import { getShell, type ShellState, useShell } from '../shell';
import { keys, queryClient } from './client';

type Opened = NonNullable<ShellState['opened']>;

/** So many milliseconds the page before may stay, so that none is drawn between. */
const SOON_MS = 120;
/** An answer that nobody took for so long is not taken any more. */
const AHEAD_MS = 2_000;

let asked: { articleId: string; article: Promise<Article>; at: number } | null = null;

/**
 * Asks for an article that is opened next, or pressed on with the pointer: it is on its way while the
 * window makes room for it. Changes nothing, and asks once.
 */
export function askAhead(articleId: string): void {
  if (isAsked(articleId)) return;
  const article = call('articles.open', { articleId });
  // Told where the answer is wanted.
  article.catch(() => undefined);
  asked = { articleId, article, at: performance.now() };
}

/** What was asked ahead may have been answered before a change. */
export function forgetAhead(): void {
  asked = null;
}

function isAsked(articleId: string): boolean {
  return asked?.articleId === articleId && performance.now() - asked.at < AHEAD_MS;
}

/**
 * The article, if it comes so soon that what is on the screen can stay until then; null otherwise, and
 * where it cannot be read: who reads it then is told why.
 */
export function comingSoon(articleId: string): Promise<Article | null> {
  askAhead(articleId);
  return Promise.race([
    asked!.article.catch(() => null),
    new Promise<null>((later) => setTimeout(later, SOON_MS, null)),
  ]);
}

async function readOpened(articleId: string): Promise<Article> {
  const ahead = isAsked(articleId) ? asked!.article : null;
  asked = null;
  return ahead ?? call('articles.open', { articleId });
}

/** An article is there: what stands around it is put on the screen with it. */
function arrive({ articleId, opening }: Opened, article: Article): Article {
  // A write, done while the window draws; what fails of the library's storage is announced.
  void call('articles.enter', { articleId }).catch(() => undefined);
  showDesk(`${articleId} ${opening}`, article.id, article.desk);
  const known = openArticle();
  // A save may have answered while this was on its way: what it knows is newer.
  const isOlder = known?.id === article.id && known.version > article.version;
  return isOlder
    ? { ...article, version: known.version, quotations: known.quotations }
    : { ...article, quotations: followWords(article.id, article.quotations) };
}

/** Says that an article is there that `shell.opened` names now: it is drawn without a page between. */
export function showArrived(article: Article): void {
  asked = null;
  const { opened } = getShell();
  if (opened?.articleId !== article.id) return;
  const key = keys.article(opened.articleId, opened.opening);
  queryClient.setQueryData<Article>(key, arrive(opened, article));
}

/** The article that is open; its document is the one it was opened with. */
export function useOpenArticle() {
  const opened = useShell((state) => state.opened);
  return useQuery({
    queryKey: keys.article(opened?.articleId ?? '', opened?.opening ?? 0),
    queryFn: async () => arrive(opened!, await readOpened(opened!.articleId)),
    enabled: opened !== null,
  });
}

/** The open article as the window knows it now, for code outside React. */
export function openArticle(): Article | null {
  const { opened } = getShell();
  if (!opened) return null;
  return queryClient.getQueryData<Article>(keys.article(opened.articleId, opened.opening)) ?? null;
}

/** Counts what the library has said of quotations: what it said before is older. */
let said = 0;

/** Changes what is known of the open article, if it is still this one. */
export function patchOpenArticle(articleId: string, patch: Partial<Article>) {
  const { quotations } = patch;
  if (quotations) said += 1;
  putInArticle(
    articleId,
    quotations ? { ...patch, quotations: followWords(articleId, quotations) } : patch,
  );
}

/** What a save answered: while somebody types nobody looks at it, so that it waits until the keys rest. */
export function putSaved(articleId: string, { version, savedAt, quotations }: SaveAnswer) {
  const before = said;
  keyFrames.rested(`saved ${articleId}`, () => {
    const patch = { version, updatedAt: savedAt };
    patchOpenArticle(articleId, said === before ? { ...patch, quotations } : patch);
  });
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
