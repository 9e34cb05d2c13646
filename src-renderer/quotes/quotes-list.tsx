import { type CSSProperties, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { Article } from '../../src-shared/model/article';
import type { QuotationView } from '../../src-shared/model/quotation';
import { newestReadBacks } from '../../src-shared/model/read-back';
import { runCommand } from '../commands';
import { useProposalCounts, useReadBacks } from '../queries/quotations';
import { useShell } from '../shell';
import { useArrowKeys } from '../ui/arrow-keys';
import { Button } from '../ui/button';
import { ChangeButton } from '../ui/change-button';
import { EmptyState } from '../ui/empty-state';
import { quotesViewWords as said } from '../words/quotes-view';
import { words } from '../words/words';
import { BulkBar } from './bulk-bar';
import { Meter } from './meter';
import { arrangeQuotations, type QuotesView } from './order';
import { QuoteCard } from './quote-card';
import { ViewMenu } from './view-menu';

/** How many quotations stand, and every one as a card. */
export function QuotesList({ article }: { article: Article }) {
  const [view, setView] = useState<QuotesView>({ show: 'all', order: 'text' });
  /** The chosen ones; null while none is being chosen. */
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const lastChosen = useRef<string | null>(null);
  const selectedId = useShell((state) => state.selectedQuotationId);
  const { data: proposalCounts = {} } = useProposalCounts(article.id);
  const { data: readBacks } = useReadBacks(article.id);
  const newest = useMemo(() => newestReadBacks(readBacks ?? []), [readBacks]);
  const { quotations } = article;
  const listed = useMemo(
    () => arrangeQuotations(quotations, view, newest),
    [quotations, view, newest],
  );
  const fitting = quotations.filter(
    ({ id, verdict, dismissed }) =>
      verdict === 'unlinked' && !dismissed && (proposalCounts[id] ?? 0) > 0,
  ).length;

  /** Chooses one, or with Shift all from the one that was chosen last. */
  const choose = (id: string, withShift: boolean) => {
    if (!chosen) return;
    const next = new Set(chosen);
    const ids = listed.map((quotation) => quotation.id);
    const [from, to] = [ids.indexOf(lastChosen.current ?? id), ids.indexOf(id)];
    if (withShift && from >= 0) {
      for (const one of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(one);
    } else if (!next.delete(id)) next.add(id);
    lastChosen.current = id;
    setChosen(next);
  };

  return (
    <>
      <header className="meter">
        <Meter quotations={quotations} />
        {quotations.length > 0 ? (
          <ViewMenu view={view} quotations={quotations} readBacks={newest} onChange={setView} />
        ) : null}
        {fitting > 0 ? (
          <p className="meter-hint">
            {words.quotes.fitting(fitting)}{' '}
            <ChangeButton tone="quiet" small onPress={() => runCommand('quotation.linkVerbatim')}>
              {words.actions.linkVerbatim}
            </ChangeButton>
          </p>
        ) : null}
        {quotations.length > 1 && chosen === null ? (
          <p className="meter-hint">
            <Button tone="quiet" small onPress={() => setChosen(new Set())}>
              {said.choose}
            </Button>
          </p>
        ) : null}
      </header>
      <div className="panel-scroll">
        {quotations.length === 0 ? (
          <EmptyState title={words.quotes.noneTitle} text={words.quotes.noneText} />
        ) : null}
        {quotations.length > 0 && listed.length === 0 ? (
          view.show === 'open' ? (
            <EmptyState title={words.quotes.noneOpenTitle} text={words.quotes.noneOpenText} />
          ) : (
            <EmptyState title={said.narrowedTitle} text={said.narrowedText} />
          )
        ) : null}
        <Cards
          key={article.id}
          listed={listed}
          selectedId={selectedId}
          proposalCounts={proposalCounts}
          readBacks={newest}
          chosen={chosen}
          onChoose={chosen ? choose : chooseNothing}
        />
      </div>
      {chosen ? (
        <BulkBar
          articleId={article.id}
          shown={listed}
          chosen={chosen}
          onChoose={(ids) => setChosen(new Set(ids))}
          onDone={() => setChosen(null)}
        />
      ) : null}
    </>
  );
}

/** Always the same: while none is being chosen, no card is drawn anew for it. */
const chooseNothing = () => {};

/** As many cards as fill a panel. */
const FIRST_CARDS = 12;

/** The cards; of a long list those that are seen at once, so that the manuscript need not wait for the others. */
function Cards({
  listed: all,
  selectedId,
  proposalCounts,
  readBacks,
  chosen,
  onChoose,
}: {
  listed: readonly QuotationView[];
  selectedId: string | null;
  proposalCounts: Readonly<Record<string, number>>;
  readBacks: ReturnType<typeof newestReadBacks>;
  chosen: ReadonlySet<string> | null;
  onChoose(id: string, withShift: boolean): void;
}) {
  const listed = useDeferredValue(all, all.slice(0, FIRST_CARDS));
  const onKeyDown = useArrowKeys('.card-head');
  const reachable = listed.some(({ id }) => id === selectedId) ? selectedId : listed[0]?.id;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the items of an ol are its children; here groups stand between.
    <div
      role="list"
      className={chosen ? 'cards cards-choosing' : 'cards'}
      onKeyDown={onKeyDown}
      aria-label={words.quotes.listLabel}
    >
      {inGroups(listed).map((group, index) => (
        <div
          key={index}
          className="card-group"
          style={{ '--cards': group.length } as CSSProperties}
        >
          {group.map((quotation) => (
            <QuoteCard
              key={quotation.id}
              quotation={quotation}
              isSelected={quotation.id === selectedId}
              isReachable={quotation.id === reachable}
              proposals={proposalCounts[quotation.id] ?? 0}
              readBack={readBacks.get(quotation.id)?.state ?? null}
              isChosen={chosen ? chosen.has(quotation.id) : null}
              onChoose={onChoose}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

/** As many cards as fill two panels: off the screen they are left out together. */
const GROUP = 20;

function inGroups(listed: readonly QuotationView[]): QuotationView[][] {
  return Array.from({ length: Math.ceil(listed.length / GROUP) }, (_, group) =>
    listed.slice(group * GROUP, (group + 1) * GROUP),
  );
}
