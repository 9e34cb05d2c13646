import { useRef } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';

export interface ContextMenuItem {
  label: string;
  perform(): void;
}

/** A menu at a place of the window. The focus goes back to where it was when it closes. */
export function ContextMenu({
  x,
  y,
  label,
  items,
  onClose,
}: {
  x: number;
  y: number;
  label: string;
  items: readonly ContextMenuItem[];
  onClose(): void;
}) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ left: x, top: y }} />
      <Popover
        className="popover"
        aria-label={label}
        triggerRef={anchor}
        placement="bottom start"
        offset={2}
        isOpen
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
      >
        <Menu className="options" aria-label={label} autoFocus="first" onClose={onClose}>
          {items.map((item) => (
            <MenuItem key={item.label} className="option" onAction={item.perform}>
              {item.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  );
}
