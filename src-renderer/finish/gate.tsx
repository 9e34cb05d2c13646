import { useState } from 'react';
import { type GatePoint, isAcceptable, openPoints } from '../../src-shared/contract/finish';
import { plainText } from '../../src-shared/document/plain-text';
import { findToCome } from '../../src-shared/document/to-come';
import type { Article } from '../../src-shared/model/article';
import { showClaims } from '../claims/claim-actions';
import { asStetError } from '../queries/client';
import { useProposalCounts } from '../queries/quotations';
import { goToQuotation } from '../quotes/quote-actions';
import { ReasonForm, SignForm } from '../quotes/sign-form';
import { closeDialog, getShell, showSource, showTab } from '../shell';
import { Button } from '../ui/button';
import { errorMessage } from '../words/errors';
import {
  acceptedBy,
  bylineDetail,
  bylineTitle,
  gateDetail,
  gatePasses,
  gateTitle,
} from '../words/gate';
import { words } from '../words/words';
import { acceptPoint, takeBackPoint } from './accept-point';

/** The gate, once it is known; until then that it is looked for, or why it cannot be. */
export function CheckedGate({
  article,
  points,
  error,
}: {
  article: Article;
  points: readonly GatePoint[] | null;
  error: unknown;
}) {
  if (error) {
    return <p className="dialog-body inline-error">{errorMessage(asStetError(error))}</p>;
  }
  if (!points) return <p className="dialog-body">{words.finish.checking}</p>;
  return <Gate article={article} points={points} />;
}

/** Every open point with what can be done about it; then what was looked for and is in order. */
function Gate({ article, points }: { article: Article; points: readonly GatePoint[] }) {
  const passes = gatePasses(points);
  const hasByline = points.every((point) => !point.code.startsWith('byline-'));
  return (
    <ul className="gate" aria-label={words.finish.gateLabel}>
      {[...openPoints(points), ...points.filter(({ acceptance }) => acceptance !== null)].map(
        (point) => (
          <OpenPoint key={point.code} article={article} point={point} />
        ),
      )}
      {hasByline ? (
        <Pass title={bylineTitle(article.byline)} detail={bylineDetail(article.byline)}>
          <Button
            small
            onPress={() => {
              closeDialog();
              showTab('article');
            }}
          >
            {words.finish.change}
          </Button>
        </Pass>
      ) : null}
      {passes ? <Pass title={passes} detail={words.finish.passesDetail} /> : null}
    </ul>
  );
}

function Pass({
  title,
  detail,
  children,
}: {
  title: string;
  detail: string;
  children?: React.ReactNode;
}) {
  return (
    <li className="gate-point">
      <span className="gate-mark gate-mark-pass" role="img" aria-label={words.finish.inOrder}>
        ✓
      </span>
      <div>
        {title}
        <small>{detail}</small>
      </div>
      <div className="gate-actions">{children}</div>
    </li>
  );
}

/** The looks of a point: filled where words are wrong, open where something is missing. */
const MARKS: Partial<Record<GatePoint['code'], string>> = {
  'quotations-altered': 'gate-mark-altered',
  'quotations-missing': 'gate-mark-altered',
  'quotations-review': 'gate-mark-review',
  'source-confidential': 'gate-mark-altered',
  'source-off-the-record': 'gate-mark-altered',
  'source-embargoed': 'gate-mark-altered',
  'source-excluded': 'gate-mark-altered',
  'consent-withdrawn': 'gate-mark-altered',
  'consent-refused': 'gate-mark-altered',
};

/** Goes to the first words that are still to come. */
function showToCome() {
  const { manuscript } = getShell();
  const [first] = manuscript ? findToCome(plainText(manuscript.document()).text) : [];
  if (first) manuscript?.selectWords(first);
}

