import type { LexicalEditor } from 'lexical';
import { v7 as newId } from 'uuid';
import type { FoundClaim } from '../../../src-shared/claim/find-claims';
import type { ClaimView } from '../../../src-shared/model/claim';
import type { SpanText } from '../../../src-shared/model/span';
import { goToNodes } from '../go-to-nodes';
import type { UndoableAction } from '../handle';
import type { LiveDocument } from '../live-document';
import { requireEditable } from '../lock';
import { type MarkedElements, registerMarkedElements } from '../marked-elements';
import { selectWords } from '../select-words';
import type { Actions } from '../undo';
import { type ClaimCopy, watchClaimCopies } from './copies';
import { $claimedWords, $markClaim, $nodesOfClaim, $unmarkClaim } from './mark';
import { createClaimPainter } from './painter';
import { $claimsOf } from './state';
import { registerClaimSuggestions } from './suggestions';

/** What the interface around the manuscript may do to the claims of its text. */
export interface ClaimsHandle {
  /** The words that a claim would be made of: the selected ones, or the cursor's sentence; null where there are none. */
  words(): string | null;
  /** Marks these words as a claim and carries out its action, in one step of undo. */
  mark(claimId: string, action: UndoableAction): Promise<void>;
  /** The same for words that stand at a place of the plain text, or moved since; false where they are gone. */
  markWords(words: SpanText, claimId: string, action: UndoableAction): Promise<boolean>;
  /** Takes the marks of a claim out of the text and carries out its action, in one step of undo. */
  unmark(claimId: string, action: UndoableAction): Promise<void>;
  /** Puts the selection into a claim and scrolls it into view; false where its words are gone. */
  goTo(claimId: string): boolean;
}

export interface ClaimsInText {
  handle: ClaimsHandle;
  setClaims(claims: readonly ClaimView[]): void;
  setSelected(claimId: string | null): void;
  dispose(): void;
}

export interface ClaimsOptions {
  live: LiveDocument;
  actions: Actions;
  scroller: HTMLElement;
  language(): string;
  onCopies(copies: ClaimCopy[]): void;
  onSuggestions(suggestions: FoundClaim[]): void;
}

/** Everything about the claims of one manuscript: their marks, how they look, and what may be one. */
export function registerClaims(editor: LexicalEditor, options: ClaimsOptions): ClaimsInText {
  const { live, actions, scroller } = options;
  let painter: ReturnType<typeof createClaimPainter> | null = null;
  let isSettling = false;
  const elements: MarkedElements = registerMarkedElements(editor, $claimsOf, (keys) => {
    painter?.repaint(keys);
    if (isSettling) return;
    isSettling = true;
    // Not within the update that is going on.
    queueMicrotask(() => {
      copies.settle();
      isSettling = false;
    });
  });
  const copies = watchClaimCopies(editor, [...elements.ids()], newId, options.onCopies);
  painter = createClaimPainter(elements);
  painter.repaint([...elements.all.keys()]);
  const stopSuggestions = registerClaimSuggestions(editor, live, options);

  function goTo(claimId: string): boolean {
    return goToNodes(editor, scroller, () => $nodesOfClaim(claimId));
  }

  return {
    handle: {
      words: () => editor.read($claimedWords),
      async mark(claimId, action) {
        requireEditable(editor);
        copies.adopt(claimId);
        await actions.performWith(() => $markClaim(claimId), action);
      },
      async markWords(words, claimId, action) {
        requireEditable(editor);
        if (!selectWords(editor, words)) return false;
        copies.adopt(claimId);
        await actions.performWith(() => $markClaim(claimId), action);
        return true;
      },
      async unmark(claimId, action) {
        requireEditable(editor);
        await actions.performWith(() => $unmarkClaim(claimId), action);
      },
      goTo,
    },
    setClaims: (claims) =>
      painter?.setStates(new Map(claims.map(({ id, state }) => [id, state] as const))),
    setSelected: (claimId) => painter?.setSelected(claimId),
    dispose() {
      stopSuggestions();
      painter?.dispose();
      elements.dispose();
    },
  };
}
