import { isSettled, type QuotationView } from '../../src-shared/model/quotation';
import { compareByGravity, type Judgement } from '../../src-shared/quotation/verdict/verdict';
import { shownVerdict } from '../ui/verdict';
import { GRAVITY } from '../words/verdicts';

export interface QuotesView {
  show: 'all' | 'open';
  order: 'text' | 'gravity';
}

/** The quotations that the panel lists, in its order: by place in the text, or gravest first. */
export function arrangeQuotations(
  quotations: readonly QuotationView[],
  { show, order }: QuotesView,
): QuotationView[] {
  const shown = quotations.filter((quotation) => show === 'all' || !isSettled(quotation));
  const byPlace = shown.toSorted((a, b) => a.ordinal - b.ordinal);
  return order === 'text' ? byPlace : byPlace.toSorted(compareForEditor);
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
