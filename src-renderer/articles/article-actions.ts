import type { Input } from '../../src-shared/contract';
import type { IncomingFile } from '../../src-shared/contract/incoming-file';
import type { ArticleDetails, ArticleSummary } from '../../src-shared/model/article';
import {
  authorCredit,
  type BylineInput,
  type CreditInput,
  creditInput,
} from '../../src-shared/model/byline';
import { cameBackLines, isAllBack } from '../../src-shared/words/came-back';
import { attempt, attemptBusy, performUndoable, reportError } from '../actions';
import { call } from '../bridge';
import { awaitDesk, rememberDesk } from '../desk';
import { keys, queryClient } from '../queries/client';
import {
  askAhead,
  comingSoon,
  openArticle as knownArticle,
  patchOpenArticle,
  showArrived,
} from '../queries/open-article';
import { getShell, type ShellState, setShell, showToast } from '../shell';
import { articleWords } from '../words/articles';
import { figureWords } from '../words/figures';
import { words } from '../words/words';
import { hasArticle, leaveArticle, showWindowOf, takeArticle } from './article-lock';
import { followTrail, forgetPlaces, leavePlace } from './trail';

/** What is gone to in an article as soon as its text is there (app.tsx). */
type Destination = Partial<
  Pick<ShellState, 'selectedQuotationId' | 'selectedClaimId' | 'wantedWords'>
>;

/**
 * Opens an article, once what was typed in the one before is saved. Where that fails, or where the
 * article is open in another window, the one before stays open: nothing that was typed may go. Answers
 * whether it is open now; one that was open before is not gone anywhere in.
 */
export async function openArticle(
  articleId: string,
  destination: Destination = {},
): Promise<boolean> {
  return openFrom(articleId, leavePlace, destination);
}

/** Goes back to the place that was left by the last jump, or forward again. */
export function followTrailTo(direction: 'back' | 'forward') {
  return followTrail(direction, (articleId) => openFrom(articleId, () => {}));
}

async function openFrom(
  articleId: string,
  leaving: () => void,
  destination: Destination = {},
): Promise<boolean> {
  const { opened, manuscript } = getShell();
  if (opened?.articleId === articleId) {
    manuscript?.focus();
    return true;
  }
  awaitDesk();
  askAhead(articleId);
  const saved = await attempt(async () => manuscript?.flush());
  if (!saved) return false;
  const [taking, article] = await Promise.all([takeArticle(articleId), comingSoon(articleId)]);
  if (taking === 'superseded') return false;
  if (taking === 'elsewhere') {
    sayOpenElsewhere(articleId);
    return false;
  }
  // Asked for twice, it is opened once.
  if (getShell().opened?.articleId === articleId) return true;
  // Another one was taken while this was on its way.
  if (!hasArticle(articleId)) return false;
  // Behind what is waited for: it is a write.
  void rememberDesk();
  leaving();
  showOpened(articleId, destination);
  if (article) showArrived(article);
  return true;
}

function sayOpenElsewhere(articleId: string) {
  showToast(articleWords.openElsewhere(headlineOf(articleId) || words.untitled), {
    action: { label: articleWords.showWindow, perform: () => showWindowOf(articleId) },
  });
}

/** Opens another window of the library, with an article in it where one is named. */
export function openWindow(articleId: string | null) {
  return attempt(() => window.stet.call('openWindow', { articleId }));
}

/** The article of this window was moved to the bin, by another window perhaps. */
export function closeArticle() {
  const { opened } = getShell();
  if (!opened) return;
  forgetPlaces([opened.articleId]);
  leaveArticle(opened.articleId);
  showOpened(null);
}

function showOpened(articleId: string | null, destination: Destination = {}) {
  // A new one is in the list, and in the top bar, at once.
  void queryClient.invalidateQueries({ queryKey: keys.articles });
  const { opened } = getShell();
  setShell({
    opened: articleId === null ? null : { articleId, opening: (opened?.opening ?? 0) + 1 },
    manuscript: null,
    saveState: null,
    statistics: { words: 0, selectedWords: 0 },
    selectedQuotationId: null,
    matchingQuotationId: null,
    selectedClaimId: null,
    matchingClaimId: null,
    claimSuggestions: [],
    selectedCommentId: null,
    commentOrder: [],
    commentDraft: null,
    ...destination,
  });
}

/** What the library says of an article in its list; undefined for one in the bin. */
export function listedArticle(articleId: string): ArticleSummary | undefined {
  const articles = queryClient.getQueryData<ArticleSummary[]>(keys.articles);
  return articles?.find(({ id }) => id === articleId);
}

/** An article's headline as the library knows it now; empty where it has none yet. */
export function headlineOf(articleId: string): string {
  return listedArticle(articleId)?.headline ?? '';
}

