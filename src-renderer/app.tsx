import { type CSSProperties, useEffect, useMemo, useRef } from 'react';
import { COMMANDS } from '../src-shared/commands';
import type { Article } from '../src-shared/model/article';
import type { ClaimView } from '../src-shared/model/claim';
import { attempt, reportError } from './actions';
import {
  importArticles,
  newArticle,
  openArticle,
  pasteArticle,
  pastedFile,
  pickArticle,
} from './articles/article-actions';
import { Byline } from './articles/byline';
import { useListedArticle } from './articles/listed-article';
import { takeWantedPlace, withTrail } from './articles/trail';
import { keepLinksOfCopies } from './claims/claim-actions';
import { runCommand } from './commands';
import type { ManuscriptHandle, SaveAnswer, SaveState } from './editor/handle';
import { Manuscript } from './editor/manuscript';
import { CorrectionsSection } from './finish/corrections-section';
import { FinishedBar } from './finish/finished-bar';
import { ImportStrip } from './imports/import-strip';
import { keyFrames } from './key-frames';
import { useArticles, useComments, useLibrary } from './queries/articles';
import { asStetError, isFirstWindow, queryClient } from './queries/client';
import {
  openArticle as knownArticle,
  putSaved,
  showQuotations,
  useOpenArticle,
} from './queries/open-article';
import { useClaims } from './queries/quotations';
import { keepBeforeReplacing } from './revisions/revision-actions';
import { getShell, setShell, showToast, useShell } from './shell';
import { shortcutLabel } from './shortcuts';
import { Spelling } from './spelling/spelling';
import { SuggestionAnnouncer } from './suggestions/suggesting-status';
import { Announcer } from './ui/announcer';
import { Button } from './ui/button';
import { Dialogs } from './ui/dialogs';
import { DropZones } from './ui/drop';
import { EmptyState } from './ui/empty-state';
import { ErrorBoundary } from './ui/error-boundary';
import { PaneResizer, widthsStyle } from './ui/pane-resizer';
import { Panel } from './ui/panel';
import { Rail } from './ui/rail';
import { StatusBar } from './ui/status-bar';
import { StorageBanner } from './ui/storage-banner';
import { Toasts } from './ui/toasts';
import { TopBar } from './ui/top-bar';
import { errorMessage } from './words/errors';
import { words } from './words/words';

/** The window. */
export function App() {
  const isFocused = useShell((state) => state.isFocused && state.opened !== null);
  const { data: library, error } = useLibrary();
  // What was beside the article of last time is not known yet: nothing is shown that would go again.
  const isStarting = library === undefined;
  const railHidden = useShell((state) => state.railHidden) || isFocused || isStarting;
  const panelHidden = useShell((state) => state.panelHidden) || isFocused || isStarting;
  const widths = useShell((state) => state.widths);
  const { textSize, pageWidth, typewriter } = useShell((state) => state.view);
  const tab = useShell((state) => state.tab);
  useLastArticle();
  useShownArticle();
  useListedArticle();
  usePastedArticle();

  if (error) return <LibraryFailure error={error} />;
  const layout = [
    'app',
    railHidden ? 'rail-hidden' : '',
    panelHidden ? 'panel-hidden' : '',
    tab === 'source' ? 'panel-wide' : '',
    isFocused ? 'focused' : '',
    typewriter ? 'typewriter' : '',
    `page-${pageWidth}`,
  ];
  return (
    <div
      className={layout.filter(Boolean).join(' ')}
      style={{ '--text-size': textSize, ...widthsStyle(widths) } as CSSProperties}
    >
      <TopBar />
      <StorageBanner />
      {railHidden ? null : (
        <ErrorBoundary>
          <Rail />
        </ErrorBoundary>
      )}
      <main className="manuscript" data-drop-zone="window">
        <Main />
      </main>
      {panelHidden ? null : <Panel />}
      {railHidden ? null : <PaneResizer pane="rail" />}
      {panelHidden ? null : <PaneResizer pane={tab === 'source' ? 'sourcePanel' : 'panel'} />}
      <StatusBar />
      {isFocused ? (
        <div className="leave-focus">
          <Button small onPress={() => runCommand('view.focus')}>
            {words.leaveFocus}{' '}
            <kbd>
              {shortcutLabel(COMMANDS['view.focus'].accelerator ?? '', window.stet.platform)}
            </kbd>
          </Button>
        </div>
      ) : null}
      <ImportStrip />
      <Toasts />
      <Announcer />
      <SuggestionAnnouncer />
      <DropZones />
      <Dialogs />
    </div>
  );
}

