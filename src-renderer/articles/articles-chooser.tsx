import { useMemo } from 'react';
import {
  Autocomplete,
  Button,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  SearchField,
  useFilter,
} from 'react-aria-components';
import type { ArticleSummary } from '../../src-shared/model/article';
import { countTags } from '../collections/source-view';
import { ChevronIcon } from '../ui/icons';
import { articleWords } from '../words/articles';
import { STATUS_LABELS } from '../words/format';
import { changeList } from './list-actions';
import { type ArticleListView, type ArticleSort, countStatuses, STATUSES } from './list-view';

interface Choice {
  id: string;
  name: string;
  count: number | null;
  isChosen: boolean;
  change: Partial<ArticleListView>;
}

/** With more tags than these there is a field to find one by its name. */
const MANY_TAGS = 8;
/** Tags that are listed while none is looked for. */
const TAGS_AT_ONCE = 300;

/** What is listed, as a button that opens the choice of status, tag, order and shelf. */
export function ArticlesChooser({
  view,
  name,
  articles,
}: {
  view: ArticleListView;
  name: string;
  /** Those that are chosen from. */
  articles: readonly ArticleSummary[];
}) {
  return (
    <MenuTrigger>
      <Button className="view-button" aria-label={`${articleWords.chooser}: ${name}`}>
        <span dir="auto">{name}</span>
        <ChevronIcon />
      </Button>
      <Popover className="popover view-popover" placement="bottom start" offset={3}>
        <Choices view={view} articles={articles} />
      </Popover>
    </MenuTrigger>
  );
}

/** What the chooser offers; counted only while it is open. */
function Choices({
  view,
  articles,
}: {
  view: ArticleListView;
  articles: readonly ArticleSummary[];
}) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const sections = useMemo(() => sectionsOf(view, articles), [view, articles]);
  const tags = sections.find(({ title }) => title === articleWords.tags);
  const menu = (
    <Menu
      className="options"
      aria-label={articleWords.chooser}
      renderEmptyState={() => <p className="options-empty">{articleWords.nothingFits}</p>}
    >
      {sections.map(({ title, choices }) => (
        <MenuSection
          key={title}
          className="view-section"
          aria-label={title}
          selectionMode="single"
          selectedKeys={choices.filter(({ isChosen }) => isChosen).map(({ id }) => id)}
        >
          <Header className="options-title">{title}</Header>
          {choices.map((choice) => (
            <MenuItem
              key={choice.id}
              id={choice.id}
              className="option option-view"
              textValue={choice.name}
              onAction={() => changeList(choice.change)}
            >
              <span className="option-view-name" dir="auto">
                {choice.name}
              </span>
              {choice.count === null ? null : (
                <span className="option-count">{choice.count.toLocaleString('en-GB')}</span>
              )}
            </MenuItem>
          ))}
        </MenuSection>
      ))}
    </Menu>
  );
  if ((tags?.choices.length ?? 0) <= MANY_TAGS) return menu;
  return (
    <Autocomplete filter={contains}>
      <SearchField className="view-filter" aria-label={articleWords.chooserFilter} autoFocus>
        <Input className="input" placeholder={articleWords.chooserFilter} />
      </SearchField>
      {menu}
    </Autocomplete>
  );
}

function sectionsOf(view: ArticleListView, articles: readonly ArticleSummary[]) {
  const here = articles.filter(({ shelf }) => shelf === view.shelf);
  const counts = countStatuses(here, view.shelf);
  const isWhole = view.shelf === 'desk' && view.status === null && view.tag === null;
  const statuses: Choice[] = [
    {
      id: 'all',
      name: articleWords.all,
      count: view.shelf === 'desk' ? here.length : null,
      isChosen: isWhole,
      change: { shelf: 'desk', status: null, tag: null },
    },
    ...STATUSES.map((status) => ({
      id: status,
      name: STATUS_LABELS[status],
      count: counts.get(status) ?? 0,
      isChosen: view.status === status,
      // Chosen once more it is let go.
      change: { status: view.status === status ? null : status },
    })),
  ];
  const tags: Choice[] = countTags(here)
    .slice(0, TAGS_AT_ONCE)
    .map(({ tag, count }) => ({
      id: `tag ${tag}`,
      name: tag,
      count,
      isChosen: view.tag === tag,
      change: { tag: view.tag === tag ? null : tag },
    }));
  const sorts: Choice[] = (Object.keys(articleWords.sorts) as ArticleSort[]).map((sort) => ({
    id: `sort ${sort}`,
    name: articleWords.sorts[sort],
    count: null,
    isChosen: view.sort === sort,
    change: { sort },
  }));
  const shelf = (id: 'archive' | 'bin', name: string): Choice => ({
    id,
    name,
    count: null,
    isChosen: view.shelf === id,
    change: { shelf: view.shelf === id ? 'desk' : id, status: null, tag: null },
  });
  return [
    { title: articleWords.status, choices: statuses },
    { title: articleWords.tags, choices: tags },
    { title: articleWords.sort, choices: sorts },
    {
      title: articleWords.elsewhere,
      choices: [shelf('archive', articleWords.archive), shelf('bin', articleWords.bin)],
    },
  ].filter(({ choices }) => choices.length > 0);
}
