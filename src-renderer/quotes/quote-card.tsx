import { memo, useDeferredValue, useEffect, useRef } from 'react';
import type { QuotationView } from '../../src-shared/model/quotation';
import { setShell } from '../shell';
import { shownVerdict, VerdictChip } from '../ui/verdict';
import { quotationLine } from '../words/quotations';
import { shorten } from '../words/text';
import { goToQuotation } from './quote-actions';
import { QuoteDetails } from './quote-details';

const COLLAPSED_LENGTH = 120;

/** A quotation: its words, verdict, speaker and place; the selected one with all there is to do about it. */
export const QuoteCard = memo(function QuoteCard({
  quotation,
  isSelected,
  isReachable,
  proposals,
}: {
  quotation: QuotationView;
  isSelected: boolean;
  /** True for the one card that Tab reaches; arrow keys go to the others. */
  isReachable: boolean;
  /** How many passages of the library fit it. */
  proposals: number;
}) {
  const card = useRef<HTMLLIElement>(null);
  // While somebody types in the quotation it changes with every key: what is below may come later.
  const detailed = useDeferredValue(quotation);
  useEffect(() => {
    if (isSelected) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);

  return (
    <li
      ref={card}
      className={`card${isSelected ? ' card-selected' : ''}`}
      data-verdict={shownVerdict(quotation)}
      data-quotation={quotation.id}
    >
      <button
        type="button"
        className="card-head"
        tabIndex={isReachable ? 0 : -1}
        aria-expanded={isSelected}
        {...(isReachable ? { 'data-panel-focus': '' } : {})}
        onClick={() => goToQuotation(quotation.id)}
        onKeyDown={(event) => {
          // Enter goes to the text; Space opens the card and stays.
          if (event.key !== ' ') return;
          event.preventDefault();
          setShell({ selectedQuotationId: quotation.id });
        }}
        onKeyUp={(event) => {
          if (event.key === ' ') event.preventDefault();
        }}
      >
        <span className="card-text">
          {isSelected ? quotation.text : shorten(quotation.text, COLLAPSED_LENGTH)}
        </span>
        <span className="card-meta">
          <VerdictChip verdict={shownVerdict(quotation)} />
          <span className="card-line">{quotationLine(quotation, proposals, isSelected)}</span>
        </span>
      </button>
      {isSelected ? <QuoteDetails quotation={detailed} proposals={proposals} /> : null}
    </li>
  );
});
