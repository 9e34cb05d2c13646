import { useSyncExternalStore } from 'react';
import type { FoundClaim } from '../src-shared/claim/find-claims';
import type { EventPayload } from '../src-shared/contract';
import type { ImportResult } from '../src-shared/contract/imports';
import type { DroppedGrant } from '../src-shared/desktop';
import { USUAL_VIEW, type View } from '../src-shared/desktop';
import type { Suggestion } from '../src-shared/document/list-suggestions';
import type { StetError } from '../src-shared/errors';
import type { Desk } from '../src-shared/model/article';
import type { ArticleCorrection } from '../src-shared/model/article-correction';
import type { SourceView } from '../src-shared/model/collection';
import type { Stretch } from '../src-shared/model/note';
import type { Span, SpanText } from '../src-shared/model/span';
import { type ArticleListView, USUAL_LIST } from './articles/list-view';
import type { ManuscriptHandle, SaveState } from './editor/handle';
import type { KeptHtml } from './editor/html/edit';
import type { OutlineHeading } from './editor/outline';

/*
 * What the window shows at this moment: which article and source are open, what is selected, which
 * dialog is up. What is in the library is not here (queries/). Commands read it outside React, so
 * it is a plain store.
 */

export const PANEL_TABS = ['quotes', 'source', 'article', 'comments'] as const;
export type PanelTab = (typeof PANEL_TABS)[number];

/** A dialog, with what it is about. One is open at a time. */
export type Dialog =
  /** `query`: what is in the search box from the start. */
  | { kind: 'palette'; query?: string }
  | { kind: 'finish' }
  | { kind: 'mark-finished' }
  | { kind: 'finish-articles'; articleIds: readonly string[] }
  | { kind: 'provenance' }
  | { kind: 'reopen'; articleIds: readonly string[]; status: 'draft' | 'in-check' }
  /** A new one where `correction` is null. */
  | { kind: 'correction'; articleId: string; correction: ArticleCorrection | null }
  | { kind: 'accept'; quotationId: string }
  /** Something about the read-back of these quotations is written down. */
  | { kind: 'read-back'; quotationIds: readonly string[] }
  | { kind: 'person'; personId: string | null; name?: string }
  | { kind: 'source'; sourceId: string; tab?: SourceTab }
  /** A new collection where `collectionId` is null; `sourceIds` are put into it. */
  | {
      kind: 'collection';
      collectionId: string | null;
      parentId?: string | null;
      sourceIds?: readonly string[];
    }
  | { kind: 'collect'; sourceIds: readonly string[] }
  /** A new one where `savedSearchId` is null. */
  | { kind: 'saved-search'; savedSearchId: string | null; query: string }
  /** Something written about a source, or about a stretch of it. */
  | {
      kind: 'annotate';
      what: 'note' | 'exclusion';
      sourceId: string;
      stretch: (Stretch & { exact: string }) | null;
    }
  | { kind: 'add-version'; sourceId: string }
  | { kind: 'compare-versions'; sourceId: string }
  | { kind: 'withdraw-version'; sourceId: string; versionId: string }
  /** Of all sources where `sourceId` is null; `addedVersionId` is the one that was added just now. */
  | { kind: 'impact'; sourceId: string | null; addedVersionId?: string }
  | { kind: 'drop'; files: DroppedGrant[] }
  | { kind: 'import-result' }
  | { kind: 'watched-folders' }
  | { kind: 'house-profile' }
  /** `text`: what is in the box from the start. */
  | { kind: 'paste-byline'; text: string }
  | { kind: 'house-styles' }
  | { kind: 'revisions' }
  | { kind: 'keep-revision' }
  | { kind: 'character' }
  | { kind: 'insert-table' }
  | { kind: 'kept-html'; kept: KeptHtml }
  | { kind: 'article-tags'; articleIds: readonly string[] }
  | { kind: 'erase-articles'; articleIds: readonly string[] }
  | { kind: 'export-articles'; articleIds: readonly string[] }
  /** `oldest`: the one at the end is marked at first. */
  | { kind: 'recent'; oldest: boolean }
  | { kind: 'spelling' }
  | { kind: 'shortcuts' }
  | { kind: 'about' };

