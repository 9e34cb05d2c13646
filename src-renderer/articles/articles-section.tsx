import { useDeferredValue, useEffect, useId, useMemo, useState } from 'react';
import { Button as AriaButton, Input, SearchField } from 'react-aria-components';
import { COMMANDS } from '../../src-shared/commands';
import type { ArticleSummary } from '../../src-shared/model/article';
import { useArticles, useRemovedArticles } from '../queries/articles';
import { useShell } from '../shell';
import { IconButton } from '../ui/button';
import { CloseIcon, SearchIcon } from '../ui/icons';
import { articleWords } from '../words/articles';
import { STATUS_LABELS } from '../words/format';
import { words } from '../words/words';
import { newArticle } from './article-actions';
import { ArticleList } from './article-list';
import { SelectionMenu } from './article-menu';
import { ArticlesChooser } from './articles-chooser';
import { changeList } from './list-actions';
import { type ArticleListView, articlesIn, USUAL_LIST } from './list-view';
import { NOTHING_SELECTED, type Selection } from './selection';

/** The articles of the library: those at hand, in the archive or in the bin; found, sorted, changed together. */
export function ArticlesSection() {
  const titleId = useId();
  const view = useShell((state) => state.articleList);
  const currentId = useShell((state) => state.opened?.articleId ?? null);
  const { data: articles } = useArticles();
  const { data: removed } = useRemovedArticles(view.shelf === 'bin');
  const known = view.shelf === 'bin' ? removed : articles;
  // Typing goes first: the list follows.
  const query = useDeferredValue(view.query);
  const listed = useMemo(
    () => known && articlesIn({ ...view, query }, known),
    [view, query, known],
  );
  const [selection, setSelection] = useState<Selection>(NOTHING_SELECTED);
  const [isSearching, setSearching] = useState(false);
  const showsField = isSearching || view.query !== '';
  const name = nameOf(view);

  // What is not listed any more is not selected.
  useEffect(() => {
    if (!listed) return;
    setSelection((before) => {
      const ids = new Set(listed.map(({ id }) => id));
      const kept = [...before.ids].filter((id) => ids.has(id));
      return kept.length === before.ids.size ? before : { ...before, ids: new Set(kept) };
    });
  }, [listed]);
  const selected = useMemo(
    () => (listed ?? []).filter(({ id }) => selection.ids.has(id)),
    [listed, selection],
  );

  return (
    <section className="rail-section" aria-labelledby={titleId} data-drop-zone="articles">
      <div className="rail-title">
        <h2 id={titleId}>{words.rail.articles}</h2>
        {selected.length > 1 ? (
          <span className="list-selected">{articleWords.selectedShort(selected.length)}</span>
        ) : null}
        <button
          type="button"
          className="rail-add"
          aria-label={COMMANDS['article.new'].label}
          onClick={() => void newArticle()}
        >
          {words.rail.new}
        </button>
      </div>
      <div className="view-row">
        <ArticlesChooser view={view} name={name} articles={known ?? []} />
        <IconButton
          label={articleWords.search}
          onPress={() => {
            setSearching(!showsField);
            if (showsField) changeList({ query: '' });
          }}
        >
          <SearchIcon />
        </IconButton>
        <SelectionMenu
          articles={selected.length > 0 || view.shelf !== 'bin' ? selected : (listed ?? [])}
          isAll={selected.length === 0}
          shelf={view.shelf}
        />
      </div>
      {showsField ? (
        <SearchField
          className="list-search"
          aria-label={articleWords.search}
          value={view.query}
          onChange={(typed) => changeList({ query: typed })}
          onClear={() => {
            changeList({ query: '' });
            setSearching(false);
          }}
          autoFocus={isSearching}
        >
          <Input className="input" dir="auto" placeholder={articleWords.search} />
          <AriaButton className="icon-button" aria-label={articleWords.clearSearch}>
            <CloseIcon />
          </AriaButton>
        </SearchField>
      ) : null}
      <div className="visually-hidden" role="status">
        {selected.length > 1
          ? articleWords.selected(selected.length)
          : view.query.trim() !== '' && listed
            ? articleWords.found(listed.length)
            : ''}
      </div>
      {listed?.length === 0 ? (
        <p className="rail-empty">
          {emptyWords(view, articles ?? [])}{' '}
          {isNarrowed(view) ? (
            <button
              type="button"
              className="rail-more"
              onClick={() => {
                setSearching(false);
                changeList({ ...USUAL_LIST, sort: view.sort });
              }}
            >
              {articleWords.showAll}
            </button>
          ) : null}
        </p>
      ) : null}
      {listed && listed.length > 0 ? (
        <ArticleList
          // Another list begins at its top.
          key={JSON.stringify([view.shelf, view.status, view.tag, view.sort])}
          label={articleWords.listLabel(name)}
          articles={listed}
          shelf={view.shelf}
          currentId={currentId}
          selection={selection}
          onSelect={setSelection}
        />
      ) : null}
    </section>
  );
}

const isNarrowed = ({ shelf, status, tag, query }: ArticleListView) =>
  shelf !== 'desk' || status !== null || tag !== null || query.trim() !== '';

function nameOf({ shelf, status, tag }: ArticleListView): string {
  const parts = [
    ...(shelf === 'archive' ? [articleWords.archive] : []),
    ...(shelf === 'bin' ? [articleWords.bin] : []),
    ...(status === null ? [] : [STATUS_LABELS[status]]),
    ...(tag === null ? [] : [tag]),
  ];
  return parts.length === 0 ? articleWords.all : parts.reduce(articleWords.and);
}

function emptyWords(view: ArticleListView, articles: readonly ArticleSummary[]): string {
  if (view.query.trim() !== '') return articleWords.emptySearch;
  if (view.tag !== null) return articleWords.emptyTag;
  if (view.status !== null) return articleWords.emptyStatus(STATUS_LABELS[view.status]);
  if (view.shelf === 'bin') return articleWords.emptyBin;
  if (view.shelf === 'archive') return articleWords.emptyArchive;
  return articles.length === 0 ? words.rail.articlesEmpty : articleWords.emptyDesk;
}
