import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { ArticleShelf, ArticleSummary } from '../../src-shared/model/article';
import { openDialog } from '../shell';
import type { ContextMenuItem } from '../ui/context-menu';
import { MoreIcon } from '../ui/icons';
import { articleWords } from '../words/articles';
import { exportArticlesWords } from '../words/export-articles';
import { STATUS_LABELS } from '../words/format';
import { words } from '../words/words';
import { openArticle, openWindow } from './article-actions';
import { moveTo, putBack, setStatus } from './list-actions';
import { STATUSES } from './list-view';

/** What can be done with articles of a list; those that it does not change are left out. */
export function articleMenu(
  articles: readonly ArticleSummary[],
  shelf: ArticleShelf,
): ContextMenuItem[] {
  const articleIds = articles.map(({ id }) => id);
  const only = articles.length === 1 ? articles[0]!.id : null;
  if (shelf === 'bin') {
    return [
      { label: articleWords.putBack, perform: () => void putBack(articleIds) },
      {
        label: articleWords.erase,
        perform: () => openDialog({ kind: 'erase-articles', articleIds }),
      },
    ];
  }
  const opening =
    only === null
      ? []
      : [
          { label: words.rail.open, perform: () => void openArticle(only) },
          { label: articleWords.openInWindow, perform: () => void openWindow(only) },
        ];
  const statuses = STATUSES.filter((status) => articles.some((one) => one.status !== status));
  return [
    ...opening,
    ...statuses.map((status) => ({
      label: articleWords.setStatus(STATUS_LABELS[status]),
      perform: () => void setStatus(articleIds, status),
    })),
    {
      label: exportArticlesWords.menu(articleIds.length),
      perform: () => openDialog({ kind: 'export-articles', articleIds }),
    },
    {
      label: articleWords.editTags,
      perform: () => openDialog({ kind: 'article-tags', articleIds }),
    },
    shelf === 'archive'
      ? { label: articleWords.fromArchive, perform: () => void moveTo(articleIds, 'desk') }
      : { label: articleWords.toArchive, perform: () => void moveTo(articleIds, 'archive') },
    { label: articleWords.toBin, perform: () => void moveTo(articleIds, 'bin') },
  ];
}

/** The same for what is selected, from a button; of the bin also for all that is in it. */
export function SelectionMenu({
  articles,
  isAll,
  shelf,
}: {
  articles: readonly ArticleSummary[];
  /** Nothing is selected: these are all that are listed. */
  isAll: boolean;
  shelf: ArticleShelf;
}) {
  if (articles.length === 0) return null;
  const label = articleWords.menu(articles.length);
  const items = isAll
    ? [
        {
          label: articleWords.emptyTheBin,
          perform: () =>
            openDialog({ kind: 'erase-articles', articleIds: articles.map(({ id }) => id) }),
        },
      ]
    : articleMenu(articles, shelf);
  return (
    <MenuTrigger>
      <Button className="icon-button view-menu" aria-label={label}>
        <MoreIcon />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Menu className="options" aria-label={label}>
          {items.map((item) => (
            <MenuItem key={item.label} className="option" onAction={item.perform}>
              {item.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
