import { isSettled, type QuotationView } from '../../src-shared/model/quotation';
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
  const gravity = (quotation: QuotationView) =>
    GRAVITY.indexOf(shownVerdict(quotation)) + (isSettled(quotation) ? GRAVITY.length : 0);
  return shown.toSorted((a, b) =>
    order === 'gravity' ? gravity(a) - gravity(b) || a.ordinal - b.ordinal : a.ordinal - b.ordinal,
  );
}
