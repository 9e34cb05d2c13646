import { useEffect, useMemo, useRef, useState } from 'react';
import { Button, MenuTrigger, Popover } from 'react-aria-components';
import type { Collection, SourceTally, SourceView } from '../../src-shared/model/collection';
import { useCollections, useSavedSearches, useSources, useSourceTally } from '../queries/sources';
import { openDialog, setShell } from '../shell';
import { ChevronIcon } from '../ui/icons';
import { fold } from '../ui/palette-search';
import { collectionWords } from '../words/collections';
import { type Choice, ChoiceMenu } from './choice-menu';
import { mostFrequent, treeOf } from './source-view';

/** With more lines than these there is a field to find one by its name. */
const MANY = 9;
/** So many collections, and tags, are listed at once; all of them are found by their names. */
const COLLECTIONS_AT_ONCE = 40;
const TAGS_AT_ONCE = 24;
/** A library of so many is counted before anybody asks. */
const COUNTED_AHEAD = 4_000;
/** The name of what is listed, which opens the choice of what else may be. */
export function SourcesChooser({ view, name }: { view: SourceView; name: string }) {
  const [isOpen, setOpen] = useState(false);
  const [isPointedAt, setPointedAt] = useState(false);
  const { data: all } = useSources();
  const total = all?.total ?? 0;
  const { data: tally } = useSourceTally(isOpen || isPointedAt || total <= COUNTED_AHEAD);
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const onPress = (event: Event) => {
      const target = event.target as Node;
      if (popover.current?.contains(target)) return;
      // It would be opened again by the press that closes it.
      if (button.current?.contains(target)) event.stopPropagation();
      setOpen(false);
    };
    document.addEventListener('pointerdown', onPress, true);
    return () => document.removeEventListener('pointerdown', onPress, true);
  }, [isOpen]);
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button
        ref={button}
        className="view-button"
        aria-label={`${collectionWords.chooser}: ${name}`}
        onHoverChange={setPointedAt}
      >
        <span>{name}</span>
        <ChevronIcon />
      </Button>
      {/* A modal one hides the rest of the window first and lays it out anew: several frames. */}
      <Popover
        ref={popover}
        className="popover view-popover"
        placement="bottom start"
        offset={3}
        isNonModal
      >
        <Choices view={view} total={total} tally={tally} onClose={() => setOpen(false)} />
      </Popover>
    </MenuTrigger>
  );
}

function show(sourceView: SourceView) {
  setShell({ sourceView });
}

const NO_COLLECTIONS: readonly Collection[] = [];

function Choices({
  view,
  total,
  tally,
  onClose,
}: {
  view: SourceView;
  total: number;
  tally: SourceTally | undefined;
  onClose(): void;
}) {
  const { data: collections = NO_COLLECTIONS } = useCollections();
  const { data: searches = [] } = useSavedSearches();
  const [wanted, setWanted] = useState('');
  const ofCollections = useMemo(
    () => collectionChoices(tally, collections, wanted),
    [tally, collections, wanted],
  );
  const ofTags = useMemo(() => tagChoices(tally, wanted), [tally, wanted]);
  const ofSearches: Choice[] = searches.map(({ id, name, query }) => ({
    id,
    name,
    depth: 0,
    perform: () => openDialog({ kind: 'palette', query: `${query} ` }),
  }));
  const fits = ({ name }: Choice) => fold(name).includes(fold(wanted));
  const sections = [
    { title: null, choices: [{ ...ALL, count: total }].filter(fits) },
    { title: collectionWords.collections, choices: [...ofCollections, ...[NEW].filter(fits)] },
    { title: collectionWords.tags, choices: ofTags },
    { title: collectionWords.savedSearches, choices: ofSearches.filter(fits) },
    { title: null, choices: [BIN].filter(fits) },
  ].filter(({ choices }) => choices.length > 0);
  const lines = sections.reduce((sum, { choices }) => sum + choices.length, 0);
  // As it was opened: a field that comes or goes while it is open would take the focus along.
  const [isMany] = useState(tally ? lines > MANY : total > COUNTED_AHEAD);
  return (
    <ChoiceMenu
      label={collectionWords.chooser}
      sections={sections}
      selectedId={idOf(view)}
      wanted={isMany ? wanted : null}
      onWanted={setWanted}
      onClose={onClose}
    />
  );
}

const ALL: Choice = {
  id: 'all',
  name: collectionWords.all,
  depth: 0,
  perform: () => show({ kind: 'all' }),
};
const BIN: Choice = {
  id: 'bin',
  name: collectionWords.bin,
  depth: 0,
  perform: () => show({ kind: 'bin' }),
};
const NEW: Choice = {
  id: 'new',
  name: collectionWords.newCollection,
  depth: 0,
  perform: () => openDialog({ kind: 'collection', collectionId: null }),
};

function idOf(view: SourceView): string {
  if (view.kind === 'collection') return view.collectionId;
  return view.kind === 'tag' ? tagId(view.tag) : view.kind;
}

function tagId(tag: string): string {
  return `tag ${tag}`;
}

function collectionChoices(
  tally: SourceTally | undefined,
  collections: readonly Collection[],
  wanted: string,
): Choice[] {
  const folded = fold(wanted);
  const counts = new Map(tally?.collections.map((one) => [one.collectionId, one.count]));
  return treeOf(collections)
    .filter(({ collection }) => fold(collection.name).includes(folded))
    .slice(0, COLLECTIONS_AT_ONCE)
    .map(({ collection: { id, name }, depth }) => ({
      id,
      name,
      depth,
      count: tally ? (counts.get(id) ?? 0) : null,
      perform: () => show({ kind: 'collection', collectionId: id }),
    }));
}

function tagChoices(tally: SourceTally | undefined, wanted: string): Choice[] {
  const folded = fold(wanted);
  const tags = (tally?.tags ?? []).filter(({ tag }) => folded === '' || fold(tag).includes(folded));
  return mostFrequent(tags, TAGS_AT_ONCE).map(({ tag, count }) => ({
    id: tagId(tag),
    name: tag,
    count,
    depth: 0,
    perform: () => show({ kind: 'tag', tag }),
  }));
}