export function newArticle() {
  // Its text is typed next, wherever the focus was: the new manuscript takes it where nothing has it,
  // and until then no key may reach the article before.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  setShell({ isMakingArticle: true });
  return attempt(async () => {
    const { articleId } = await call('articles.create', {});
    setShell({ madeArticleId: articleId });
    await openArticle(articleId);
  }).finally(() => setShell({ isMakingArticle: false }));
}

/** Brings in articles, and opens the last one. */
export function importArticles(files: readonly IncomingFile[]) {
  return attemptBusy(words.reading, async () => {
    let last: string | null = null;
    let leftOut = 0;
    let notThere = 0;
    const lines: string[] = [];
    let isWhole = true;
    for (const file of files) {
      try {
        const imported = await call('articles.import', { file });
        const { articleId, cameBack, namesakes } = imported;
        last = articleId;
        leftOut += imported.picturesLeftOut;
        notThere += imported.picturesMissing;
        lines.push(...cameBackLines(cameBack, namesakes));
        isWhole &&= namesakes.length === 0 && isAllBack(cameBack);
      } catch (error) {
        reportError(error);
      }
    }
    if (last) await openArticle(last);
    if (leftOut > 0) showToast(figureWords.leftOut(leftOut));
    if (notThere > 0) showToast(figureWords.notThere(notThere));
    // What was left open stays on the screen until it is put away.
    if (lines.length > 0) showToast(lines.join(' '), { tone: isWhole ? 'plain' : 'error' });
  });
}

export async function pickArticle() {
  const grants = await window.stet.call('pickArticle', {});
  if (grants.length > 0) {
    await importArticles(grants.map(({ token }) => ({ from: 'granted', token })));
  }
}

/** What is on the clipboard as a file; null where there is no text on it. */
export async function clipboardFile(): Promise<IncomingFile | null> {
  const { html, text } = await window.stet.call('readClipboard', {});
  return pastedFile(html, text);
}

/** Pasted text as a file: rich text where there is any. */
export function pastedFile(html: string, text: string): IncomingFile | null {
  if (!text.trim() && !html.trim()) return null;
  const encode = (content: string) => new TextEncoder().encode(content);
  return html.trim()
    ? { from: 'bytes', name: 'pasted.html', bytes: encode(html) }
    : { from: 'bytes', name: 'pasted.txt', bytes: encode(text) };
}

export async function pasteArticle() {
  const file = await clipboardFile();
  if (file) await importArticles([file]);
  else showToast(words.clipboardEmpty);
}

/** Moves an article to the bin; the message that says so can take it back. */
export function removeArticle(articleId: string, headline: string) {
  return attempt(async () => {
    const { opened, manuscript } = getShell();
    const isOpen = opened?.articleId === articleId;
    if (isOpen) await manuscript?.flush();
    await call('articles.remove', { articleId });
    if (isOpen) closeArticle();
    else forgetPlaces([articleId]);
    showToast(words.movedToBin(headline || words.untitled), {
      action: {
        label: words.undo,
        perform: () =>
          void attempt(async () => {
            await call('articles.restore', { articleId });
            if (isOpen) await openArticle(articleId);
          }),
      },
    });
  });
}

/** Changes details of the open article; one step of undo. */
export function updateArticle(articleId: string, details: Partial<ArticleDetails>, label: string) {
  let previous: Input<'articles.update'>['details'] = {};
  return performUndoable({
    label,
    async perform() {
      previous = (await call('articles.update', { articleId, details })).previous;
      patchOpenArticle(articleId, details);
    },
    async undo() {
      await call('articles.update', { articleId, details: previous });
      patchOpenArticle(articleId, previous as Partial<ArticleDetails>);
    },
  });
}

/** Sets the open article's byline; one step of undo. */
export function setByline(articleId: string, byline: BylineInput, label: string) {
  let previous: BylineInput | null = null;
  const set = async (input: BylineInput) => {
    const answer = await call('bylines.set', { articleId, ...input });
    patchOpenArticle(articleId, { byline: answer.byline });
    return answer.previous;
  };
  return performUndoable({
    label,
    async perform() {
      previous = await set(byline);
    },
    async undo() {
      if (previous) await set(previous);
    },
  });
}

/** The credits of the open article in the form in which they are set. */
export function creditInputs(): CreditInput[] {
  const credits = knownArticle()?.byline.credits ?? [];
  return credits.map(creditInput);
}

/** Adds a contributor as author at the end of the byline. */
export function addContributor(articleId: string, personId: string) {
  const credits = creditInputs();
  if (credits.some((credit) => credit.personId === personId && credit.role === 'author')) {
    showToast(words.byline.isAuthor);
    return Promise.resolve(true);
  }
  const style = knownArticle()?.byline.style ?? 'ap';
  return setByline(
    articleId,
    { style, credits: [...credits, authorCredit(personId)] },
    words.byline.added,
  );
}
