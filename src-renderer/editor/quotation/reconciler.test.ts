import { $generateJSONFromSelectedNodes, $insertDataTransferForRichText } from '@lexical/clipboard';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type LexicalEditor,
  PASTE_TAG,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { plainText } from '../../../src-shared/document/plain-text';
import { createLiveDocument } from '../live-document';
import { articleOf, change, createTestEditor, savedDocument } from '../testing';
import { findMarksHere } from './marks-finder';
import { registerReconciler } from './reconciler';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function desk(...paragraphs: string[]) {
  const editor = createTestEditor(articleOf('Harbour closed', ...paragraphs));
  const reconciler = registerReconciler(editor, {
    finder: findMarksHere(createLiveDocument(editor)),
    language: () => 'en-GB',
    ids: [],
  });
  return { editor, reconciler };
}

const pause = () => vi.advanceTimersByTimeAsync(1000);

/** The words of each quotation with its id. */
function quotations(editor: LexicalEditor): { id: string; words: string[] }[] {
  const { text, quotations: found } = plainText(savedDocument(editor));
  return [...found].map(([id, parts]) => ({
    id,
    words: parts.map(({ start, end }) => text.slice(start, end)),
  }));
}

function words(editor: LexicalEditor): string[] {
  return quotations(editor).flatMap((one) => one.words);
}

function write(editor: LexicalEditor, text: string, at: 'start' | 'end' = 'end') {
  change(editor, () => {
    const paragraph = $getRoot().getLastChild();
    if (!$isElementNode(paragraph)) return;
    if (at === 'end') paragraph.selectEnd();
    else paragraph.selectStart();
    const selection = $getSelection();
    if ($isRangeSelection(selection)) selection.insertText(text);
  });
}

describe('quotations while writing', () => {
  it('are found when typing pauses', async () => {
    const { editor } = desk('');
    write(editor, '“We will rebuild,” the mayor said.');
    expect(words(editor)).toEqual([]);
    await pause();
    expect(words(editor)).toEqual(['“We will rebuild,”']);
  });

  it('keep their id while words are added, and lose it when the marks go', async () => {
    const { editor } = desk('“We will rebuild,” the mayor said.');
    write(editor, ' Nobody asked.');
    await pause();
    const [before] = quotations(editor);
    write(editor, 'On Friday: ', 'start');
    await pause();
    expect(quotations(editor)).toEqual([{ id: before?.id, words: ['“We will rebuild,”'] }]);
    change(editor, () => {
      const paragraph = $getRoot().getLastChild();
      if ($isElementNode(paragraph)) paragraph.clear().append($createTextNode('Nothing quoted.'));
    });
    await pause();
    expect(quotations(editor)).toEqual([]);
  });

  it('take no step of undo', async () => {
    const { editor } = desk('First.');
    write(editor, ' “We will rebuild,” the mayor said.');
    await pause();
    const found = quotations(editor);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(plainText(savedDocument(editor)).text).toBe('Harbour closed\n\nFirst.');
    await pause();
    editor.dispatchCommand(REDO_COMMAND, undefined);
    expect(quotations(editor)).toEqual(found);
  });

  it('have ids of their own after one was pasted twice', async () => {
    const { editor } = desk('');
    write(editor, 'He said: “We will rebuild the harbour.” ');
    await pause();
    const [original] = quotations(editor);
    let copied = '';
    change(editor, () => {
      const paragraph = $getRoot().getLastChild();
      if (!$isElementNode(paragraph)) return;
      paragraph.select(0, paragraph.getChildrenSize());
      const { nodes } = $generateJSONFromSelectedNodes(editor, $getSelection());
      copied = JSON.stringify({ namespace: 'stet', nodes });
    });
    const clipboard = {
      getData: (format: string) => (format === 'application/x-lexical-editor' ? copied : ''),
    } as DataTransfer;
    for (const _ of [1, 2]) {
      change(
        editor,
        () => {
          const selection = $getRoot().append($createParagraphNode()).selectEnd();
          $insertDataTransferForRichText(clipboard, selection, editor);
        },
        PASTE_TAG,
      );
    }
    await pause();
    const found = quotations(editor);
    expect(found.map((one) => one.words)).toEqual(
      Array(3).fill(['“We will rebuild the harbour.”']),
    );
    expect(new Set(found.map((one) => one.id)).size).toBe(3);
    expect(found[0]?.id).toBe(original?.id);
  });

  it('keep their id where a copy is pasted before them, and take it along when cut', async () => {
    const { editor } = desk('Before it.', '');
    write(editor, '“We will rebuild the harbour.”');
    await pause();
    const [original] = quotations(editor);
    let clipboard = {} as DataTransfer;
    const $block = (index: number) => {
      const block = $getRoot().getChildAtIndex(index);
      if (!$isElementNode(block)) throw new Error('There is no such block.');
      return block;
    };
    const take = (index: number, alsoRemove: boolean) =>
      change(editor, () => {
        const selection = $block(index).select(0, $block(index).getChildrenSize());
        const { nodes } = $generateJSONFromSelectedNodes(editor, selection);
        const copied = JSON.stringify({ namespace: 'stet', nodes });
        clipboard = {
          getData: (format: string) => (format === 'application/x-lexical-editor' ? copied : ''),
        } as DataTransfer;
        if (alsoRemove) selection.removeText();
      });
    const paste = (index: number) =>
      change(
        editor,
        () => $insertDataTransferForRichText(clipboard, $block(index).selectEnd(), editor),
        PASTE_TAG,
      );

    take(2, false);
    paste(1);
    await pause();
    const copies = quotations(editor);
    expect(copies).toHaveLength(2);
    expect(copies[1]).toEqual(original);
    expect(copies[0]?.id).not.toBe(original?.id);

    take(2, true);
    await pause();
    paste(0);
    await pause();
    expect(quotations(editor)[0]).toEqual(original);
  });

  it('change nothing when the article is only opened', async () => {
    const { editor, reconciler } = desk('“We will rebuild,” the mayor said.');
    const before = editor.getEditorState();
    await reconciler.settle();
    await pause();
    expect(editor.getEditorState()).toBe(before);
  });

  it('wait for words that were typed while they were looked for', async () => {
    const { editor, reconciler } = desk('');
    write(editor, '“We will rebuild,” the mayor said.');
    const settled = reconciler.settle();
    write(editor, 'On Friday: ', 'start');
    await settled;
    expect(words(editor)).toEqual(['“We will rebuild,”']);
  });

  it('are known to the article by their ids', async () => {
    const { editor, reconciler } = desk('');
    write(editor, '“We will rebuild,” the mayor said.');
    await reconciler.settle();
    expect([...reconciler.knownIds]).toEqual(quotations(editor).map((one) => one.id));
  });
});
