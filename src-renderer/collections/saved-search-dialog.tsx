import { type FormEvent, useState } from 'react';
import { asStetError } from '../queries/client';
import { useHoldsApart, useSavedSearches } from '../queries/sources';
import { closeDialog } from '../shell';
import { DialogEnd } from '../ui/dialog-end';
import { TextField } from '../ui/fields';
import { Modal } from '../ui/modal';
import { collectionWords } from '../words/collections';
import { errorMessage } from '../words/errors';
import { words } from '../words/words';
import { saveSearch, updateSavedSearch } from './collection-actions';

/** Keeps a search under a name, or changes one that was kept. */
export function SavedSearchDialog({
  savedSearchId,
  query: start,
}: {
  savedSearchId: string | null;
  query: string;
}) {
  const { data: searches } = useSavedSearches();
  const hasApart = useHoldsApart(null);
  const search = searches?.find(({ id }) => id === savedSearchId);
  const [typedName, setName] = useState<string | null>(null);
  const [typedQuery, setQuery] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const details = {
    name: (typedName ?? search?.name ?? '').trim(),
    query: (typedQuery ?? search?.query ?? start).trim(),
  };
  const isValid = details.name !== '' && details.query !== '';

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!isValid) return;
    try {
      await (search ? updateSavedSearch(search.id, details) : saveSearch(details));
      closeDialog();
    } catch (error) {
      setFailure(errorMessage(asStetError(error)));
    }
  };

  return (
    <Modal
      title={search ? collectionWords.changeSearchTitle : collectionWords.saveTitle}
      size="narrow"
      onClose={closeDialog}
    >
      <form onSubmit={(event) => void save(event)}>
        <div className="dialog-body form">
          <TextField
            label={collectionWords.name}
            value={typedName ?? search?.name ?? ''}
            onChange={setName}
            maxLength={500}
            autoFocus
          />
          <TextField
            label={collectionWords.query}
            value={typedQuery ?? search?.query ?? start}
            onChange={setQuery}
            maxLength={2000}
            hint={hasApart ? collectionWords.searchApart : ''}
          />
        </div>
        <DialogEnd failure={failure} label={words.save} isDisabled={!isValid} />
      </form>
    </Modal>
  );
}
