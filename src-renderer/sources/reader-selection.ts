import { useEffect } from 'react';
import { getShell, setShell } from '../shell';
import { selectedSpan } from './reader-range';

/*
 * What is selected in the reader, with the mouse or with the keys. The last selection is kept while
 * the focus is elsewhere (on "Quote this", or in the text to say where it goes), and drawn.
 */

type Root = React.RefObject<HTMLDivElement | null>;

const MOVES: Record<string, [direction: string, unit: string, unitWithControl: string]> = {
  ArrowRight: ['forward', 'character', 'word'],
  ArrowLeft: ['backward', 'character', 'word'],
  ArrowDown: ['forward', 'line', 'paragraph'],
  ArrowUp: ['backward', 'line', 'paragraph'],
  Home: ['backward', 'lineboundary', 'documentboundary'],
  End: ['forward', 'lineboundary', 'documentboundary'],
};

/** Follows the selection in the reader; answers the key handler that moves and extends it. */
export function useReaderSelection(root: Root, sourceId: string) {
  useEffect(() => {
    const follow = () => {
      const selection = document.getSelection();
      if (!root.current || !selection?.anchorNode || !root.current.contains(selection.anchorNode)) {
        return;
      }
      const span = selectedSpan(root.current, selection);
      const selected = span && span.end > span.start ? { ...span, sourceId } : null;
      setShell({ readerSelection: selected });
      draw(selection, selected !== null);
    };
    document.addEventListener('selectionchange', follow);
    return () => {
      document.removeEventListener('selectionchange', follow);
      CSS.highlights.delete('reader-selection');
      CSS.highlights.delete('reader-caret');
      if (getShell().readerSelection?.sourceId === sourceId) setShell({ readerSelection: null });
    };
  }, [root, sourceId]);

  return (event: React.KeyboardEvent) => {
    const move = MOVES[event.key];
    const selection = document.getSelection();
    if (!move || !selection || !root.current || event.altKey) return;
    const isInside = selection.focusNode !== null && root.current.contains(selection.focusNode);
    if (!isInside) {
      const first = root.current.querySelector('.mark-now, [data-start]')?.firstChild;
      if (first) selection.collapse(first, 0);
    }
    event.preventDefault();
    const [direction, unit, unitWithControl] = move;
    const isWide = event.ctrlKey || event.metaKey;
    selection.modify(
      event.shiftKey ? 'extend' : 'move',
      direction,
      isWide ? unitWithControl : unit,
    );
    const element = selection.focusNode?.parentElement;
    if (element && root.current.contains(element)) element.scrollIntoView({ block: 'nearest' });
  };
}

function draw(selection: Selection, isSelected: boolean) {
  const range = selection.getRangeAt(0).cloneRange();
  CSS.highlights.set('reader-selection', isSelected ? new Highlight(range) : new Highlight());
  // Text that cannot be typed in shows no cursor: the letter after it is marked instead.
  const caret = selection.isCollapsed ? caretRange(selection) : null;
  CSS.highlights.set('reader-caret', caret ? new Highlight(caret) : new Highlight());
}

function caretRange({ focusNode, focusOffset }: Selection): Range | null {
  if (!(focusNode instanceof Text) || focusOffset >= focusNode.length) return null;
  const range = document.createRange();
  range.setStart(focusNode, focusOffset);
  range.setEnd(focusNode, focusOffset + 1);
  return range;
}
