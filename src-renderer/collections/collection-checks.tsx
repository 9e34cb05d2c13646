import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import { asStetError } from '../queries/client';
import { useCollections } from '../queries/sources';
import { Button } from '../ui/button';
import { TextField } from '../ui/fields';
import { collectionWords } from '../words/collections';
import { errorMessage } from '../words/errors';
import { createCollection } from './collection-actions';
import { treeOf } from './source-view';

/** True where all are in it, false where none is, null where some are. */
export type Checked = ReadonlyMap<string, boolean | null>;

/** The tree of collections to tick, and a way to make another one. */
export function CollectionChecks({
  checked,
  onChange,
  holdsApart,
}: {
  /** By the collection's id; one that is not there is not ticked. */
  checked: Checked;
  onChange(collectionId: string, isIn: boolean): void;
  /** A confidential source is among those that are put in. */
  holdsApart: boolean;
}) {
  const { data: collections = [] } = useCollections();
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const add = async () => {
    const trimmed = name.trim();
    if (trimmed === '') return;
    try {
      const known = collections.find((one) => one.name.toLowerCase() === trimmed.toLowerCase());
      const id = known?.id ?? (await createCollection({ name: trimmed, parentId: null }));
      onChange(id, true);
      setName('');
      setFailure(null);
    } catch (error) {
      setFailure(errorMessage(asStetError(error)));
    }
  };
  return (
    <div className="collection-checks">
      {collections.length === 0 ? (
        <p className="options-empty">{collectionWords.collectEmpty}</p>
      ) : (
        <ul aria-label={collectionWords.collections}>
          {treeOf(collections).map(({ collection, depth }) => {
            const state = checked.get(collection.id) ?? (checked.has(collection.id) ? null : false);
            return (
              <li key={collection.id} style={{ paddingLeft: depth * 18 }}>
                <Checkbox
                  className="checkbox"
                  isSelected={state === true}
                  isIndeterminate={state === null}
                  onChange={(isIn) => onChange(collection.id, isIn)}
                >
                  <span className="checkbox-box" aria-hidden="true" />
                  {collection.name}
                </Checkbox>
              </li>
            );
          })}
        </ul>
      )}
      <div className="field-with-button">
        <TextField
          label={collectionWords.collectNew}
          hint={holdsApart ? collectionWords.nameApart : ''}
          value={name}
          onChange={setName}
          maxLength={500}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              // The form around it is not meant.
              event.preventDefault();
              void add();
            } else event.continuePropagation();
          }}
        />
        <Button isDisabled={name.trim() === ''} onPress={() => void add()}>
          {collectionWords.collectAdd}
        </Button>
      </div>
      {failure ? (
        <p className="inline-error" role="alert">
          {failure}
        </p>
      ) : null}
    </div>
  );
}
