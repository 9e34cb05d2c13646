import { countQuotations, type QuotationView } from '../../src-shared/model/quotation';
import { VERDICTS } from '../../src-shared/model/verdict';
import { VERDICT_LABELS } from '../words/verdicts';
import { words } from '../words/words';

/** How many quotations stand and what is open: in a sentence, as a bar, and by verdict. */
export function Meter({ quotations }: { quotations: readonly QuotationView[] }) {
  const counts = countQuotations(quotations);
  const live = quotations.filter((quotation) => !quotation.dismissed);
  const byVerdict = VERDICTS.map((verdict) => ({
    verdict,
    count: live.filter((quotation) => quotation.verdict === verdict).length,
  })).filter(({ count }) => count > 0);
  const accepted = live.filter((quotation) => quotation.check !== null).length;
  const dismissed = quotations.length - live.length;

  return (
    <>
      <p className="meter-line">
        <b>{words.quotes.count(counts.total)}</b>, {words.quotes.settled(counts.settled)}
      </p>
      {counts.total > 0 ? (
        // The legend below says the same in words.
        <div className="meter-bar" aria-hidden="true">
          {byVerdict.map(({ verdict, count }) => (
            <i
              key={verdict}
              className={`meter-part meter-${verdict}`}
              style={{ flexGrow: count }}
            />
          ))}
        </div>
      ) : null}
      <ul className="legend">
        {byVerdict.map(({ verdict, count }) => (
          <li key={verdict}>
            <b>{count.toLocaleString('en-GB')}</b> {VERDICT_LABELS[verdict].toLowerCase()}
          </li>
        ))}
        {counts.noSpeaker > 0 ? (
          <li>
            <b>{counts.noSpeaker.toLocaleString('en-GB')}</b> {words.quotes.noSpeaker}
          </li>
        ) : null}
        {accepted > 0 ? (
          <li>
            <b>{accepted}</b> {words.quotes.signed}
          </li>
        ) : null}
        {dismissed > 0 ? (
          <li>
            <b>{dismissed}</b> {words.quotes.notQuotations(dismissed)}
          </li>
        ) : null}
      </ul>
    </>
  );
}