function OpenPoint({ article, point }: { article: Article; point: GatePoint }) {
  const { data: proposals = {} } = useProposalCounts(article.id);
  const [isSigning, setSigning] = useState(false);
  const about = article.quotations.filter(({ id }) => point.quotationIds.includes(id));
  const [first] = about;
  const isAboutQuotations = point.code.startsWith('quotations-');
  // One quotation is shown with its number in the text, several with how many they are.
  const number = point.count === 1 && isAboutQuotations && first ? first.ordinal : point.count;
  const { acceptance } = point;

  return (
    <li className="gate-point">
      <span
        className={`gate-mark ${acceptance ? 'gate-mark-accepted' : (MARKS[point.code] ?? 'gate-mark-open')}`}
        role="img"
        aria-label={
          acceptance
            ? words.finish.accepted
            : point.blocking
              ? words.finish.blocks
              : words.finish.open
        }
      >
        {acceptance ? '✓' : number}
      </span>
      <div>
        {gateTitle(point)}
        <small>
          {acceptance ? acceptedBy(acceptance) : gateDetail(point, article.quotations, proposals)}
        </small>
        {point.blocking ? <small className="gate-blocks">{words.finish.blocksDetail}</small> : null}
      </div>
      <div className="gate-actions">
        {point.code.startsWith('byline-') ? (
          <Button
            small
            onPress={() => {
              closeDialog();
              showTab('article');
            }}
          >
            {point.code === 'byline-empty' ? words.finish.addByline : words.finish.change}
          </Button>
        ) : null}
        {point.code.startsWith('claims-') ? (
          <Button
            small
            onPress={() => {
              closeDialog();
              showClaims();
            }}
          >
            {words.finish.show}
          </Button>
        ) : null}
        {point.code === 'comments-open' || point.code === 'suggestions-open' ? (
          <Button
            small
            onPress={() => {
              closeDialog();
              showTab('comments');
            }}
          >
            {words.finish.show}
          </Button>
        ) : null}
        {point.code === 'tk-marks' ? (
          <Button
            small
            onPress={() => {
              closeDialog();
              showToCome();
            }}
          >
            {point.count === 1 ? words.finish.show : words.finish.goToFirst}
          </Button>
        ) : null}
        {point.code.startsWith('figures-') ? (
          <Button
            small
            onPress={() => {
              closeDialog();
              getShell().manuscript?.goToFigure(
                point.code === 'figures-unread' ? 'unread' : 'missing',
              );
            }}
          >
            {words.finish.show}
          </Button>
        ) : null}
        {first ? (
          <Button
            small
            onPress={() => {
              closeDialog();
              goToQuotation(first.id);
              if (/^(?:source|consent)-/.test(point.code) && first.link) {
                showSource(first.link.sourceId, first.link);
              } else showTab('quotes');
            }}
          >
            {about.length === 1 ? words.finish.show : words.finish.goToFirst}
          </Button>
        ) : null}
        {acceptance ? (
          <Button small onPress={() => void takeBackPoint(article.id, point)}>
            {words.actions.takeBack}
          </Button>
        ) : null}
        {isAcceptable(point) && !acceptance ? (
          <Button small onPress={() => setSigning(!isSigning)} aria-expanded={isSigning}>
            {words.finish.accept}
          </Button>
        ) : null}
        {isAboutQuotations && !point.blocking && about.length > 0 ? (
          <Button small onPress={() => setSigning(!isSigning)} aria-expanded={isSigning}>
            {words.finish.letStand}
          </Button>
        ) : null}
      </div>
      {isSigning ? (
        <div className="gate-sign" ref={(form) => form?.scrollIntoView({ block: 'nearest' })}>
          {isAboutQuotations ? (
            <SignForm quotations={about} onDone={() => setSigning(false)} />
          ) : (
            <ReasonForm
              submit={words.finish.acceptPoint}
              onSign={(reason) => acceptPoint(article.id, point, reason)}
              onDone={() => setSigning(false)}
            />
          )}
        </div>
      ) : null}
    </li>
  );
}
