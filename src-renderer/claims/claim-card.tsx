import { useEffect, useRef, useState } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { ClaimView } from '../../src-shared/model/claim';
import { CardHead } from '../quotes/card-head';
import { ReasonForm } from '../quotes/sign-form';
import { setShell } from '../shell';
import { Button, IconButton } from '../ui/button';
import { useLocked } from '../ui/change-button';
import { WordDiff } from '../ui/diff';
import { MoreIcon } from '../ui/icons';
import { claimLine, claimWords as said } from '../words/claims';
import { dayLabel, placeLabel } from '../words/format';
import { shorten } from '../words/text';
import { words } from '../words/words';
import {
  goToClaim,
  linkClaim,
  openSourceOfClaim,
  showPassagesFor,
  signClaim,
  unmarkClaim,
} from './claim-actions';
import { ClaimChip } from './claim-chip';

const COLLAPSED_LENGTH = 120;

/** A claim: its words, its state and its passage; the selected one with all there is to do about it. */
export function ClaimCard({
  claim,
  isSelected,
  isReachable,
}: {
  claim: ClaimView;
  isSelected: boolean;
  /** True for the one card that Tab reaches; arrow keys go to the others. */
  isReachable: boolean;
}) {
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSelected) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  return (
    <li ref={card} className={`card${isSelected ? ' card-selected' : ''}`} data-claim={claim.id}>
      <CardHead
        isSelected={isSelected}
        isReachable={isReachable}
        onGo={() => goToClaim(claim.id)}
        onOpen={() => setShell({ selectedClaimId: claim.id })}
      >
        <span className="card-text" dir="auto">
          {isSelected ? claim.text : shorten(claim.text, COLLAPSED_LENGTH)}
        </span>
        <span className="card-meta">
          <ClaimChip state={claim.state} />
          <span className="card-line">{isSelected ? '' : claimLine(claim)}</span>
        </span>
      </CardHead>
      {isSelected ? <Details claim={claim} /> : null}
    </li>
  );
}

function Details({ claim }: { claim: ClaimView }) {
  const [isSigning, setSigning] = useState(false);
  const { link, check, lapsed, state } = claim;
  const place = link ? placeLabel(link.place) : '';
  return (
    <div className="card-details">
      {link ? (
        <>
          <p className="passage-source">
            {link.sourceTitle}
            {place ? (
              <>
                {' · '}
                <button
                  type="button"
                  className="link-button"
                  onClick={() => openSourceOfClaim(claim)}
                >
                  {place}
                </button>
              </>
            ) : null}
          </p>
          <blockquote className="passage-text" dir="auto">
            {link.exact}
          </blockquote>
        </>
      ) : null}
      {check ? null : <p className="explanation">{explanation(claim)}</p>}
      <Correction claim={claim} />
      {lapsed ? (
        <p className="explanation">{said.lapsed(lapsed.editorName, dayLabel(lapsed.at))}</p>
      ) : null}
      {check ? (
        <p className="signed">
          {said.signedBy(check.kind, check.editorName, dayLabel(check.at))}
          {check.reason ? ` “${check.reason}”` : ''}{' '}
          <Button tone="quiet" small onPress={() => void signClaim(claim, null)}>
            {said.takeBack}
          </Button>
        </p>
      ) : null}
      <div className="card-actions">
        {link ? (
          <Button small onPress={() => openSourceOfClaim(claim)}>
            {said.openSource}
          </Button>
        ) : (
          <Button small tone="primary" onPress={() => showPassagesFor(claim.id)}>
            {said.findPassages}
          </Button>
        )}
        {link && !check ? (
          <Button
            small
            tone={state === 'linked' ? 'primary' : 'plain'}
            onPress={() => void signClaim(claim, { kind: 'confirmed', reason: null })}
          >
            {said.confirm}
          </Button>
        ) : null}
        {link || check ? null : (
          <Button small aria-expanded={isSigning} onPress={() => setSigning(!isSigning)}>
            {said.accept}
          </Button>
        )}
        <More claim={claim} onAccept={() => setSigning(true)} />
      </div>
      {isSigning ? (
        <ReasonForm
          submit={words.quotes.letStand(1)}
          onSign={(reason) => signClaim(claim, { kind: 'accepted', reason })}
          onDone={() => setSigning(false)}
        />
      ) : null}
    </div>
  );
}

function explanation({ state }: ClaimView): string {
  if (state === 'passage-changed') return said.changedText;
  return state === 'linked' ? said.linkedText : said.openText;
}

/** What the source says now, where it was corrected. */
function Correction({ claim }: { claim: ClaimView }) {
  const { correction } = claim;
  const wording = correction?.wording;
  if (!correction || !wording) return null;
  const { start, end } = wording;
  return (
    <>
      <p className="explanation">{said.nowReads}</p>
      <blockquote className="passage-text" dir="auto">
        <WordDiff segments={wording.changes} />
      </blockquote>
      <div className="card-actions">
        <Button
          small
          onPress={() =>
            void linkClaim(claim, { sourceVersionId: correction.versionId, start, end })
          }
        >
          {said.useNew}
        </Button>
      </div>
    </>
  );
}

function More({ claim, onAccept }: { claim: ClaimView; onAccept(): void }) {
  const isLocked = useLocked();
  return (
    <MenuTrigger>
      <IconButton label={said.more}>
        <MoreIcon />
      </IconButton>
      <Popover className="popover" placement="bottom end">
        <Menu className="options">
          {claim.link ? (
            <>
              <MenuItem className="option" onAction={() => showPassagesFor(claim.id)}>
                {said.findPassages}
              </MenuItem>
              <MenuItem
                className="option"
                isDisabled={isLocked}
                onAction={() => void linkClaim(claim, null)}
              >
                {said.unlink}
              </MenuItem>
              {claim.check ? null : (
                <MenuItem className="option" onAction={onAccept}>
                  {said.accept}
                </MenuItem>
              )}
            </>
          ) : null}
          <MenuItem
            className="option"
            isDisabled={isLocked}
            onAction={() => void unmarkClaim(claim)}
          >
            {said.unmark}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
