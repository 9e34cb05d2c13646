import {
  CUT_TAG,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  PASTE_TAG,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import { isContentChange } from '../changes';
import { documentOf } from '../document';
import { hasFocus } from '../focus';
import { $applyPlan, $planMarks } from './apply-marks';
import { MARKS_TAG } from './edges';
import type { MarksFinder } from './marks-finder';

/** A pause in typing after which the quotations are looked for. */
const PAUSE_MS = 300;
/** The browser may put it off so long until it has nothing better to do. */
const LATEST_MS = 500;
/** How often one request starts over because the words changed while it was worked on. */
const MOST_TRIES = 3;

export interface ReconcilerOptions {
  find: MarksFinder;
  language(): string;
  /** The quotations that the article had when it was opened. */
  ids: Iterable<string>;
}

export interface Reconciler {
  /** Brings the quotations in line with the words now, if anything changed since the last time. */
  settle(): Promise<void>;
  /** Every id that this article has had since it was opened. */
  knownIds: ReadonlySet<string>;
  dispose(): void;
}

/**
 * Looks for quotations when typing pauses, and sets their marks so that undo has no step for it.
 * Never while text is being composed.
 */
export function registerReconciler(
  editor: LexicalEditor,
  { find, language, ids }: ReconcilerOptions,
): Reconciler {
  const knownIds = new Set(ids);
  /** Counts changes of the words: an answer about former words is thrown away. */
  let generation = 0;
  let due = false;
  let disposed = false;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle: number | undefined;

  function cancel() {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
    timer = idle = undefined;
  }

  function schedule(delay: number) {
    cancel();
    timer = setTimeout(() => {
      if (typeof requestIdleCallback === 'function') {
        idle = requestIdleCallback(() => void settle(), { timeout: LATEST_MS });
      } else {
        void settle();
      }
    }, delay);
  }

  async function settle() {
    cancel();
    for (let tries = 0; due && !disposed && tries < MOST_TRIES; tries++) {
      running ??= findAndApply().finally(() => {
        running = null;
      });
      await running;
    }
  }

  async function findAndApply(): Promise<void> {
    if (editor.isComposing()) {
      schedule(PAUSE_MS);
      return;
    }
    const state = editor.read(() => editor.getEditorState());
    const asked = generation;
    due = false;
    const marks = await find(documentOf(state), language());
    if (disposed) return;
    // Commits what is pending, so that it counts.
    editor.read(() => {});
    if (asked !== generation || editor.isComposing()) {
      due = true;
      return;
    }
    for (const { id } of marks) knownIds.add(id);
    const plan = editor.read(() => $planMarks(marks));
    if (plan.length === 0) return;
    // Where the editor has the focus the selection is written: text nodes under it are split.
    const selectionTags = hasFocus(editor) ? [] : [SKIP_DOM_SELECTION_TAG];
    editor.update(() => $applyPlan(plan), {
      discrete: true,
      tag: [HISTORY_MERGE_TAG, MARKS_TAG, ...selectionTags],
    });
  }

  const stopListening = editor.registerUpdateListener((update) => {
    if (!isContentChange(update) || update.tags.has(MARKS_TAG)) return;
    generation += 1;
    due = true;
    const { tags } = update;
    // After these an id may stand at two places, or a former mark is back: no typing goes on.
    const atOnce = tags.has(PASTE_TAG) || tags.has(CUT_TAG) || tags.has(HISTORIC_TAG);
    schedule(atOnce ? 0 : PAUSE_MS);
  });

  return {
    settle,
    knownIds,
    dispose() {
      disposed = true;
      stopListening();
      cancel();
    },
  };
}
