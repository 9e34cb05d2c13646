import type { Membership } from '../../src-shared/model/collection';
import type { Agreement } from '../../src-shared/model/note';
import type { SourceChanges } from '../../src-shared/model/source';
import type { FirstVersionKind } from '../../src-shared/model/version';
import { attempt } from '../actions';
import { call } from '../bridge';
import { keys, queryClient } from '../queries/client';
import { readSourceListsAgain } from '../queries/sources';
import { getShell, setShell, showSource, showToast } from '../shell';
import { words } from '../words/words';

/**
 * Changes what is known of a source, all of it or nothing; rejects with a StetError. The message that
 * says so can take it back.
 */
export async function saveSource(
  sourceId: string,
  {
    changes,
    members,
    agreements,
    firstKind,
  }: {
    changes: SourceChanges;
    members: readonly Membership[];
    /** Null where they are as they were. */
    agreements: readonly Agreement[] | null;
    /** What its first version is; null where that is as it was. */
    firstKind: FirstVersionKind | null;
  },
) {
  const undos: (() => Promise<unknown>)[] = [];
  const takeBack = async () => {
    for (const undo of undos.toReversed()) await undo();
    await readDetailsAgain(sourceId);
  };
  try {
    if (Object.keys(changes).length > 0) {
      const { previous } = await call('sources.update', { sourceId, details: changes });
      undos.push(() => call('sources.update', { sourceId, details: previous }));
    }
    if (members.length > 0) {
      const { previous } = await call('collections.setMembers', { members: [...members] });
      undos.push(() => call('collections.setMembers', { members: previous }));
    }
    if (agreements) {
      const { previous } = await call('agreements.set', { sourceId, agreements: [...agreements] });
      undos.push(() => call('agreements.set', { sourceId, agreements: previous }));
    }
    if (firstKind) {
      const { previous } = await call('sources.setFirstKind', { sourceId, kind: firstKind });
      undos.push(() => call('sources.setFirstKind', { sourceId, kind: previous }));
    }
  } catch (error) {
    await takeBack();
    throw error;
  }
  if (undos.length === 0) return;
  await readDetailsAgain(sourceId);
  showToast(words.sources.changed, {
    action: { label: words.undo, perform: () => void attempt(takeBack) },
  });
}

/** Opened again at once, the details are those of now. */
async function readDetailsAgain(sourceId: string) {
  const queries = [['sources.read', sourceId], keys.agreements(sourceId)];
  await Promise.all([
    readSourceListsAgain(),
    ...queries.map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  ]);
}

/** Takes a source out of the bin. */
export function restoreSource(sourceId: string) {
  return attempt(() => call('sources.restore', { sourceId }));
}

/** Moves a source to the bin; the message that says so can take it back. */
export function removeSource(sourceId: string, title: string) {
  return attempt(async () => {
    await call('sources.remove', { sourceId });
    const wasShown = getShell().sourceId === sourceId;
    if (wasShown) setShell({ sourceId: null, shown: null, readerSelection: null });
    showToast(words.movedToBin(title), {
      action: {
        label: words.undo,
        perform: () =>
          void attempt(async () => {
            await call('sources.restore', { sourceId });
            if (wasShown) showSource(sourceId);
          }),
      },
    });
  });
}
