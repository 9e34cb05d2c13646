import {
  $getState,
  $isTextNode,
  $setState,
  createState,
  type LexicalNode,
  type TextNode,
} from 'lexical';

const NONE: readonly string[] = Object.freeze([]);

export function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

/**
 * A list of ids that text nodes carry: which quotations they belong to, which comments are about them.
 * It is a state of the node and no wrapping element, so it keeps its place through typing, splitting,
 * undo, copy and paste, and neither the words nor the exported HTML know of it.
 */
export function createIdsState<Name extends string>(name: Name) {
  const state = createState(name, {
    parse: (value: unknown): readonly string[] =>
      Array.isArray(value) && value.length > 0
        ? value.filter((id): id is string => typeof id === 'string')
        : NONE,
    isEqual: sameIds,
  });
  return {
    state,
    /** The ids of a node; none for anything but text. */
    $idsOf: (node: LexicalNode | null | undefined): readonly string[] =>
      $isTextNode(node) ? $getState(node, state) : NONE,
    $setIds: (node: TextNode, ids: readonly string[]): void =>
      void $setState(node, state, (former) => (sameIds(former, ids) ? former : [...ids])),
  };
}
