import type { LexicalEditor } from 'lexical';
import { listSuggestions, type Suggestion } from '../../../src-shared/document/list-suggestions';
import { isContentChange } from '../changes';
import type { LiveDocument } from '../live-document';

const DELAY_MS = 150;

/** Tells the suggestions of the text a moment after it was opened, and after they changed. */
export function registerSuggestionList(
  editor: LexicalEditor,
  live: LiveDocument,
  onSuggestions: (suggestions: Suggestion[]) => void,
): () => void {
  let told = '[]';
  let timer: ReturnType<typeof setTimeout> | undefined;

  function read() {
    timer = undefined;
    const suggestions = listSuggestions(live.read());
    const text = JSON.stringify(suggestions);
    if (text === told) return;
    told = text;
    onSuggestions(suggestions);
  }

  onSuggestions([]);
  timer = setTimeout(read, DELAY_MS);
  const stopListening = editor.registerUpdateListener((update) => {
    if (isContentChange(update)) timer ??= setTimeout(read, DELAY_MS);
  });
  return () => {
    stopListening();
    clearTimeout(timer);
  };
}
