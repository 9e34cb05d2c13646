import type {
  CollectionDetails,
  Membership,
  SavedSearch,
  SavedSearchDetails,
} from '../../src-shared/model/collection';
import { attempt } from '../actions';
import { call } from '../bridge';
import { keys, queryClient } from '../queries/client';
import { getShell, setShell, showToast } from '../shell';
import { collectionWords } from '../words/collections';
import { words } from '../words/words';

function undo(run: () => Promise<unknown>) {
  return { label: words.undo, perform: () => void attempt(run) };
}

const refreshCollections = () => queryClient.invalidateQueries({ queryKey: keys.collections });

/** Makes a collection and shows it; rejects with a StetError. Answers its id. */
export async function createCollection(details: CollectionDetails): Promise<string> {
  const { collectionId } = await call('collections.create', details);
  await refreshCollections();
  showToast(collectionWords.created(details.name), {
    action: undo(async () => {
      await call('collections.remove', { collectionId });
      leave([collectionId]);
    }),
  });
  return collectionId;
}

/** Renames or moves a collection; rejects with a StetError. */
export async function updateCollection(collectionId: string, details: CollectionDetails) {
  const { previous } = await call('collections.update', { collectionId, details });
  if (Object.keys(previous).length === 0) return;
  showToast(collectionWords.changed(details.name), {
    action: undo(() => call('collections.update', { collectionId, details: previous })),
  });
}

/** Deletes a collection with all within it; the message that says so can take it back. */
export function removeCollection(collectionId: string, name: string) {
  return attempt(async () => {
    const { collectionIds } = await call('collections.remove', { collectionId });
    const { sourceView } = getShell();
    leave(collectionIds);
    showToast(collectionWords.removed(name, collectionIds.length - 1), {
      action: undo(async () => {
        await call('collections.restore', { collectionIds });
        await refreshCollections();
        setShell({ sourceView });
      }),
    });
  });
}

/** A collection that is gone is not what is listed. */
function leave(collectionIds: readonly string[]) {
  const { sourceView } = getShell();
  if (sourceView.kind === 'collection' && collectionIds.includes(sourceView.collectionId)) {
    setShell({ sourceView: { kind: 'all' } });
  }
}

/** Puts sources into collections and takes them out; rejects with a StetError. Answers what undoes it. */
export async function setMembers(members: readonly Membership[]): Promise<Membership[]> {
  if (members.length === 0) return [];
  const { previous } = await call('collections.setMembers', { members: [...members] });
  return previous;
}

/** The same, said in a message that can take it back. */
export function changeMembers(members: readonly Membership[]) {
  return attempt(async () => {
    const previous = await setMembers(members);
    if (previous.length === 0) return;
    showToast(collectionWords.membersChanged, { action: undo(() => setMembers(previous)) });
  });
}

/** Puts sources into a collection; the message that says so takes it back. */
export function collectInto(collectionId: string, name: string, sourceIds: readonly string[]) {
  return attempt(async () => {
    const previous = await setMembers(
      sourceIds.map((sourceId) => ({ collectionId, sourceId, isIn: true })),
    );
    if (previous.length === 0) showToast(collectionWords.collectedBefore(sourceIds.length, name));
    else {
      showToast(collectionWords.collected(previous.length, name), {
        action: undo(() => setMembers(previous)),
      });
    }
  });
}

/** What is brought in while a collection is listed is put into it. */
export async function collectImported(
  imported: readonly { sourceId: string; duplicate: boolean }[],
): Promise<void> {
  const { sourceView } = getShell();
  if (sourceView.kind !== 'collection') return;
  const { collectionId } = sourceView;
  const added = imported.filter(({ duplicate }) => !duplicate);
  await setMembers(added.map(({ sourceId }) => ({ collectionId, sourceId, isIn: true })));
}

/** Keeps a search under a name; rejects with a StetError. */
export async function saveSearch(details: SavedSearchDetails) {
  const { savedSearchId } = await call('savedSearches.create', details);
  showToast(collectionWords.saved(details.name), {
    action: undo(() => call('savedSearches.remove', { savedSearchId })),
  });
}

/** Changes a saved search; rejects with a StetError. */
export async function updateSavedSearch(savedSearchId: string, details: SavedSearchDetails) {
  const { previous } = await call('savedSearches.update', { savedSearchId, details });
  if (Object.keys(previous).length === 0) return;
  showToast(collectionWords.searchChanged, {
    action: undo(() => call('savedSearches.update', { savedSearchId, details: previous })),
  });
}

/** Deletes a saved search; the message that says so can take it back. */
export function removeSavedSearch({ id: savedSearchId, name }: SavedSearch) {
  return attempt(async () => {
    await call('savedSearches.remove', { savedSearchId });
    showToast(collectionWords.searchRemoved(name), {
      action: undo(() => call('savedSearches.restore', { savedSearchId })),
    });
  });
}
