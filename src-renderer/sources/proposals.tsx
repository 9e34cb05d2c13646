import { useEffect, useState } from 'react';
import { ListBox, ListBoxItem, Text } from 'react-aria-components';
import type { Proposal, QuotationView } from '../../src-shared/model/quotation';
import { pickSources } from '../imports/import-actions';
import { asStetError } from '../queries/client';
import { useProposals } from '../queries/quotations';
import { useSources } from '../queries/sources';
import { linkQuotation, setDismissed } from '../quotes/quote-actions';
import { getShell, setShell, showSource } from '../shell';
import { Button, IconButton } from '../ui/button';
import { ChangeButton } from '../ui/change-button';
import { SharedWords } from '../ui/diff';
import { CloseIcon } from '../ui/icons';
import { VerdictChip } from '../ui/verdict';
import { errorMessage } from '../words/errors';
import { placeLabel } from '../words/format';
import { quotationName } from '../words/quotations';
import { words } from '../words/words';

const keyOf = (proposal: Proposal) =>
  `${proposal.sourceVersionId}:${proposal.start}:${proposal.end}`;

/** The passages of the library that fit a quotation; Enter links the chosen one. */
export function Proposals({
  quotation,
  takesFocus,
  onDecline,
}: {
  quotation: QuotationView;
  /** True where the editor asked for them, and goes on with the keys. */
  takesFocus: boolean;
  /** "Not in the library": none of them is it. */
  onDecline(): void;
}) {
  const { data: proposals, error, isPending } = useProposals(quotation.articleId, quotation.id);
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const chosenIndex = Math.max(0, proposals?.findIndex((one) => keyOf(one) === chosenKey) ?? 0);
  const chosen = proposals?.[chosenIndex];

  // Whoever asked for passages sees the best of them in its source at once.
  const best = proposals?.[0];
  const bestKey = best && keyOf(best);
  useEffect(() => {
    if (takesFocus && best && bestKey) showSource(best.sourceId, best);
  }, [takesFocus, bestKey]);

  const link = async (proposal: Proposal | undefined) => {
    if (!proposal || !(await linkQuotation(quotation, proposal))) return;
    close();
    // Who went to another tab meanwhile is not fetched back.
    if (getShell().tab === 'source') showSource(proposal.sourceId, proposal);
  };

  const dismiss = async () => {
    if (await setDismissed(quotation, true)) close();
  };

  // The list goes and takes the focus with it: the keys go on in the text.
  const close = () => {
    setShell({ matchingQuotationId: null });
    getShell().manuscript?.focus();
  };

  return (
    <section className="proposals" aria-label={words.proposals.label}>
      <header className="proposals-header">
        <h3 aria-live="polite">
          {isPending
            ? words.proposals.looking
            : words.proposals.found(quotationName(quotation.text), proposals?.length ?? 0)}
        </h3>
        {takesFocus ? (
          <IconButton label={words.proposals.close} onPress={close}>
            <CloseIcon />
          </IconButton>
        ) : null}
      </header>
      {error ? <p className="inline-error">{errorMessage(asStetError(error))}</p> : null}
      {proposals?.length === 0 ? <NoPassage /> : null}
      {proposals && proposals.length > 0 ? (
        <ListBox
          key={quotation.id}
          className="proposal-list"
          aria-label={words.proposals.label}
          items={proposals.map((proposal) => ({ id: keyOf(proposal), proposal }))}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={chosen ? [keyOf(chosen)] : []}
          autoFocus={takesFocus ? 'first' : false}
          onSelectionChange={(selected) => {
            const [key] = selected === 'all' ? [] : [...selected];
            const proposal = proposals.find((one) => keyOf(one) === key);
            if (!proposal || keyOf(proposal) === chosenKey) return;
            setChosenKey(keyOf(proposal));
            // The first is chosen to begin with; the reader follows once the editor moves.
            if (chosenKey !== null || keyOf(proposal) !== keyOf(proposals[0]!)) {
              showSource(proposal.sourceId, proposal);
            }
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
            {words.proposals.link(chosenIndex)}
          </ChangeButton>
        ) : null}
        {chosen ? (
          <Button small onPress={onDecline}>
            {words.proposals.notInLibrary}
          </Button>
        ) : null}
        {proposals?.length === 0 ? (
          <Button small onPress={() => void pickSources()}>
            {words.sources.add}
          </Button>
        ) : null}
        {quotation.dismissed ? null : (
          <ChangeButton small onPress={() => void dismiss()}>
            {words.actions.dismiss}
          </ChangeButton>
        )}
        {chosen ? <kbd className="push">{words.proposals.keys}</kbd> : null}
      </footer>
    </section>
  );
}

function NoPassage() {
  const { data: sources } = useSources();
  return (
    <p className="proposals-empty">
      {sources?.total === 0 ? words.proposals.noSources : words.proposals.none}
    </p>
  );
}

/** Where the words after a passage end with a sentence, nothing says that it goes on. */
const ENDS = /[.!?…]["”’»)]*\s*$/u;

function ProposalView({ proposal }: { proposal: Proposal }) {
  const place = placeLabel(proposal.place);
  const where = place ? `${proposal.sourceTitle}, ${place}` : proposal.sourceTitle;
  return (
    <>
      <Text slot="label" className="proposal-where">
        <VerdictChip verdict={proposal.verdict} />
        <span>{proposal.place.speaker ? `${where} · ${proposal.place.speaker}` : where}</span>
      </Text>
      <Text slot="description" className="proposal-text" dir="auto">
        {proposal.before ? `…${proposal.before}` : ''}
        <SharedWords segments={proposal.diff} />
        {proposal.after}
        {proposal.after && !ENDS.test(proposal.after) ? '…' : ''}
      </Text>
    </>
  );
}