function LibraryFailure({ error }: { error: unknown }) {
  return (
    <div className="app-failed">
      <EmptyState title={words.start.libraryFailedTitle} text={errorMessage(asStetError(error))}>
        <Button tone="primary" onPress={() => void queryClient.refetchQueries()}>
          {words.start.tryAgain}
        </Button>
        <Button onPress={() => void attempt(() => window.stet.call('openLibrary', {}))}>
          {words.start.otherLibrary}
        </Button>
      </EmptyState>
    </div>
  );
}

/** The manuscript, or how to get one. */
function Main() {
  const opened = useShell((state) => state.opened);
  const { data: article, error, refetch } = useOpenArticle();
  if (!opened) return <NoArticle />;
  if (error) {
    return (
      <EmptyState title={words.start.failedTitle} text={errorMessage(asStetError(error))}>
        <Button onPress={() => void refetch()}>{words.start.tryAgain}</Button>
      </EmptyState>
    );
  }
  if (!article) return <p className="opening">{words.start.opening}</p>;
  return (
    <ErrorBoundary resetKey={`${opened.articleId} ${opened.opening}`}>
      <OpenManuscript key={`${opened.articleId} ${opened.opening}`} article={article} />
    </ErrorBoundary>
  );
}

function NoArticle() {
  const { data: articles } = useArticles();
  if (!articles) return <p className="opening">{words.start.opening}</p>;
  const isEmpty = articles.length === 0;
  return (
    <EmptyState
      title={isEmpty ? words.start.emptyTitle : words.start.title}
      text={isEmpty ? words.start.emptyText : words.start.text}
    >
      <Button tone="primary" onPress={() => void attempt(pickArticle)}>
        {words.start.open}
      </Button>
      <Button onPress={() => void attempt(pasteArticle)}>{words.start.paste}</Button>
      <Button onPress={() => void newArticle()}>{words.start.write}</Button>
    </EmptyState>
  );
}

function OpenManuscript({ article }: { article: Article }) {
  // The manuscript reads the document once: what the cache learns later is about quotations and details.
  const selectedId = useShell((state) => state.selectedQuotationId);
  const isTypewriter = useShell((state) => state.view.typewriter);
  const isTypographic = useShell((state) => state.view.typographic);
  const { data: threads } = useComments(article.id);
  const openComments = useMemo(
    () => (threads ?? []).filter(({ resolved }) => resolved === null).map(({ id }) => id),
    [threads],
  );
  const selectedCommentId = useShell((state) => state.selectedCommentId);
  const isSuggesting = useShell((state) => state.isSuggesting);
  const selectedSuggestionId = useShell((state) => state.selectedSuggestionId);
  const { data: library } = useLibrary();
  const editorId = library?.editorId ?? '';
  const { data: claims = NO_CLAIMS } = useClaims(article.id);
  const selectedClaimId = useShell((state) => state.selectedClaimId);
  const articleId = article.id;
  return (
    <Manuscript
      article={article}
      quotations={article.quotations}
      selectedQuotationId={selectedId}
      onSelectQuotation={selectQuotation}
      onReady={(manuscript) => manuscriptReady(articleId, manuscript)}
      quotationsNow={() => knownArticle()?.quotations ?? []}
      onQuotations={(quotations) => showQuotations(articleId, quotations)}
      onSaved={(answer) => saved(articleId, answer)}
      onSaveState={(saveState) => saveStateChanged(articleId, saveState)}
      onError={reportError}
      onLargeChange={() => keepBeforeReplacing(articleId)}
      onMessage={(text) => showToast(text)}
      onCommand={runCommand}
      onStatistics={(statistics) => setShell({ statistics })}
      openComments={openComments}
      selectedCommentId={selectedCommentId}
      onSelectComment={(threadId) => setShell({ selectedCommentId: threadId })}
      onCommentOrder={(commentOrder) => setShell({ commentOrder })}
      claims={claims}
      selectedClaimId={selectedClaimId}
      onSelectClaim={(claimId) => setShell({ selectedClaimId: claimId })}
      onClaimCopies={(copies) => keepLinksOfCopies(articleId, copies)}
      onClaimSuggestions={(claimSuggestions) => setShell({ claimSuggestions })}
      suggestingAs={isSuggesting && editorId !== '' ? editorId : null}
      editorId={editorId}
      selectedSuggestionId={selectedSuggestionId}
      onSuggestions={(suggestions) => setShell({ suggestions })}
      onSelectSuggestion={(id) => setShell({ selectedSuggestionId: id })}
      onOutline={(outline) => setShell({ outline })}
      isTypewriter={isTypewriter}
      takesFocus={() => takesFocus(articleId)}
      isTypographic={isTypographic}
      spelling={<Spelling article={article} />}
      byline={<Byline articleId={articleId} byline={article.byline} />}
      notice={<FinishedBar article={article} />}
      below={<CorrectionsSection articleId={articleId} />}
    />
  );
}

