import type { QuotationView } from '../../src-shared/model/quotation';
import { canConfirm } from '../commands/quotations';
import { openDialog } from '../shell';
import { Button } from '../ui/button';
import { ChangeButton } from '../ui/change-button';
import { quotesViewWords as said } from '../words/quotes-view';
import { confirmAll, dismissAll, linkVerbatimOf } from './quote-actions';

/** What can be done to several quotations at once; each is one step of undo. */
export function BulkBar({
  articleId,
  shown,
  chosen,
  onChoose,
  onDone,
}: {
  articleId: string;
  shown: readonly QuotationView[];
  /** The ids of those that are chosen. */
  chosen: ReadonlySet<string>;
  onChoose(ids: readonly string[]): void;
  onDone(): void;
}) {
  const quotations = shown.filter(({ id }) => chosen.has(id));
  const unlinked = quotations.filter(
    ({ verdict, dismissed }) => verdict === 'unlinked' && !dismissed,
  );
  const confirmable = quotations.filter(canConfirm);
  const quoted = quotations.filter(({ dismissed }) => !dismissed);
  const ids = (some: readonly QuotationView[]) => some.map(({ id }) => id);
  return (
    <div className="bulk-bar" role="toolbar" aria-label={said.bar}>
      <b aria-live="polite">{said.chosen(quotations.length)}</b>
      <ChangeButton
        small
        isDisabled={unlinked.length === 0}
        onPress={() => void linkVerbatimOf(articleId, ids(unlinked))}
      >
        {said.linkVerbatim}
      </ChangeButton>
      <Button
        small
        isDisabled={confirmable.length === 0}
        onPress={() => void confirmAll(confirmable)}
      >
        {said.confirm}
      </Button>
      <ChangeButton small isDisabled={quoted.length === 0} onPress={() => void dismissAll(quoted)}>
        {said.dismiss}
      </ChangeButton>
      <Button
        small
        isDisabled={quoted.length === 0}
        onPress={() => openDialog({ kind: 'read-back', quotationIds: ids(quoted) })}
      >
        {said.sendReadBack}
      </Button>
      <span className="push" />
      <Button
        small
        tone="quiet"
        onPress={() => onChoose(quotations.length === shown.length ? [] : ids(shown))}
      >
        {quotations.length === shown.length && shown.length > 0 ? said.none : said.all}
      </Button>
      <Button small tone="quiet" onPress={onDone}>
        {said.done}
      </Button>
    </div>
  );
}
