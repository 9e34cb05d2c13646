import type { LexicalEditor, NodeKey } from 'lexical';
import { type MarkedElements, rangeOver, registerMarkedElements } from '../marked-elements';
import { $commentsOf } from './state';

/* What comments are about is drawn by the CSS Custom Highlight API, like quotations. */

const COMMENT = 'comment';
const SELECTED = 'comment-selected';

export interface CommentPainter {
  elements: MarkedElements;
  /** The threads that are shown; what the text is marked with besides is not. */
  setOpen(threadIds: readonly string[]): void;
  setSelected(threadId: string | null): void;
  dispose(): void;
}

/**
 * Draws the comments of one manuscript.
 *
 * @param onOrder told the threads in the order of the text, when it changed
 */
export function createCommentPainter(
  editor: LexicalEditor,
  onOrder: (threadIds: string[]) => void,
): CommentPainter {
  const shown = new Highlight();
  const selected = new Highlight();
  selected.priority = 1;
  CSS.highlights.set(COMMENT, shown);
  CSS.highlights.set(SELECTED, selected);
  const ranges = new Map<NodeKey, StaticRange>();
  let open: ReadonlySet<string> = new Set();
  let selectedId: string | null = null;
  let told = '';
  let scheduled = false;

  const elements = registerMarkedElements(editor, $commentsOf, (keys) => {
    for (const key of keys) paint(key);
    if (scheduled) return;
    scheduled = true;
    // Many nodes may have changed at once.
    queueMicrotask(() => {
      scheduled = false;
      tellOrder();
    });
  });

  function paint(key: NodeKey) {
    const former = ranges.get(key);
    if (former) {
      shown.delete(former);
      selected.delete(former);
      ranges.delete(key);
    }
    const entry = elements.all.get(key);
    if (!entry?.ids.some((id) => open.has(id))) return;
    const { element, ids } = entry;
    const range = rangeOver(element);
    ranges.set(key, range);
    shown.add(range);
    if (selectedId !== null && ids.includes(selectedId)) selected.add(range);
  }

  function paintAll() {
    for (const key of new Set([...elements.all.keys(), ...ranges.keys()])) paint(key);
  }

  function tellOrder() {
    const firsts = [...elements.ids()].map((id) => ({ id, element: elements.firstOf(id) }));
    const order = firsts
      .sort((one, other) =>
        one.element && other.element && one.element !== other.element
          ? one.element.compareDocumentPosition(other.element) & Node.DOCUMENT_POSITION_FOLLOWING
            ? -1
            : 1
          : 0,
      )
      .map(({ id }) => id);
    const text = order.join(' ');
    if (text === told) return;
    told = text;
    onOrder(order);
  }

  return {
    elements,
    setOpen(threadIds) {
      open = new Set(threadIds);
      paintAll();
    },
    setSelected(threadId) {
      if (threadId === selectedId) return;
      selectedId = threadId;
      paintAll();
    },
    dispose() {
      elements.dispose();
      for (const [name, highlight] of [
        [COMMENT, shown],
        [SELECTED, selected],
      ] as const) {
        if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
      }
    },
  };
}
