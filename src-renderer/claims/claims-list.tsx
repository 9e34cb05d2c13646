import { COMMANDS } from '../../src-shared/commands';
import type { Article } from '../../src-shared/model/article';
import { isClaimSettled } from '../../src-shared/model/claim';
import { runCommand } from '../commands';
import { useClaims } from '../queries/quotations';
import { useShell } from '../shell';
import { useArrowKeys } from '../ui/arrow-keys';
import { ChangeButton } from '../ui/change-button';
import { EmptyState } from '../ui/empty-state';
import { claimWords as said } from '../words/claims';
import { ClaimCard } from './claim-card';
import { SuggestedClaims } from './suggested-claims';

/** The claims of the article as cards, and below them the sentences that may be some. */
export function ClaimsList({ article }: { article: Article }) {
  const { data: claims = [] } = useClaims(article.id);
  const selectedId = useShell((state) => state.selectedClaimId);
  const onKeyDown = useArrowKeys('.card-head');
  const reachable = claims.some(({ id }) => id === selectedId) ? selectedId : claims[0]?.id;
  return (
    <>
      <header className="meter claims-head">
        <p className="meter-line">
          {claims.length > 0 ? (
            <b>{said.count(claims.length, claims.filter(isClaimSettled).length)}</b>
          ) : null}
        </p>
        <ChangeButton small onPress={() => runCommand('claim.mark')}>
          {COMMANDS['claim.mark'].label}
        </ChangeButton>
      </header>
      <div className="panel-scroll">
        {claims.length === 0 ? (
          <EmptyState title={said.noneTitle} text={said.noneText} />
        ) : (
          <ol className="cards" onKeyDown={onKeyDown} aria-label={said.listLabel}>
            {claims.map((claim) => (
              <ClaimCard
                key={claim.id}
                claim={claim}
                isSelected={claim.id === selectedId}
                isReachable={claim.id === reachable}
              />
            ))}
          </ol>
        )}
        <SuggestedClaims articleId={article.id} />
      </div>
    </>
  );
}
