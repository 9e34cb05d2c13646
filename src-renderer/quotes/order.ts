import { isSettled, type QuotationView } from '../../src-shared/model/quotation';
import type { ReadBack, ReadBackState } from '../../src-shared/model/read-back';
import type { Verdict } from '../../src-shared/model/verdict';
import { compareByGravity, type Judgement } from '../../src-shared/quotation/verdict/verdict';
import { shownVerdict } from '../ui/verdict';
import { GRAVITY } from '../words/verdicts';

/** What the panel is narrowed to. */
export type Shown =
  | 'all'
  | 'open'
  | `verdict:${Verdict}`
  | 'no-speaker'
  | 'dismissed'
  | `read-back:${'none' | ReadBackState}`;

export interface QuotesView {
  show: Shown;
  order: 'text' | 'gravity';
}

/** The newest read-back of each quotation. */
export type ReadBacks = ReadonlyMap<string, ReadBack>;

const NO_READ_BACKS: ReadBacks = new Map();

/** The quotations that the panel lists, in its order: by place in the text, or gravest first. */
export function arrangeQuotations(
  quotations: readonly QuotationView[],
  { show, order }: QuotesView,
  readBacks: ReadBacks = NO_READ_BACKS,
): QuotationView[] {
  const shown = quotations.filter((quotation) => isShown(quotation, show, readBacks));
  const byPlace = shown.toSorted((a, b) => a.ordinal - b.ordinal);
  return order === 'text' ? byPlace : byPlace.toSorted(compareForEditor);
}

/** Whether a quotation is among those that the panel is narrowed to. */
export function isShown(quotation: QuotationView, show: Shown, readBacks: ReadBacks): boolean {
  if (show === 'all') return true;
  if (show === 'open') return !isSettled(quotation);
  if (show === 'dismissed') return quotation.dismissed;
  if (quotation.dismissed) return false;
  if (show === 'no-speaker') return quotation.speaker === null && !quotation.attribution?.name;
  const [what, wanted] = show.split(':');
  if (what === 'verdict') return quotation.verdict === wanted;
  return (readBacks.get(quotation.id)?.state ?? 'none') === wanted;
}

/**
 * What is open comes before what is settled, and what an editor can mend before what nobody has linked;
 * within a verdict, the gravest reason, and then the fewest changed words: they hide best.
 */
function compareForEditor(a: QuotationView, b: QuotationView): number {
  const rank = (quotation: QuotationView) =>
    GRAVITY.indexOf(shownVerdict(quotation)) + (isSettled(quotation) ? GRAVITY.length : 0);
  return rank(a) - rank(b) || compareByGravity(judgementOf(a), judgementOf(b));
}

function judgementOf({ verdict, reasons, diff }: QuotationView): Judgement {
  return { verdict, reasons, diff, passages: [] };
}