/** The parts of a source's details. */
export type SourceTab = 'details' | 'bibliography' | 'collections' | 'agreements';

export interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'error';
  action: { label: string; perform(): void } | null;
}

/** Sources being brought in. */
export interface ImportJob extends EventPayload<'import.progress'> {
  cancelling: boolean;
}

/** A recording that is being kept; `done` and `total` are bytes. */
export interface AttachJob {
  jobId: string;
  sourceId: string;
  name: string;
  done: number;
  total: number;
  cancelling: boolean;
}

export interface ShellState {
  /** `opening` counts openings: an article that is opened again is read again. */
  opened: { articleId: string; opening: number } | null;
  /** A new article is on its way: no other one takes the focus, and the keys that are typed next. */
  isMakingArticle: boolean;
  /** The article that was made last, until it is drawn: the cursor goes into it wherever the focus was. */
  madeArticleId: string | null;
  manuscript: ManuscriptHandle | null;
  saveState: SaveState | null;
  statistics: { words: number; selectedWords: number };

  tab: PanelTab;
  railHidden: boolean;
  panelHidden: boolean;
  /** Widths that were chosen, in CSS pixels; null where they are the usual ones. */
  widths: Desk['widths'];
  /** How many places one can go back to, and forward to. */
  trail: { back: number; forward: number };
  /** Nothing but the text is shown. */
  isFocused: boolean;
  view: View;
  /** The headings of the open article, in its order. */
  outline: readonly OutlineHeading[];

  /** Words of an article that is being opened: selected when its text is there. */
  wantedWords: SpanText | null;

  selectedQuotationId: string | null;
  /** The quotation whose fitting passages are shown under the source. */
  matchingQuotationId: string | null;

  /** Which articles the library lists. */
  articleList: ArticleListView;
  /** Which sources the library lists. */
  sourceView: SourceView;
  /** Sources that are being dragged, by id; null while none is. */
  draggedSources: readonly string[] | null;

  selectedClaimId: string | null;
  /** The claim whose passages are shown under the source. */
  matchingClaimId: string | null;
  /** What the Quotes panel lists. */
  quotesList: 'quotations' | 'claims';
  /** The sentences of the article that look as if they needed a source, in its order. */
  claimSuggestions: readonly FoundClaim[];

  /** Changes of the text are proposed, not made. */
  isSuggesting: boolean;
  /** What is proposed in the open article, in the order of its text. */
  suggestions: readonly Suggestion[];
  selectedSuggestionId: string | null;

  selectedCommentId: string | null;
  /** The threads that the text is marked with, in its order. */
  commentOrder: readonly string[];
  /** The words that a comment is being written about. */
  commentDraft: string | null;

  sourceId: string | null;
  /** The version of it that is read; null for the current one. */
  sourceVersionId: string | null;
  /** The stretch of the source shown as current; `request` counts, so that the same one is scrolled to again. */
  shown: (Span & { request: number }) | null;
  /** The note that was asked for; `request` counts. */
  shownNote: { noteId: string; request: number } | null;
  /** What is selected in the reader. */
  readerSelection: (Span & { sourceId: string }) | null;
  /** Whether an open source is shown as its text or as its original, where that can be shown. */
  readerView: 'text' | 'page';
  /** True while a source is open whose original can be shown. */
  hasPages: boolean;
  /** The source in which a page or a time is to be gone to; `request` counts. */
  goTo: { sourceId: string; request: number } | null;
  /** A recording that is being kept. */
  attachJob: AttachJob | null;
  /** Counts requests to move the focus into "Find in this source". */
  findRequest: number;

