import {
  $getState,
  $isTextNode,
  $setState,
  createState,
  type LexicalNode,
  type TextNode,
} from 'lexical';

const NONE: readonly string[] = Object.freeze([]);

/**
 * The ids of the quotations that a text node belongs to, outermost first. It is a state of the node
 * and no wrapping element, so it keeps its place through typing, splitting, undo, copy and paste, and
 * neither the words nor the exported HTML know of it.
 */
export const quotationState = createState('quotation', {
  parse: (value: unknown): readonly string[] =>
    Array.isArray(value) && value.length > 0
      ? value.filter((id): id is string => typeof id === 'string')
      : NONE,
  isEqual: sameIds,
});

export function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

/** The quotations that a node belongs to, outermost first; none for anything but text. */
export function $quotationsOf(node: LexicalNode | null | undefined): readonly string[] {
  return $isTextNode(node) ? $getState(node, quotationState) : NONE;
}

export function $setQuotations(node: TextNode, ids: readonly string[]): void {
  $setState(node, quotationState, (former) => (sameIds(former, ids) ? former : [...ids]));
}
