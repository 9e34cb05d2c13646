import {
  $getState,
  $isTextNode,
  $setState,
  createState,
  type LexicalNode,
  type TextNode,
} from 'lexical';
import { sameIds } from '../quotation/state';

const NONE: readonly string[] = Object.freeze([]);

/**
 * The ids of the comment threads that a text node is about, the oldest first. Like a quotation's, it
 * is a state of the node: it keeps its place through every edit and undo.
 */
const commentState = createState('comment', {
  parse: (value: unknown): readonly string[] =>
    Array.isArray(value) && value.length > 0
      ? value.filter((id): id is string => typeof id === 'string')
      : NONE,
  isEqual: sameIds,
});

/** The threads that a node is about; none for anything but text. */
export function $commentsOf(node: LexicalNode | null | undefined): readonly string[] {
  return $isTextNode(node) ? $getState(node, commentState) : NONE;
}

export function $setComments(node: TextNode, ids: readonly string[]): void {
  $setState(node, commentState, (former) => (sameIds(former, ids) ? former : [...ids]));
}
