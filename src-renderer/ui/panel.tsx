import { useRef } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { ArticlePanel } from '../articles/article-panel';
import { CommentsPanel } from '../comments/comments-panel';
import { useOpenArticle } from '../queries';
import { QuotesPanel } from '../quotes/quotes-panel';
import { type PanelTab, setShell, useShell } from '../shell';
import { SourcePanel } from '../sources/source-panel';
import { commentWords } from '../words/comments';
import { words } from '../words/words';
import { EmptyState } from './empty-state';
import { ErrorBoundary } from './error-boundary';
import { useFocusKept } from './keep-focus';

/** What stands beside the text: its quotations, a source, and what is known about the article. */
export function Panel() {
  const tab = useShell((state) => state.tab);
  const { data: article } = useOpenArticle();
  const root = useRef<HTMLElement>(null);
  useFocusKept(root);
  const nothing = <EmptyState title={words.panel.noArticle} text={words.panel.noArticleText} />;
  return (
    <aside ref={root} className="panel" aria-label={words.panel.label}>
      <Tabs
        className="tabs"
        selectedKey={tab}
        onSelectionChange={(key) => setShell({ tab: key as PanelTab })}
      >
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
        <TabPanel className="tab-panel" id="quotes">
          <ErrorBoundary resetKey={article?.id}>
            {article ? <QuotesPanel key={article.id} article={article} /> : nothing}
          </ErrorBoundary>
        </TabPanel>
        <TabPanel className="tab-panel" id="source">
          <ErrorBoundary resetKey={article?.id}>
            <SourcePanel />
          </ErrorBoundary>
        </TabPanel>
        <TabPanel className="tab-panel" id="article">
          <ErrorBoundary resetKey={article?.id}>
            {article ? <ArticlePanel key={article.id} article={article} /> : nothing}
          </ErrorBoundary>
        </TabPanel>
        <TabPanel className="tab-panel" id="comments">
          <ErrorBoundary resetKey={article?.id}>
            {article ? <CommentsPanel key={article.id} article={article} /> : nothing}
          </ErrorBoundary>
        </TabPanel>
      </Tabs>
    </aside>
  );
}
