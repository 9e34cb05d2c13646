import { useQuery } from '@tanstack/react-query';
import type { Impact, ImpactArticle } from '../../src-shared/model/version';
import { call } from '../bridge';
import { asStetError, keys } from '../queries/client';
import { useSourceSummaries } from '../queries/sources';
import { closeDialog, showTab } from '../shell';
import { goToSourceUse, sourceUseName } from '../sources/source-use';
import { Button } from '../ui/button';
import { Modal } from '../ui/modal';
import { errorMessage } from '../words/errors';
import {
  IMPACT_STATUS_LABELS,
  impactLine,
  impactTitle,
  versionWords as said,
} from '../words/versions';
import { words } from '../words/words';
import { withdrawVersion } from './version-actions';

/** The articles, quotations and claims that a source touches; of all sources, those that a correction left open. */
export function ImpactDialog({
  sourceId,
  addedVersionId = null,
}: {
  sourceId: string | null;
  /** The version that was added just now. */
  addedVersionId?: string | null;
}) {
  const { data: sources } = useSourceSummaries(sourceId === null ? [] : [sourceId]);
  const { data: impact, error } = useQuery({
    queryKey: sourceId === null ? keys.corrected : keys.impact(sourceId),
    queryFn: () =>
      sourceId === null ? call('sources.corrected', {}) : call('sources.impact', { sourceId }),
    staleTime: 0,
  });
  const title = sources?.[0]?.title;
  return (
    <Modal
      title={titleOf(sourceId, addedVersionId, impact)}
      description={sourceId === null ? said.correctedText : title}
      size="middle"
      onClose={closeDialog}
    >
      <div className="dialog-body">
        {error ? <p className="inline-error">{errorMessage(asStetError(error))}</p> : null}
        {!impact && !error ? <p>{words.loading}</p> : null}
        {impact ? <Articles impact={impact} isOfOneSource={sourceId !== null} /> : null}
      </div>
      <footer className="dialog-footer">
        {addedVersionId !== null ? (
          <Button
            onPress={() => {
              closeDialog();
              void withdrawVersion(addedVersionId);
            }}
          >
            {said.withdrawNow}
          </Button>
        ) : null}
        <span className="push" />
        <Button tone="primary" autoFocus onPress={closeDialog}>
          {words.close}
        </Button>
      </footer>
    </Modal>
  );
}

function titleOf(sourceId: string | null, added: string | null, impact: Impact | undefined) {
  if (sourceId === null) return said.correctedTitle;
  return added !== null && impact ? impactTitle(impact) : said.impactTitle;
}

function Articles({ impact, isOfOneSource }: { impact: Impact; isOfOneSource: boolean }) {
  if (impact.articles.length === 0) {
    return isOfOneSource ? (
      <>
        <p>{said.nothing}</p>
        <p className="hint">{said.nothingText}</p>
      </>
    ) : (
      <p>{said.nothingCorrected}</p>
    );
  }
  return (
    <>
      {isOfOneSource ? <p className="impact-line">{impactLine(impact)}</p> : null}
      <ul className="impact" aria-label={said.impactLabel}>
        {impact.articles.map((article) => (
          <Article key={article.articleId} article={article} isOfOneSource={isOfOneSource} />
        ))}
      </ul>
    </>
  );
}

function Article({ article, isOfOneSource }: { article: ImpactArticle; isOfOneSource: boolean }) {
  const needsLook = article.quotations.some(({ status }) =>
    ['review', 'unlinked'].includes(status),
  );
  return (
    <li className="impact-article">
      <h3>
        {article.headline || words.untitled}
        {article.isFinished && needsLook ? (
          <span className="impact-finished">{said.finished}</span>
        ) : null}
      </h3>
      <ul>
        {article.quotations.map((quotation) => (
          <li key={quotation.quotationId}>
            <button
              type="button"
              className="impact-quotation"
              onClick={() => {
                closeDialog();
                showTab('quotes');
                void goToSourceUse({ ...quotation, articleId: article.articleId });
              }}
            >
              <span className="impact-words" dir="auto">
                {sourceUseName(quotation, 120)}
              </span>{' '}
              <span className={`impact-status impact-${quotation.status}`}>
                {IMPACT_STATUS_LABELS[quotation.status]}
              </span>{' '}
              <span className="impact-where">
                {isOfOneSource ? null : quotation.sourceTitle}
                {isOfOneSource && quotation.versionNumber !== null
                  ? said.version(quotation.versionNumber)
                  : null}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </li>
  );
}
