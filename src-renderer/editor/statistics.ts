import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { countWords } from '../../src-shared/text/count-words';
import { $readText, $selectedText } from './suggestion/text';

export interface Statistics {
  /** Words of headline, standfirst and body. */
  words: number;
  /** Words of the selection; 0 where nothing is selected. */
  selectedWords: number;
}

/** Counting waits for a pause this long, so that it takes nothing from typing. */
const PAUSE_MS = 250;
/** While typing goes on without a pause the number follows this often. */
const LONGEST_WAIT_MS = 2000;

/**
 * Counts the words of the text and of the selection in a pause after the text came, or either changed.
 * Blocks that did not change are not counted again.
 */
export function registerStatistics(
  editor: LexicalEditor,
  options: { language(): string; onStatistics(statistics: Statistics): void },
): () => void {
  let pause: ReturnType<typeof setTimeout> | undefined;
  let limit: ReturnType<typeof setTimeout> | undefined;
  let language = options.language();
  /** The words of each block of the text, by its key. */
  let counted = new Map<NodeKey, number>();

  function $wordsOf(block: LexicalNode): number {
    const key = block.getKey();
    const known = counted.get(key);
    if (known !== undefined) return known;
    const words = countWords($readText(block), language);
    counted.set(key, words);
    return words;
  }

  function $allWords(): number {
    const blocks = $getRoot().getChildren();
    if (counted.size > 2 * blocks.length) {
      const keys = new Set(blocks.map((block) => block.getKey()));
      counted = new Map([...counted].filter(([key]) => keys.has(key)));
    }
    return blocks.reduce((sum, block) => sum + $wordsOf(block), 0);
  }

  function $selectedWords(): number {
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || selection.isCollapsed()) return 0;
    return countWords($selectedText(selection), language);
  }

  function count() {
    clearTimeout(pause);
    clearTimeout(limit);
    pause = limit = undefined;
    if (options.language() !== language) {
      language = options.language();
      counted.clear();
    }
    editor.getEditorState().read(() => {
      options.onStatistics({ words: $allWords(), selectedWords: $selectedWords() });
    });
  }

  // Not before the text is on the page.
  pause = setTimeout(count, PAUSE_MS);
  const stopListening = editor.registerUpdateListener(({ dirtyElements }) => {
    // An element is among these when something within it changed.
    for (const key of dirtyElements.keys()) counted.delete(key);
    clearTimeout(pause);
    pause = setTimeout(count, PAUSE_MS);
    limit ??= setTimeout(count, LONGEST_WAIT_MS);
  });
  return () => {
    stopListening();
    clearTimeout(pause);
    clearTimeout(limit);
  };
}
