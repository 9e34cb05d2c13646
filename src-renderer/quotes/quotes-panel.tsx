import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Article } from '../../src-shared/model/article';
import { ClaimsList } from '../claims/claims-list';
import { useClaims } from '../queries/quotations';
import { setShell, useShell } from '../shell';
import { claimWords } from '../words/claims';
import { QuotesList } from './quotes-list';

/** The Quotes tab: the quotations of the article, or its claims. */
export function QuotesPanel({ article }: { article: Article }) {
  const list = useShell((state) => state.quotesList);
  const { data: claims = [] } = useClaims(article.id);
  const counts = {
    quotations: article.quotations.filter(({ dismissed }) => !dismissed).length,
    claims: claims.length,
  };
  return (
    <div className="quotes-panel">
      <div className="quotes-switch">
        <ToggleButtonGroup
          className="segments"
          aria-label={claimWords.lists}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[list]}
          onSelectionChange={(keys) =>
            setShell({ quotesList: keys.has('claims') ? 'claims' : 'quotations' })
          }
        >
          {(['quotations', 'claims'] as const).map((id) => (
            <ToggleButton key={id} id={id} className="segment">
              {claimWords[id]} {counts[id] > 0 ? counts[id].toLocaleString('en-GB') : ''}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      {list === 'claims' ? <ClaimsList article={article} /> : <QuotesList article={article} />}
    </div>
  );
}
