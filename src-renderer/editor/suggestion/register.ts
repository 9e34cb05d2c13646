import {
  $addUpdateTag,
  $getRoot,
  $hasUpdateTag,
  COMMAND_PRIORITY_HIGH,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  type EditorState,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
  RootNode,
} from 'lexical';
import { MARKS_TAG } from '../quotation/edges';
import { $skipDeleted } from './skip';
import { $track } from './track';

/** An update that is no change of its author's: what it does is not proposed but done. */
export const DECIDED_TAG = 'stet-decided';

const NOT_TRACKED = [HISTORIC_TAG, MARKS_TAG, DECIDED_TAG];

/** Deletions within so many milliseconds are one step of undo. */
const UNDO_PAUSE_MS = 500;

export interface SuggestionOptions {
  /** Who changes the text, while changes are proposed; null while they are simply made. */
  author(): string | null;
}

/**
 * Turns every change of the text into a suggestion while `author` says whose; otherwise only keeps what
 * is typed out of the suggestions that are there. Answers the function that ends it.
 */
export function registerSuggestions(
  editor: LexicalEditor,
  { author }: SuggestionOptions,
): () => void {
  /** Composed text is no business of anybody's until it is there: its nodes must stay what they are. */
  let composing: { baseline: EditorState; keys: Set<NodeKey>; isDone: boolean } | null = null;
  let isForward = false;
  let lastDeletion = 0;
  const standsFor = new Map<NodeKey, NodeKey>();
  const revived = new Map<NodeKey, NodeKey>();
  const seen = new Set<NodeKey>();

  function $finish() {
    if (NOT_TRACKED.some((tag) => $hasUpdateTag(tag))) return;
    if (editor.isComposing()) {
      composing ??= { baseline: editor.getEditorState(), keys: new Set(), isDone: false };
      return;
    }
    const done = $track({
      editor,
      baseline: composing?.baseline ?? editor.getEditorState(),
      changed: () => new Set([...(composing?.keys ?? []), ...editor._cloneNotNeeded.keys()]),
      author: author(),
      isForward,
      standsFor,
      revived,
      seen,
      now: () => new Date().toISOString(),
    });
    if (composing) composing.isDone = true;
    if (done.deleted + done.inserted + done.formatted === 0) return;
    // What comes next is compared with this, not with what was before it: nothing is mistaken for what
    // was put back just now.
    if (editor._pendingEditorState) editor._pendingEditorState._flushSync = true;
    const now = Date.now();
    const isDeletion = done.inserted + done.formatted === 0 && done.deleted <= 2;
    if (isDeletion && now - lastDeletion < UNDO_PAUSE_MS) $addUpdateTag(HISTORY_MERGE_TAG);
    lastDeletion = isDeletion ? now : 0;
  }

  const heard = [DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map(
    (command) =>
      editor.registerCommand(
        command,
        (isBackward) => {
          isForward = !isBackward;
          return author() !== null && $skipDeleted(isBackward);
        },
        COMMAND_PRIORITY_HIGH,
      ),
  );
  return mergeRegister(
    editor.registerNodeTransform(RootNode, $finish),
    ...heard,
    editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      isForward = false;
      standsFor.clear();
      revived.clear();
      seen.clear();
      if (!composing) return;
      if (editor.isComposing()) {
        for (const key of dirtyElements.keys()) composing.keys.add(key);
        for (const key of dirtyLeaves) composing.keys.add(key);
      } else if (composing.isDone) composing = null;
      // Nothing was written when it ended: what was composed is looked at now.
      else editor.update(() => $getRoot().markDirty(), { tag: HISTORY_MERGE_TAG });
    }),
  );
}
