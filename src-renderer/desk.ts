import type { Desk } from '../src-shared/model/article';
import { call } from './bridge';
import { getShell, PANEL_TABS, type PanelTab, type ShellState, setShell, subscribe } from './shell';
import { readingPlace } from './sources/reading-place';

/*
 * What stands around an article: the panel and its tab, widths, the source that is read beside it.
 * Remembered by article in the library, and there again before the article is drawn.
 */

const REMEMBER_AFTER_MS = 500;

/** The opening whose desk is on the screen, and what is remembered of it. */
let current: { opening: string; articleId: string; remembered: string } | null = null;
let isStarted = false;
/** What is around was chosen while an article is on its way. */
let isChosen = false;
let timer: ReturnType<typeof setTimeout> | undefined;

function deskOf({ tab, railHidden, panelHidden, widths, sourceId, ...state }: ShellState): Desk {
  return {
    tab,
    railHidden,
    panelHidden,
    widths,
    source:
      sourceId === null
        ? null
        : { sourceId, versionId: state.sourceVersionId, shown: readingPlace(state.shown) },
    ...(state.isSuggesting ? { suggesting: true } : {}),
  };
}

/** An article is opened: what somebody chooses from now on is not taken away by its desk. */
export function awaitDesk() {
  isChosen = false;
}

function put(desk: Desk) {
  const { tab, railHidden, panelHidden, widths, source } = desk;
  const isTab = (PANEL_TABS as readonly string[]).includes(tab);
  const { shown, widths: now } = getShell();
  setShell({
    ...(isTab ? { tab: tab as PanelTab } : {}),
    railHidden,
    panelHidden,
    // The same object where nothing changed: the window is not drawn anew for it.
    widths: JSON.stringify(widths) === JSON.stringify(now) ? now : widths,
    sourceId: source?.sourceId ?? null,
    sourceVersionId: source?.versionId ?? null,
    shown: source?.shown ? { ...source.shown, request: (shown?.request ?? 0) + 1 } : null,
  });
}

/** Puts the desk of the article that is opened next on the screen: when the window has just started. */
export function showFirstDesk(desk: Desk | null) {
  if (desk && !isStarted && !getShell().opened) put(desk);
  isStarted = true;
}

/**
 * Puts the desk of an article on the screen, once for each opening, before it is drawn. Where it was
 * opened for a place in it (a quotation, a claim, words that were found), what led there stays; and what
 * somebody who was quicker chose meanwhile.
 */
export function showDesk(opening: string, articleId: string, desk: Desk | null) {
  if (current?.opening === opening) return;
  const { selectedQuotationId, selectedClaimId, wantedWords } = getShell();
  const isForPlace =
    selectedQuotationId !== null || selectedClaimId !== null || wantedWords !== null;
  const stays = isForPlace || isChosen;
  if (desk && !stays) put(desk);
  setShell({ isSuggesting: desk?.suggesting ?? false });
  current = { opening, articleId, remembered: JSON.stringify(desk) };
  if (!desk || stays) timer ??= setTimeout(rememberDesk, REMEMBER_AFTER_MS);
}

/** Remembers at once what changed around the article that is open; that it fails is no error. */
export async function rememberDesk(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const state = getShell();
  if (!current || state.opened?.articleId !== current.articleId) return;
  const desk = deskOf(state);
  const text = JSON.stringify(desk);
  if (text === current.remembered) return;
  current.remembered = text;
  await call('articles.rememberDesk', { articleId: current.articleId, desk }).catch(
    () => undefined,
  );
}

/** Watches what is around the article. Called once. */
export function keepDesk() {
  let before = getShell();
  const parts = [
    'tab',
    'railHidden',
    'panelHidden',
    'widths',
    'sourceId',
    'sourceVersionId',
    'shown',
    'isSuggesting',
  ];
  subscribe(() => {
    const now = getShell();
    const isOther = parts.some(
      (part) => now[part as keyof ShellState] !== before[part as keyof ShellState],
    );
    before = now;
    if (!isOther) return;
    isChosen = true;
    timer ??= setTimeout(rememberDesk, REMEMBER_AFTER_MS);
  });
  // How far the source is scrolled: `scroll` does not bubble, and is heard on its way down.
  document.addEventListener(
    'scroll',
    ({ target }) => {
      if (target instanceof Element && target.matches('.reader')) {
        timer ??= setTimeout(rememberDesk, REMEMBER_AFTER_MS);
      }
    },
    { capture: true, passive: true },
  );
}
