import { $getNodeByKey, type LexicalEditor, type NodeKey, TextNode } from 'lexical';
import { $quotationsOf } from './state';

/** The element of a text node that belongs to quotations. */
export interface QuotationElement {
  element: HTMLElement;
  /** Outermost first. */
  ids: readonly string[];
}

export interface QuotationElements {
  /** By the key of the text node. */
  all: ReadonlyMap<NodeKey, QuotationElement>;
  /** The keys of a quotation's text nodes, in no order. */
  keysOf(id: string): ReadonlySet<NodeKey>;
  /** The first element of a quotation in the text, or null where it is not in the text. */
  firstOf(id: string): HTMLElement | null;
  ids(): Iterable<string>;
  /** Goes up with every change: what was worked out from the elements before is out of date. */
  readonly version: number;
  dispose(): void;
}

const NO_KEYS: ReadonlySet<NodeKey> = new Set();

/**
 * Knows which elements show which quotation, following the nodes that changed and no others.
 *
 * @param onChange told the keys of text nodes that joined, left or were drawn anew
 */
export function registerQuotationElements(
  editor: LexicalEditor,
  onChange: (keys: ReadonlySet<NodeKey>) => void,
): QuotationElements {
  const all = new Map<NodeKey, QuotationElement>();
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

  function add(key: NodeKey, entry: QuotationElement) {
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
        const ids = $quotationsOf(node);
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
