import {
  $getNodeByKey,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  TextNode,
} from 'lexical';

/** The element of a text node that is marked: as part of quotations, or of what comments are about. */
export interface MarkedElement {
  element: HTMLElement;
  /** Outermost first. */
  ids: readonly string[];
}

export interface MarkedElements {
  /** By the key of the text node. */
  all: ReadonlyMap<NodeKey, MarkedElement>;
  /** The keys of the text nodes that have an id, in no order. */
  keysOf(id: string): ReadonlySet<NodeKey>;
  /** The first element in the text that has an id, or null where none has. */
  firstOf(id: string): HTMLElement | null;
  ids(): Iterable<string>;
  /** Goes up with every change: what was worked out from the elements before is out of date. */
  readonly version: number;
  dispose(): void;
}

/** All that an element holds, between its own borders: whatever text comes to stand inside is in it. */
export function rangeOver(element: HTMLElement): StaticRange {
  return new StaticRange({
    startContainer: element,
    startOffset: 0,
    endContainer: element,
    endOffset: element.childNodes.length,
  });
}

const NO_KEYS: ReadonlySet<NodeKey> = new Set();

/**
 * Knows which elements are marked with which ids, following the nodes that changed and no others.
 *
 * @param $idsOf the ids that a text node is marked with, outermost first
 * @param onChange told the keys of text nodes that joined, left or were drawn anew
 */
export function registerMarkedElements(
  editor: LexicalEditor,
  $idsOf: (node: LexicalNode | null) => readonly string[],
  onChange: (keys: ReadonlySet<NodeKey>) => void,
): MarkedElements {
  const all = new Map<NodeKey, MarkedElement>();
  const keysById = new Map<string, Set<NodeKey>>();
  let version = 0;

  function remove(key: NodeKey) {
    for (const id of all.get(key)?.ids ?? []) {
      const keys = keysById.get(id);
      keys?.delete(key);
      if (keys?.size === 0) keysById.delete(id);
    }
    return all.delete(key);
  }

  function add(key: NodeKey, entry: MarkedElement) {
    all.set(key, entry);
    for (const id of entry.ids) {
      const keys = keysById.get(id) ?? new Set();
      keysById.set(id, keys.add(key));
    }
  }

  const stopListening = editor.registerMutationListener(TextNode, (mutations) => {
    const changed = new Set<NodeKey>();
    editor.getEditorState().read(() => {
      for (const [key, mutation] of mutations) {
        const had = remove(key);
        const node = mutation === 'destroyed' ? null : $getNodeByKey(key);
        const ids = $idsOf(node);
        const element = ids.length > 0 ? editor.getElementByKey(key) : null;
        if (element) add(key, { element, ids });
        if (had || element) changed.add(key);
      }
    });
    if (changed.size === 0) return;
    version += 1;
    onChange(changed);
  });

  return {
    all,
    keysOf: (id) => keysById.get(id) ?? NO_KEYS,
    firstOf(id) {
      let first: HTMLElement | null = null;
      for (const key of keysById.get(id) ?? NO_KEYS) {
        const element = all.get(key)?.element;
        if (!element) continue;
        const comesBefore =
          !first ||
          (element.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
        if (comesBefore) first = element;
      }
      return first;
    },
    ids: () => keysById.keys(),
    get version() {
      return version;
    },
    dispose() {
      stopListening();
      all.clear();
      keysById.clear();
    },
  };
}
