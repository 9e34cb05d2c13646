import {
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  HISTORIC_TAG,
  type LexicalEditor,
  type NodeKey,
  TextNode,
} from 'lexical';
import { type Exceptions, shownProblems } from '../../../src-shared/spelling/exceptions';
import {
  followProblems,
  type Problem,
  type ProblemKind,
} from '../../../src-shared/spelling/problem';
import {
  $blockOf,
  $blockText,
  $textBlocks,
  type BlockText,
  offsetIn,
  type Treatment,
} from './block-text';
import type { ProblemPainter } from './painter';

/*
 * Follows the paragraphs of an article: those that changed are read again when the keys have rested, by a
 * thread, a few at a time. What was found moves along with the words until then.
 */

/** What is seen of the problems of an article. */
export interface Filter {
  kinds: ReadonlySet<ProblemKind>;
  exceptions: Exceptions;
}

export interface FollowerOptions {
  check(texts: readonly string[]): Promise<Problem[][]>;
  painter: ProblemPainter;
  $treat(node: TextNode): Treatment;
  filter: Filter;
  /** Told whenever the number of problems that are shown may be another. */
  onChange(): void;
  /** The checker cannot be had; nothing more is asked of it. */
  onFailed(error: unknown): void;
}

/** A problem with its place in the text. */
export interface PlacedProblem extends Problem {
  block: NodeKey;
  /** The words that it is about. */
  words: string;
}

export interface Follower {
  /** Problems that are shown, in the order of the text. */
  problems(): PlacedProblem[];
  count(): number;
  /** True until every paragraph has been read. */
  isReading(): boolean;
  /** The problem at a point of a text node, its ends included; null where there is none. */
  at(key: NodeKey, offset: number): PlacedProblem | null;
  /** The text of a problem's paragraph. */
  textOf(block: NodeKey): string;
  setFilter(filter: Filter): void;
  /** Words may be treated otherwise than before: a quotation was linked. */
  treatAgain(): void;
  dispose(): void;
}

/** The keys rest for so long before paragraphs are read. */
const REST_MS = 400;
/** Opening an article comes first. */
const BEGINNING_MS = 1200;
/** Paragraphs, and characters, that are read at a time: typing may go on in between. */
const BATCH = { blocks: 16, characters: 4000 };
/** With more than these at once (a paste, an article), what is drawn follows when they are read. */
const MOST_AT_ONCE = 12;

interface Read {
  text: BlockText;
  found: readonly Problem[];
  shown: readonly Problem[];
}

const NOTHING: Read = { text: { text: '', pieces: [] }, found: [], shown: [] };

