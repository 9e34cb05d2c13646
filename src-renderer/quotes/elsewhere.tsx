import type { QuotationView, QuotedElsewhere } from '../../src-shared/model/quotation';
import { diffTexts } from '../../src-shared/text/diff-texts';
import { useElsewhere } from '../queries/quotations';
import { WordDiff } from '../ui/diff';
import { VerdictChip } from '../ui/verdict';
import { elsewhereWords as said } from '../words/read-backs';
import { goToQuotationIn } from './quote-actions';

/** The same passage, or the same words, in other articles: what differs, and the way there. */
export function ElsewhereSection({ quotation }: { quotation: QuotationView }) {
  const { data: all = [] } = useElsewhere(quotation.articleId, quotation.id);
  const different = all.filter(({ isDifferent }) => isDifferent);
  const same = all.filter(({ isDifferent }) => !isDifferent);
  return (
    <>
      <Listed title={said.differently(articlesOf(different))} found={different} to={quotation} />
      <Listed title={said.same(articlesOf(same))} found={same} to={quotation} />
    </>
  );
}

const articlesOf = (found: readonly QuotedElsewhere[]) =>
  new Set(found.map(({ articleId }) => articleId)).size;

function Listed({
  title,
  found,
  to,
}: {
  title: string;
  found: readonly QuotedElsewhere[];
  to: QuotationView;
}) {
  if (found.length === 0) return null;
  return (
    <section className="card-section" aria-label={title}>
      <h4>{title}</h4>
      <ul className="elsewhere-list">
        {found.map((one) => (
          <li key={`${one.articleId} ${one.quotationId}`}>
            <div className="card-section-line">
              <button
                type="button"
                className="link-button"
                onClick={() => void goToQuotationIn(one.articleId, one.quotationId)}
              >
                {one.headline || said.untitled}
              </button>
              <VerdictChip verdict={one.verdict} />
            </div>
            {one.isDifferent ? (
              <p className="elsewhere-text" dir="auto">
                <WordDiff segments={diffTexts(to.text, one.text)} />
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
