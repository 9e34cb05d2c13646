import {
  memo,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Tab, TabList, Tabs } from 'react-aria-components';
import type { Article } from '../../src-shared/model/article';
import { ArticlePanel } from '../articles/article-panel';
import { CommentsPanel } from '../comments/comments-panel';
import { useOpenArticle } from '../queries/open-article';
import { QuotesPanel } from '../quotes/quotes-panel';
import { type PanelTab, setShell, useShell } from '../shell';
import { SourcePanel } from '../sources/source-panel';
import { commentWords } from '../words/comments';
import { words } from '../words/words';
import { EmptyState } from './empty-state';
import { ErrorBoundary } from './error-boundary';
import { useFocusKept } from './keep-focus';

/**
 * What stands beside the text: its quotations, a source, and what is known about the article. The text
 * comes first, when an article is opened and at every key: this follows as soon as there is time.
 */
export function Panel() {
  const tab = useShell((state) => state.tab);
  const article = useDeferredValue(useOpenArticle().data);
  const root = useRef<HTMLElement>(null);
  useFocusKept(root);
  return (
    <aside ref={root} className="panel" aria-label={words.panel.label}>
      <PanelTabs tab={tab} />
      <TabContent key={tab} isEmpty={!article && tab !== 'source'}>
        <ShownTab tab={tab} article={article} />
      </TabContent>
    </aside>
  );
}

const PanelTabs = memo(function PanelTabs({ tab }: { tab: PanelTab }) {
  return (
    <Tabs selectedKey={tab} onSelectionChange={(key) => setShell({ tab: key as PanelTab })}>
      <TabList className="tab-list" aria-label={words.panel.label}>
        <Tab className="tab" id="quotes">
          {words.panel.quotes}
        </Tab>
        <Tab className="tab" id="source">
          {words.panel.source}
        </Tab>
        <Tab className="tab" id="article">
          {words.panel.article}
        </Tab>
        <Tab className="tab" id="comments">
          {commentWords.tab}
        </Tab>
      </TabList>
    </Tabs>
  );
});

const ShownTab = memo(function ShownTab({
  tab,
  article,
}: {
  tab: PanelTab;
  article: Article | undefined;
}) {
  const nothing = <EmptyState title={words.panel.noArticle} text={words.panel.noArticleText} />;
  return (
    <ErrorBoundary resetKey={article?.id}>
      {tab === 'source' ? <SourcePanel /> : null}
      {tab === 'source' || article ? null : nothing}
      {tab === 'quotes' && article ? <QuotesPanel key={article.id} article={article} /> : null}
      {tab === 'article' && article ? <ArticlePanel key={article.id} article={article} /> : null}
      {tab === 'comments' && article ? <CommentsPanel key={article.id} article={article} /> : null}
    </ErrorBoundary>
  );
});

/**
 * What a tab shows. React Aria's own looks for something to tab to whenever anything in it changes, and
 * has the page laid out for that: in the middle of opening an article, and at every verdict.
 */
function TabContent({
  isEmpty,
  children,
}: {
  /** True where nothing in it takes the focus: it takes it itself. */
  isEmpty: boolean;
  children: ReactNode;
}) {
  const content = useRef<HTMLDivElement>(null);
  // The tabs are on the page only with the second pass over their collection.
  const [, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  useLayoutEffect(() => {
    const { current } = content;
    const chosen = current?.previousElementSibling?.querySelector('[aria-selected="true"]');
    if (!current || !chosen) return;
    current.id = chosen.getAttribute('aria-controls') ?? '';
    current.setAttribute('aria-labelledby', chosen.id);
  });
  return (
    <div ref={content} className="tab-panel" role="tabpanel" {...(isEmpty ? { tabIndex: 0 } : {})}>
      {children}
    </div>
  );
}
