import type { NodeKey } from 'lexical';
import type { QuotationView } from '../../../src-shared/model/quotation';
import { VERDICTS } from '../../../src-shared/model/verdict';
import { shownVerdict } from '../../ui/verdict';
import type { ShownVerdict } from '../../words/verdicts';
import { type MarkedElements, rangeOver } from '../marked-elements';

/*
 * Quotations are drawn by the CSS Custom Highlight API: one highlight a verdict, styled in editor.css.
 * A verdict that changes touches no node, makes no revision and is not undone.
 */

const SELECTED = 'quotation-selected';
const FLASH = 'quotation-flash';
const FLASH_MS = 900;

/** The verdict shown for each quotation, by id. */
export type ShownVerdicts = ReadonlyMap<string, ShownVerdict>;

export interface QuotationPainter {
  /** Text nodes that changed: draws these again. */
  repaint(keys: Iterable<NodeKey>): void;
  /** What is known of the quotations now: draws those that look different. */
  setVerdicts(verdicts: ShownVerdicts): void;
  setSelected(id: string | null): void;
  /** Makes a quotation stand out for a moment. */
  flash(id: string): void;
  dispose(): void;
}

export function shownVerdicts(quotations: readonly QuotationView[]): ShownVerdicts {
  return new Map(quotations.map((quotation) => [quotation.id, shownVerdict(quotation)]));
}

/** The innermost quotation that is one decides; what the library does not know yet is unlinked. */
export function verdictFor(ids: readonly string[], verdicts: ShownVerdicts): ShownVerdict {
  const shown = ids.map((id) => verdicts.get(id) ?? 'unlinked');
  return shown.findLast((verdict) => verdict !== 'dismissed') ?? 'dismissed';
}

/** Draws the quotations of one manuscript; the window shows one at a time. */
export function createPainter(elements: MarkedElements): QuotationPainter {
  const names = VERDICTS.map((verdict) => `quotation-${verdict}`);
  const highlights = new Map(
    [...names, SELECTED, FLASH].map((name) => [name, new Highlight()] as const),
  );
  for (const [name, highlight] of highlights) {
    // The ground of the selection lies under the lines of the verdicts.
    highlight.priority = name === SELECTED || name === FLASH ? 0 : 1;
    CSS.highlights.set(name, highlight);
  }
  const painted = new Map<
    NodeKey,
    { range: StaticRange; element: HTMLElement; name: string | null }
  >();
  let verdicts: ShownVerdicts = new Map();
  let selected: string | null = null;
  let flashing: string | null = null;
  let flashTimer: ReturnType<typeof setTimeout> | undefined;

  function erase(key: NodeKey) {
    const drawn = painted.get(key);
    if (!drawn) return;
    for (const highlight of highlights.values()) highlight.delete(drawn.range);
    painted.delete(key);
  }

  function paint(key: NodeKey) {
    const entry = elements.all.get(key);
    if (!entry) {
      erase(key);
      return;
    }
    const { element, ids } = entry;
    let drawn = painted.get(key);
    if (!drawn || drawn.element !== element) {
      erase(key);
      const range = rangeOver(element);
      drawn = { range, element, name: null };
      painted.set(key, drawn);
    }
    const { range } = drawn;
    const verdict = verdictFor(ids, verdicts);
    const name = verdict === 'dismissed' ? null : `quotation-${verdict}`;
    if (name !== drawn.name) {
      if (drawn.name) highlights.get(drawn.name)?.delete(range);
      if (name) highlights.get(name)?.add(range);
      drawn.name = name;
    }
    mark(SELECTED, range, selected !== null && ids.includes(selected));
    mark(FLASH, range, flashing !== null && ids.includes(flashing));
  }

  function mark(name: string, range: StaticRange, isOn: boolean) {
    const highlight = highlights.get(name);
    if (isOn) highlight?.add(range);
    else highlight?.delete(range);
  }

  function paintAll(id: string | null) {
    if (id !== null) for (const key of elements.keysOf(id)) paint(key);
  }

  return {
    repaint(keys) {
      for (const key of keys) paint(key);
    },
    setVerdicts(next) {
      const former = verdicts;
      verdicts = next;
      for (const id of elements.ids()) if (former.get(id) !== next.get(id)) paintAll(id);
    },
    setSelected(id) {
      if (id === selected) return;
      const former = selected;
      selected = id;
      paintAll(former);
      paintAll(id);
    },
    flash(id) {
      clearTimeout(flashTimer);
      const former = flashing;
      flashing = id;
      paintAll(former);
      paintAll(id);
      flashTimer = setTimeout(() => {
        flashing = null;
        paintAll(id);
      }, FLASH_MS);
    },
    dispose() {
      clearTimeout(flashTimer);
      for (const [name, highlight] of highlights) {
        if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
      }
      painted.clear();
    },
  };
}
