import { type FormEvent, useState } from 'react';
import { signAs } from '../comments/comment-actions';
import { useLibrary } from '../queries/articles';
import { closeDialog } from '../shell';
import { Button } from '../ui/button';
import { Choose, TextField } from '../ui/fields';
import { Modal } from '../ui/modal';
import { finishedWords as said } from '../words/finished';
import { STATUS_LABELS } from '../words/format';
import { words } from '../words/words';
import { reopenArticles } from './finished-actions';

const STATUSES = ['draft', 'in-check'] as const;

/** Asks why finished articles are reopened: the answer stands in their timeline. */
export function ReopenDialog({
  articleIds,
  status: wanted,
}: {
  articleIds: readonly string[];
  status: (typeof STATUSES)[number];
}) {
  const { data: library } = useLibrary();
  const [reason, setReason] = useState('');
  const [status, setStatus] = useState(wanted);
  const [typedName, setName] = useState<string | null>(null);
  const [isReopening, setReopening] = useState(false);
  const known = library?.editorName ?? '';
  const name = typedName ?? known;
  const isReady = reason.trim() !== '' && name.trim() !== '';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady || isReopening) return;
    setReopening(true);
    if (name.trim() === known || (await signAs(name))) {
      await reopenArticles(articleIds, status, reason.trim());
    }
    setReopening(false);
  };

  return (
    <Modal
      title={said.reopenTitle(articleIds.length)}
      description={said.reopenText}
      size="narrow"
      onClose={closeDialog}
    >
      <form className="form dialog-body" onSubmit={(event) => void submit(event)}>
        <TextField
          label={said.reason}
          placeholder={said.reasonPlaceholder}
          value={reason}
          onChange={setReason}
          maxLength={500}
          autoFocus
        />
        <Choose<(typeof STATUSES)[number]>
          label={said.reopenAs}
          choices={STATUSES.map((id) => ({ id, label: STATUS_LABELS[id] }))}
          value={status}
          onChange={setStatus}
        />
        <div className="sign-row">
          <TextField label={words.quotes.signedAs} value={name} onChange={setName} />
          <Button onPress={closeDialog}>{words.cancel}</Button>
          <Button tone="primary" type="submit" isDisabled={!isReady}>
            {said.reopenSubmit}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
