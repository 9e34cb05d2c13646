import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  createEditor,
} from 'lexical';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { registerStatistics, type Statistics } from './statistics';

let told: Statistics[];
let language: string;
beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  language = 'en';
});
afterEach(() => vi.useRealTimers());

function editorWith(...paragraphs: string[]) {
  const editor = createEditor({ onError: (error) => expect.fail(error.message) });
  editor.update(
    () => {
      for (const text of paragraphs) {
        $getRoot().append($createParagraphNode().append($createTextNode(text)));
      }
    },
    { discrete: true },
  );
  const stop = registerStatistics(editor, {
    language: () => language,
    onStatistics: (statistics) => told.push(statistics),
  });
  expect(told).toEqual([]);
  vi.advanceTimersByTime(250);
  return { editor, stop };
}

function type(editor: ReturnType<typeof createEditor>, paragraph: number, text: string) {
  editor.update(
    () => {
      const node = $getRoot().getChildAtIndex(paragraph)!;
      (node as ReturnType<typeof $createParagraphNode>).append($createTextNode(text));
    },
    { discrete: true },
  );
}

test('words are counted once the text is on the page, and again in a pause', () => {
  const { editor } = editorWith('One two three.', 'Four five.');
  expect(told).toEqual([{ words: 5, selectedWords: 0 }]);
  type(editor, 1, ' Six');
  type(editor, 1, ' seven.');
  vi.advanceTimersByTime(249);
  expect(told).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(told.at(-1)).toEqual({ words: 7, selectedWords: 0 });
});

test('while typing goes on nothing is counted but every two seconds', () => {
  const { editor } = editorWith('One.');
  for (let key = 0; key < 30; key++) {
    type(editor, 0, ' x');
    vi.advanceTimersByTime(100);
  }
  expect(told).toHaveLength(2);
  vi.advanceTimersByTime(250);
  expect(told.at(-1)!.words).toBe(31);
});

test('what is taken away and what comes back is counted', () => {
  const { editor } = editorWith('One two.', 'Three four five.');
  editor.update(() => $getRoot().getFirstChildOrThrow().remove(), { discrete: true });
  vi.advanceTimersByTime(250);
  expect(told.at(-1)!.words).toBe(3);
});

test('words of the selection, over the borders of paragraphs', () => {
  const { editor } = editorWith('One two three.', 'Four five six.', 'Seven.');
  editor.update(
    () => {
      const [first, second] = $getRoot().getAllTextNodes();
      second!.select(0, 14);
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.anchor.set(first!.getKey(), 4, 'text');
    },
    { discrete: true },
  );
  vi.advanceTimersByTime(250);
  expect(told.at(-1)).toEqual({ words: 7, selectedWords: 5 });
  editor.update(
    () => {
      const text = (
        $getRoot().getChildAtIndex(1) as ReturnType<typeof $createParagraphNode>
      ).getFirstChildOrThrow<ReturnType<typeof $createTextNode>>();
      text.select(0, 9);
    },
    { discrete: true },
  );
  vi.advanceTimersByTime(250);
  expect(told.at(-1)!.selectedWords).toBe(2);
});

test('a language without spaces has words all the same, also once it is chosen', () => {
  const { editor } = editorWith('東京都は日本の首都です。');
  expect(told.at(-1)!.words).toBe(1);
  language = 'ja';
  type(editor, 0, '雨');
  vi.advanceTimersByTime(250);
  expect(told.at(-1)!.words).toBeGreaterThan(5);
});
