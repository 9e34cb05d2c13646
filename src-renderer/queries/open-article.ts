import { useQuery } from '@tanstack/react-query';
import type { Article } from '../../src-shared/model/article';
import type { QuotationView } from '../../src-shared/model/quotation';
import { call } from '../bridge';
import { showDesk } from '../desk';
import { getShell, useShell } from '../shell';
import { keys, queryClient } from './client';

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
  // A write, done while the window draws; what fails of the library's storage is announced.
  void call('articles.enter', { articleId }).catch(() => undefined);
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
