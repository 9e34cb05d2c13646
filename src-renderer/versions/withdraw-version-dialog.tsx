import { useSourceReading } from '../queries/sources';
import { closeDialog } from '../shell';
import { Button } from '../ui/button';
import { Modal } from '../ui/modal';
import { versionWords as said, versionLine } from '../words/versions';
import { words } from '../words/words';
import { withdrawVersion } from './version-actions';

/** Asks before a version is taken back: it does not come back by itself. */
export function WithdrawVersionDialog({
  sourceId,
  versionId,
}: {
  sourceId: string;
  versionId: string;
}) {
  const { data: reading } = useSourceReading(sourceId);
  const version = reading?.versions.find(({ id }) => id === versionId);
  return (
    <Modal
      title={said.withdraw.replace('…', '')}
      description={version && reading ? versionLine(version, reading.versions.length) : null}
      size="narrow"
      role="alertdialog"
      onClose={closeDialog}
    >
      <p className="dialog-body">{said.withdrawText}</p>
      <footer className="dialog-footer">
        <span className="push" />
        <Button autoFocus onPress={closeDialog}>
          {words.cancel}
        </Button>
        <Button
          tone="danger"
          onPress={() => {
            closeDialog();
            void withdrawVersion(versionId);
          }}
        >
          {said.withdrawNow}
        </Button>
      </footer>
    </Modal>
  );
}
