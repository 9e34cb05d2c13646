import { useState } from 'react';
import type { Membership } from '../../src-shared/model/collection';
import { isKeptApart } from '../../src-shared/model/source';
import { useCollections, useSourceSummaries } from '../queries/sources';
import { closeDialog } from '../shell';
import { Button } from '../ui/button';
import { Modal } from '../ui/modal';
import { collectionWords } from '../words/collections';
import { words } from '../words/words';
import { changeMembers } from './collection-actions';
import { type Checked, CollectionChecks } from './collection-checks';

/** Which collections some sources are in. */
export function CollectDialog({ sourceIds }: { sourceIds: readonly string[] }) {
  const { data } = useSourceSummaries(sourceIds);
  const about = data ?? [];
  const { data: collections = [] } = useCollections();
  const [changes, setChanges] = useState<ReadonlyMap<string, boolean>>(new Map());
  const checked: Checked = new Map(
    collections.map(({ id }) => {
      const inside = about.filter((source) => source.collections.includes(id)).length;
      const before = inside === 0 ? false : inside === about.length ? true : null;
      return [id, changes.get(id) ?? before];
    }),
  );
  const save = () => {
    const members: Membership[] = about.flatMap(({ id: sourceId }) =>
      [...changes].map(([collectionId, isIn]) => ({ collectionId, sourceId, isIn })),
    );
    closeDialog();
    void changeMembers(members);
  };
  return (
    <Modal
      title={collectionWords.collectTitle}
      description={
        sourceIds.length === 1 ? about[0]?.title : collectionWords.collectText(sourceIds.length)
      }
      size="narrow"
      onClose={closeDialog}
    >
      <div className="dialog-body form">
        <CollectionChecks
          checked={checked}
          holdsApart={about.some(isKeptApart)}
          onChange={(id, isIn) => setChanges(new Map(changes).set(id, isIn))}
        />
      </div>
      <footer className="dialog-footer">
        <span className="push" />
        <Button onPress={closeDialog}>{words.cancel}</Button>
        <Button tone="primary" isDisabled={!data} onPress={save}>
          {words.save}
        </Button>
      </footer>
    </Modal>
  );
}
