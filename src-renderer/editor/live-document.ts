import {
  $getRoot,
  $isElementNode,
  type EditorState,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import type { BlockNode, Document } from '../../src-shared/document/schema';
import { $deepJson, dropUndefined } from './document';

/** What is different in a document since somebody looked at it last. */
export interface DocumentChange {
  /** The keys of all blocks in their order; null where these are the same. */
  order: NodeKey[] | null;
  /** The blocks that are new or other ones. */
  blocks: [key: NodeKey, block: BlockNode][];
}

export interface DocumentWatcher {
  /** What changed since it was asked last; at first, everything. */
  changes(): DocumentChange;
}

/**
 * The document of an editor as plain JSON, of which only the blocks that changed are made anew: in a
 * long article that takes a tenth of the time, and a key may wait for it.
 */
export interface LiveDocument {
  /** The document as it is saved, equal to `documentOf`. Not to be changed: its blocks are kept. */
  read(): Document;
  watch(): DocumentWatcher;
}

interface Kept {
  /** All nodes of the block, in order. Lexical copies a node before it changes it. */
  nodes: readonly LexicalNode[];
  json: BlockNode;
}

export function createLiveDocument(editor: LexicalEditor): LiveDocument {
  let kept = new Map<NodeKey, Kept>();
  let seen: EditorState | null = null;

  /** Brings what is kept in line with the editor, in the order of the text. */
  function follow(): Map<NodeKey, Kept> {
    const state = editor.getEditorState();
    if (state === seen) return kept;
    seen = state;
    const former = kept;
    kept = state.read(
      () =>
        new Map(
          $getRoot()
            .getChildren()
            .map((block) => {
              const nodes = $nodesOf(block);
              const known = former.get(block.getKey());
              const isSame = known !== undefined && sameNodes(known.nodes, nodes);
              return [block.getKey(), isSame ? known : { nodes, json: $jsonOf(block) }];
            }),
        ),
    );
    return kept;
  }

  return {
    read() {
      const children = [...follow().values()].map(({ json }) => json);
      const { $: _ofTheEditor, ...root } = editor
        .getEditorState()
        .read(() => $getRoot().exportJSON() as unknown as Record<string, unknown>);
      const saved = { ...root, children };
      dropUndefined(saved, false);
      return { root: saved } as unknown as Document;
    },
    watch() {
      let told = new Map<NodeKey, Kept>();
      return {
        changes() {
          const former = told;
          told = follow();
          const keys = [...told.keys()];
          const before = [...former.keys()];
          const isSameOrder =
            keys.length === before.length && keys.every((key, index) => key === before[index]);
          const blocks = [...told]
            .filter(([key, block]) => former.get(key) !== block)
            .map(([key, { json }]): [NodeKey, BlockNode] => [key, json]);
          return { order: isSameOrder ? null : keys, blocks };
        },
      };
    },
  };
}

function $nodesOf(block: LexicalNode): LexicalNode[] {
  const nodes: LexicalNode[] = [];
  const add = (node: LexicalNode) => {
    nodes.push(node);
    if ($isElementNode(node)) for (const child of node.getChildren()) add(child);
  };
  add(block);
  return nodes;
}

function sameNodes(a: readonly LexicalNode[], b: readonly LexicalNode[]): boolean {
  return a.length === b.length && a.every((node, index) => node === b[index]);
}

function $jsonOf(block: LexicalNode): BlockNode {
  const json = $deepJson(block);
  dropUndefined(json);
  return json as unknown as BlockNode;
}
