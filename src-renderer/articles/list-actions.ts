import type { Input } from '../../src-shared/contract';
import type { ArticleShelf, ArticleStatus, ArticleSummary } from '../../src-shared/model/article';
import { attempt } from '../actions';
import { call } from '../bridge';
import { askToReopen, finishArticle, showGate } from '../finish/finished-actions';
import { keys, queryClient } from '../queries/client';
import { openArticle as knownArticle, patchOpenArticle } from '../queries/open-article';
import { closeDialog, getShell, openDialog, setShell, showToast } from '../shell';
import { articleWords } from '../words/articles';
import { finishedWords } from '../words/finished';
import { STATUS_LABELS } from '../words/format';
import { words } from '../words/words';
import {
  closeArticle,
  headlineOf,
  listedArticle,
  openArticle,
  updateArticle,
} from './article-actions';
import type { ArticleListView } from './list-view';
import { forgetPlaces } from './trail';

/* What is done with several articles of the library at once: a message takes it back. */

/** Lists other articles of the library, or in another order. */
export function changeList(change: Partial<ArticleListView>) {
  setShell({ articleList: { ...getShell().articleList, ...change } });
}

type Changes = Input<'articles.updateMany'>['changes'];

async function setMany(changes: Changes): Promise<Changes> {
  const { opened, manuscript } = getShell();
  const own = changes.find(({ articleId }) => articleId === opened?.articleId);
  // What is thrown away has its last words.
  if (own) await manuscript?.flush();
  const { previous } = await call('articles.updateMany', { changes });
  if (own) {
    const details = Object.entries(own.details).filter(([, value]) => value !== undefined);
    patchOpenArticle(own.articleId, Object.fromEntries(details));
    if (own.shelf === 'bin') closeArticle();
  }
  const gone = changes.filter(({ shelf }) => shelf === 'bin').map(({ articleId }) => articleId);
  if (gone.length > 0) forgetPlaces(gone);
  for (const queryKey of [keys.articles, keys.removedArticles]) {
    void queryClient.invalidateQueries({ queryKey });
  }
  return previous;
}

/** Changes articles, says so, and offers to take it back. */
function changeMany(changes: Changes, said: (number: number) => string) {
  const reopened = getShell().opened?.articleId;
  return attempt(async () => {
    const previous = await setMany(changes);
    if (previous.length === 0) return;
    showToast(said(previous.length), {
      action: {
        label: words.undo,
        perform: () =>
          void attempt(async () => {
            await setMany(previous);
            const wasClosed = changes.some(
              ({ articleId, shelf }) => articleId === reopened && shelf === 'bin',
            );
            if (wasClosed && reopened && !getShell().opened) await openArticle(reopened);
          }),
      },
    });
  });
}

export function setStatus(articleIds: readonly string[], status: ArticleStatus) {
  const [only] = articleIds;
  const isOpen = articleIds.length === 1 && getShell().opened?.articleId === only;
  const finished = articleIds.filter((id) => isFinished(id));
  if (status === 'finished') {
    return markFinished(articleIds.filter((id) => !isFinished(id)));
  }
  // Why it is reopened is asked for; the others can be changed without it.
  if (finished.length > 0) {
    askToReopen(finished, status);
    if (finished.length === articleIds.length) return Promise.resolve(true);
    return setStatus(
      articleIds.filter((id) => !isFinished(id)),
      status,
    );
  }
  // Of the open article it is one step of its undo.
  if (isOpen && only !== undefined) {
    return updateArticle(only, { status }, words.article.statusChanged);
  }
  return changeMany(
    articleIds.map((articleId) => ({ articleId, details: { status } })),
    (number) => articleWords.statusChanged(number, STATUS_LABELS[status]),
  );
}

function isFinished(articleId: string): boolean {
  const open = knownArticle();
  if (open?.id === articleId) return open.status === 'finished';
  return listedArticle(articleId)?.status === 'finished';
}

/** Marks articles as finished. The gate of one that has open points is shown, with the article. */
async function markFinished(articleIds: readonly string[]): Promise<boolean> {
  const [only] = articleIds;
  if (only === undefined) return true;
  if (articleIds.length > 1) {
    openDialog({ kind: 'finish-articles', articleIds });
    return true;
  }
  return finishArticle(only, () => openGate(only));
}

/** Opens an article, and lists what its gate has open. */
export async function openGate(articleId: string): Promise<void> {
  const isOpen = getShell().opened?.articleId === articleId || (await openArticle(articleId));
  if (isOpen) showGate();
}

const SAID: Record<ArticleShelf, (number: number) => string> = {
  desk: articleWords.unarchived,
  archive: articleWords.archived,
  bin: articleWords.binned,
};

export function moveTo(articleIds: readonly string[], shelf: ArticleShelf) {
  return changeMany(
    articleIds.map((articleId) => ({ articleId, details: {}, shelf })),
    articleIds.length === 1 && shelf === 'bin'
      ? () => words.movedToBin(headlineOf(articleIds[0]!) || words.untitled)
      : SAID[shelf],
  );
}

/** Takes articles out of the bin. */
export function putBack(articleIds: readonly string[]) {
  return changeMany(
    articleIds.map((articleId) => ({ articleId, details: {}, shelf: 'desk' as const })),
    articleWords.restored,
  );
}

/** Adds tags to articles and takes others away. */
export function changeTags(
  articles: readonly ArticleSummary[],
  changes: ReadonlyMap<string, boolean>,
) {
  // The tags of a finished article are printed with it.
  const open = articles.filter(({ status }) => status !== 'finished');
  const left = articles.length - open.length;
  if (open.length === 0) {
    showToast(finishedWords.leftAlone(left));
    return Promise.resolve(true);
  }
  return changeMany(
    open.map(({ id: articleId, tags }) => {
      const kept = tags.filter((tag) => changes.get(tag) !== false);
      const added = [...changes].filter(([tag, isOn]) => isOn && !tags.includes(tag));
      return { articleId, details: { tags: [...kept, ...added.map(([tag]) => tag)] } };
    }),
    (number) => {
      const said = articleWords.tagsChanged(number);
      return left > 0 ? finishedWords.someLeft(said, left) : said;
    },
  );
}

/** Deletes articles of the bin for good. */
export function eraseArticles(articleIds: readonly string[]) {
  closeDialog();
  return attempt(async () => {
    await call('articles.erase', { articleIds: [...articleIds] });
    await queryClient.invalidateQueries({ queryKey: keys.removedArticles });
    showToast(articleWords.erased(articleIds.length));
  });
}
