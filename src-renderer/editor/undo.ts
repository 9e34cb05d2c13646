import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import {
  $getRoot,
  $getState,
  $setState,
  createState,
  type EditorState,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  REDO_COMMAND,
  SKIP_DOM_SELECTION_TAG,
  UNDO_COMMAND,
} from 'lexical';
import type { StetError } from '../../src-shared/errors';
import { asStetError } from './errors';
import { hasFocus } from './focus';
import type { UndoableAction } from './handle';

/*
 * The one undo stack is Lexical's history. An action outside the document (link, speaker, byline,
 * details) is a step in it by a counter at the root: it goes up by one with every action, in an update
 * of its own. When undo or redo brings back a state with another count, the actions in between are
 * undone or carried out again. The counter is never saved (document.ts).
 */

const actionsState = createState('actions', {
  parse: (value: unknown) => (typeof value === 'number' ? value : 0),
});

/** An update that changes the counter alone: no word of the document differs. */
export const ACTION_TAG = 'stet-action';

type Status = 'waiting' | 'done' | 'undone' | 'failed';

interface Step {
  action: UndoableAction;
  status: Status;
}

export interface Actions {
  /** Carries out an action and makes it a step. Rejects with what `perform` rejected with: then there is no step. */
  perform(action: UndoableAction): Promise<void>;
  /**
   * Makes a change of the document and an action one step together: `$change` is applied at once,
   * then the action is carried out. Where it fails the change stays,
   * undo takes back the change alone, and the promise rejects.
   */
  performWith($change: () => void, action: UndoableAction): Promise<void>;
  dispose(): void;
}

function $countUp(): void {
  $setState($getRoot(), actionsState, (count) => count + 1);
}

function countOf(state: EditorState): number {
  return state.read(() => $getState($getRoot(), actionsState));
}

/**
 * Connects actions with the editor's history.
 *
 * @param onFailed told when an undo or a redo of an action failed; the step has been put back, so that
 *   undoing (or redoing) once more tries again
 */
export function registerActions(
  editor: LexicalEditor,
  onFailed: (error: StetError, action: UndoableAction) => void,
): Actions {
  /** `steps[n - 1]` is the action that took the counter to n. */
  const steps: Step[] = [];
  let queue: Promise<unknown> = Promise.resolve();
  let puttingBack = false;

  /** Actions run one after another, in the order they were asked for. */
  function enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  }

  function tags(...own: string[]): string[] {
    return [...own, ...(hasFocus(editor) ? [] : [SKIP_DOM_SELECTION_TAG])];
  }

  function addStep(action: UndoableAction, status: Status): Step {
    const step: Step = { action, status };
    const count = countOf(editor.getEditorState());
    // Those beyond were undone, and a new step takes their redo away.
    steps.splice(count, steps.length, step);
    return step;
  }

  /** The counter of the state that undo or redo would bring next. */
  function countAhead(direction: 'undo' | 'redo'): number | null {
    const { output } = getExtensionDependencyFromEditor(editor, HistoryExtension);
    const history = output.historyState.value;
    const entry = (direction === 'undo' ? history.undoStack : history.redoStack).at(-1);
    return entry ? countOf(entry.editorState) : null;
  }

  /**
   * What undo or redo did to the document goes back, because the action itself could not follow. Not
   * where more was done in the meantime: the words are worth more than the order of the steps.
   */
  function putBack(undone: boolean, count: number) {
    const direction = undone ? 'redo' : 'undo';
    const before = undone ? count - 1 : count;
    const after = undone ? count : count - 1;
    if (countOf(editor.getEditorState()) !== before || countAhead(direction) !== after) return;
    puttingBack = true;
    editor.dispatchCommand(undone ? REDO_COMMAND : UNDO_COMMAND, undefined);
  }

  function follow(step: Step, undone: boolean, count: number) {
    void enqueue(async () => {
      if (step.status !== (undone ? 'done' : 'undone')) return;
      try {
        await (undone ? step.action.undo() : step.action.perform());
        step.status = undone ? 'undone' : 'done';
      } catch (error) {
        putBack(undone, count);
        onFailed(asStetError(error), step.action);
      }
    });
  }

  const stopListening = editor.registerUpdateListener(({ editorState, prevEditorState, tags }) => {
    if (!tags.has(HISTORIC_TAG)) return;
    if (puttingBack) {
      puttingBack = false;
      return;
    }
    const before = countOf(prevEditorState);
    const after = countOf(editorState);
    for (let count = before; count > after; count--) {
      const step = steps[count - 1];
      if (step) follow(step, true, count);
    }
    for (let count = before + 1; count <= after; count++) {
      const step = steps[count - 1];
      if (step) follow(step, false, count);
    }
  });

  return {
    perform(action) {
      return enqueue(async () => {
        await action.perform();
        addStep(action, 'done');
        editor.update($countUp, { tag: tags(HISTORY_PUSH_TAG, ACTION_TAG), discrete: true });
      });
    },
    performWith($change, action) {
      const step = addStep(action, 'waiting');
      // The counter first: for history, an update that leaves its only text node as it was is no step.
      editor.update($countUp, { tag: tags(HISTORY_PUSH_TAG, ACTION_TAG), discrete: true });
      editor.update($change, { tag: tags(HISTORY_MERGE_TAG), discrete: true });
      return enqueue(async () => {
        try {
          await action.perform();
          step.status = 'done';
        } catch (error) {
          step.status = 'failed';
          throw error;
        }
      });
    },
    dispose: stopListening,
  };
}
