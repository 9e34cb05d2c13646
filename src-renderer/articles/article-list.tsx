import { type KeyboardEvent, type MouseEvent, useId, useRef, useState } from 'react';
import type { ArticleShelf, ArticleSummary } from '../../src-shared/model/article';
import { askAhead } from '../queries/open-article';
import { openDialog } from '../shell';
import { ContextMenu } from '../ui/context-menu';
import { dayLabel, STATUS_LABELS } from '../words/format';
import { words } from '../words/words';
import { openArticle } from './article-actions';
import { articleMenu } from './article-menu';
import { moveTo } from './list-actions';
import { NOTHING_SELECTED, rangeTo, type Selection, toggled } from './selection';
import { useRows } from './use-rows';

/** How many are listed before "Show all": a long list is searched, not scrolled. */
const SHOWN = 100;
/** The height of a row in CSS pixels (styles/article-list.css). */
const ROW_HEIGHT = 46;
const PAGE = 10;

/**
 * Articles one under the other, of which only those near the view are on the page. One click or Enter
 * opens; Ctrl, Shift and Space select several.
 */
export function ArticleList({
  label,
  articles,
  shelf,
  currentId,
  selection,
  onSelect,
}: {
  label: string;
  articles: readonly ArticleSummary[];
  shelf: ArticleShelf;
  currentId: string | null;
  selection: Selection;
  onSelect(selection: Selection): void;
}) {
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [showsAll, setShowsAll] = useState(false);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [menuAt, setMenuAt] = useState<{ about: ArticleSummary[]; x: number; y: number } | null>(
    null,
  );
  const shown = showsAll ? articles : articles.slice(0, SHOWN);
  const order = shown.map(({ id }) => id);
  const activeIndex = Math.max(0, order.indexOf(activeId ?? currentId ?? ''));
  const active = shown[activeIndex];
  const { first, last, scrollTo } = useRows(list, shown.length, ROW_HEIGHT);
  const rows = [
    ...new Set([
      ...Array.from({ length: last - first }, (_, row) => first + row),
      // The one that the keys are at is there, wherever it is.
      activeIndex,
    ]),
  ].filter((index) => index < shown.length);

  /** What an action at this article is about: it alone, or all that are selected. */
  const aboutOf = (article: ArticleSummary) =>
    selection.ids.has(article.id) ? shown.filter(({ id }) => selection.ids.has(id)) : [article];

  function click(event: MouseEvent, article: ArticleSummary) {
    setActiveId(article.id);
    if (event.shiftKey) onSelect(rangeTo(selection, order, article.id, currentId));
    else if (event.ctrlKey || event.metaKey) onSelect(toggled(selection, article.id));
    else {
      onSelect({ ...NOTHING_SELECTED, anchor: article.id });
      void openArticle(article.id);
    }
  }

  function move(index: number, extends_: boolean) {
    const target = shown[Math.min(shown.length - 1, Math.max(0, index))];
    if (!target) return;
    setActiveId(target.id);
    scrollTo(order.indexOf(target.id));
    onSelect(
      extends_
        ? rangeTo(selection, order, target.id, active?.id ?? null)
        : { ...NOTHING_SELECTED, anchor: target.id },
    );
  }

  function key(event: KeyboardEvent) {
    const moves: Record<string, number> = {
      ArrowDown: activeIndex + 1,
      ArrowUp: activeIndex - 1,
      PageDown: activeIndex + PAGE,
      PageUp: activeIndex - PAGE,
      Home: 0,
      End: shown.length - 1,
    };
    const target = moves[event.key];
    const withControl = event.ctrlKey || event.metaKey;
    if (event.altKey) return;
    if (target !== undefined && !withControl) move(target, event.shiftKey);
    else if (event.key === 'Enter' && !withControl && active) void openArticle(active.id);
    else if (event.key === ' ' && active) onSelect(toggled(selection, active.id));
    else if (event.key.toLowerCase() === 'a' && withControl) {
      onSelect({ ids: new Set(order), anchor: selection.anchor });
    } else if (event.key === 'Escape' && selection.ids.size > 0) onSelect(NOTHING_SELECTED);
    else if ((event.key === 'Delete' || event.key === 'Backspace') && active) {
      const articleIds = aboutOf(active).map(({ id }) => id);
      if (shelf === 'bin') openDialog({ kind: 'erase-articles', articleIds });
      else void moveTo(articleIds, 'bin');
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function openMenu(event: MouseEvent) {
    event.preventDefault();
    const row = (event.target as Element).closest<HTMLElement>('.rail-item');
    const isMouse = event.button === 2 && row !== null;
    const article = isMouse ? shown[Number(row.dataset.index)] : active;
    if (!article) return;
    setActiveId(article.id);
    if (isMouse && !selection.ids.has(article.id)) onSelect(NOTHING_SELECTED);
    // The menu key has no place of its own.
    const box = document.getElementById(`${listId}-${article.id}`)?.getBoundingClientRect();
    setMenuAt({
      about: aboutOf(article),
      x: isMouse ? event.clientX : (box?.left ?? 0) + 16,
      y: isMouse ? event.clientY : (box?.bottom ?? 0),
    });
  }

  return (
    <>
      <div
        ref={list}
        className="article-list"
        role="listbox"
        aria-multiselectable="true"
        aria-label={label}
        aria-activedescendant={active && `${listId}-${active.id}`}
        tabIndex={0}
        data-articles
        style={{ height: shown.length * ROW_HEIGHT }}
        onKeyDown={key}
        onContextMenu={openMenu}
      >
        {rows.map((index) => {
          const article = shown[index]!;
          const classes = [
            'rail-item',
            'article-row',
            article === active ? 'is-active' : '',
            selection.ids.has(article.id) ? 'is-selected' : '',
          ];
          const title = article.headline || words.untitled;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys belong to the list.
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus.
            <div
              key={article.id}
              id={`${listId}-${article.id}`}
              className={classes.filter(Boolean).join(' ')}
              role="option"
              aria-selected={selection.ids.has(article.id)}
              aria-current={article.id === currentId ? 'true' : undefined}
              aria-posinset={index + 1}
              aria-setsize={shown.length}
              data-index={index}
              title={title}
              style={{ top: index * ROW_HEIGHT }}
              onPointerDown={({ button }) => {
                if (button === 0 && article.id !== currentId) askAhead(article.id);
              }}
              onClick={(event) => click(event, article)}
            >
              <span className="rail-item-line" dir="auto">
                {title}
              </span>
              <small>{articleSecondLine(article)}</small>
            </div>
          );
        })}
      </div>
      {shown.length < articles.length ? (
        <button type="button" className="rail-more" onClick={() => setShowsAll(true)}>
          {words.rail.showAll(articles.length)}
        </button>
      ) : null}
      {menuAt ? (
        <ContextMenu
          x={menuAt.x}
          y={menuAt.y}
          label={menuAt.about[0]?.headline || words.untitled}
          items={articleMenu(menuAt.about, shelf)}
          onClose={() => setMenuAt(null)}
        />
      ) : null}
    </>
  );
}

/** "Draft · 11 quotes, 7 open", "Finished 14 Nov". */
function articleSecondLine(article: ArticleSummary): string {
  if (article.status === 'finished') {
    return `${STATUS_LABELS.finished} ${dayLabel(article.updatedAt)}`;
  }
  return `${STATUS_LABELS[article.status]} · ${words.rail.quotes(article.quotationCount, article.openCount)}`;
}
