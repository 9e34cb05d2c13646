import { memo, useDeferredValue, useEffect, useRef } from 'react';
import type { QuotationView } from '../../src-shared/model/quotation';
import type { ReadBackState } from '../../src-shared/model/read-back';
import { setShell } from '../shell';
import { shownVerdict, VerdictChip } from '../ui/verdict';
import { quotationLine, quotationName } from '../words/quotations';
import { quotesViewWords } from '../words/quotes-view';
import { readBackWords } from '../words/read-backs';
import { shorten } from '../words/text';
import { CardHead } from './card-head';
import { goToQuotation } from './quote-actions';
import { QuoteDetails } from './quote-details';

const COLLAPSED_LENGTH = 120;

interface QuoteCardProps {
  quotation: QuotationView;
  isSelected: boolean;
  /** True for the one card that Tab reaches; arrow keys go to the others. */
  isReachable: boolean;
  /** How many passages of the library fit it. */
  proposals: number;
  /** What became of it last when its speaker read it. */
  readBack: ReadBackState | null;
  /** Null while none is being chosen. */
  isChosen: boolean | null;
  onChoose(id: string, withShift: boolean): void;
}

/** A quotation: its words, verdict, speaker and place; the selected one with all there is to do about it. */
export const QuoteCard = memo(function QuoteCard({
  quotation,
  isSelected,
  isReachable,
  proposals,
  readBack,
  isChosen,
  onChoose,
}: QuoteCardProps) {
  const card = useRef<HTMLDivElement>(null);
  // While somebody types in the quotation it changes with every key: what is below may come later.
  const detailed = useDeferredValue(quotation);
  useEffect(() => {
    if (isSelected) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: an li is a child of its list; cards stand in groups.
    <div
      role="listitem"
      ref={card}
      className={`card${isSelected ? ' card-selected' : ''}`}
      data-verdict={shownVerdict(quotation)}
      data-quotation={quotation.id}
    >
      {isChosen === null ? null : (
        <input
          type="checkbox"
          className="card-check"
          checked={isChosen}
          aria-label={quotesViewWords.check(quotationName(quotation.text))}
          onChange={(event) => {
            const { shiftKey } = event.nativeEvent as unknown as { shiftKey?: boolean };
            onChoose(quotation.id, shiftKey === true);
          }}
        />
      )}
      <CardHead
        isSelected={isSelected}
        isReachable={isReachable}
        onGo={() => goToQuotation(quotation.id)}
        onOpen={() => setShell({ selectedQuotationId: quotation.id })}
      >
        <span className="card-text" dir="auto">
          {isSelected ? quotation.text : shorten(quotation.text, COLLAPSED_LENGTH)}
        </span>
        <span className="card-meta">
          <VerdictChip verdict={shownVerdict(quotation)} />
          <span className="card-line">
            {[
              quotationLine(quotation, proposals, isSelected),
              readBack && !quotation.dismissed ? readBackWords.short[readBack] : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
      </CardHead>
      {isSelected ? <QuoteDetails quotation={detailed} proposals={proposals} /> : null}
    </div>
  );
}, isDrawnAlike);

/** Where a quotation stands changes with every word that is typed before it; its card does not say it. */
function isDrawnAlike(before: QuoteCardProps, now: QuoteCardProps): boolean {
  const { quotation: former, ...rest } = before;
  const { quotation, ...others } = now;
  if (!isShallowEqual(rest, others)) return false;
  if (former === quotation) return true;
  const { start: _start, end: _end, parts: _parts, ...said } = former;
  const { start: _newStart, end: _newEnd, parts: _newParts, ...sayable } = quotation;
  return !now.isSelected && isShallowEqual(said, sayable);
}

function isShallowEqual<Shape extends object>(one: Shape, other: Shape): boolean {
  const names = Object.keys(one) as (keyof Shape)[];
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.is(one[name], other[name]))
  );
}
