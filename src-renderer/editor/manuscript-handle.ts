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
import { $commentedWords, $markComment, $nodesOf, $unmarkComment } from './comment/mark';
import { asStetError } from './errors';
import { focusText } from './focus';
import { applyFormat } from './format';
import type { ManuscriptHandle, NewQuotation } from './handle';
import type { LiveDocument } from './live-document';
import type { MarkedElements } from './marked-elements';
import type { PlaceKeeper } from './place';
import { findNext, moveIntoQuotation, scrollToElement } from './quotation/go-to';
import type { QuotationPainter } from './quotation/highlights';
import { $insertQuotation } from './quotation/insert';
import type { LiveQuotations } from './quotation/live-quotations';
import { $useSourceWording } from './quotation/rewrite';
import { $restoreBlock, $restoreDocument } from './restore';
import type { Saver } from './saving';
import { selectWords } from './select-words';
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

  function insertQuotation({ text, sourceVersionId, start, end, speaker }: NewQuotation) {
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
      if (next !== null) goToQuotation(next);
      return next;
    },
    insertQuotation,
    useSourceWording(quotationId, diff) {
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
    performAction: actions.perform,
    commentedWords: () => editor.read($commentedWords),
    startComment: (threadId, action) => actions.performWith(() => $markComment(threadId), action),
    removeComment: (threadId, action) =>
      actions.performWith(() => $unmarkComment(threadId), action),
    goToComment(threadId) {
      let key: string | null = null;
      editor.update(
        () => {
          const [first] = $nodesOf(threadId);
          first?.select(0, 0);
          key = first?.getKey() ?? null;
        },
        { discrete: true },
      );
      const element = key === null ? null : editor.getElementByKey(key);
      if (!element) return false;
      focusText(editor);
      scrollToElement(scroller, element);
      return true;
    },
    document: parts.live.read,
    restore(document) {
      editor.update(() => $restoreDocument(document), { discrete: true, tag: HISTORY_PUSH_TAG });
      scroller.scrollTop = 0;
    },
    restoreBlock(block) {
      let isDone = false;
      editor.update(
        () => {
          isDone = $restoreBlock(block);
        },
        { discrete: true, tag: HISTORY_PUSH_TAG },
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
      let key: string | null = null;
      editor.update(
        () => {
          const node = $getRoot().getChildAtIndex(block);
          if (!$isElementNode(node)) return;
          node.selectStart();
          key = node.getKey();
        },
        { discrete: true },
      );
      const element = key === null ? null : editor.getElementByKey(key);
      if (!element) return;
      focusText(editor);
      scrollToElement(scroller, element);
    },
    find: parts.find,
    findNext: parts.findNext,
    focus: () => focusText(editor),
    async flush() {
      await saver.flush();
      await place.flush();
    },
    followWords: parts.verdicts.follow,
  };
}
