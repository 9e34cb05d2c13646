import { $getRoot, $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { countWords } from '../../src-shared/text/count-words';

export interface Statistics {
  /** Words of headline, standfirst and body. */
  words: number;
  /** Words of the selection; 0 where nothing is selected. */
  selectedWords: number;
}

const DELAY_MS = 250;

/** Counts the words of the text and of the selection a moment after either changed. */
export function registerStatistics(
  editor: LexicalEditor,
  options: { language(): string; onStatistics(statistics: Statistics): void },
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let textChanged = true;
  let words = 0;

  function count() {
    timer = undefined;
    editor.getEditorState().read(() => {
      const language = options.language();
      if (textChanged) words = countWords($getRoot().getTextContent(), language);
      textChanged = false;
      const selection = $getSelection();
      const selected =
        $isRangeSelection(selection) && !selection.isCollapsed() ? selection.getTextContent() : '';
      options.onStatistics({ words, selectedWords: countWords(selected, language) });
    });
  }

  count();
  const stopListening = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (dirtyElements.size > 0 || dirtyLeaves.size > 0) textChanged = true;
    timer ??= setTimeout(count, DELAY_MS);
  });
  return () => {
    stopListening();
    clearTimeout(timer);
  };
}
