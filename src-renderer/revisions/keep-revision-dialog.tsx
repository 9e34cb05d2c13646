import { type FormEvent, useState } from 'react';
import { asStetError } from '../queries/client';
import { closeDialog, useShell } from '../shell';
import { DialogEnd } from '../ui/dialog-end';
import { TextField } from '../ui/fields';
import { Modal } from '../ui/modal';
import { errorMessage } from '../words/errors';
import { revisionWords as said } from '../words/revisions';
import { keepRevision } from './revision-actions';

/** Asks for the name under which the article is kept as it is now. */
export function KeepRevisionDialog() {
  const articleId = useShell((state) => state.opened?.articleId ?? null);
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '' || articleId === null) return;
    try {
      await keepRevision(articleId, name.trim());
      closeDialog();
    } catch (error) {
      setFailure(errorMessage(asStetError(error)));
    }
  };
  return (
    <Modal title={said.keepTitle} description={said.keepText} size="narrow" onClose={closeDialog}>
      <form onSubmit={(event) => void keep(event)}>
        <div className="dialog-body form">
          <TextField
            label={said.keepName}
            placeholder={said.keepPlaceholder}
            value={name}
            onChange={setName}
            maxLength={120}
            autoFocus
          />
        </div>
        <DialogEnd failure={failure} label={said.keep} isDisabled={name.trim() === ''} />
      </form>
    </Modal>
  );
}
