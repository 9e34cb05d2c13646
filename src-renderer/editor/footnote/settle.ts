import { $isLinkNode } from '@lexical/link';
import {
  $createLineBreakNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $parseSerializedNode,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type NodeKey,
  type RootNode,
  type SerializedLexicalNode,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import { $deepJson } from '../document';
import { hasFocus } from '../focus';
import { $takeOutOfLink } from '../link/link';
import { $isHeaderBlock } from '../nodes';
import { DECIDED_TAG } from '../suggestion/register';
import {
  $footnoteOf,
  $isFootnote,
  $isFootnoteReference,
  FOOTNOTE_CLASS,
  FootnoteNode,
  FootnoteReferenceNode,
} from './nodes';

/*
 * Keeps references and notes together: a note goes with its last reference, comes back with it, and
 * stands below the text in the order of the references. Not by node transforms, which see the changed
 * nodes only: what is gone is seen afterwards, and set right without a step of undo of its own.
 */

/** Notes that lost their reference: what was cut is pasted with its words, in another article too. */
const lostNotes = new Map<string, SerializedLexicalNode>();
const MOST_LOST = 200;

/** The words of a note that is in no article now, or null. */
export function $lostNote(id: string): FootnoteNode | null {
  const known = lostNotes.get(id);
  const node = known ? $parseSerializedNode(known) : null;
  return $isFootnote(node) ? node : null;
}

/** The same node with all that it holds, as a new one. */
export function $copyOf(node: LexicalNode): LexicalNode {
  return $parseSerializedNode($deepJson(node));
}

function $keepLost(note: FootnoteNode): void {
  const id = $footnoteOf(note);
  lostNotes.delete(id);
  lostNotes.set(id, $deepJson(note));
  for (const oldest of lostNotes.keys()) {
    if (lostNotes.size <= MOST_LOST) break;
    lostNotes.delete(oldest);
  }
}

/** All references in the order of the text. */
export function $references(): FootnoteReferenceNode[] {
  const found: FootnoteReferenceNode[] = [];
  const walk = (node: LexicalNode) => {
    if ($isFootnoteReference(node)) found.push(node);
    else if ($isElementNode(node)) for (const child of node.getChildren()) walk(child);
  };
  walk($getRoot());
  return found;
}

/** The notes, by their ids. */
export function $notes(): Map<string, FootnoteNode> {
  const notes = $getRoot().getChildren().filter($isFootnote);
  return new Map(notes.map((note) => [$footnoteOf(note), note]));
}

/** Blocks that came to stand below a note, as pasted paragraphs do, go on in it. */
function $joinStrays(root: RootNode): void {
  let note: FootnoteNode | null = null;
  for (const block of root.getChildren()) {
    if ($isFootnote(block)) note = block;
    else if (note) {
      const inlines = $inlinesOf(block);
      const parting = inlines.length > 0 && !note.isEmpty() ? [$createLineBreakNode()] : [];
      const hadCursor = $getSelection()
        ?.getNodes()
        .some((node) => block.isParentOf(node));
      note.append(...parting, ...inlines);
      const isAtBlock = $getSelection()
        ?.getNodes()
        .some((node) => node.is(block));
      block.remove();
      if (isAtBlock || hadCursor) note.selectEnd();
    }
  }
}

/** The inline nodes of a block; its own blocks are parted by line breaks. */
function $inlinesOf(block: LexicalNode): LexicalNode[] {
  if (!$isElementNode(block)) return [];
  return block.getChildren().flatMap((child, index) => {
    if (!$isElementNode(child) || child.isInline()) return [child];
    return index === 0 ? $inlinesOf(child) : [$createLineBreakNode(), ...$inlinesOf(child)];
  });
}

/** Sets right what does not fit; where all is in order, nothing changes. */
export function $settleFootnotes(): void {
  const notes = $notes();
  const wanted: FootnoteNode[] = [];
  for (const reference of $references()) {
    const parent = reference.getParentOrThrow();
    if ($isHeaderBlock(reference.getTopLevelElement())) {
      reference.remove();
      continue;
    }
    // A link would lead to two places: it ends before the reference and goes on behind it.
    if ($isLinkNode(parent)) $takeOutOfLink(parent, (node) => node.is(reference));
    const id = $footnoteOf(reference);
    const note = notes.get(id) ?? $lostNote(id);
    if (note === null) reference.remove();
    else if (!wanted.includes(note)) {
      wanted.push(note);
      notes.set(id, note);
    }
  }
  for (const note of notes.values()) {
    if (wanted.includes(note)) continue;
    $keepLost(note);
    note.remove();
  }
  const root = $getRoot();
  $joinStrays(root);
  const last = root.getChildren().slice(root.getChildrenSize() - wanted.length);
  if (wanted.some((note, index) => !note.is(last[index] ?? null))) root.append(...wanted);
}

/** The same as an update of its own that is no step of undo. */
export function settleFootnotes(editor: LexicalEditor): void {
  editor.update($settleFootnotes, {
    discrete: true,
    // Nobody proposes it: what is proposed to go would come back and be settled again, without end.
    tag: [HISTORY_MERGE_TAG, DECIDED_TAG, ...(hasFocus(editor) ? [] : [SKIP_DOM_SELECTION_TAG])],
  });
}

/** Registers the upkeep; answers the function that ends it. */
export function registerFootnoteUpkeep(editor: LexicalEditor): () => void {
  let isDue = false;
  const onMutation = (mutations: Map<NodeKey, 'created' | 'updated' | 'destroyed'>) => {
    isDue = isDue || [...mutations.values()].some((mutation) => mutation !== 'updated');
  };

  /** True where a block stands below a note, or notes in another order than their references. */
  function isOutOfOrder(): boolean {
    const root = editor.getRootElement();
    const notes = root?.getElementsByClassName(FOOTNOTE_CLASS) as
      | HTMLCollectionOf<HTMLElement>
      | undefined;
    if (!root || !notes || notes.length === 0) return false;
    let block = root.lastElementChild;
    let before = '~'.repeat(9);
    for (let index = notes.length - 1; index >= 0; index--) {
      const note = notes[index];
      if (note !== block) return true;
      const mark = (note?.dataset.mark ?? '').padStart(8);
      if (mark > before) return true;
      before = mark;
      block = block?.previousElementSibling ?? null;
    }
    return false;
  }

  const stopUpdates = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
    if (!isDue && !isOutOfOrder()) return;
    isDue = false;
    settleFootnotes(editor);
  });
  return mergeRegister(
    editor.registerMutationListener(FootnoteReferenceNode, onMutation, {
      skipInitialization: true,
    }),
    editor.registerMutationListener(FootnoteNode, onMutation, { skipInitialization: true }),
    stopUpdates,
  );
}
