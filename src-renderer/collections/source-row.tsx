import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { Button, useDrag } from 'react-aria-components';
import { flushSync } from 'react-dom';
import { setShell } from '../shell';
import type { RailItem } from '../ui/rail-section';
import { collectionWords } from '../words/collections';

/** What a dragged source is to those who may take it: its id, which says nothing outside Stet. */
export const DRAGGED_SOURCE = 'application/x-stet-source';

/**
 * A source of the list, which can be dragged onto a collection: with the mouse, or with its handle by
 * the keys. Where it is one of several that are picked, all of them go.
 */
export function SourceRow(props: SourceRowProps) {
  const { item, isReachable, picked, onPick, children } = props;
  const row = useRef<HTMLDivElement>(null);
  const [isPointedAt, setPointedAt] = useState(false);
  // What makes a row draggable costs ten times what the row does: only the one at hand has it.
  if (isReachable || isPointedAt) return <DraggableRow {...props} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of its button, which is what has the focus.
    <div
      ref={row}
      className="source-row"
      onPointerEnter={() => {
        // A row that has the focus keeps its element, and with it the focus. Any other is another element
        // at once: a press on the one and a release on the other would be no click.
        if (row.current?.contains(document.activeElement)) return;
        flushSync(() => setPointedAt(true));
      }}
      onKeyDown={(event) => pickByKey(event, item.id, picked, onPick)}
    >
      {children}
    </div>
  );
}

interface SourceRowProps {
  item: RailItem;
  /** The keys stop at this one. */
  isReachable: boolean;
  picked: ReadonlySet<string>;
  onPick(ids: ReadonlySet<string>): void;
  children: ReactNode;
}

function DraggableRow({ item, isReachable, picked, onPick, children }: SourceRowProps) {
  const ids = picked.has(item.id) ? [...picked] : [item.id];
  const frame = useRef(0);
  const isByMouse = useRef(false);
  const { dragProps, dragButtonProps, isDragging } = useDrag({
    hasDragButton: true,
    getItems: () => ids.map((id) => ({ [DRAGGED_SOURCE]: id })),
    getAllowedDropOperations: () => ['copy'],
    onDragStart: () => {
      const begin = () => setShell({ draggedSources: ids });
      // Chromium ends a drag at whose start the page changes. With the keys the places to drop it on
      // have to be there at once.
      if (isByMouse.current) frame.current = requestAnimationFrame(begin);
      else flushSync(begin);
    },
    onDragEnd: () => {
      cancelAnimationFrame(frame.current);
      isByMouse.current = false;
      setShell({ draggedSources: null });
    },
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of its button, which is what has the focus.
    <div
      {...dragProps}
      className={isDragging ? 'source-row source-row-dragged' : 'source-row'}
      onDragStartCapture={() => {
        isByMouse.current = true;
      }}
      onKeyDown={(event) => pickByKey(event, item.id, picked, onPick)}
    >
      {children}
      <Button
        {...dragButtonProps}
        className="source-grip"
        aria-label={collectionWords.drag(item.title, ids.length)}
        excludeFromTabOrder={!isReachable}
      >
        <svg viewBox="0 0 8 14" width="8" height="14" aria-hidden="true">
          {[2, 7, 12].map((y) => (
            <g key={y}>
              <circle cx="1.5" cy={y} r="1.3" />
              <circle cx="6.5" cy={y} r="1.3" />
            </g>
          ))}
        </svg>
      </Button>
    </div>
  );
}

/** Ctrl+Space takes a source into what is picked, Shift with an arrow the next one too, Escape lets all go. */
function pickByKey(
  event: KeyboardEvent<HTMLElement>,
  itemId: string,
  picked: ReadonlySet<string>,
  onPick: (ids: ReadonlySet<string>) => void,
): void {
  if (event.key === 'Escape' && picked.size > 0) {
    event.stopPropagation();
    onPick(new Set());
  } else if (event.key === ' ' && event.ctrlKey) {
    event.preventDefault();
    onPick(toggled(picked, itemId));
  } else if (event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    const own = event.currentTarget.closest('li');
    const next = event.key === 'ArrowDown' ? own?.nextElementSibling : own?.previousElementSibling;
    const button = next?.querySelector<HTMLElement>('.rail-item');
    const id = button?.dataset.item;
    onPick(new Set([...picked, itemId, ...(id ? [id] : [])]));
    button?.focus();
  }
}

export function toggled(picked: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(picked);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** What is picked once `id` was clicked with Shift: all from the one that was picked last. */
export function extended(
  picked: ReadonlySet<string>,
  id: string,
  listed: readonly { id: string }[],
): ReadonlySet<string> {
  const last = [...picked].at(-1) ?? id;
  const from = listed.findIndex((one) => one.id === last);
  const to = listed.findIndex((one) => one.id === id);
  if (from < 0 || to < 0) return new Set([...picked, id]);
  const between = listed.slice(Math.min(from, to), Math.max(from, to) + 1);
  return new Set([...picked, ...between.map((one) => one.id), id]);
}
