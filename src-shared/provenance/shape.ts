import type { Verdict } from '../model/verdict';

/** A rectangle in pixels. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How a verdict is drawn, in the shapes of the Quotes panel: told apart without its colour. */
export interface VerdictShape {
  /** An SVG path around 0,0, at most 6 pixels each way, filled by the even-odd rule. */
  mark: string;
  /** Drawn as an outline only. */
  isOpen: boolean;
  /** `stroke-dasharray` of its thread; null for an unbroken line. */
  dash: string | null;
  width: number;
}

const CIRCLE = 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z';
/** The hole of a ring and the dot in it, by the even-odd rule. */
const RING =
  'M-3.4 0a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0 -6.8 0ZM-1.8 0a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0 -3.6 0Z';

export const VERDICT_SHAPES: Readonly<Record<Verdict, VerdictShape>> = {
  verbatim: { mark: CIRCLE, isOpen: false, dash: null, width: 2 },
  permitted: { mark: `${CIRCLE}${RING}`, isOpen: false, dash: null, width: 1.25 },
  review: { mark: 'M0 -6L6 5H-6Z', isOpen: false, dash: '9 4', width: 2 },
  altered: { mark: 'M0 -6L6 0L0 6L-6 0Z', isOpen: false, dash: '3 3', width: 3 },
  missing: {
    mark: 'M-5 -3L-3 -5L0 -2L3 -5L5 -3L2 0L5 3L3 5L0 2L-3 5L-5 3L-2 0Z',
    isOpen: false,
    dash: '1.5 5',
    width: 2.5,
  },
  'not-checkable': { mark: 'M-5 -5H5V5H-5Z', isOpen: true, dash: '6 3 1.5 3', width: 1.5 },
  unlinked: { mark: CIRCLE, isOpen: true, dash: null, width: 1.5 },
};
