import { $getLexicalContent, $insertDataTransferForRichText } from '@lexical/clipboard';
import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import {
  $addUpdateTag,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  CUT_TAG,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  PASTE_TAG,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { v7 as newId } from 'uuid';
import { plainText } from '../../../src-shared/document/plain-text';
import type { Document } from '../../../src-shared/document/schema';
import { StetError } from '../../../src-shared/errors';
import type { DiffSegment } from '../../../src-shared/model/verdict';
import { watchClaimCopies } from '../claim/copies';
import { registerClaimEdges } from '../claim/edges';
import { $markClaim, $unmarkClaim } from '../claim/mark';
import { $claimsOf } from '../claim/state';
import { $markComment, $unmarkComment } from '../comment/mark';
import { $commentsOf } from '../comment/state';
import { $insertFigures, moveFigure, removeFigure } from '../figure/commands';
import { $isFigureNode } from '../figure/node';
import { $isInQuotation, $replaceFind } from '../find/replace';
import { findAll, patternOf } from '../find/search';
import { settleFootnotes } from '../footnote/settle';
import { applyFormat } from '../format';
import type { UndoableAction } from '../handle';
import { $setLink } from '../link/link';
import { createLiveDocument, type LiveDocument } from '../live-document';
import { pastePlain } from '../paste-text';
import { $insertQuotation } from '../quotation/insert';
import { findMarksHere } from '../quotation/marks-finder';
import { $placedTexts } from '../quotation/positions';
import { type Reconciler, registerReconciler } from '../quotation/reconciler';
import { $useSourceWording } from '../quotation/rewrite';
import { $quotationsOf } from '../quotation/state';
import { $decide } from '../suggestion/decide';
import { DECIDED_TAG } from '../suggestion/register';
import { $deletedBy, $insertedBy } from '../suggestion/state';
import { changeTable, insertTable } from '../table/commands';
import { createTestEditor } from '../testing';
import { registerActions } from '../undo';
import { registerHeadlessDelete } from './headless-delete';
import { $leaves, $select, type Found, type Where } from './leaves';
import type { Step } from './steps';

const NOOR = '01900000-0000-7000-8000-000000000001';
const PICTURE = 'a'.repeat(64);

/** An editor with everything around it that changes its text, and a library that can fail. */
export interface Desk {
  editor: LexicalEditor;
  live: LiveDocument;
  /** What the library knows: the names of what was done there, in order. */
  library: string[];
  isSuggesting(): boolean;
  /** Does a step; answers where it was done, null where it has no place. */
  perform(step: Step): Promise<Found | null>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  canUndo(): boolean;
  pause(): Promise<void>;
  dispose(): void;
}

/** What is under way without a clock is done after so many turns. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve();
}

const DELETE = {
  character: DELETE_CHARACTER_COMMAND,
  word: DELETE_WORD_COMMAND,
  line: DELETE_LINE_COMMAND,
};

export function openDesk(start: Document): Desk {
  let isSuggesting = false;
  let isBroken = false;
  let clipboard: Record<string, string> = {};
  let done = 0;
  const library: string[] = [];
  const known = { has: (_id: string) => true };
  const editor = createTestEditor(start, {
    suggestingAs: () => (isSuggesting ? NOOR : null),
    isOwnQuotation: (id) => known.has(id),
  });
  const live = createLiveDocument(editor);
  const reconciler: Reconciler = registerReconciler(editor, {
    finder: findMarksHere(live),
    language: () => 'en',
    ids: plainText(start).quotations.keys(),
  });
  known.has = (id) => reconciler.knownIds.has(id);
  const actions = registerActions(editor, () => {});
  const stopEdges = registerClaimEdges(editor);
  const copies = watchClaimCopies(editor, plainText(start).claims.keys(), newId, () => {});
  const stopDeleting = registerHeadlessDelete(editor);
  // On the page both follow mutations of the DOM.
  const stopUpkeep = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
    settleFootnotes(editor);
    queueMicrotask(copies.settle);
  });

  // What was there from the start is looked at as well.
  editor.update(() => $getRoot().getFirstChild()?.markDirty(), {
    discrete: true,
    tag: HISTORY_MERGE_TAG,
  });

  const { historyState } = getExtensionDependencyFromEditor(editor, HistoryExtension).output;

  const ofLibrary = (name: string): UndoableAction => {
    const entry = `${name} ${done++}`;
    const tryTo = async (work: () => void) => {
      await Promise.resolve();
      if (isBroken) throw new StetError('disk-full');
      work();
    };
    return {
      label: entry,
      perform: () => tryTo(() => void library.push(entry)),
      undo: () => tryTo(() => void library.splice(library.lastIndexOf(entry), 1)),
    };
  };

  /** Runs something while the library may be broken; a failure that is reported is no surprise. */
  async function tried(fails: boolean, work: () => Promise<unknown>): Promise<void> {
    isBroken = fails;
    await work().catch((error: unknown) => {
      if (!fails) throw error;
    });
    await turns();
    isBroken = false;
  }

  function at(where: Where, run: () => void = () => {}, tag?: string | string[]): Found {
    let found: Found | null = null;
    // The cursor moves first, as it does on the page.
    const $place = () => {
      found = $select(where);
    };
    editor.update($place, { discrete: true });
    if (tag) editor.update(run, { discrete: true, tag });
    else editor.update(run, { discrete: true });
    return found!;
  }

  function $copy(): void {
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || selection.isCollapsed()) return;
    clipboard = {
      'text/plain': selection.getTextContent(),
      'application/x-lexical-editor': $getLexicalContent(editor, selection) ?? '',
    };
  }

  function paste(where: Where, what: Extract<Step, { kind: 'paste' }>['what']): Found {
    if (what === 'plain') {
      const found = at(where);
      pastePlain(editor, clipboard['text/plain'] ?? '');
      return found;
    }
    const content: Record<string, string> =
      what === 'copied'
        ? clipboard
        : 'text' in what
          ? { 'text/plain': what.text }
          : { 'text/plain': '', 'text/html': what.html };
    const data = {
      types: Object.keys(content),
      getData: (format: string) => content[format] ?? '',
    } as unknown as DataTransfer;
    return at(
      where,
      () => {
        const selection = $getSelection();
        if (selection) $insertDataTransferForRichText(data, selection, editor);
      },
      PASTE_TAG,
    );
  }

  /** The ids that stand in the text, in its order, without doubles. */
  const idsOf = ($idsOf: typeof $quotationsOf): string[] =>
    editor.read(() => [...new Set($getRoot().getAllTextNodes().flatMap($idsOf))]);
  const pick = (ids: readonly string[], which: number) => ids[which % Math.max(1, ids.length)];

  async function step(direction: 'undo' | 'redo'): Promise<void> {
    editor.dispatchCommand(direction === 'undo' ? UNDO_COMMAND : REDO_COMMAND, undefined);
    await turns();
  }

  function figure(where: Where, does: Extract<Step, { kind: 'figure' }>['does']): Found {
    if (does === 'insert') {
      const picture = { picture: PICTURE, width: 4, height: 3 };
      return at(where, () => $insertFigures([picture]), HISTORY_PUSH_TAG);
    }
    const found = at(where);
    const key = editor.read(() => {
      const figures = $getRoot().getChildren().filter($isFigureNode);
      return figures[where.offset % Math.max(1, figures.length)]?.getKey();
    });
    if (key === undefined) return found;
    if (does === 'remove') removeFigure(editor, key);
    else moveFigure(editor, key, does === 'up' ? -1 : 1);
    return found;
  }

  function replaceAll({
    query,
    replacement,
    alsoQuotations,
  }: Extract<Step, { kind: 'replace-all' }>) {
    const how = { query, replacement, isCaseSensitive: false, isWholeWord: false };
    const pattern = patternOf({ ...how, isExpression: false })!;
    const { text, blocks } = plainText(live.read());
    const searched = blocks.map(({ start: from, end }) => ({
      start: from,
      text: text.slice(from, end),
    }));
    const finds = findAll(searched, pattern, { replacement, isExpression: false });
    editor.update(
      () => {
        const placed = $placedTexts();
        const isSpared = finds.map((find) => !alsoQuotations && $isInQuotation(placed, find));
        for (const [index, find] of [...finds.entries()].reverse()) {
          if (!isSpared[index]) $replaceFind(placed, find);
        }
        $setSelection(null);
      },
      { discrete: true, tag: HISTORY_PUSH_TAG },
    );
  }

  /** The quotation with one word of its source more, or another first word. */
  function diffOf(id: string, word: string): DiffSegment[] {
    const { text, quotations } = plainText(live.read());
    const words = (quotations.get(id) ?? [])
      .map(({ start: from, end }) => text.slice(from, end))
      .join(' ')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((one) => one !== '');
    const [first = '', ...rest] = words;
    return [
      { type: 'removed', text: word === '' ? 'indeed' : word },
      ...(word === '' ? [] : [{ type: 'added' as const, text: first }]),
      { type: 'same', text: (word === '' ? words : rest).join(' ') },
    ];
  }

  async function perform(one: Step): Promise<Found | null> {
    switch (one.kind) {
      case 'type':
        return at(one.where, () => {
          editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, one.text);
        });
      case 'delete':
        return at(one.where, () => {
          editor.dispatchCommand(DELETE[one.unit], one.isBackward);
        });
      case 'enter':
        return at(one.where, () => {
          if (one.isSoft) editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false);
          else editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
        });
      case 'tab':
        return at(one.where, () => {
          const event = { shiftKey: one.isShift, preventDefault() {} };
          editor.dispatchCommand(KEY_TAB_COMMAND, event as KeyboardEvent);
        });
      case 'copy':
        return at(one.where, () => {
          $copy();
          const selection = $getSelection();
          if (!one.isCut || !$isRangeSelection(selection)) return;
          $addUpdateTag(CUT_TAG);
          selection.removeText();
        });
      case 'paste':
        return paste(one.where, one.what);
      case 'undo':
      case 'redo':
        for (let time = 0; time < one.times; time++) {
          await tried(one.fails, () => step(one.kind));
        }
        return null;
      case 'format': {
        const found = at(one.where);
        applyFormat(editor, one.command);
        return found;
      }
      case 'link':
        return at(one.where, () => $setLink(one.url), HISTORY_PUSH_TAG);
      case 'table': {
        const found = at(one.where);
        changeTable(editor, one.command);
        return found;
      }
      case 'insert-table': {
        const found = at(one.where);
        insertTable(editor, one);
        return found;
      }
      case 'figure':
        return figure(one.where, one.does);
      case 'quote-passage': {
        const found = at(one.where);
        const id = newId();
        const insert = () => void $insertQuotation(id, one.text, 'en');
        await tried(one.fails, () => actions.performWith(insert, ofLibrary('quote')));
        return found;
      }
      case 'link-quotation':
      case 'dismiss':
        if (idsOf($quotationsOf).length > 0)
          await tried(one.fails, () => actions.perform(ofLibrary(one.kind)));
        return null;
      case 'use-source-wording': {
        const id = pick(idsOf($quotationsOf), one.which);
        if (id === undefined) return null;
        const diff = diffOf(id, one.word);
        const change = () => void $useSourceWording(id, diff);
        await tried(one.fails, () => actions.performWith(change, ofLibrary('wording')));
        return null;
      }
      case 'comment':
      case 'claim': {
        const found = at(one.where);
        const id = newId();
        if (one.kind === 'claim') copies.adopt(id);
        const mark = () => (one.kind === 'claim' ? $markClaim(id) : $markComment(id));
        await tried(one.fails, () => actions.performWith(mark, ofLibrary(one.kind)));
        return found;
      }
      case 'remove-comment':
      case 'remove-claim': {
        const isClaim = one.kind === 'remove-claim';
        const id = pick(idsOf(isClaim ? $claimsOf : $commentsOf), one.which);
        if (id === undefined) return null;
        const unmark = () => (isClaim ? $unmarkClaim(id) : $unmarkComment(id));
        await tried(one.fails, () => actions.performWith(unmark, ofLibrary(one.kind)));
        return null;
      }
      case 'replace-all':
        replaceAll(one);
        return null;
      case 'suggest':
        isSuggesting = one.isOn;
        return null;
      case 'decide': {
        const ids = editor.read(() =>
          $leaves().flatMap((leaf) =>
            [leaf, ...leaf.getAllTextNodes()].flatMap((node) =>
              [$insertedBy(node), $deletedBy(node)].flatMap((mark) => (mark ? [mark.id] : [])),
            ),
          ),
        );
        const meant = one.which === null ? null : pick([...new Set(ids)], one.which);
        editor.update(
          () => void $decide(one.decision, ({ id }) => meant === null || id === meant),
          {
            discrete: true,
            tag: [HISTORY_PUSH_TAG, DECIDED_TAG],
          },
        );
        return null;
      }
      case 'pause':
        await reconciler.settle();
        return null;
    }
  }

  return {
    editor,
    live,
    library,
    isSuggesting: () => isSuggesting,
    async perform(one) {
      const found = await perform(one);
      // Commits what is pending.
      editor.read(() => {});
      await turns();
      return found;
    },
    undo: () => step('undo'),
    redo: () => step('redo'),
    canUndo: () => historyState.value.undoStack.length > 0,
    pause: () => reconciler.settle(),
    dispose() {
      stopUpkeep();
      stopDeleting();
      stopEdges();
      actions.dispose();
      reconciler.dispose();
    },
  };
}
