import { type FormEvent, useState } from 'react';
import { type Collection, withinCollection } from '../../src-shared/model/collection';
import { asStetError } from '../queries/client';
import { useCollections, useHoldsApart } from '../queries/sources';
import { closeDialog, setShell } from '../shell';
import { DialogEnd } from '../ui/dialog-end';
import { Choose, TextField } from '../ui/fields';
import { Modal } from '../ui/modal';
import { collectionWords } from '../words/collections';
import { errorMessage } from '../words/errors';
import { words } from '../words/words';
import { createCollection, setMembers, updateCollection } from './collection-actions';
import { treeOf } from './source-view';

/** Makes a collection, or renames and moves one. */
export function CollectionDialog({
  collectionId,
  parentId = null,
  sourceIds = [],
}: {
  collectionId: string | null;
  /** Within which a new one is made. */
  parentId?: string | null;
  /** What is put into a new one. */
  sourceIds?: readonly string[];
}) {
  const { data: collections } = useCollections();
  const collection = collections?.find(({ id }) => id === collectionId) ?? null;
  if (!collections || (collectionId !== null && !collection)) return null;
  return (
    <Modal
      title={collection ? collectionWords.changeTitle : collectionWords.addTitle}
      size="narrow"
      onClose={closeDialog}
    >
      <CollectionForm
        collection={collection}
        collections={collections}
        parentId={collection?.parentId ?? parentId}
        sourceIds={sourceIds}
      />
    </Modal>
  );
}

const TOP = 'top';

function CollectionForm({
  collection,
  collections,
  parentId,
  sourceIds,
}: {
  collection: Collection | null;
  collections: readonly Collection[];
  parentId: string | null;
  sourceIds: readonly string[];
}) {
  const [name, setName] = useState(collection?.name ?? '');
  const [within, setWithin] = useState(parentId ?? TOP);
  const [failure, setFailure] = useState<string | null>(null);
  // Never within itself.
  const own = collection ? withinCollection(collections, collection.id) : new Set<string>();
  const places = treeOf(collections)
    .filter((branch) => !own.has(branch.collection.id))
    .map((branch) => ({ id: branch.collection.id, label: branch.path }));

  const holdsApart = useHoldsApart({ sourceIds, collectionIds: [...own] });

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const details = { name: name.trim(), parentId: within === TOP ? null : within };
    if (details.name === '') return;
    try {
      if (collection) await updateCollection(collection.id, details);
      else {
        const collectionId = await createCollection(details);
        await setMembers(sourceIds.map((sourceId) => ({ collectionId, sourceId, isIn: true })));
        setShell({ sourceView: { kind: 'collection', collectionId } });
      }
      closeDialog();
    } catch (error) {
      setFailure(errorMessage(asStetError(error)));
    }
  };

  return (
    <form onSubmit={(event) => void save(event)}>
      <div className="dialog-body form">
        <TextField
          label={collectionWords.name}
          hint={holdsApart ? collectionWords.nameApart : ''}
          value={name}
          onChange={setName}
          maxLength={500}
          autoFocus
        />
        {places.length > 0 ? (
          <Choose
            label={collectionWords.within}
            choices={[{ id: TOP, label: collectionWords.top }, ...places]}
            value={within}
            onChange={setWithin}
          />
        ) : null}
      </div>
      <DialogEnd
        failure={failure}
        label={collection ? words.save : collectionWords.create}
        isDisabled={name.trim() === ''}
      />
    </form>
  );
}
