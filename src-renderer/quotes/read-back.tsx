import { useState } from 'react';
import type { QuotationView } from '../../src-shared/model/quotation';
import type { ReadBack } from '../../src-shared/model/read-back';
import { useReadBacks } from '../queries/quotations';
import { openDialog } from '../shell';
import { Button } from '../ui/button';
import { readBackWords as said } from '../words/read-backs';

/** What became of a quotation when its speaker read it. */
export function ReadBackSection({ quotation }: { quotation: QuotationView }) {
  const { data: all = [] } = useReadBacks(quotation.articleId);
  const [showsEarlier, setShowsEarlier] = useState(false);
  const entries = all.filter(({ quotationId }) => quotationId === quotation.id).toReversed();
  const [newest, ...earlier] = entries;
  return (
    <section className="card-section" aria-label={said.title}>
      <div className="card-section-line">
        <h4>{said.title}</h4>
        <Button
          small
          tone="quiet"
          onPress={() => openDialog({ kind: 'read-back', quotationIds: [quotation.id] })}
        >
          {said.note}
        </Button>
      </div>
      {newest ? <Entry entry={newest} /> : <p className="read-back-note">{said.none}</p>}
      {earlier.length > 0 ? (
        <Button
          small
          tone="quiet"
          aria-expanded={showsEarlier}
          onPress={() => setShowsEarlier(!showsEarlier)}
        >
          {`${said.history} ${earlier.length}`}
        </Button>
      ) : null}
      {showsEarlier ? (
        <ol className="read-back-list">
          {earlier.map((entry) => (
            <li key={entry.id}>
              <Entry entry={entry} />
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  );
}

function Entry({ entry }: { entry: ReadBack }) {
  return (
    <>
      <p>{said.line(entry)}</p>
      {entry.note ? (
        <p className="read-back-note" dir="auto">
          {entry.note}
        </p>
      ) : null}
      {entry.isOfTheseWords ? null : <p className="read-back-note">{said.otherWords}.</p>}
    </>
  );
}
