import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { createEditor, type SerializedEditorState } from 'lexical';

/*
 * The peer of the editor's benchmark: what Lexical's documentation calls a rich-text editor, with
 * history and nothing else. It is built apart and put into a page of its own.
 */

declare global {
  interface Window {
    /** Shows a document of Lexical's JSON in the page's text field. */
    openBareLexical(document: string): void;
  }
}

window.openBareLexical = (document) => {
  const root = window.document.querySelector<HTMLElement>('[contenteditable]');
  const editor = createEditor({
    nodes: [HeadingNode, QuoteNode],
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(root);
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  editor.setEditorState(editor.parseEditorState(JSON.parse(document) as SerializedEditorState));
};
