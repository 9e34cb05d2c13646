import type { NodeKey } from 'lexical';
import { CLAIM_STATES, type ClaimState } from '../../../src-shared/model/claim';
import { type MarkedElements, rangeOver } from '../marked-elements';

/*
 * Claims are drawn by the CSS Custom Highlight API, like quotations: a thin line of its own for each
 * state, styled in claims.css. What becomes of a claim touches no node.
 */

const SELECTED = 'claim-selected';
const NAMES = [...CLAIM_STATES.map((state) => `claim-${state}`), SELECTED];

export interface ClaimPainter {
  /** Text nodes that changed: draws these again. */
  repaint(keys: Iterable<NodeKey>): void;
  /** What is known of the claims now; one that the library does not know yet is open. */
  setStates(states: ReadonlyMap<string, ClaimState>): void;
  setSelected(claimId: string | null): void;
  dispose(): void;
}

/** Draws the claims of one manuscript; the window shows one at a time. */
export function createClaimPainter(elements: MarkedElements): ClaimPainter {
  const highlights = new Map(NAMES.map((name) => [name, new Highlight()] as const));
  for (const [name, highlight] of highlights) {
    // The lines of the verdicts of quotations lie above.
    highlight.priority = -1;
    CSS.highlights.set(name, highlight);
  }
  const ranges = new Map<NodeKey, StaticRange>();
  let states: ReadonlyMap<string, ClaimState> = new Map();
  let selected: string | null = null;

  function paint(key: NodeKey) {
    const former = ranges.get(key);
    if (former) for (const highlight of highlights.values()) highlight.delete(former);
    ranges.delete(key);
    const entry = elements.all.get(key);
    if (!entry) return;
    const { element, ids } = entry;
    const range = rangeOver(element);
    ranges.set(key, range);
    // Of claims one within another, the one that wants most is seen.
    const shown = ids.map((id) => states.get(id) ?? 'open');
    const state = (['passage-changed', 'open', 'linked'] as const).find((one) =>
      shown.includes(one),
    );
    highlights.get(`claim-${state ?? 'checked'}`)?.add(range);
    if (selected !== null && ids.includes(selected)) highlights.get(SELECTED)?.add(range);
  }

  function repaint(keys: Iterable<NodeKey>) {
    for (const key of keys) paint(key);
  }

  return {
    repaint,
    setStates(next) {
      states = next;
      repaint([...elements.all.keys()]);
    },
    setSelected(claimId) {
      if (claimId === selected) return;
      const former = selected;
      selected = claimId;
      for (const id of [former, claimId]) if (id !== null) repaint([...elements.keysOf(id)]);
    },
    dispose() {
      for (const [name, highlight] of highlights) {
        if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
      }
      ranges.clear();
    },
  };
}
