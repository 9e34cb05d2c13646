import { $getRoot, $parseSerializedNode, type LexicalNode } from 'lexical';
import type { BlockNode, Document } from '../../src-shared/document/schema';

/** Where a block of an older state goes: `index` counts the blocks of the page. */
export interface RestoredBlock {
  index: number;
  /** The block that is there goes; otherwise it moves on. */
  replaces: boolean;
  /** Null takes the block that is there away. */
  block: BlockNode | null;
}

/** Puts a whole document in place of the one on the page. */
export function $restoreDocument(document: Document): void {
  const root = $getRoot();
  root.clear();
  root.append(...document.root.children.map($parse));
  root.selectStart();
}

/** Puts one block of an older state back. False where the page has no such place, and for taking the headline away. */
export function $restoreBlock({ index, replaces, block }: RestoredBlock): boolean {
  const root = $getRoot();
  const there = root.getChildAtIndex(index);
  if (!block) {
    if (!there || index === 0) return false;
    there.remove();
    return true;
  }
  const node = $parse(block);
  if (replaces) {
    if (!there) return false;
    there.replace(node);
  } else if (there) {
    there.insertBefore(node);
  } else {
    root.append(node);
  }
  return true;
}

function $parse(block: BlockNode): LexicalNode {
  return $parseSerializedNode(block);
}
