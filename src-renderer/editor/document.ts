import {
  $isElementNode,
  type EditorState,
  type LexicalNode,
  type SerializedLexicalNode,
} from 'lexical';
import type { Document } from '../../src-shared/document/schema';

type Json = Record<string, unknown>;

export type NodeJson = SerializedLexicalNode & Json;

/** A node with all that it holds, as Lexical writes it. Called in a reading of the editor. */
export function $deepJson(node: LexicalNode): NodeJson {
  const json = node.exportJSON() as NodeJson;
  return $isElementNode(node) ? { ...json, children: node.getChildren().map($deepJson) } : json;
}

/** Lexical writes fields that have no value as `undefined`, which is not JSON. */
export function dropUndefined(node: Json, isDeep = true): void {
  for (const key in node) if (node[key] === undefined) delete node[key];
  if (isDeep && Array.isArray(node.children))
    for (const child of node.children as Json[]) dropUndefined(child);
}

/**
 * The document as it is saved: plain JSON. What the editor keeps at the root for itself (the counter of
 * undo.ts) is left out.
 */
export function documentOf(state: EditorState): Document {
  const { root } = state.toJSON();
  const { $: _ofTheEditor, ...saved } = root;
  dropUndefined(saved as unknown as Json);
  return { root: saved } as unknown as Document;
}
