import {
  $getRoot,
  $isElementNode,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { v7 as newId } from 'uuid';
import type { LinkChange } from '../../src-shared/contract/quotations';
import { call } from '../bridge';
import type { ClaimsHandle } from './claim/claims';
import { $commentedWords, $markComment, $nodesOf, $unmarkComment } from './comment/mark';
import { asStetError } from './errors';
import { PICK_PICTURE_COMMAND } from './figure/commands';
import { goToFigure } from './figure/go-to';
import { focusText } from './focus';
import { $goBetween } from './footnote/commands';
import { applyFormat } from './format';
import { goToNodes } from './go-to-nodes';
import type { ManuscriptHandle, NewQuotation } from './handle';
import { $htmlAtSelection, changeHtml } from './html/edit';
import { insertText } from './insert-text';
import { $linkAtSelection, removeLink } from './link/link';
import type { LiveDocument } from './live-document';
import { requireEditable } from './lock';
import type { MarkedElements } from './marked-elements';
import { finishPasting } from './paste-slices';
import { pastePlain } from './paste-text';
import { type PlaceKeeper, readPlace, restoreSelection } from './place';
import { findNext, moveIntoQuotation, scrollToElement } from './quotation/go-to';
import type { QuotationPainter } from './quotation/highlights';
import { $insertQuotation } from './quotation/insert';
import type { LiveQuotations } from './quotation/live-quotations';
import { $useSourceWording } from './quotation/rewrite';
import { $restoreBlock, $restoreDocument } from './restore';
import type { Saver } from './saving';
import { readScroll, scrollToPlace } from './scroll-place';
import { selectWords } from './select-words';
import { createSuggestionsHandle } from './suggestion/handle';
import { DECIDED_TAG } from './suggestion/register';
import { $tableAtSelection, changeTable, insertTable } from './table/commands';
import type { Actions } from './undo';
import { words } from './words';

export interface HandleParts {
  articleId: string;
  language(): string;
  editor: LexicalEditor;
  live: LiveDocument;
  scroller: HTMLElement;
  elements: MarkedElements;
  painter: QuotationPainter;
  saver: Saver;
  place: PlaceKeeper;
  actions: Actions;
  verdicts: LiveQuotations;
  claims: ClaimsHandle;
  askForLink(): void;
  find(replaces: boolean): void;
  findNext(by: 1 | -1): void;
}

/** What the interface around the manuscript may do to it. */
export function createHandle(parts: HandleParts): ManuscriptHandle {
  const { articleId, editor, scroller, elements, painter, saver, place, actions } = parts;

  function reveal(quotationId: string) {
    const element = elements.firstOf(quotationId);
    if (element) scrollToElement(scroller, element);
    painter.flash(quotationId);
  }

  function goToQuotation(quotationId: string) {
    if (!moveIntoQuotation(editor, quotationId)) return;
    focusText(editor);
    reveal(quotationId);
  }

  async function insertQuotation({ text, sourceVersionId, start, end, speaker }: NewQuotation) {
    requireEditable(editor);
    const quotationId = newId();
    let previous: LinkChange[] = [];
    const setLinks = (links: LinkChange[]) => call('quotations.setLinks', { articleId, links });
    return actions
      .performWith(() => $insertQuotation(quotationId, text, parts.language()), {
        label: words.quoteAction,
        async perform() {
          // The library knows the quotation once its words are saved.
          await saver.flush();
          const target = { sourceVersionId, start, end };
          const link = { quotationId, target, ...(speaker ? { speakerId: speaker.personId } : {}) };
          previous = (await setLinks([link])).previous;
        },
        async undo() {
          // The quotation goes with its words, which are gone already: there may be none to unlink.
          await setLinks(previous).catch((error: unknown) => {
            if (asStetError(error).code !== 'not-found') throw error;
          });
        },
      })
      .finally(() => reveal(quotationId));
  }

  /** Undo in a panel shows what it takes back, but leaves the focus where it is. */
  function keepingFocus(run: () => void) {
    const focused = document.activeElement;
    const isElsewhere =
      focused instanceof HTMLElement &&
      focused !== document.body &&
      !editor.getRootElement()?.contains(focused);
    run();
    if (isElsewhere) queueMicrotask(() => focused.focus({ preventScroll: true }));
  }

  return {
    goToQuotation,
    goToNext(quotationIds, direction) {
      const next = findNext(editor, quotationIds, direction);
      if (next !== null && !parts.claims.goTo(next)) goToQuotation(next);
      return next;
    },
    insertQuotation,
    useSourceWording(quotationId, diff) {
      if (!editor.isEditable()) return false;
      let isDone = false;
      editor.update(
        () => {
          isDone = $useSourceWording(quotationId, diff);
        },
        { discrete: true, tag: HISTORY_PUSH_TAG },
      );
      if (isDone) reveal(quotationId);
      return isDone;
    },
    async useWordingWith(quotationId, diff, action) {
      requireEditable(editor);
      let isDone = false;
      await actions.performWith(() => {
        isDone = $useSourceWording(quotationId, diff);
      }, action);
      if (isDone) reveal(quotationId);
      return isDone;
    },
    claims: parts.claims,
    performAction: actions.perform,
    commentedWords: () => editor.read($commentedWords),
    startComment: (threadId, action) => actions.performWith(() => $markComment(threadId), action),
    removeComment: (threadId, action) =>
      actions.performWith(() => $unmarkComment(threadId), action),
    goToComment: (threadId) => goToNodes(editor, scroller, () => $nodesOf(threadId)),
    suggestions: createSuggestionsHandle(editor, scroller),
    document: parts.live.read,
    restore(document) {
      if (!editor.isEditable()) return;
      // What was kept is put back as it was, marks and all: it is no suggestion.
      editor.update(() => $restoreDocument(document), {
        discrete: true,
        tag: [HISTORY_PUSH_TAG, DECIDED_TAG],
      });
      scroller.scrollTop = 0;
    },
    restoreBlock(block) {
      if (!editor.isEditable()) return false;
      let isDone = false;
      editor.update(
        () => {
          isDone = $restoreBlock(block);
        },
        { discrete: true, tag: [HISTORY_PUSH_TAG, DECIDED_TAG] },
      );
      return isDone;
    },
    undo: () => keepingFocus(() => editor.dispatchCommand(UNDO_COMMAND, undefined)),
    redo: () => keepingFocus(() => editor.dispatchCommand(REDO_COMMAND, undefined)),
    format(command) {
      if (!editor.isEditable()) return;
      if (command === 'format.link') {
        parts.askForLink();
        return;
      }
      applyFormat(editor, command);
    },
    selectWords(stretch) {
      const element = selectWords(editor, stretch);
      if (!element) return;
      focusText(editor);
      scrollToElement(scroller, element);
    },
    goToBlock(block) {
      goToNodes(editor, scroller, () =>
        $getRoot()
          .getChildren()
          .slice(block, block + 1)
          .filter((node) => $isElementNode(node)),
      );
    },
    goBetweenFootnotes() {
      editor.update($goBetween, { discrete: true });
      focusText(editor);
    },
    insertText: (text) => {
      if (editor.isEditable()) insertText(editor, text);
    },
    pastePlain: (text) => {
      if (editor.isEditable()) pastePlain(editor, text);
    },
    insertFigure() {
      if (editor.isEditable()) editor.dispatchCommand(PICK_PICTURE_COMMAND, null);
    },
    goToFigure: (which) => void goToFigure(editor, which),
    insertTable: (size) => {
      if (editor.isEditable()) insertTable(editor, size);
    },
    changeTable: (command) => {
      if (editor.isEditable()) changeTable(editor, command);
    },
    isInTable: () => editor.isEditable() && editor.read(() => $tableAtSelection() !== null),
    htmlAtCursor: () => (editor.isEditable() ? editor.read($htmlAtSelection) : null),
    changeHtml(key, html) {
      if (editor.isEditable()) changeHtml(editor, key, html);
    },
    linkAtCursor: () => editor.read(() => $linkAtSelection()?.getURL() ?? null),
    removeLink() {
      if (editor.isEditable()) removeLink(editor);
    },
    find: parts.find,
    findNext: parts.findNext,
    place() {
      const root = editor.getRootElement();
      const seen = root ? readScroll(scroller, root) : {};
      return { ...readPlace(editor, scroller.scrollTop), ...seen };
    },
    goToPlace(where) {
      restoreSelection(editor, where);
      focusText(editor);
      const root = editor.getRootElement();
      if (root) scrollToPlace(scroller, root, where);
    },
    focus: () => focusText(editor),
    async flush() {
      finishPasting(editor);
      await saver.flush();
      await place.flush();
    },
    followWords: parts.verdicts.follow,
  };
}
