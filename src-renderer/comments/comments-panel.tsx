import { useMemo, useState } from 'react';
import { Switch } from 'react-aria-components';
import { COMMANDS } from '../../src-shared/commands';
import type { Article } from '../../src-shared/model/article';
import { runCommand } from '../commands';
import { useComments } from '../queries/articles';
import { setShell, useShell } from '../shell';
import { SuggestionList } from '../suggestions/suggestion-list';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { commentWords as said } from '../words/comments';
import { shorten } from '../words/text';
import { startComment } from './comment-actions';
import { CommentForm } from './comment-form';
import { ThreadCard } from './thread-card';

/** The Comments tab: what was said about stretches of the article, in the order of its text. */
export function CommentsPanel({ article }: { article: Article }) {
  const { data: threads = [] } = useComments(article.id);
  const order = useShell((state) => state.commentOrder);
  const selectedId = useShell((state) => state.selectedCommentId);
  const draft = useShell((state) => state.commentDraft);
  const hasSuggestions = useShell((state) => state.suggestions.length > 0);
  const [showsResolved, setShowsResolved] = useState(false);
  const inOrder = useMemo(() => {
    const place = new Map(order.map((id, index) => [id, index]));
    const last = order.length;
    return threads.toSorted(
      (one, other) => (place.get(one.id) ?? last) - (place.get(other.id) ?? last),
    );
  }, [threads, order]);
  const open = inOrder.filter(({ resolved }) => resolved === null);
  const listed = showsResolved ? inOrder : open;
  const resolved = threads.length - open.length;

  return (
    <div className="quotes-panel">
      <header className="meter comments-head">
        <p>
          <b>{said.open(open.length)}</b>
          {resolved > 0 ? `, ${said.resolved(resolved)}` : ''}
        </p>
        {resolved > 0 ? (
          <Switch className="switch" isSelected={showsResolved} onChange={setShowsResolved}>
            {said.showResolved}
          </Switch>
        ) : null}
        <Button small onPress={() => runCommand('comment.new')} data-panel-focus>
          {COMMANDS['comment.new'].label}
        </Button>
      </header>
      <div className="panel-scroll">
        {draft === null ? null : (
          <section className="card card-selected comment-thread" aria-label={said.actions.start}>
            <p className="comment-quote" dir="auto">
              {shorten(draft, 160)}
            </p>
            <CommentForm
              key={draft}
              label={said.text}
              placeholder={said.placeholder}
              submit={said.add}
              autoFocus
              onCancel={() => {
                setShell({ commentDraft: null });
                runCommand('go.manuscript');
              }}
              onSubmit={(text) => startComment(article.id, draft, text)}
            />
          </section>
        )}
        <SuggestionList />
        {draft === null && threads.length === 0 && !hasSuggestions ? (
          <EmptyState title={said.noneTitle} text={said.noneText} />
        ) : null}
        {draft === null && threads.length > 0 && listed.length === 0 ? (
          <EmptyState title={said.noneOpenTitle} text={said.noneOpenText} />
        ) : null}
        <ol className="cards" aria-label={said.listLabel}>
          {listed.map((thread) => (
            <ThreadCard
              key={thread.id}
              articleId={article.id}
              thread={thread}
              isSelected={thread.id === selectedId}
              isInText={order.includes(thread.id)}
            />
          ))}
        </ol>
      </div>
    </div>
  );
}
