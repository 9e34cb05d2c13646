import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { type Desk, PANE_WIDTHS } from '../../src-shared/model/article';
import { getShell, setShell, useShell } from '../shell';
import { articleWords } from '../words/articles';

type Pane = keyof Desk['widths'];

const STEP = 16;

const within = (width: number) =>
  Math.round(Math.min(PANE_WIDTHS.widest, Math.max(PANE_WIDTHS.narrowest, width)));

const setWidth = (pane: Pane, width: number | null) =>
  setShell({ widths: { ...getShell().widths, [pane]: width } });

/** The widths that were chosen, as custom properties; the text keeps its room in a small window. */
export function widthsStyle({ rail, panel, sourcePanel }: Desk['widths']): Record<string, string> {
  const property = (name: string, width: number | null, most: number) =>
    width === null ? {} : { [name]: `min(${width}px, ${most}vw)` };
  return {
    ...property('--rail-width', rail, 30),
    ...property('--panel-width', panel, 44),
    ...property('--panel-width-source', sourcePanel, 50),
  };
}

/** The edge of the library or of the panel: drawn with the mouse or moved with the arrow keys. */
export function PaneResizer({ pane }: { pane: Pane }) {
  const width = useShell((state) => state.widths[pane]);
  const from = useRef<{ x: number; width: number } | null>(null);
  const side = pane === 'rail' ? 1 : -1;
  const now = (element: Element) => {
    const found = element.parentElement?.querySelector(pane === 'rail' ? '.rail' : '.panel');
    return found?.getBoundingClientRect().width ?? PANE_WIDTHS.narrowest;
  };

  function press(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, width: now(event.currentTarget) };
  }
  function move(event: PointerEvent<HTMLElement>) {
    if (from.current) {
      setWidth(pane, within(from.current.width + side * (event.clientX - from.current.x)));
    }
  }
  function key(event: KeyboardEvent<HTMLElement>) {
    const steps: Record<string, number> = { ArrowRight: side, ArrowLeft: -side };
    const step = steps[event.key];
    if (event.key === 'Home') setWidth(pane, null);
    else if (step !== undefined) setWidth(pane, within(now(event.currentTarget) + step * STEP));
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule of HTML cannot be moved.
    <div
      className={`pane-resizer pane-resizer-${pane === 'rail' ? 'rail' : 'panel'}`}
      role="separator"
      aria-orientation="vertical"
      aria-label={pane === 'rail' ? articleWords.railWidth : articleWords.panelWidth}
      aria-valuemin={PANE_WIDTHS.narrowest}
      aria-valuemax={PANE_WIDTHS.widest}
      aria-valuenow={width ?? USUAL[pane]}
      tabIndex={0}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={() => {
        from.current = null;
      }}
      onPointerCancel={() => {
        from.current = null;
      }}
      onDoubleClick={() => setWidth(pane, null)}
      onKeyDown={key}
    />
  );
}

/** The usual widths in a large window (styles/tokens.css). */
const USUAL: Record<Pane, number> = { rail: 248, panel: 392, sourcePanel: 470 };
