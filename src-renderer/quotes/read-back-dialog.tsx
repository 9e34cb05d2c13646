import { type FormEvent, useState } from 'react';
import { safeParse } from 'valibot';
import { DateSchema } from '../../src-shared/model/common';
import { READ_BACK_STATES, type ReadBackState } from '../../src-shared/model/read-back';
import { useOpenArticle } from '../queries/open-article';
import { closeDialog } from '../shell';
import { DialogEnd } from '../ui/dialog-end';
import { Choose, TextArea, TextField } from '../ui/fields';
import { Modal } from '../ui/modal';
import { READ_BACK_LABELS, readBackWords as said } from '../words/read-backs';
import { quoted, shorten } from '../words/text';
import { noteReadBack } from './read-back-actions';

const CHOICES = READ_BACK_STATES.map((id) => ({ id, label: READ_BACK_LABELS[id] }));
const SHOWN_LENGTH = 160;

/** Today by the clock on the wall, as `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Writes down what became of quotations when their speakers read them. */
export function ReadBackDialog({ quotationIds }: { quotationIds: readonly string[] }) {
  const { data: article } = useOpenArticle();
  const quotations = article?.quotations.filter(({ id }) => quotationIds.includes(id)) ?? [];
  const names = new Set(
    quotations.map(({ speaker, attribution }) => speaker?.name ?? attribution?.name ?? ''),
  );
  const [only] = names;
  const [state, setState] = useState<ReadBackState>('sent');
  const [on, setOn] = useState(today);
  const [by, setBy] = useState(names.size === 1 && only ? only : '');
  const [note, setNote] = useState('');
  const [first] = quotations;
  if (!article || !first) return null;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(on.trim()) && safeParse(DateSchema, on.trim()).success;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!isDay) return;
    const readBack = { state, on: on.trim(), by, note };
    if (
      await noteReadBack(
        article.id,
        quotations.map(({ id }) => id),
        readBack,
      )
    )
      closeDialog();
  };

  return (
    <Modal
      title={said.dialogTitle(quotations.length)}
      description={said.dialogText}
      size="narrow"
      onClose={closeDialog}
    >
      <form onSubmit={(event) => void save(event)}>
        <div className="dialog-body form">
          {quotations.length === 1 ? (
            <p className="accept-text" dir="auto">
              {quoted(shorten(first.text, SHOWN_LENGTH))}
            </p>
          ) : null}
          <Choose<ReadBackState>
            label={said.state}
            choices={CHOICES}
            value={state}
            onChange={setState}
          />
          <TextField
            label={said.on}
            hint={said.onHint}
            value={on}
            onChange={setOn}
            isInvalid={!isDay}
            error={said.onWrong}
          />
          <TextField
            label={said.by}
            hint={said.byHint}
            value={by}
            onChange={setBy}
            maxLength={500}
          />
          <TextArea
            label={said.noteLabel}
            rows={3}
            placeholder={said.notePlaceholder}
            value={note}
            onChange={setNote}
            maxLength={2000}
          />
        </div>
        <DialogEnd failure={null} label={said.save} isDisabled={!isDay} />
      </form>
    </Modal>
  );
}
