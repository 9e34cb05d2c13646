import { useState } from 'react';
import { isSettled } from '../../src-shared/model/quotation';
import { ClaimProposals } from '../claims/claim-proposals';
import { pasteSource, pickSources } from '../imports/import-actions';
import { asStetError } from '../queries/client';
import { useOpenArticle } from '../queries/open-article';
import { useSourceReading, useSources } from '../queries/sources';
import { goToNextOpen } from '../quotes/quote-actions';
import { setShell, useShell } from '../shell';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { errorMessage } from '../words/errors';
import { words } from '../words/words';
import { OpenSource } from './open-source';
import { Proposals } from './proposals';

/** The Source tab: a source to read and to quote from, and the passages that fit a quotation. */
export function SourcePanel() {
  const sourceId = useShell((state) => state.sourceId);
  const versionId = useShell((state) => state.sourceVersionId);
  const { data: reading, error } = useSourceReading(sourceId, versionId);
  return (
    <div className="source-panel" data-drop-zone="sources">
      {error ? <p className="inline-error">{errorMessage(asStetError(error))}</p> : null}
      {sourceId !== null && reading ? (
        // Another source starts with nothing looked for.
        <OpenSource key={reading.source.id} reading={reading} />
      ) : null}
      {sourceId === null ? <NoSource /> : null}
      <CurrentProposals />
      <ClaimProposals />
    </div>
  );
}

function NoSource() {
  const { data: sources } = useSources();
  if (!sources) return <div />;
  return sources.total === 0 ? (
    <EmptyState title={words.sources.noneTitle} text={words.sources.noneText}>
      <Button tone="primary" onPress={() => void pickSources()}>
        {words.sources.add}
      </Button>
      <Button onPress={() => void pasteSource()}>{words.sources.paste}</Button>
    </EmptyState>
  ) : (
    <EmptyState title={words.sources.notOpenTitle} text={words.sources.notOpenText} />
  );
}

/** The passages for the quotation that was asked about, or for the selected one while it has no source. */
function CurrentProposals() {
  const { data: article } = useOpenArticle();
  const matchingId = useShell((state) => state.matchingQuotationId);
  const selectedId = useShell((state) => state.selectedQuotationId);
  const [declined, setDeclined] = useState<ReadonlySet<string>>(new Set());
  const asked = article?.quotations.find(({ id }) => id === matchingId && id === selectedId);
  const selected = article?.quotations.find(({ id }) => id === selectedId);
  const isOpen =
    selected?.verdict === 'unlinked' && !isSettled(selected) && !declined.has(selected.id);
  const quotation = asked ?? (isOpen ? selected : undefined);
  if (!quotation) return null;
  return (
    <Proposals
      key={`${quotation.id} ${quotation.id === matchingId}`}
      quotation={quotation}
      takesFocus={quotation.id === matchingId}
      onDecline={() => {
        setDeclined(new Set([...declined, quotation.id]));
        setShell({ matchingQuotationId: null });
        goToNextOpen('next');
      }}
    />
  );
}
