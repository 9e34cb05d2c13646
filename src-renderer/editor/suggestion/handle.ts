import { HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical';
import { goToNodes } from '../go-to-nodes';
import { $decide, $nodesOfSuggestion, $suggestionsAtSelection, type Decision } from './decide';
import { DECIDED_TAG } from './register';

/** What the interface around the manuscript does with suggestions. */
export interface SuggestionsHandle {
  /** Accepts or rejects these, in one step of undo; answers whether the text had any of them. */
  decide(decision: Decision, ids: Iterable<string>): boolean;
  /** Those that the selection touches, or that the cursor is in. */
  atSelection(): string[];
  /** Puts the cursor to it and scrolls it into view; false where the text does not have it. */
  goTo(id: string): boolean;
}

export function createSuggestionsHandle(
  editor: LexicalEditor,
  scroller: HTMLElement,
): SuggestionsHandle {
  return {
    decide(decision, ids) {
      if (!editor.isEditable()) return false;
      const meant = new Set(ids);
      let count = 0;
      editor.update(
        () => {
          count = $decide(decision, ({ id }) => meant.has(id));
        },
        { discrete: true, tag: [HISTORY_PUSH_TAG, DECIDED_TAG] },
      );
      return count > 0;
    },
    atSelection: () => editor.read(() => [...$suggestionsAtSelection()]),
    goTo: (id) => goToNodes(editor, scroller, () => $nodesOfSuggestion(id)),
  };
}
