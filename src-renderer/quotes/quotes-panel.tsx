import { useMemo, useState } from 'react';
import {
  Button as AriaButton,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components';
import type { Article } from '../../src-shared/model/article';
import { runCommand } from '../commands';
import { useProposalCounts } from '../queries';
import { useShell } from '../shell';
import { useArrowKeys } from '../ui/arrow-keys';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { ChevronIcon } from '../ui/icons';
import { words } from '../words/words';
import { Meter } from './meter';
import { arrangeQuotations, type QuotesView } from './order';
import { QuoteCard } from './quote-card';

/** The Quotes tab: how many stand, and every quotation as a card. */
export function QuotesPanel({ article }: { article: Article }) {
  const [view, setView] = useState<QuotesView>({ show: 'all', order: 'text' });
  const selectedId = useShell((state) => state.selectedQuotationId);
  const { data: proposalCounts = {} } = useProposalCounts(article.id);
  const listed = useMemo(() => arrangeQuotations(article.quotations, view), [article, view]);
  const onKeyDown = useArrowKeys('.card-head');
  const reachable = listed.some(({ id }) => id === selectedId) ? selectedId : listed[0]?.id;
  const fitting = article.quotations.filter(
    ({ id, verdict, dismissed }) =>
      verdict === 'unlinked' && !dismissed && (proposalCounts[id] ?? 0) > 0,
  ).length;

  return (
    <div className="quotes-panel">
      <header className="meter">
        <Meter quotations={article.quotations} />
        {article.quotations.length > 0 ? <ViewMenu view={view} onChange={setView} /> : null}
        {fitting > 0 ? (
          <p className="meter-hint">
            {words.quotes.fitting(fitting)}{' '}
            <Button tone="quiet" small onPress={() => runCommand('quotation.linkVerbatim')}>
              {words.actions.linkVerbatim}
            </Button>
          </p>
        ) : null}
      </header>
      <div className="panel-scroll">
        {article.quotations.length === 0 ? (
          <EmptyState title={words.quotes.noneTitle} text={words.quotes.noneText} />
        ) : null}
        {article.quotations.length > 0 && listed.length === 0 ? (
          <EmptyState title={words.quotes.noneOpenTitle} text={words.quotes.noneOpenText} />
        ) : null}
        <ol className="cards" onKeyDown={onKeyDown} aria-label={words.quotes.listLabel}>
          {listed.map((quotation) => (
            <QuoteCard
              key={quotation.id}
              quotation={quotation}
              isSelected={quotation.id === selectedId}
              isReachable={quotation.id === reachable}
              proposals={proposalCounts[quotation.id] ?? 0}
            />
          ))}
        </ol>
      </div>
    </div>
  );
}

function ViewMenu({ view, onChange }: { view: QuotesView; onChange(view: QuotesView): void }) {
  return (
    <MenuTrigger>
      <AriaButton className="button button-quiet button-small meter-view">
        {words.quotes.viewLabel(view)}
        <ChevronIcon />
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <Menu className="options">
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[view.show]}
            onSelectionChange={(keys) =>
              onChange({ ...view, show: [...keys][0] as QuotesView['show'] })
            }
          >
            <Header className="options-title">{words.quotes.show}</Header>
            <MenuItem className="option" id="all">
              {words.quotes.showAll}
            </MenuItem>
            <MenuItem className="option" id="open">
              {words.quotes.showOpen}
            </MenuItem>
          </MenuSection>
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[view.order]}
            onSelectionChange={(keys) =>
              onChange({ ...view, order: [...keys][0] as QuotesView['order'] })
            }
          >
            <Header className="options-title">{words.quotes.order}</Header>
            <MenuItem className="option" id="text">
              {words.quotes.orderText}
            </MenuItem>
            <MenuItem className="option" id="gravity">
              {words.quotes.orderGravity}
            </MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
