import { type FormEvent, useState } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import { useLibrary } from '../queries/articles';
import { Button } from '../ui/button';
import { TextField as LineField } from '../ui/fields';
import { commentWords as said } from '../words/comments';
import { words } from '../words/words';
import { signAs } from './comment-actions';

interface Props {
  label: string;
  hideLabel?: boolean;
  placeholder: string;
  submit: string;
  initial?: string;
  autoFocus?: boolean;
  /** Answers whether it was done: the form is empty again then. */
  onSubmit(text: string): Promise<boolean>;
  onCancel?: () => void;
}

/** What somebody has to say, in several lines; Ctrl+Enter sends it. Asks for a name where there is none. */
export function CommentForm(props: Props) {
  const { label, hideLabel = false, placeholder, submit, onSubmit, onCancel } = props;
  const { data: library } = useLibrary();
  const [text, setText] = useState(props.initial ?? '');
  const [name, setName] = useState('');
  const [isBusy, setBusy] = useState(false);
  const asksName = library !== undefined && library.editorName === '';
  const isReady = text.trim() !== '' && !isBusy && (!asksName || name.trim() !== '');

  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!isReady) return;
    setBusy(true);
    const isDone = (!asksName || (await signAs(name))) && (await onSubmit(text.trim()));
    setBusy(false);
    if (isDone) setText('');
  };

  return (
    <form className="comment-form" onSubmit={(event) => void send(event)}>
      <TextField
        className="field"
        value={text}
        onChange={setText}
        maxLength={10_000}
        autoFocus={props.autoFocus ?? false}
        {...(hideLabel ? { 'aria-label': label } : {})}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void send();
          } else if (event.key === 'Escape' && onCancel) {
            event.preventDefault();
            onCancel();
          } else event.continuePropagation();
        }}
      >
        {hideLabel ? null : <Label>{label}</Label>}
        <TextArea
          className="input comment-text"
          rows={text === '' && hideLabel ? 1 : 3}
          placeholder={placeholder}
        />
      </TextField>
      {text.trim() === '' && hideLabel && !onCancel ? null : (
        <>
          {asksName ? <LineField label={said.name} value={name} onChange={setName} /> : null}
          <div className="comment-buttons">
            {onCancel ? (
              <Button small onPress={onCancel}>
                {words.cancel}
              </Button>
            ) : null}
            <Button small tone="primary" type="submit" isDisabled={!isReady}>
              {submit}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
