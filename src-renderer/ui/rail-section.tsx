import { type ReactNode, startTransition, useEffect, useId, useRef, useState } from 'react';
import { words } from '../words/words';
import { useArrowKeys } from './arrow-keys';
import { ContextMenu, type ContextMenuItem } from './context-menu';

export interface RailItem {
  id: string;
  title: string;
  line: string;
  /** Shown at the right: how often a source is quoted. */
  number: number | null;
}

/** How many are listed before "Show all": a long list is searched, not scrolled. */
const SHOWN = 100;
/** A list that is shown in full grows by so many whenever its end is seen. */
const GROWTH = 100;

/** One list of the rail, with its way to add to it. */
export function RailSection<T extends { id: string }>({
  title,
  addLabel,
  addName,
  onAdd,
  zone,
  empty,
  items,
  total = items?.length ?? 0,
  onWanted,
  describe,
  numberLabel,
  currentId,
  onOpen,
  menu,
  chooser,
  picked,
  onPick,
  row,
}: {
  title: string;
  addLabel: string;
  /** What adding is called in full, for screen readers. */
  addName: string;
  onAdd(): void;
  /** What files dropped here are. */
  zone?: 'articles' | 'sources';
  empty: string;
  items: readonly T[] | undefined;
  /** How many there are, where `items` are the first of them. */
  total?: number;
  /** So many of them are to be shown. */
  onWanted?(number: number): void;
  /** How an item is shown: asked of those that are. */
  describe(item: T): RailItem;
  numberLabel?: (number: number) => string;
  currentId: string | null;
  onOpen(id: string): void;
  menu(item: RailItem): ContextMenuItem[];
  /** Says, under the title, what is listed. */
  chooser?: ReactNode;
  /** Several items that something is to be done with, where that can be. */
  picked?: ReadonlySet<string>;
  /** An item was clicked with Shift (all from the last one) or Ctrl (this one more, or less). */
  onPick?(id: string, how: 'range' | 'one'): void;
  /** What an item stands in: `button` opens it. */
  row?(item: RailItem, isReachable: boolean, button: ReactNode): ReactNode;
}) {
  const titleId = useId();
  const [limit, setLimit] = useState(SHOWN);
  const showsAll = limit > SHOWN;
  const [menuAt, setMenuAt] = useState<{ item: RailItem; x: number; y: number } | null>(null);
  const onKeyDown = useArrowKeys('.rail-item');
  const shown = items?.slice(0, limit).map(describe);
  const hidden = total - (shown?.length ?? 0);
  const show = (number: number) => {
    setLimit(number);
    onWanted?.(number);
  };
  const reachable = shown?.some(({ id }) => id === currentId) ? currentId : shown?.[0]?.id;

  return (
    <section className="rail-section" aria-labelledby={titleId} data-drop-zone={zone}>
      <div className="rail-title">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="rail-add" aria-label={addName} onClick={onAdd}>
          {addLabel}
        </button>
      </div>
      {chooser}
      {items?.length === 0 ? <p className="rail-empty">{empty}</p> : null}
      <ul className="rail-list" onKeyDown={onKeyDown}>
        {shown?.map((item) => {
          const button = (
            <button
              type="button"
              className="rail-item"
              data-item={item.id}
              aria-pressed={picked?.size ? picked.has(item.id) : undefined}
              title={item.title}
              tabIndex={item.id === reachable ? 0 : -1}
              aria-current={item.id === currentId ? 'true' : undefined}
              onClick={({ shiftKey, ctrlKey, metaKey }) => {
                if (onPick && (shiftKey || ctrlKey || metaKey)) {
                  onPick(item.id, shiftKey ? 'range' : 'one');
                } else onOpen(item.id);
              }}
              onContextMenu={(event) => {
                event.preventDefault();
                const { left, bottom } = event.currentTarget.getBoundingClientRect();
                // The menu key has no place of its own.
                const isMouse = event.button === 2;
                setMenuAt({
                  item,
                  x: isMouse ? event.clientX : left + 16,
                  y: isMouse ? event.clientY : bottom,
                });
              }}
            >
              <span className="rail-item-title">
                <span
                  className={zone === 'articles' ? 'rail-item-line' : 'rail-item-words'}
                  dir="auto"
                >
                  {item.title}
                </span>
                {item.number !== null ? (
                  <span className="rail-number" title={numberLabel?.(item.number)}>
                    {item.number}
                  </span>
                ) : null}
              </span>
              <small>{item.line}</small>
            </button>
          );
          return <li key={item.id}>{row?.(item, item.id === reachable, button) ?? button}</li>;
        })}
      </ul>
      {hidden > 0 && showsAll && shown?.length === limit ? (
        <ListEnd
          key={limit}
          // In slices: whatever else happens goes first.
          onSeen={() => startTransition(() => show(limit + GROWTH))}
        />
      ) : null}
      {hidden > 0 && !showsAll ? (
        <button type="button" className="rail-more" onClick={() => show(limit + GROWTH)}>
          {words.rail.showAll(total)}
        </button>
      ) : null}
      {menuAt ? (
        <ContextMenu
          x={menuAt.x}
          y={menuAt.y}
          label={menuAt.item.title}
          items={menu(menuAt.item)}
          onClose={() => setMenuAt(null)}
        />
      ) : null}
    </section>
  );
}

/** The end of what is shown of a list: thousands of rows at once would keep the window waiting. */
function ListEnd({ onSeen }: { onSeen(): void }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) onSeen();
    });
    if (ref.current) observer.observe(ref.current);
    return () => observer.disconnect();
  }, [onSeen]);
  return <div ref={ref} className="rail-end" />;
}
