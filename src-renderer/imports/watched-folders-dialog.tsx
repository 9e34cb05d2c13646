import { useState } from 'react';
import type { WatchedFolder } from '../../src-shared/contract/imports';
import { asStetError } from '../queries/client';
import { useWatchedFolders } from '../queries/sources';
import { closeDialog } from '../shell';
import { Button } from '../ui/button';
import { Modal } from '../ui/modal';
import { errorMessage } from '../words/errors';
import { importWords, refusals } from '../words/imports';
import { words } from '../words/words';
import { stopWatching, watchAgain, watchFolder } from './watched-actions';

/** The folders from which new files come in by themselves. */
export function WatchedFoldersDialog() {
  const { data: folders, error } = useWatchedFolders();
  // The message that takes it back lies beneath the dialog: here it can be taken back too.
  const [stopped, setStopped] = useState<readonly WatchedFolder[]>([]);
  const gone = stopped.filter(({ id }) => !folders?.some((folder) => folder.id === id));
  return (
    <Modal
      title={importWords.watchedTitle}
      description={importWords.watchedText}
      size="narrow"
      onClose={closeDialog}
    >
      <div className="dialog-body watched-folders">
        {error ? <p role="alert">{errorMessage(asStetError(error))}</p> : null}
        {folders?.length === 0 ? (
          <p className="import-advice">{importWords.watchedNone}</p>
        ) : (
          <ul>
            {folders?.map((folder) => (
              <Folder
                key={folder.id}
                folder={folder}
                onStop={() => setStopped([...stopped.filter(({ id }) => id !== folder.id), folder])}
              />
            ))}
          </ul>
        )}
        {gone.map((folder) => (
          <Stopped
            key={folder.id}
            folder={folder}
            onBack={() => setStopped(stopped.filter(({ id }) => id !== folder.id))}
          />
        ))}
      </div>
      <footer className="dialog-footer">
        <Button onPress={() => void watchFolder()}>{importWords.watch}</Button>
        <span className="push" />
        <Button tone="primary" autoFocus onPress={closeDialog}>
          {words.close}
        </Button>
      </footer>
    </Modal>
  );
}

function Stopped({ folder: { id, name }, onBack }: { folder: WatchedFolder; onBack(): void }) {
  return (
    <div className="watched-stopped">
      <span role="status">{importWords.notWatchingShort(name)}</span>
      <Button
        small
        autoFocus
        aria-label={importWords.watchAgainOf(name)}
        onPress={() => void watchAgain(id).then((isDone) => isDone && onBack())}
      >
        {words.undo}
      </Button>
    </div>
  );
}

function Folder({ folder, onStop }: { folder: WatchedFolder; onStop(): void }) {
  return (
    <li className="watched-folder">
      <div className="watched-head">
        <div>
          <strong>{folder.name}</strong>
          <p className="import-advice">
            {folder.isThere ? importWords.watchedCount(folder.added) : importWords.watchedGone}
          </p>
        </div>
        <Button
          small
          aria-label={importWords.stopWatchingOf(folder.name)}
          onPress={() =>
            void stopWatching(folder.id, folder.name).then((isDone) => isDone && onStop())
          }
        >
          {importWords.stopWatching}
        </Button>
      </div>
      {refusals(folder.refused).map(({ reason, advice, names }) => (
        <section key={reason}>
          <h3>{importWords.group(reason, names.length)}</h3>
          <p className="import-advice">{advice}</p>
          <ul className="import-names">
            {names.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </section>
      ))}
    </li>
  );
}
