import { memo } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { QuotationView } from '../../src-shared/model/quotation';
import { SOURCE_CORRECTED } from '../../src-shared/model/verdict';
import { explainReasons } from '../../src-shared/words/reasons';
import { VERDICT_EXPLANATIONS } from '../../src-shared/words/verdicts';
import { canAccept, canConfirm, canTakeSourceWording } from '../commands/quotations';
import { PlayPassage } from '../recordings/play-passage';
import { openDialog } from '../shell';
import { Button, IconButton } from '../ui/button';
import { ChangeButton, useLocked } from '../ui/change-button';
import { differs, WordDiff } from '../ui/diff';
import { MoreIcon } from '../ui/icons';
import { CorrectionNotice } from '../versions/correction-notice';
import { finishedWords } from '../words/finished';
import { dayLabel, placeLabel } from '../words/format';
import { unlinkedLine } from '../words/quotations';
import { words } from '../words/words';
import { ElsewhereSection } from './elsewhere';
import {
  findPassages,
  openSourceOf,
  setCheck,
  setDismissed,
  takeSourceWording,
  unlinkQuotation,
} from './quote-actions';
import { ReadBackSection } from './read-back';
import { SpeakerField } from './speaker-field';

/** What the selected card says and offers. */
export const QuoteDetails = memo(function QuoteDetails({
  quotation,
  proposals,
}: {
  quotation: QuotationView;
  proposals: number;
}) {
  return (
    <div className="card-details">
      {quotation.dismissed ? (
        <Dismissed quotation={quotation} />
      ) : (
        <>
          {quotation.link ? <Passage quotation={quotation} link={quotation.link} /> : null}
          {quotation.link ? null : <Unlinked quotation={quotation} proposals={proposals} />}
          <CorrectionNotice quotation={quotation} />
          {quotation.check ? <Signed quotation={quotation} check={quotation.check} /> : null}
          <Actions quotation={quotation} proposals={proposals} />
          <SpeakerField quotation={quotation} />
          <ReadBackSection quotation={quotation} />
          <ElsewhereSection quotation={quotation} />
        </>
      )}
    </div>
  );
});

function Passage({
  quotation,
  link,
}: {
  quotation: QuotationView;
  link: NonNullable<QuotationView['link']>;
}) {
  const place = placeLabel(link.place);
  // That the source was corrected is said below, with what it says now.
  const reasons = quotation.reasons.filter(({ code }) => code !== SOURCE_CORRECTED);
  const explanation =
    explainReasons(reasons) ||
    (quotation.correction ? '' : VERDICT_EXPLANATIONS[quotation.verdict]);
  return (
    <>
      <p className="passage-source">
        {link.sourceTitle}
        {place ? (
          <>
            {' · '}
            <button type="button" className="link-button" onClick={() => openSourceOf(quotation)}>
              {place}
            </button>
          </>
        ) : null}
        <PlayPassage link={link} />
      </p>
      <blockquote className="passage-text" dir="auto">
        {differs(quotation.diff) ? <WordDiff segments={quotation.diff} /> : link.exact}
      </blockquote>
      {explanation ? <p className="explanation">{explanation}</p> : null}
    </>
  );
}

function Unlinked({ quotation, proposals }: { quotation: QuotationView; proposals: number }) {
  return (
    <>
      <p className="explanation">{unlinkedLine(proposals)}</p>
      {quotation.suggestion ? (
        <p className="explanation">
          {words.quotes.suggestion(quotation.suggestion.kind)}{' '}
          <ChangeButton tone="quiet" small onPress={() => void setDismissed(quotation, true)}>
            {words.actions.dismiss}
          </ChangeButton>
        </p>
      ) : null}
    </>
  );
}

function Dismissed({ quotation }: { quotation: QuotationView }) {
  return (
    <>
      <p className="explanation">{words.quotes.dismissedText}</p>
      <div className="card-actions">
        <ChangeButton small onPress={() => void setDismissed(quotation, false)}>
          {words.actions.restore}
        </ChangeButton>
      </div>
    </>
  );
}

function Signed({
  quotation,
  check,
}: {
  quotation: QuotationView;
  check: NonNullable<QuotationView['check']>;
}) {
  return (
    <p className="signed">
      {words.quotes.signedBy(check.kind, check.editorName, dayLabel(check.at))}
      {check.reason ? ` “${check.reason}”` : ''}{' '}
      <Button
        tone="quiet"
        small
        onPress={() => void setCheck([quotation], null, words.actions.takeBack)}
      >
        {words.actions.takeBack}
      </Button>
    </p>
  );
}

function Actions({ quotation, proposals }: { quotation: QuotationView; proposals: number }) {
  const isLinked = quotation.link !== null;
  return (
    <div className="card-actions">
      {isLinked ? (
        <Button small onPress={() => openSourceOf(quotation)}>
          {words.actions.openSource}
        </Button>
      ) : (
        <Button
          small
          tone={proposals > 0 ? 'primary' : 'plain'}
          onPress={() => findPassages(quotation)}
        >
          {words.actions.findPassages}
        </Button>
      )}
      {canConfirm(quotation) ? (
        <Button
          small
          onPress={() =>
            void setCheck([quotation], { kind: 'confirmed', reason: null }, words.actions.confirm)
          }
        >
          {words.actions.confirm}
        </Button>
      ) : null}
      {canAccept(quotation) && quotation.verdict !== 'review' ? (
        <Accept quotation={quotation} />
      ) : null}
      {canTakeSourceWording(quotation) ? (
        <ChangeButton small onPress={() => takeSourceWording(quotation)}>
          {words.actions.useSourceWording}
        </ChangeButton>
      ) : null}
      <More quotation={quotation} />
    </div>
  );
}

function Accept({ quotation }: { quotation: QuotationView }) {
  return (
    <Button small onPress={() => openDialog({ kind: 'accept', quotationId: quotation.id })}>
      {words.actions.accept}
    </Button>
  );
}

function More({ quotation }: { quotation: QuotationView }) {
  const isLocked = useLocked();
  return (
    <MenuTrigger>
      <IconButton label={words.actions.more}>
        <MoreIcon />
      </IconButton>
      <Popover className="popover" placement="bottom end">
        <Menu className="options">
          {quotation.link ? (
            <>
              <MenuItem className="option" onAction={() => findPassages(quotation)}>
                {words.actions.findPassages}
              </MenuItem>
              <MenuItem
                className="option"
                isDisabled={isLocked}
                onAction={() => void unlinkQuotation(quotation)}
              >
                {words.actions.unlink}
              </MenuItem>
            </>
          ) : null}
          {canAccept(quotation) && quotation.verdict === 'review' ? (
            <MenuItem
              className="option"
              onAction={() => openDialog({ kind: 'accept', quotationId: quotation.id })}
            >
              {words.actions.accept}
            </MenuItem>
          ) : null}
          <MenuItem
            className="option"
            isDisabled={isLocked}
            onAction={() => void setDismissed(quotation, true)}
          >
            {words.actions.dismiss}
          </MenuItem>
          {isLocked ? (
            <MenuItem className="option" isDisabled textValue={finishedWords.locked}>
              <small>{finishedWords.locked}</small>
            </MenuItem>
          ) : null}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
