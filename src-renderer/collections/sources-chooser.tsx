import { useEffect, useMemo, useState } from 'react';
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
import type { Collection, SavedSearch } from '../../src-shared/model/collection';
import type { SourceSummary } from '../../src-shared/model/source';
import { useCollections, useSavedSearches } from '../queries/sources';
import { openDialog, setShell } from '../shell';
import { ChevronIcon } from '../ui/icons';
import { collectionWords } from '../words/collections';
import {
  isCountedAtOnce,
  mostFrequent,
  type SourceView,
  type Tally,
  tallyInTurns,
  tallyOf,
  treeOf,
} from './source-view';

/** One line of the chooser. */
interface Choice {
  id: string;
  name: string;
  count: number | null;
  depth: number;
  perform(): void;
}

/** With more lines than these there is a field to find one by its name. */
const MANY = 9;
/** So many collections, and tags, are listed at once; all of them are found by their names. */
const COLLECTIONS_AT_ONCE = 40;
const TAGS_AT_ONCE = 24;

/** The name of what is listed, which opens the choice of what else may be. */
export function SourcesChooser({
  view,
  name,
  sources,
}: {
  view: SourceView;
  name: string;
  sources: readonly SourceSummary[];
}) {
  const { data: collections = [] } = useCollections();
  const { data: searches = [] } = useSavedSearches();
  return (
    <MenuTrigger>
      <Button className="view-button" aria-label={`${collectionWords.chooser}: ${name}`}>
        <span>{name}</span>
        <ChevronIcon />
      </Button>
      <Popover className="popover view-popover" placement="bottom start" offset={3}>
        <Choices view={view} sources={sources} collections={collections} searches={searches} />
      </Popover>
    </MenuTrigger>
  );
}

function show(sourceView: SourceView) {
  setShell({ sourceView });
}

/** What the chooser offers; counted only while it is open. */
function Choices({
  view,
  sources,
  collections,
  searches,
}: {
  view: SourceView;
  sources: readonly SourceSummary[];
  collections: readonly Collection[];
  searches: readonly SavedSearch[];
}) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const [wanted, setWanted] = useState('');
  const tally = useTally(sources, collections);
  const lists = useMemo(
    () => ({
      collections: collectionChoices(tally, collections, wanted),
      tags: tagChoices(tally, wanted),
    }),
    [tally, collections, wanted],
  );
  const found: Choice[] = searches.map(({ id, name, query }) => ({
    id,
    name,
    count: null,
    depth: 0,
    perform: () => openDialog({ kind: 'palette', query: `${query} ` }),
  }));
  const all: Choice = {
    id: 'all',
    name: collectionWords.all,
    count: sources.length,
    depth: 0,
    perform: () => show({ kind: 'all' }),
  };
  const bin: Choice = { ...all, id: 'bin', name: collectionWords.bin, count: null };
  bin.perform = () => show({ kind: 'bin' });
  const add: Choice = { ...bin, id: 'new', name: collectionWords.newCollection };
  add.perform = () => openDialog({ kind: 'collection', collectionId: null });
  const sections = [
    { title: null, choices: [all] },
    { title: collectionWords.collections, choices: [...lists.collections, add] },
    { title: collectionWords.tags, choices: lists.tags },
    { title: collectionWords.savedSearches, choices: found },
    { title: null, choices: [bin] },
  ].filter(({ choices }) => choices.length > 0);
  const listed = sections.reduce((sum, { choices }) => sum + choices.length, 0);
  const isMany = listed > MANY || wanted !== '' || tally === null;
  const selected = [idOf(view)];

  const menu = (
    <Menu
      className="options"
      aria-label={collectionWords.chooser}
      renderEmptyState={() => <p className="options-empty">{collectionWords.nothingFits}</p>}
    >
      {sections.map(({ title, choices }) => (
        <MenuSection
          key={title ?? choices[0]?.id}
          className="view-section"
          aria-label={title ?? collectionWords.chooser}
          selectionMode="single"
          selectedKeys={selected}
        >
          {title === null ? null : <Header className="options-title">{title}</Header>}
          {choices.map((choice) => (
            <MenuItem
              key={choice.id}
              id={choice.id}
              className="option option-view"
              textValue={choice.name}
              onAction={choice.perform}
              style={{ paddingLeft: 9 + choice.depth * 14 }}
            >
              <span className="option-view-name">{choice.name}</span>
              {choice.count === null ? null : (
                <span className="option-count">{choice.count.toLocaleString('en-GB')}</span>
              )}
            </MenuItem>
          ))}
        </MenuSection>
      ))}
    </Menu>
  );
  if (!isMany) return menu;
  return (
    <Autocomplete filter={contains} inputValue={wanted} onInputChange={setWanted}>
      <SearchField className="view-filter" aria-label={collectionWords.chooserFilter} autoFocus>
        <Input className="input" placeholder={collectionWords.chooserFilter} />
      </SearchField>
      {menu}
    </Autocomplete>
  );
}

function idOf(view: SourceView): string {
  if (view.kind === 'collection') return view.collectionId;
  return view.kind === 'tag' ? `tag ${view.tag}` : view.kind;
}

/** How many sources are where; null while a large library is being counted, frame by frame. */
function useTally(
  sources: readonly SourceSummary[],
  collections: readonly Collection[],
): Tally | null {
  const atOnce = useMemo(
    () => (isCountedAtOnce(sources) ? tallyOf(sources, collections) : null),
    [sources, collections],
  );
  const [counted, setCounted] = useState<Tally | null>(null);
  useEffect(() => {
    if (isCountedAtOnce(sources)) return;
    let isWanted = true;
    const breathe = () => new Promise<boolean>((resolve) => setTimeout(() => resolve(isWanted)));
    void tallyInTurns(sources, collections, breathe).then((tally) => {
      if (isWanted) setCounted(tally);
    });
    return () => {
      isWanted = false;
    };
  }, [sources, collections]);
  return atOnce ?? counted;
}

/** Letters without case and accents: comparing tens of thousands of names as a dictionary does takes too long. */
function fold(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function collectionChoices(
  tally: Tally | null,
  collections: readonly Collection[],
  wanted: string,
): Choice[] {
  const folded = fold(wanted);
  return treeOf(collections)
    .filter(({ collection }) => fold(collection.name).includes(folded))
    .slice(0, COLLECTIONS_AT_ONCE)
    .map(({ collection: { id, name }, depth }) => ({
      id,
      name,
      depth,
      count: tally && (tally.collections.get(id) ?? 0),
      perform: () => show({ kind: 'collection', collectionId: id }),
    }));
}

function tagChoices(tally: Tally | null, wanted: string): Choice[] {
  const folded = fold(wanted);
  const tags = (tally?.tags ?? []).filter(({ tag }) => fold(tag).includes(folded));
  return mostFrequent(tags, TAGS_AT_ONCE).map(({ tag, count }) => ({
    id: `tag ${tag}`,
    name: tag,
    count,
    depth: 0,
    perform: () => show({ kind: 'tag', tag }),
  }));
}