  dialog: Dialog | null;
  toasts: Toast[];
  importJob: ImportJob | null;
  /** What became of the last one, until it is put away; null where a message said it all. */
  importResult: ImportResult | null;
  /** What the library is busy with, in words; shown once it takes a moment. */
  busy: string | null;
  /** The library could not write; the words are still in the editor. */
  storageFailure: StetError | null;
}

let state: ShellState = {
  opened: null,
  isMakingArticle: false,
  madeArticleId: null,
  manuscript: null,
  saveState: null,
  statistics: { words: 0, selectedWords: 0 },
  tab: 'quotes',
  railHidden: false,
  panelHidden: false,
  widths: { rail: null, panel: null, sourcePanel: null },
  trail: { back: 0, forward: 0 },
  isFocused: false,
  view: USUAL_VIEW,
  outline: [],
  wantedWords: null,
  selectedQuotationId: null,
  matchingQuotationId: null,
  articleList: USUAL_LIST,
  sourceView: { kind: 'all' },
  draggedSources: null,
  selectedClaimId: null,
  matchingClaimId: null,
  quotesList: 'quotations',
  claimSuggestions: [],
  isSuggesting: false,
  suggestions: [],
  selectedSuggestionId: null,
  selectedCommentId: null,
  commentOrder: [],
  commentDraft: null,
  sourceId: null,
  sourceVersionId: null,
  shown: null,
  shownNote: null,
  readerSelection: null,
  readerView: 'text',
  hasPages: false,
  goTo: null,
  attachJob: null,
  findRequest: 0,
  dialog: null,
  toasts: [],
  importJob: null,
  importResult: null,
  busy: null,
  storageFailure: null,
};

const listeners = new Set<() => void>();

/** The state at this moment, for code outside React. */
export function getShell(): ShellState {
  return state;
}

export function setShell(patch: Partial<ShellState>) {
  state = { ...state, ...patch };
  for (const listener of listeners) listener();
}

/** Calls `listener` after every change; answers the function that stops it. */
export function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A part of the state; `select` has to answer the same value for the same state. */
export function useShell<T>(select: (state: ShellState) => T): T {
  return useSyncExternalStore(subscribe, () => select(state));
}

export function openDialog(dialog: Dialog) {
  setShell({ dialog });
}

export function closeDialog() {
  setShell({ dialog: null });
}

/** Shows a panel, and the panel itself where it was hidden. */
export function showTab(tab: PanelTab) {
  setShell({ tab, panelHidden: false });
}

/** Opens a source in the Source panel, at a stretch of its text (of a version) if one is given. */
export function showSource(
  sourceId: string,
  stretch: (Span & { sourceVersionId?: string }) | null = null,
) {
  setShell({
    sourceId,
    sourceVersionId: stretch?.sourceVersionId ?? null,
    shown: stretch && {
      start: stretch.start,
      end: stretch.end,
      request: (state.shown?.request ?? 0) + 1,
    },
    readerSelection: state.readerSelection?.sourceId === sourceId ? state.readerSelection : null,
  });
  showTab('source');
}

/** Shows a note about a source above its text. */
export function showNote(sourceId: string, noteId: string) {
  setShell({ shownNote: { noteId, request: (state.shownNote?.request ?? 0) + 1 } });
  showSource(sourceId);
}

let lastToastId = 0;

/** Says something in passing; with an action (undo, show) where there is one. */
export function showToast(
  text: string,
  options: { tone?: Toast['tone']; action?: Toast['action'] } = {},
) {
  lastToastId += 1;
  const toast: Toast = {
    id: lastToastId,
    text,
    tone: options.tone ?? 'plain',
    action: options.action ?? null,
  };
  // Older ones make room: three are as many as anybody reads.
  const others = state.toasts.filter((one) => one.text !== text);
  setShell({ toasts: [...others.slice(-2), toast] });
}

export function dismissToast(id: number) {
  setShell({ toasts: state.toasts.filter((toast) => toast.id !== id) });
}
