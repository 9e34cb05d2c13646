import { DropZone, Text } from 'react-aria-components';
import { useCollections } from '../queries/sources';
import { openDialog, useShell } from '../shell';
import { collectionWords } from '../words/collections';
import { collectInto } from './collection-actions';
import { DRAGGED_SOURCE } from './source-row';
import { treeOf } from './source-view';

/** Where sources can be dropped while they are dragged: every collection, and a new one. */
export function CollectTray() {
  const dragged = useShell((state) => state.draggedSources);
  const { data: collections = [] } = useCollections();
  if (!dragged) return null;
  const targets = [
    ...treeOf(collections).map(({ collection: { id, name }, depth }) => ({
      id,
      name,
      depth,
      take: () => void collectInto(id, name, dragged),
    })),
    {
      id: 'new',
      name: collectionWords.newCollection,
      depth: 0,
      take: () => openDialog({ kind: 'collection', collectionId: null, sourceIds: dragged }),
    },
  ];
  return (
    <section className="collect-tray" aria-label={collectionWords.dropInto(dragged.length)}>
      <p aria-hidden="true">{collectionWords.dropInto(dragged.length)}</p>
      {targets.map(({ id, name, depth, take }) => (
        <DropZone
          key={id}
          className="collect-target"
          style={{ marginLeft: depth * 14 }}
          getDropOperation={(types) => (types.has(DRAGGED_SOURCE) ? 'copy' : 'cancel')}
          onDrop={take}
        >
          <Text slot="label">{name}</Text>
        </DropZone>
      ))}
    </section>
  );
}
