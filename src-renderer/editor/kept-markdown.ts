import { $getRoot, type LexicalEditor, type LexicalNode, type NodeKey } from 'lexical';
import { footnoteReference, inlineBlock, textNode } from '../../src-shared/document/build';
import type { BlockNode, FootnoteNode } from '../../src-shared/document/schema';
import { words } from '../words/kept-markdown';
import { $deepJson, dropUndefined } from './document';
import { $isFigureNode } from './figure/node';
import { $isFootnote } from './footnote/nodes';
import { $isHtmlBlock } from './html/nodes';
import { $keptMarkdown } from './kept-markdown-state';
import { $itemLevel } from './list-belongings';

/*
 * Marks the blocks that keep more of the Markdown they came from than the page shows, and takes the mark
 * away when they say something else. What goes out is decided anew at each export (markdown-body.ts).
 */

const DELAY_MS = 400;
/** So long at a time is read. */
const SLICE_MS = 8;
const CLASS = 'kept-markdown';
const NOTHING_TO_READ = { isHeldBy: () => false };

interface Keeping {
  markdown: string;
  blocks: BlockNode[];
}

/** Registers the marks; answers the function that removes them. */
export function registerKeptMarkdown(editor: LexicalEditor): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let isDirty = false;

  function mark(key: NodeKey, markdown: string | null) {
    const element = editor.getElementByKey(key);
    if (!element || element.classList.contains(CLASS) === (markdown !== null)) return;
    element.classList.toggle(CLASS, markdown !== null);
    if (markdown === null) element.removeAttribute('title');
    else element.title = words.kept(markdown);
  }

  /** What is known of blocks that are as they were. */
  let known = new Map<NodeKey, { json: string; isHeld: boolean }>();

  async function read() {
    const keeping = editor.read('latest', $blocksThatKeep);
    const { isHeldBy } =
      keeping.size > 0 ? await import('../../src-shared/document/markdown-body') : NOTHING_TO_READ;
    const read: typeof known = new Map();
    let since = performance.now();
    for (const [key, { markdown, blocks }] of keeping) {
      const json = JSON.stringify(blocks);
      const former = known.get(key);
      const isHeld = former?.json === json ? former.isHeld : isHeldBy(blocks, markdown);
      read.set(key, { json, isHeld });
      if (performance.now() - since > SLICE_MS) {
        // Nothing holds up who is writing.
        await new Promise((resolve) => setTimeout(resolve));
        since = performance.now();
      }
      if (isStopped) return;
      mark(key, isHeld ? markdown : null);
    }
    known = read;
  }

  const later = () => {
    timer ??= setTimeout(() => {
      void read().finally(() => {
        timer = undefined;
        if (isDirty && !isStopped) later();
      });
      isDirty = false;
    }, DELAY_MS);
  };
  later();
  const stopListening = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
    isDirty = true;
    later();
  });
  return () => {
    isStopped = true;
    stopListening();
    clearTimeout(timer);
  };
}

/** Each block that keeps Markdown, with those below it that may have come from the same. */
export function $blocksThatKeep(): Map<NodeKey, Keeping> {
  const found = new Map<NodeKey, Keeping>();
  const children = $getRoot().getChildren();
  for (const [index, node] of children.entries()) {
    const markdown = $keptMarkdown(node);
    // A block that is nothing but Markdown says so itself.
    if (markdown === '' || $isHtmlBlock(node)) continue;
    if ($isFootnote(node)) {
      const note = $json(node) as FootnoteNode;
      const line = inlineBlock('paragraph', [textNode('x'), footnoteReference(note.footnote)]);
      found.set(node.getKey(), { markdown, blocks: [line, note] });
      continue;
    }
    const below = children.slice(index + 1);
    const end = below.findIndex((next) => !$belongs(next));
    const nodes = [node, ...below.slice(0, end < 0 ? below.length : end)];
    found.set(node.getKey(), { markdown, blocks: nodes.map($json) });
  }
  return found;
}

function $belongs(node: LexicalNode): boolean {
  return $isFigureNode(node) || $itemLevel(node) > 0 || node.getType() === 'list';
}

function $json(node: LexicalNode): BlockNode {
  const json = $deepJson(node);
  dropUndefined(json);
  return json as unknown as BlockNode;
}
