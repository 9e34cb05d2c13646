import {
  CUT_TAG,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  PASTE_TAG,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import { isContentChange } from '../changes';
import { hasFocus } from '../focus';
import { $applyPlan, $planMarks } from './apply-marks';
import { MARKS_TAG } from './edges';
import type { FoundMarks } from './find-marks';
import type { MarksFinder } from './marks-finder';

/** After a key, the words are read so soon: the frame that shows the letter comes first. */
const SOON_MS = 16;
/** A pause in typing after which every mark is set. */
const PAUSE_MS = 300;
/** The browser may put it off so long until it has nothing better to do. */
const LATEST_MS = 500;
/** How often one request starts over because the words changed while it was worked on. */
const MOST_TRIES = 3;

export interface ReconcilerOptions {
  finder: MarksFinder;
  language(): string;
  /** The quotations that the article had when it was opened. */
  ids: Iterable<string>;
  /** Told what the words say of the quotations, as soon as their marks are set. */
  onFound?(found: Pick<FoundMarks, 'ids' | 'readings'>): void;
}

export interface Reconciler {
  /** Brings the quotations in line with the words now, if anything changed since the last time. */
  settle(): Promise<void>;
  /** Every id that this article has had since it was opened. */
  knownIds: ReadonlySet<string>;
  dispose(): void;
}

/**
 * Reads the words right after a key and sets the marks for which that is soon enough, the others when
 * typing pauses; undo has no step for it. Never while text is being composed.
 */
export function registerReconciler(
  editor: LexicalEditor,
  { finder, language, ids, onFound }: ReconcilerOptions,
): Reconciler {
  const knownIds = new Set(ids);
  /** Counts changes of the words: marks for former words are thrown away. */
  let generation = 0;
  /** The words changed since all marks were set. */
  let due = false;
  let disposed = false;
  let running: Promise<void> | null = null;
  let soon: ReturnType<typeof setTimeout> | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let idle: number | undefined;

  function cancel() {
    clearTimeout(soon);
    clearTimeout(pause);
    if (idle !== undefined) cancelIdleCallback(idle);
    soon = pause = idle = undefined;
  }

  /** Sets all marks when nothing was typed for so long. */
  function schedule(delay: number) {
    clearTimeout(pause);
    if (idle !== undefined) cancelIdleCallback(idle);
    idle = undefined;
    pause = setTimeout(() => {
      if (delay > 0 && typeof requestIdleCallback === 'function') {
        idle = requestIdleCallback(() => void settle(), { timeout: LATEST_MS });
      } else {
        void settle();
      }
    }, delay);
  }

  function lookSoon() {
    soon ??= setTimeout(async () => {
      soon = undefined;
      // What was being looked for is done first: the words are read in the order they were typed.
      await running;
      if (due && !disposed && !editor.isComposing()) await run(false);
    }, SOON_MS);
  }

  async function settle() {
    cancel();
    for (let tries = 0; due && !disposed && tries < MOST_TRIES; tries++) {
      await running;
      await run(true);
    }
  }

  function run(paused: boolean): Promise<void> {
    running ??= findAndApply(paused).finally(() => {
      running = null;
    });
    return running;
  }

  async function findAndApply(paused: boolean): Promise<void> {
    if (editor.isComposing()) {
      schedule(PAUSE_MS);
      return;
    }
    // Commits what is pending, so that it counts.
    editor.read(() => {});
    const asked = generation;
    const found = await finder.find({ language: language(), paused });
    if (disposed) return;
    editor.read(() => {});
    if (asked !== generation || editor.isComposing()) {
      // What it says of the quotations counts all the same: the next answer goes on from it.
      onFound?.(found);
      lookSoon();
      return;
    }
    if (found.marks) {
      const { marks } = found;
      for (const { id } of marks) knownIds.add(id);
      const plan = editor.read(() => $planMarks(marks));
      if (plan.length > 0) {
        // Where the editor has the focus the selection is written: text nodes under it are split.
        const selectionTags = hasFocus(editor) ? [] : [SKIP_DOM_SELECTION_TAG];
        editor.update(() => $applyPlan(plan), {
          discrete: true,
          tag: [HISTORY_MERGE_TAG, MARKS_TAG, ...selectionTags],
        });
      }
    }
    due = found.provisional;
    onFound?.(found);
  }

  const stopListening = editor.registerUpdateListener((update) => {
    if (!isContentChange(update) || update.tags.has(MARKS_TAG)) return;
    // Of a finished article nothing but its comments changes: its marks stay as they were.
    if (!editor.isEditable()) return;
    generation += 1;
    due = true;
    const { tags } = update;
    // After these an id may stand at two places, or a former mark is back: no typing goes on.
    const atOnce = tags.has(PASTE_TAG) || tags.has(CUT_TAG) || tags.has(HISTORIC_TAG);
    if (!atOnce) lookSoon();
    schedule(atOnce ? 0 : PAUSE_MS);
  });

  return {
    settle,
    knownIds,
    dispose() {
      disposed = true;
      stopListening();
      cancel();
      finder.close();
    },
  };
}
