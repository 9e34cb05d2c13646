import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { openDialog } from '../shell';
import { MoreIcon } from '../ui/icons';
import { collectionWords } from '../words/collections';
import { removeCollection } from './collection-actions';
import type { SourceView } from './source-view';

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
  sources,
}: {
  view: SourceView;
  name: string;
  /** What is listed. */
  sources: readonly { id: string }[];
}) {
  const items = itemsFor(view, name, sources);
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

function itemsFor(view: SourceView, name: string, sources: readonly { id: string }[]): Item[] {
  const searchIn = (filter: string) => ({
    label: collectionWords.searchFor,
    perform: () => openDialog({ kind: 'palette', query: `${filter}:${inMarks(name)} ` }),
  });
  const collectAll =
    sources.length === 0 || sources.length > MOST_AT_ONCE
      ? []
      : [
          {
            label: collectionWords.collectAll(sources.length),
            perform: () => openDialog({ kind: 'collect', sourceIds: sources.map(({ id }) => id) }),
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

/** A name as it is typed after a filter. */
function inMarks(name: string): string {
  return /\s/.test(name) ? `"${name.replaceAll('"', '')}"` : name;
}