export function followSpelling(editor: LexicalEditor, options: FollowerOptions): Follower {
  const { painter, $treat } = options;
  const blocks = new Map<NodeKey, Read>();
  /** The block of each text node that was seen: of one that is gone it cannot be asked. */
  const homes = new Map<NodeKey, NodeKey>();
  const waiting = new Set<NodeKey>();
  let { filter } = options;
  let count = 0;
  /** The word that is being typed is not judged while the cursor stands at its end. */
  let typedIn: NodeKey | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  let lastChange = 0;
  /** True once the checker has been asked for the first time. */
  let isBegun = false;
  let isDisposed = false;

  function $caretIn(block: NodeKey, text: BlockText): number | null {
    if (block !== typedIn) return null;
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
    return offsetIn(text, selection.anchor.key, selection.anchor.offset);
  }

  /** Called in a reading of the editor. */
  function $show(key: NodeKey, text: BlockText, found: readonly Problem[]) {
    const caret = $caretIn(key, text);
    const spared = text.pieces.filter(({ isSpared }) => isSpared);
    const wanted = found.filter(
      ({ kind, start, end }) =>
        filter.kinds.has(kind) && !(caret !== null && start < caret && caret <= end),
    );
    const shown = shownProblems(text.text, wanted, filter.exceptions, spared);
    count += shown.length - (blocks.get(key)?.shown.length ?? 0);
    blocks.set(key, { text, found, shown });
    if (shown.length === 0) painter.erase(key);
    else painter.paint(key, text, shown);
  }

  function $textNow(key: NodeKey): BlockText | null {
    const block = $getNodeByKey(key);
    return $isElementNode(block) && block.isAttached() ? $blockText(block, $treat) : null;
  }

  function forget(key: NodeKey) {
    count -= blocks.get(key)?.shown.length ?? 0;
    blocks.delete(key);
    waiting.delete(key);
    painter.erase(key);
  }

  /** Brings a block in line with its text, and has it read where that is another. */
  function $follow(key: NodeKey) {
    const text = $textNow(key);
    if (!text) return forget(key);
    const known = blocks.get(key) ?? NOTHING;
    if (known.text.text !== text.text || known === NOTHING) waiting.add(key);
    $show(key, text, followProblems(known.text.text, text.text, known.found));
  }

  function rest(delay: number) {
    clearTimeout(timer);
    timer = setTimeout(() => void readOn(), delay);
  }

  /** The blocks that are read next; those beside what was typed last come first. */
  function nextBatch(): [NodeKey, string][] {
    return editor.getEditorState().read(() => {
      const batch: [NodeKey, string][] = [];
      let characters = 0;
      const first = typedIn !== null && waiting.has(typedIn) ? [typedIn] : [];
      for (const key of [...first, ...waiting]) {
        if (batch.some(([one]) => one === key)) continue;
        const text = $textNow(key);
        waiting.delete(key);
        if (!text) {
          forget(key);
          continue;
        }
        if (text.text.trim() === '') continue;
        batch.push([key, text.text]);
        characters += text.text.length;
        if (batch.length >= BATCH.blocks || characters > BATCH.characters) break;
      }
      return batch;
    });
  }

  async function readOn(): Promise<void> {
    if (isAsking || isDisposed) return;
    const batch = nextBatch();
    if (batch.length === 0) {
      options.onChange();
      return;
    }
    isAsking = true;
    isBegun = true;
    const began = performance.now();
    try {
      const problems = await options.check(batch.map(([, text]) => text));
      if (isDisposed) return;
      editor.getEditorState().read(() => {
        for (const [index, [key, text]] of batch.entries()) {
          const now = $textNow(key);
          if (!now) forget(key);
          else $show(key, now, followProblems(text, now.text, problems[index] ?? []));
        }
      });
    } catch (error) {
      if (!isDisposed) options.onFailed(error);
      return;
    } finally {
      isAsking = false;
    }
    options.onChange();
    if (waiting.size === 0) return;
    // As long a pause as the reading took leaves the processor to whoever types, and keys come first.
    const now = performance.now();
    rest(Math.max(16, now - began, lastChange + REST_MS - now));
  }

  const stopFollowing = editor.registerMutationListener(TextNode, (mutations, { updateTags }) => {
    editor.getEditorState().read(() => {
      const changed = new Set<NodeKey>();
      for (const [key, mutation] of mutations) {
        const home = homes.get(key);
        if (home !== undefined) changed.add(home);
        const node = mutation === 'destroyed' ? null : $getNodeByKey(key);
        const block = node && $blockOf(node);
        if (block) {
          homes.set(key, block.getKey());
          changed.add(block.getKey());
        } else homes.delete(key);
      }
      if (changed.size > MOST_AT_ONCE) for (const key of changed) waiting.add(key);
      else {
        const [only] = changed;
        const isTyped = changed.size === 1 && !updateTags.has(HISTORIC_TAG);
        typedIn = isTyped && only !== undefined ? only : null;
        for (const key of changed) $follow(key);
      }
    });
    lastChange = performance.now();
    rest(isBegun ? REST_MS : BEGINNING_MS);
  });

  /** The cursor left the word that was typed: it is judged now. */
  const stopListening = editor.registerUpdateListener(
    ({ dirtyLeaves, dirtyElements, editorState }) => {
      if (typedIn === null || dirtyLeaves.size > 0 || dirtyElements.size > 0) return;
      const key = typedIn;
      typedIn = null;
      const known = blocks.get(key);
      if (!known) return;
      editorState.read(() => $show(key, known.text, known.found));
      options.onChange();
    },
  );

  function $showAll() {
    for (const [key, { found }] of [...blocks]) {
      if (found.length === 0) continue;
      const text = $textNow(key);
      if (text) $show(key, text, followProblems(blocks.get(key)!.text.text, text.text, found));
      else forget(key);
    }
  }

  const placed = (block: NodeKey, { text }: BlockText, problem: Problem): PlacedProblem => ({
    ...problem,
    block,
    words: text.slice(problem.start, problem.end),
  });

  return {
    problems() {
      const keys = editor.getEditorState().read($textBlocks);
      return keys.flatMap((key) => {
        const read = blocks.get(key);
        return read ? read.shown.map((problem) => placed(key, read.text, problem)) : [];
      });
    },
    count: () => count,
    isReading: () => isAsking || waiting.size > 0,
    at(key, offset) {
      const block = homes.get(key);
      const read = block === undefined ? undefined : blocks.get(block);
      if (!read || block === undefined) return null;
      const at = offsetIn(read.text, key, offset);
      if (at === null) return null;
      const found =
        read.shown.find(({ start, end }) => start <= at && at < end) ??
        read.shown.find(({ end }) => end === at);
      return found ? placed(block, read.text, found) : null;
    },
    textOf: (block) => blocks.get(block)?.text.text ?? '',
    setFilter(next) {
      filter = next;
      editor.getEditorState().read($showAll);
      options.onChange();
    },
    treatAgain() {
      editor.getEditorState().read($showAll);
      options.onChange();
    },
    dispose() {
      isDisposed = true;
      clearTimeout(timer);
      stopFollowing();
      stopListening();
      painter.dispose();
    },
  };
}
