import { type FormEvent, useState } from 'react';
import type { QuotationView } from '../../src-shared/model/quotation';
import { attempt } from '../actions';
import { call } from '../bridge';
import { useLibrary } from '../queries/articles';
import { keys, queryClient } from '../queries/client';
import { Button } from '../ui/button';
import { TextField } from '../ui/fields';
import { words } from '../words/words';
import { setCheck } from './quote-actions';

/** Lets quotations stand as they are: a reason, and the name that answers for it. */
export function SignForm({
  quotations,
  onDone,
}: {
  quotations: readonly QuotationView[];
  onDone(): void;
}) {
  return (
    <ReasonForm
      submit={words.quotes.letStand(quotations.length)}
      onSign={(reason) =>
        setCheck(quotations, { kind: 'accepted', reason }, words.actions.acceptDone)
      }
      onDone={onDone}
    />
  );
}

/** A reason, and the name that answers for it. */
export function ReasonForm({
  submit,
  onSign,
  onDone,
}: {
  submit: string;
  /** Signs with this reason; answers whether it was done. */
  onSign(reason: string): Promise<boolean>;
  onDone(): void;
}) {
  const { data: library } = useLibrary();
  const [reason, setReason] = useState('');
  const [typedName, setTypedName] = useState<string | null>(null);
  const name = typedName ?? library?.editorName ?? '';
  const isReady = reason.trim() !== '' && name.trim() !== '';

  const sign = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const isNamed = await attempt(async () => {
      if (name.trim() === library?.editorName) return;
      await call('library.setEditorName', { name: name.trim() });
      await queryClient.invalidateQueries({ queryKey: keys.library });
    });
    if (isNamed && (await onSign(reason.trim()))) onDone();
  };

  return (
    <form className="form" onSubmit={(event) => void sign(event)}>
      <TextField
        label={words.quotes.reason}
        placeholder={words.quotes.reasonPlaceholder}
        value={reason}
        onChange={setReason}
        maxLength={500}
        autoFocus
      />
      <div className="sign-row">
        <TextField label={words.quotes.signedAs} value={name} onChange={setTypedName} />
        <Button onPress={onDone}>{words.cancel}</Button>
        <Button tone="primary" type="submit" isDisabled={!isReady}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
