import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { SourceView } from '../../src-shared/model/collection';
import { attempt } from '../actions';
import { call } from '../bridge';
import { openDialog } from '../shell';
import { MoreIcon } from '../ui/icons';
import { collectionWords } from '../words/collections';
import { removeCollection } from './collection-actions';

/** More than these are not put anywhere in one go. */
const MOST_AT_ONCE = 2_000;

interface Item {
  label: string;
  perform(): void;
}

/** What can be done with the collection or the tag whose sources are listed. */
export function ViewMenu({
  view,
  name,
  total,
}: {
  view: SourceView;
  name: string;
  /** How many sources are listed. */
  total: number;
}) {
  const items = itemsFor(view, name, total);
  if (items.length === 0) return null;
  return (
    <MenuTrigger>
      <Button className="icon-button view-menu" aria-label={collectionWords.viewMenu(name)}>
        <MoreIcon />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Menu className="options" aria-label={collectionWords.viewMenu(name)}>
          {items.map(({ label, perform }) => (
            <MenuItem key={label} className="option" onAction={perform}>
              {label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function itemsFor(view: SourceView, name: string, total: number): Item[] {
  const searchIn = (filter: string) => ({
    label: collectionWords.searchFor,
    perform: () => openDialog({ kind: 'palette', query: `${filter}:${inMarks(name)} ` }),
  });
  const collectAll =
    total === 0 || total > MOST_AT_ONCE
      ? []
      : [
          {
            label: collectionWords.collectAll(total),
            perform: () => void collectAllOf(view),
          },
        ];
  if (view.kind === 'tag') return [searchIn('tag'), ...collectAll];
  if (view.kind !== 'collection') return [];
  const { collectionId } = view;
  return [
    searchIn('collection'),
    {
      label: collectionWords.newWithin,
      perform: () => openDialog({ kind: 'collection', collectionId: null, parentId: collectionId }),
    },
    {
      label: collectionWords.change,
      perform: () => openDialog({ kind: 'collection', collectionId }),
    },
    ...collectAll,
    {
      label: collectionWords.remove,
      perform: () => void removeCollection(collectionId, name),
    },
  ];
}

function collectAllOf(view: SourceView) {
  return attempt(async () => {
    const { sources } = await call('sources.browse', { view, limit: MOST_AT_ONCE });
    openDialog({ kind: 'collect', sourceIds: sources.map(({ id }) => id) });
  });
}

/** A name as it is typed after a filter. */
function inMarks(name: string): string {
  return /\s/.test(name) ? `"${name.replaceAll('"', '')}"` : name;
}
