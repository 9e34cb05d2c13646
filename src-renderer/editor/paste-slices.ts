import {
  $getEditor,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $onUpdate,
  $setSelection,
  type BaseSelection,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import { inlineBlock } from '../../src-shared/document/build';
import type { BlockNode, FootnoteNode } from '../../src-shared/document/schema';
import { $renewFootnotes } from './footnote/paste';
import { $blockOf } from './keys';
import { $isHeaderBlock } from './nodes';
import { $hasNoWords, $insertBlocks, $insertNodes, $nodesOf } from './paste-blocks';

/*
 * Much that is pasted at once would hold the window up for as long as it takes to draw it. It comes in
 * slices: the beginning and the end first, so that the cursor stands where it will stand, and then what
 * belongs between, at an empty line that keeps the place. All of it is one step of undo. Whoever goes on
 * meanwhile, by key or pointer, gets the rest at once, before what they did has an effect.
 */

/** Blocks of one slice: drawn within a few milliseconds. */
const SLICE = 40;
/** Up to so many blocks come in at once. */
const AT_ONCE = 3 * SLICE;

/** Signs that somebody goes on. */
const GOES_ON = ['keydown', 'beforeinput', 'pointerdown', 'paste', 'drop', 'blur'] as const;

/** What puts the rest in at once, while something is being pasted. */
const unfinished = new WeakMap<LexicalEditor, () => void>();

/** Puts in at once what is still to come of something that was pasted. */
export function finishPasting(editor: LexicalEditor): void {
  unfinished.get(editor)?.();
}

/** Does what `$insertBlocks` does, for many blocks bit by bit. Called in the update of a paste. */
export function $insertInSlices(
  blocks: readonly BlockNode[],
  selection: BaseSelection,
  text = '',
): void {
  const body = blocks.filter(({ type }) => type !== 'footnote');
  if (body.length <= AT_ONCE || !$isBetweenBlocks(selection)) {
    $insertBlocks(blocks, selection, text);
    return;
  }
  const notes = blocks.filter((block) => block.type === 'footnote');
  const ordered = $hasNoWords() ? headingFirst(body) : body;
  const ends = [...ordered.slice(0, SLICE), inlineBlock('paragraph', []), ...ordered.slice(-1)];
  const nodes = $nodesOf([...ends, ...notesOf(ends, notes)]);
  const place = nodes[SLICE];
  $insertNodes(nodes, selection, text);
  const rest = ordered.slice(SLICE, -1);
  const editor = $getEditor();
  if (place) $onUpdate(() => insertRest(editor, rest, notes, place.getKey()));
}

/** True where blocks that are put in stand among the blocks of the article, in no list, quotation or cell. */
function $isBetweenBlocks(selection: BaseSelection): boolean {
  if (!$isRangeSelection(selection)) return false;
  const block = $blockOf(selection.isBackward() ? selection.focus : selection.anchor);
  return ($isParagraphNode(block) || $isHeaderBlock(block)) && $getRoot().is(block.getParent());
}

/** The first heading becomes the headline of an article without words, wherever it stands. */
function headingFirst(blocks: readonly BlockNode[]): BlockNode[] {
  const heading = blocks.find(({ type }) => type === 'heading');
  return heading ? [heading, ...blocks.filter((block) => block !== heading)] : [...blocks];
}

/** The notes that references in these blocks lead to. */
function notesOf(blocks: readonly BlockNode[], notes: readonly FootnoteNode[]): FootnoteNode[] {
  if (notes.length === 0) return [];
  const json = JSON.stringify(blocks);
  return notes.filter(({ footnote }) => json.includes(JSON.stringify(footnote)));
}

function insertRest(
  editor: LexicalEditor,
  rest: readonly BlockNode[],
  notes: readonly FootnoteNode[],
  place: NodeKey,
): void {
  finishPasting(editor);
  let at = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function insert(count: number) {
    const slice = rest.slice(at, at + count);
    at += count;
    const isLast = at >= rest.length;
    editor.update(
      () => {
        // Undone meanwhile, or otherwise gone.
        const line = $getNodeByKey(place);
        if (!line?.isAttached()) at = rest.length;
        else $insertBefore(line, [...slice, ...notesOf(slice, notes)], isLast);
      },
      { discrete: true, tag: [HISTORY_MERGE_TAG, ...(isLast ? [] : [SKIP_DOM_SELECTION_TAG])] },
    );
    if (at >= rest.length) stop();
    else timer = setTimeout(() => insert(SLICE));
  }
  function stop() {
    clearTimeout(timer);
    unfinished.delete(editor);
    for (const type of GOES_ON) globalThis.removeEventListener?.(type, finish, { capture: true });
  }
  function finish() {
    clearTimeout(timer);
    insert(rest.length);
  }

  unfinished.set(editor, finish);
  for (const type of GOES_ON) globalThis.addEventListener?.(type, finish, { capture: true });
  timer = setTimeout(() => insert(SLICE));
}

function $insertBefore(line: LexicalNode, blocks: readonly BlockNode[], isLast: boolean): void {
  const nodes = $nodesOf(blocks);
  $renewFootnotes(nodes);
  for (const node of nodes) line.insertBefore(node, false);
  if (!isLast) return;
  line.remove();
  // The cursor is told to the window again, which scrolls to it.
  const selection = $getSelection();
  if (selection) $setSelection(selection.clone());
}
