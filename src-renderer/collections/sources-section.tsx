import { type ReactNode, useMemo, useState } from 'react';
import { COMMANDS } from '../../src-shared/commands';
import type { SourceView } from '../../src-shared/model/collection';
import type { SourceSummary } from '../../src-shared/model/source';
import { pickSources } from '../imports/import-actions';
import { FIRST_SOURCES, useCollections, useSources } from '../queries/sources';
import { openDialog, showSource, useShell } from '../shell';
import { removeSource, restoreSource } from '../sources/source-actions';
import type { ContextMenuItem } from '../ui/context-menu';
import { type RailItem, RailSection } from '../ui/rail-section';
import { collectionWords } from '../words/collections';
import { sourceSecondLine } from '../words/sources';
import { words } from '../words/words';
import { CollectTray } from './collect-tray';
import { changeMembers } from './collection-actions';
import { extended, SourceRow, toggled } from './source-row';
import { SourcesChooser } from './sources-chooser';
import { ViewMenu } from './view-menu';

/** The sources of the library: all of them, or those of a collection, of a tag, or in the bin. */
export function SourcesSection() {
  const asked = useShell((state) => state.sourceView);
  // A source is current while it is seen.
  const sourceId = useShell((state) => (state.tab === 'source' ? state.sourceId : null));
  const { data: collections } = useCollections();
  const collection =
    asked.kind === 'collection' ? collections?.find(({ id }) => id === asked.collectionId) : null;
  // A collection that was deleted in another window is not listed any more.
  const view: SourceView = collections && collection === undefined ? { kind: 'all' } : asked;
  const [limit, setLimit] = useState(FIRST_SOURCES);
  const { data } = useSources(view, limit);
  const listed = data?.sources;
  const name = nameOf(view, collection?.name);
  const [asPicked, setPicked] = useState<ReadonlySet<string>>(new Set());
  // What is not listed any more is not picked either.
  const picked = useMemo(() => {
    if (asPicked.size === 0) return asPicked;
    const ids = new Set(listed?.map(({ id }) => id));
    return new Set([...asPicked].filter((id) => ids.has(id)));
  }, [asPicked, listed]);
  const isBin = view.kind === 'bin';
  const isPlain = view.kind === 'all' && data?.total === 0 && collections?.length === 0;

  return (
    <RailSection
      title={words.rail.sources}
      addLabel={words.rail.add}
      addName={COMMANDS['sources.import'].label}
      onAdd={() => void pickSources()}
      zone="sources"
      empty={emptyWords(view)}
      items={listed}
      total={data?.total ?? 0}
      onWanted={(number) => setLimit(enoughFor(number))}
      describe={describe}
      numberLabel={words.rail.quotedTimes}
      currentId={sourceId}
      onOpen={(id) => {
        setPicked(new Set());
        showSource(id);
      }}
      menu={(item) => {
        if (isBin) return binMenu(item);
        return picked.size > 1 && picked.has(item.id)
          ? pickedMenu([...picked])
          : sourceMenu(item, view, collection);
      }}
      picked={picked}
      {...(isBin
        ? {}
        : {
            onPick: (id: string, how: 'range' | 'one') =>
              setPicked(how === 'one' ? toggled(picked, id) : extended(picked, id, listed ?? [])),
            row: (item: RailItem, isReachable: boolean, button: ReactNode) => (
              <SourceRow item={item} isReachable={isReachable} picked={picked} onPick={setPicked}>
                {button}
              </SourceRow>
            ),
          })}
      chooser={
        isPlain ? null : (
          <div className="view-row">
            <SourcesChooser view={view} name={name} />
            <ViewMenu view={view} name={name} total={data?.total ?? 0} />
            <CollectTray />
          </div>
        )
      }
    />
  );
}

/** How many are read for so many that are shown: twice as many each time, not a hundred more. */
function enoughFor(number: number): number {
  let enough = FIRST_SOURCES;
  while (enough < number) enough *= 2;
  return enough;
}

function describe(source: SourceSummary): RailItem {
  return {
    id: source.id,
    title: source.title,
    line: sourceSecondLine(source),
    number: source.quotedCount > 0 ? source.quotedCount : null,
  };
}

function nameOf(view: SourceView, collectionName: string | undefined): string {
  switch (view.kind) {
    case 'all':
      return collectionWords.all;
    case 'collection':
      return collectionName ?? '';
    case 'tag':
      return view.tag;
    case 'bin':
      return collectionWords.bin;
  }
}

function emptyWords(view: SourceView): string {
  switch (view.kind) {
    case 'all':
      return words.rail.sourcesEmpty;
    case 'collection':
      return collectionWords.emptyCollection;
    case 'tag':
      return collectionWords.emptyTag;
    case 'bin':
      return collectionWords.emptyBin;
  }
}

function sourceMenu(
  { id, title }: RailItem,
  view: SourceView,
  collection: { id: string; name: string } | null | undefined,
): ContextMenuItem[] {
  const takeOut =
    view.kind === 'collection' && collection
      ? [
          {
            label: collectionWords.takeOut(collection.name),
            perform: () =>
              void changeMembers([{ collectionId: collection.id, sourceId: id, isIn: false }]),
          },
        ]
      : [];
  return [
    { label: words.rail.open, perform: () => showSource(id) },
    { label: words.sources.details, perform: () => openDialog({ kind: 'source', sourceId: id }) },
    {
      label: collectionWords.collect,
      perform: () => openDialog({ kind: 'collect', sourceIds: [id] }),
    },
    ...takeOut,
    { label: words.moveToBin, perform: () => void removeSource(id, title) },
  ];
}

function pickedMenu(sourceIds: readonly string[]): ContextMenuItem[] {
  return [
    {
      label: collectionWords.collectPicked(sourceIds.length),
      perform: () => openDialog({ kind: 'collect', sourceIds }),
    },
  ];
}

function binMenu({ id }: RailItem): ContextMenuItem[] {
  return [
    { label: collectionWords.putBack, perform: () => void restoreSource(id) },
    { label: words.rail.open, perform: () => showSource(id) },
  ];
}
