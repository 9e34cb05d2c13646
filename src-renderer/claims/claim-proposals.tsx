import { useEffect, useState } from 'react';
import { ListBox, ListBoxItem, Text } from 'react-aria-components';
import type { ClaimProposal, ClaimView } from '../../src-shared/model/claim';
import { asStetError } from '../queries/client';
import { useOpenArticle } from '../queries/open-article';
import { useClaimProposals, useClaims } from '../queries/quotations';
import { getShell, setShell, showSource, useShell } from '../shell';
import { IconButton } from '../ui/button';
import { ChangeButton } from '../ui/change-button';
import { CloseIcon } from '../ui/icons';
import { claimWords } from '../words/claims';
import { errorMessage } from '../words/errors';
import { placeLabel } from '../words/format';
import { quotationName } from '../words/quotations';
import { words } from '../words/words';
import { linkClaim } from './claim-actions';
import { Pieces } from './pieces';

const said = claimWords.proposals;
const keyOf = (one: ClaimProposal) => `${one.sourceVersionId}:${one.start}:${one.end}`;

/** The passages that may say what the claim says that was asked about. */
export function ClaimProposals() {
  const { data: article } = useOpenArticle();
  const matchingId = useShell((state) => state.matchingClaimId);
  if (!article || matchingId === null) return null;
  return <ForArticle articleId={article.id} claimId={matchingId} />;
}

function ForArticle({ articleId, claimId }: { articleId: string; claimId: string }) {
  const { data: claims } = useClaims(articleId);
  const claim = claims?.find(({ id }) => id === claimId);
  return claim ? <ForClaim key={claimId} claim={claim} /> : null;
}

function ForClaim({ claim }: { claim: ClaimView }) {
  const { data: proposals, error, isPending } = useClaimProposals(claim.text);
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const chosen = proposals?.find((one) => keyOf(one) === chosenKey) ?? proposals?.[0];
  const best = proposals?.[0];
  const bestKey = best && keyOf(best);
  // Whoever asked for passages sees the best of them in its source at once.
  useEffect(() => {
    if (best && bestKey) showSource(best.sourceId, best);
  }, [bestKey]);

  // The list goes and takes the focus with it: the keys go on in the text.
  const close = () => {
    setShell({ matchingClaimId: null });
    getShell().manuscript?.focus();
  };
  const link = async (proposal: ClaimProposal | undefined) => {
    // Its source is shown already, since it was chosen.
    if (proposal && (await linkClaim(claim, proposal))) close();
  };

  return (
    <section className="proposals" aria-label={said.label}>
      <header className="proposals-header">
        <h3 aria-live="polite">
          {isPending
            ? claimWords.looking
            : said.found(quotationName(claim.text), proposals?.length ?? 0)}
        </h3>
        <IconButton label={said.close} onPress={close}>
          <CloseIcon />
        </IconButton>
      </header>
      {error ? <p className="inline-error">{errorMessage(asStetError(error))}</p> : null}
      {proposals?.length === 0 ? <p className="proposals-empty">{said.none}</p> : null}
      {proposals && proposals.length > 0 ? (
        <ListBox
          className="proposal-list"
          aria-label={said.label}
          items={proposals.map((proposal) => ({ id: keyOf(proposal), proposal }))}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={chosen ? [keyOf(chosen)] : []}
          autoFocus="first"
          onSelectionChange={(selected) => {
            const [key] = selected === 'all' ? [] : [...selected];
            const proposal = proposals.find((one) => keyOf(one) === key);
            if (!proposal || proposal === chosen) return;
            setChosenKey(keyOf(proposal));
            showSource(proposal.sourceId, proposal);
          }}
          onAction={(key) => void link(proposals.find((one) => keyOf(one) === key))}
        >
          {({ id, proposal }) => (
            <ListBoxItem id={id} className="proposal" textValue={proposal.sourceTitle}>
              <ProposalView proposal={proposal} />
            </ListBoxItem>
          )}
        </ListBox>
      ) : null}
      <footer className="proposals-footer">
        {chosen ? (
          <ChangeButton tone="primary" small onPress={() => void link(chosen)}>
            {said.link}
          </ChangeButton>
        ) : null}
        {chosen ? <kbd className="push">{words.proposals.keys}</kbd> : null}
      </footer>
    </section>
  );
}

function ProposalView({ proposal }: { proposal: ClaimProposal }) {
  const place = placeLabel(proposal.place);
  const where = place ? `${proposal.sourceTitle}, ${place}` : proposal.sourceTitle;
  const { missingFigures } = proposal;
  return (
    <>
      <Text slot="label" className="proposal-where">
        <span>{proposal.place.speaker ? `${where} · ${proposal.place.speaker}` : where}</span>
        {missingFigures.length > 0 ? (
          <span className="proposal-without">{said.without(missingFigures)}</span>
        ) : null}
      </Text>
      <Text slot="description" className="proposal-text" dir="auto">
        {proposal.before ? `…${proposal.before}` : ''}
        <Pieces text={proposal.exact} marked={proposal.shared} />
        {proposal.after}
      </Text>
    </>
  );
}
