import { $insertGeneratedNodes } from '@lexical/clipboard';
import {
  $getEditor,
  $getRoot,
  $getSelection,
  $onUpdate,
  type BaseSelection,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  PASTE_TAG,
} from 'lexical';
import { inlineBlock, inlinesOf } from '../../src-shared/document/build';
import { importPlainText } from '../../src-shared/document/from-plain-text';
import { isClearlyMarkdown } from '../../src-shared/document/is-markdown';
import { $codeAt } from './code/node';
import { focusText } from './focus';
import { $insertBlocks } from './paste-blocks';
import { PASTE_NEWS_COMMAND } from './paste-news';
import { $insertInSlices } from './paste-slices';
import { $tableAtSelection } from './table/commands';
import { $tableOfText, rowsOfText } from './table/paste';

/** Inserts text into code as it is, whatever it might mean; false where the selection is in none. */
export function $insertIntoCode(text: string, selection: BaseSelection): boolean {
  if (text === '' || !$codeAt(selection)) return false;
  selection.insertRawText(text);
  return true;
}

/**
 * Inserts plain text: rows of a spreadsheet as a table, bullets as lists, lines as paragraphs, wrapped
 * lines joined. False where it is one line, which goes in as it is.
 */
export function $insertText(text: string, selection: BaseSelection): boolean {
  if ($insertIntoCode(text, selection)) return true;
  const editor = $getEditor();
  const rows = rowsOfText(text, $tableAtSelection() !== null);
  if (rows) {
    $insertGeneratedNodes(editor, [$tableOfText(rows)], selection);
    return true;
  }
  if (!/[\r\n]/.test(text.trim())) return false;
  const blocks = importPlainText(text).blocks.map(({ node }) => node);
  if (isClearlyMarkdown(text)) {
    $readAsMarkdown(editor, text);
    $insertBlocks(blocks, selection);
  } else $insertInSlices(blocks, selection);
  return true;
}

/** Inserts text as it is: every line that has words is a paragraph. One step of undo. */
export function pastePlain(editor: LexicalEditor, text: string): void {
  const lines = text.split(/\r\n|[\r\n]/).filter((line) => line.trim() !== '');
  editor.update(
    () => {
      if (!$getSelection()) $getRoot().selectEnd();
      const selection = $getSelection();
      if (!selection) return;
      if ($insertIntoCode(text, selection)) return;
      if (lines.length < 2) selection.insertRawText(lines[0] ?? '');
      else {
        const blocks = lines.map((line) => inlineBlock('paragraph', inlinesOf(line)));
        $insertInSlices(blocks, selection);
      }
    },
    { discrete: true, tag: PASTE_TAG },
  );
  focusText(editor);
}

/**
 * Once the plain text is in, what the Markdown means takes its place in a step of its own: undo leaves
 * the plain text.
 */
function $readAsMarkdown(editor: LexicalEditor, text: string): void {
  const before = editor.getEditorState();
  const selected = $getSelection()?.clone() ?? null;
  let plain = '';
  const replace = async () => {
    const { importMarkdown } = await import('../../src-shared/document/from-markdown');
    // Nobody has gone on in the meantime.
    if (wordsOf(editor) !== plain) return;
    const blocks = importMarkdown(text, { keepsHtml: true }).blocks.map(({ node }) => node);
    if (blocks.length === 0) return;
    // History does not see this; it goes from the plain text to what comes of it.
    editor.setEditorState(before.clone(selected), { tag: HISTORIC_TAG });
    editor.update(
      () => {
        const selection = $getSelection();
        if (selection) $insertBlocks(blocks, selection);
      },
      { discrete: true, tag: [PASTE_TAG, HISTORY_PUSH_TAG] },
    );
    editor.dispatchCommand(PASTE_NEWS_COMMAND, { kind: 'markdown' });
  };
  $onUpdate(() => {
    plain = wordsOf(editor);
    queueMicrotask(() => void replace());
  });
}

function wordsOf(editor: LexicalEditor): string {
  return editor.getEditorState().read(() => $getRoot().getTextContent());
}
