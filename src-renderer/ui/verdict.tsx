import type { QuotationView } from '../../src-shared/model/quotation';
import { type ShownVerdict, VERDICT_LABELS, VERDICT_MEANINGS } from '../words/verdicts';

/** The verdict a quotation is shown with: its own, unless the editor dismissed it. */
export function shownVerdict(
  quotation: Pick<QuotationView, 'verdict' | 'dismissed'>,
): ShownVerdict {
  return quotation.dismissed ? 'dismissed' : quotation.verdict;
}

/** Each verdict has a shape of its own, so that it can be told without its colour. */
const SHAPES: Record<ShownVerdict, React.ReactNode> = {
  verbatim: <circle cx="5" cy="5" r="4" fill="currentColor" />,
  permitted: (
    <>
      <circle cx="5" cy="5" r="3.3" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <circle cx="5" cy="5" r="1.5" fill="currentColor" />
    </>
  ),
  review: <path d="M5 .8 9.4 8.8H.6z" fill="currentColor" />,
  altered: <path d="M5 .4 9.6 5 5 9.6.4 5z" fill="currentColor" />,
  missing: <path d="M1.6 1.6l6.8 6.8M8.4 1.6l-6.8 6.8" stroke="currentColor" strokeWidth="2" />,
  'not-checkable': (
    <rect
      x="1.4"
      y="1.4"
      width="7.2"
      height="7.2"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
    />
  ),
  unlinked: (
    <circle
      cx="5"
      cy="5"
      r="3.6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="2.4 1.6"
    />
  ),
  dismissed: <path d="M1 5h8" stroke="currentColor" strokeWidth="1.8" />,
};

export function VerdictShape({ verdict }: { verdict: ShownVerdict }) {
  return (
    <svg className="verdict-shape" width="9" height="9" viewBox="0 0 10 10" aria-hidden="true">
      {SHAPES[verdict]}
    </svg>
  );
}

/** The verdict in a word, with its shape, on its ground. */
export function VerdictChip({ verdict }: { verdict: ShownVerdict }) {
  return (
    <span className={`chip chip-${verdict}`} title={VERDICT_MEANINGS[verdict]}>
      <VerdictShape verdict={verdict} />
      {VERDICT_LABELS[verdict]}
    </span>
  );
}
