import type { QuotationView } from '../../src-shared/model/quotation';
import { openDialog } from '../shell';
import { Button } from '../ui/button';
import { differs, WordDiff } from '../ui/diff';
import { VerdictChip } from '../ui/verdict';
import { dayLabel } from '../words/format';
import { versionWords as said } from '../words/versions';
import { linkToCorrection, seeCorrection, useCorrection } from './version-actions';

/** What the source says now in place of the words that a quotation is linked to, and what to do. */
export function CorrectionNotice({ quotation }: { quotation: QuotationView }) {
  const { correction, check, id } = quotation;
  if (!correction) return null;
  const { wording, because, reason, at } = correction;
  const day = dayLabel(at);
  return (
    <div className="correction-notice">
      <p>{wording ? said.corrected(day, because) : said.correctedAway(day)}</p>
      {wording ? (
        <blockquote className="passage-text" dir="auto">
          {differs(wording.changes) ? <WordDiff segments={wording.changes} /> : wording.text}
        </blockquote>
      ) : null}
      {reason ? <p>{said.correctedBecause(reason)}</p> : null}
      {wording ? (
        <p className="correction-verdict">
          {said.linkedThere} <VerdictChip verdict={wording.verdict} />
        </p>
      ) : null}
      <div className="card-actions">
        {wording ? (
          <Button small tone="primary" onPress={() => void linkToCorrection(quotation)}>
            {said.linkThere}
          </Button>
        ) : null}
        {wording && differs(wording.diff) ? (
          <Button small onPress={() => void useCorrection(quotation)}>
            {said.useNew}
          </Button>
        ) : null}
        {check ? null : (
          <Button small onPress={() => openDialog({ kind: 'accept', quotationId: id })}>
            {said.keep}
          </Button>
        )}
        {wording ? (
          <Button small tone="quiet" onPress={() => seeCorrection(quotation)}>
            {said.seeNew}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