/** One that was just made does; any other where nothing has the focus, and no new one is on its way. */
function takesFocus(articleId: string): boolean {
  const { madeArticleId, isMakingArticle } = getShell();
  if (madeArticleId === articleId) return true;
  return document.activeElement === document.body && !isMakingArticle;
}

const NO_CLAIMS: readonly ClaimView[] = [];

function selectQuotation(quotationId: string | null) {
  if (getShell().selectedQuotationId !== quotationId) {
    setShell({ selectedQuotationId: quotationId });
  }
}

function manuscriptReady(articleId: string, manuscript: ManuscriptHandle) {
  setShell({ manuscript: withTrail(manuscript) });
  // One that was opened before may be drawn while the one that was made is on its way.
  if (getShell().madeArticleId === articleId) setShell({ madeArticleId: null });
  const { selectedQuotationId, selectedClaimId, wantedWords, opened } = getShell();
  const place = takeWantedPlace(opened?.articleId ?? '');
  if (place) {
    manuscript.goToPlace(place);
    return;
  }
  if (wantedWords) {
    setShell({ wantedWords: null });
    manuscript.selectWords(wantedWords);
    return;
  }
  // A quotation or claim of another article was clicked: it is gone to now that its article is there.
  if (selectedQuotationId) manuscript.goToQuotation(selectedQuotationId);
  else if (selectedClaimId) manuscript.claims.goTo(selectedClaimId);
}

function saved(articleId: string, answer: SaveAnswer) {
  putSaved(articleId, answer);
  if (getShell().storageFailure) setShell({ storageFailure: null });
}

/** A save that takes longer than this is said to go on. */
const SAVING_SAID_AFTER_MS = 300;

let newestSaveState: SaveState | null = null;

function saveStateChanged(articleId: string, saveState: SaveState) {
  newestSaveState = saveState;
  const show = () => {
    const isNewest = newestSaveState === saveState && getShell().opened?.articleId === articleId;
    if (isNewest) setShell({ saveState });
  };
  if (saveState.kind === 'saving') setTimeout(show, SAVING_SAID_AFTER_MS);
  else if (saveState.kind === 'saved') keyFrames.rested('save state', show);
  else {
    show();
    const isStorage = ['disk-full', 'read-only', 'storage-failed', 'library-damaged'];
    if (isStorage.includes(saveState.error.code)) setShell({ storageFailure: saveState.error });
    else reportError(saveState.error);
  }
}

/** Opens the article that was open last, or the one that the window was opened for, once. */
function useLastArticle() {
  const { data: library } = useLibrary();
  const isDone = useRef(false);
  useEffect(() => {
    if (!library || isDone.current) return;
    isDone.current = true;
    const { hash } = window.location;
    const named = hash === '#new' ? null : hash.slice(1);
    const articleId = isFirstWindow() ? library.lastArticleId : named;
    const { opened, isMakingArticle } = getShell();
    // Somebody who is quick has begun a new one: that one is meant.
    if (articleId && !opened && !isMakingArticle) void openArticle(articleId);
  }, [library]);
}

/** Tells the desktop which article is shown, so that the window comes back with it. */
function useShownArticle() {
  const articleId = useShell((state) => state.opened?.articleId ?? null);
  const isTold = useRef(false);
  useEffect(() => {
    // Before the first one is open there is nothing to say: the window was opened for something.
    if (articleId === null && !isTold.current) return;
    isTold.current = true;
    void attempt(() => window.stet.call('showsArticle', { articleId }));
  }, [articleId]);
}

/** Text pasted where nothing is being typed becomes an article while none is open. */
function usePastedArticle() {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const { opened, dialog } = getShell();
      const isTyping = event.target instanceof Element && event.target.closest('input, textarea');
      if (opened || dialog || isTyping || !event.clipboardData) return;
      const { clipboardData } = event;
      const file = pastedFile(
        clipboardData.getData('text/html'),
        clipboardData.getData('text/plain'),
      );
      if (!file) return;
      event.preventDefault();
      void importArticles([file]);
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, []);
}
