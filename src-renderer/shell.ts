import { useSyncExternalStore } from 'react';
import { USUAL_VIEW, type View } from '../src-shared/desktop';
import type { StetError } from '../src-shared/errors';
import type { Span, SpanText } from '../src-shared/model/span';
import type { ManuscriptHandle, SaveState } from './editor/handle';
import type { OutlineHeading } from './editor/outline';

/*
 * What the window shows at this moment: which article and source are open, what is selected, which
 * dialog is up. What is in the library is not here (queries.ts). Commands read it outside React, so
 * it is a plain store.
 */

export type PanelTab = 'quotes' | 'source' | 'article' | 'comments';

/** A dialog, with what it is about. One is open at a time. */
export type Dialog =
  | { kind: 'palette' }
  | { kind: 'finish' }
  | { kind: 'accept'; quotationId: string }
  | { kind: 'person'; personId: string | null; name?: string }
  | { kind: 'source'; sourceId: string }
  | { kind: 'drop'; files: { token: string; name: string }[] }
  | { kind: 'house-profile' }
  | { kind: 'revisions' }
  | { kind: 'keep-revision' }
  | { kind: 'shortcuts' }
  | { kind: 'about' };

export interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'error';
  action: { label: string; perform(): void } | null;
}

/** Sources being brought in. */
export interface ImportJob {
  jobId: string;
  done: number;
  total: number;
  name: string;
  cancelling: boolean;
}

export interface ShellState {
  /** `opening` counts openings: an article that is opened again is read again. */
  opened: { articleId: string; opening: number } | null;
  manuscript: ManuscriptHandle | null;
  saveState: SaveState | null;
  statistics: { words: number; selectedWords: number };

  tab: PanelTab;
  railHidden: boolean;
  panelHidden: boolean;
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

  selectedCommentId: string | null;
  /** The threads that the text is marked with, in its order. */
  commentOrder: readonly string[];
  /** The words that a comment is being written about. */
  commentDraft: string | null;

  sourceId: string | null;
  /** The stretch of the source shown as current; `request` counts, so that the same one is scrolled to again. */
  shown: (Span & { request: number }) | null;
  /** What is selected in the reader. */
  readerSelection: (Span & { sourceId: string }) | null;
  /** Counts requests to move the focus into "Find in this source". */
  findRequest: number;

  dialog: Dialog | null;
  toasts: Toast[];
  importJob: ImportJob | null;
  /** What the library is busy with, in words; shown once it takes a moment. */
  busy: string | null;
  /** The library could not write; the words are still in the editor. */
  storageFailure: StetError | null;
}

let state: ShellState = {
  opened: null,
  manuscript: null,
  saveState: null,
  statistics: { words: 0, selectedWords: 0 },
  tab: 'quotes',
  railHidden: false,
  panelHidden: false,
  isFocused: false,
  view: USUAL_VIEW,
  outline: [],
  wantedWords: null,
  selectedQuotationId: null,
  matchingQuotationId: null,
  selectedCommentId: null,
  commentOrder: [],
  commentDraft: null,
  sourceId: null,
  shown: null,
  readerSelection: null,
  findRequest: 0,
  dialog: null,
  toasts: [],
  importJob: null,
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

function subscribe(listener: () => void) {
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

/** Opens a source in the Source panel, at a stretch of its text if one is given. */
export function showSource(sourceId: string, stretch: Span | null = null) {
  setShell({
    sourceId,
    shown: stretch && {
      start: stretch.start,
      end: stretch.end,
      request: (state.shown?.request ?? 0) + 1,
    },
    readerSelection: state.readerSelection?.sourceId === sourceId ? state.readerSelection : null,
  });
  showTab('source');
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
