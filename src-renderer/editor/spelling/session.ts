import {
  $createRangeSelection,
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type TextNode,
} from 'lexical';
import { placeMark } from '../../../src-shared/spelling/exceptions';
import type { Problem } from '../../../src-shared/spelling/problem';
import { focusText } from '../focus';
import { scrollToElement } from '../quotation/go-to';
import { $blockOf, $blockText, $textBlocks, offsetIn, partsOf } from './block-text';
import { type Filter, type Follower, followSpelling, type PlacedProblem } from './follower';
import { createProblemPainter } from './painter';
import { $replaceWords } from './replace';
import { $treatment } from './treat';

/*
 * The spelling of one article in its editor: what is marked, where it stands, and what replaces it.
 */

export interface SpellingOptions {
  check(texts: readonly string[]): Promise<Problem[][]>;
  filter: Filter;
  /** The ids of the quotations that have a source. */
  linked: ReadonlySet<string>;
  onChange(): void;
  onFailed(error: unknown): void;
}

export interface SpellingSession {
  follower: Follower;
  setLinked(linked: ReadonlySet<string>): void;
  /** The problem at the cursor, or that is selected. */
  atCursor(): PlacedProblem | null;
  /** The problem under a place of the window (CSS pixels). */
  atPoint(x: number, y: number): PlacedProblem | null;
  /** Selects the next problem; answers it and its number, counted from 1; null where there is none. */
  goToNext(by: 1 | -1): { problem: PlacedProblem; number: number; total: number } | null;
  /** Where a problem begins in the window; null where it is not drawn. */
  boxOf(problem: PlacedProblem): DOMRect | null;
  /** One step of undo; false where other words stand there by now. */
  replace(problem: PlacedProblem, replacement: string): boolean;
  placeOf(problem: PlacedProblem): string;
  dispose(): void;
}

export function openSpelling(editor: LexicalEditor, options: SpellingOptions): SpellingSession {
  let { linked } = options;
  const $treat = (node: TextNode) => $treatment(node, linked);
  const follower = followSpelling(editor, {
    check: options.check,
    painter: createProblemPainter(editor),
    $treat,
    filter: options.filter,
    onChange: options.onChange,
    onFailed: options.onFailed,
  });

  /** A problem's parts as points of the text; null where its words have changed. */
  function $partsOf(problem: PlacedProblem) {
    const block = $getNodeByKey(problem.block);
    if (!$isElementNode(block)) return null;
    const text = $blockText(block, $treat);
    const parts = partsOf(text, problem);
    return parts.length > 0 ? parts : null;
  }

  function $select(problem: PlacedProblem): string | null {
    const parts = $partsOf(problem);
    const first = parts?.[0];
    const last = parts?.at(-1);
    if (!first || !last) return null;
    const selection = $createRangeSelection();
    selection.anchor.set(first.key, first.from, 'text');
    selection.focus.set(last.key, last.to, 'text');
    $setSelection(selection);
    return first.key;
  }

  /** The first problem behind an offset of a block, or the last before it. */
  function next(by: 1 | -1): { problem: PlacedProblem; number: number; total: number } | null {
    const problems = follower.problems();
    if (problems.length === 0) return null;
    const index = editor.getEditorState().read(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return by === 1 ? 0 : problems.length - 1;
      const order = new Map($textBlocks().map((key, place) => [key, place]));
      const point = by === 1 && !selection.isBackward() ? selection.focus : selection.anchor;
      const node = point.getNode();
      const block = $isTextNode(node) ? $blockOf(node) : node;
      const place = order.get(block?.getKey() ?? '') ?? -1;
      const offset =
        block && $isElementNode(block) && $isTextNode(node)
          ? (offsetIn($blockText(block, $treat), node.getKey(), point.offset) ?? 0)
          : 0;
      const compare = (problem: PlacedProblem) =>
        (order.get(problem.block) ?? 0) - place || problem.start - offset;
      if (by === 1) {
        const found = problems.findIndex((problem) => compare(problem) >= 0);
        return Math.max(found, 0);
      }
      const found = problems.findLastIndex((problem) => compare(problem) < 0);
      return found < 0 ? problems.length - 1 : found;
    });
    const problem = problems[index];
    return problem ? { problem, number: index + 1, total: problems.length } : null;
  }

  return {
    follower,
    setLinked(ids) {
      linked = ids;
      follower.treatAgain();
    },
    atCursor: () =>
      editor.getEditorState().read(() => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return null;
        const [start] = selection.isBackward()
          ? [selection.focus]
          : [selection.anchor, selection.focus];
        return follower.at(start.key, start.offset);
      }),
    atPoint(x, y) {
      const range = document.caretRangeFromPoint(x, y);
      if (!range || !editor.getRootElement()?.contains(range.startContainer)) return null;
      return editor.read(() => {
        const node = $getNearestNodeFromDOMNode(range.startContainer);
        return $isTextNode(node) ? follower.at(node.getKey(), range.startOffset) : null;
      });
    },
    goToNext(by) {
      const found = next(by);
      if (!found) return null;
      let key: string | null = null;
      editor.update(
        () => {
          key = $select(found.problem);
        },
        { discrete: true, tag: SKIP_SCROLL_INTO_VIEW_TAG },
      );
      const element = key === null ? null : editor.getElementByKey(key);
      const scroller = element?.closest<HTMLElement>('.manuscript-pane');
      if (element && scroller) {
        focusText(editor);
        scrollToElement(scroller, element);
      }
      return found;
    },
    boxOf: (problem) =>
      editor.read(() => {
        const [first] = $partsOf(problem) ?? [];
        const element = first && editor.getElementByKey(first.key);
        if (!first || !element) return null;
        let letters: Node | null = element;
        while (letters && !(letters instanceof Text)) letters = letters.firstChild;
        if (!letters) return null;
        const range = document.createRange();
        range.setStart(letters, first.from);
        range.setEnd(letters, first.to);
        return range.getClientRects()[0] ?? null;
      }),
    replace(problem, replacement) {
      let isDone = false;
      editor.update(
        () => {
          isDone = $replaceWords(problem.block, problem, problem.words, replacement, $treat);
        },
        { discrete: true, tag: HISTORY_PUSH_TAG },
      );
      return isDone;
    },
    placeOf: (problem) => placeMark(follower.textOf(problem.block), problem),
    dispose: follower.dispose,
  };
}
