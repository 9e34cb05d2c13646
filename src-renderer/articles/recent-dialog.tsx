import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useArticles, useRecentArticles } from '../queries/articles';
import { closeDialog, useShell } from '../shell';
import { Modal } from '../ui/modal';
import { articleWords } from '../words/articles';
import { STATUS_LABELS } from '../words/format';
import { words } from '../words/words';
import { openArticle } from './article-actions';

/** So many are listed. */
const LISTED = 12;

/**
 * The articles that were opened last. Held open with Ctrl: Tab goes on, letting go opens. Without Ctrl it
 * stays, and arrows and Enter choose.
 */
export function RecentDialog({ oldest }: { oldest: boolean }) {
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const currentId = useShell((state) => state.opened?.articleId ?? null);
  const { data: recent } = useRecentArticles();
  const { data: articles } = useArticles();
  const listed = useMemo(() => {
    if (!recent || !articles) return null;
    const byId = new Map(articles.map((article) => [article.id, article]));
    const known = recent.flatMap((id) => byId.get(id) ?? []);
    // The one that is open here comes first, whatever another window opened since.
    const current = known.filter(({ id }) => id === currentId);
    return [...current, ...known.filter(({ id }) => id !== currentId)].slice(0, LISTED);
  }, [recent, articles, currentId]);
  // Keys that were pressed before the list was there count from where it begins.
  const [steps, setSteps] = useState(0);
  const count = listed?.length ?? 0;
  const begin = oldest ? -1 : currentId === null ? 0 : 1;
  const index = count === 0 ? 0 : (((begin + steps) % count) + count) % count;
  const marked = listed?.[index];

  const open = (articleId: string | undefined) => {
    closeDialog();
    if (articleId !== undefined) void openArticle(articleId);
  };
  const latest = useRef({ marked, isKnown: listed !== null });
  latest.current = { marked, isKnown: listed !== null };
  const [isLetGo, setLetGo] = useState(false);
  useEffect(() => {
    const letGo = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'Control') setLetGo(true);
    };
    window.addEventListener('keyup', letGo);
    list.current?.focus();
    return () => window.removeEventListener('keyup', letGo);
  }, []);
  // Ctrl may be let go before the list is known: it opens as soon as it is.
  useEffect(() => {
    if (isLetGo && listed) open(latest.current.marked?.id);
  }, [isLetGo, listed]);

  function key(event: KeyboardEvent) {
    const back = event.shiftKey ? -1 : 1;
    if (event.key === 'Tab') setSteps(steps + back);
    else if (event.key === 'ArrowDown') setSteps(steps + 1);
    else if (event.key === 'ArrowUp') setSteps(steps - 1);
    else if (event.key === 'Enter') open(marked?.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <Modal title={articleWords.recentTitle} size="narrow" onClose={closeDialog}>
      <div
        ref={list}
        className="recent-list"
        role="listbox"
        aria-label={articleWords.recentTitle}
        aria-activedescendant={marked && `${listId}-${marked.id}`}
        tabIndex={0}
        onKeyDownCapture={key}
      >
        {listed?.map((article) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys belong to the list.
          // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus.
          <div
            key={article.id}
            id={`${listId}-${article.id}`}
            role="option"
            aria-selected={article === marked}
            className="recent-item"
            onClick={() => open(article.id)}
          >
            <span className="rail-item-line" dir="auto">
              {article.headline || words.untitled}
            </span>
            <small>
              {[STATUS_LABELS[article.status], article.section].filter(Boolean).join(' · ')}
            </small>
          </div>
        ))}
      </div>
      {listed?.length === 0 ? (
        <p className="options-empty">{articleWords.recentEmpty}</p>
      ) : (
        <p className="recent-hint">{articleWords.recentHint}</p>
      )}
    </Modal>
  );
}
