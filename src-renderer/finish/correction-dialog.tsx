import { type FormEvent, useState } from 'react';
import {
  type ArticleCorrection,
  CORRECTION_KINDS,
  type CorrectionKind,
} from '../../src-shared/model/article-correction';
import { signAs } from '../comments/comment-actions';
import { useLibrary } from '../queries/articles';
import { closeDialog } from '../shell';
import { Button } from '../ui/button';
import { Choose, TextArea, TextField } from '../ui/fields';
import { Modal } from '../ui/modal';
import { finishedWords as said } from '../words/finished';
import { words } from '../words/words';
import { saveCorrection } from './finished-actions';

/** Writes a correction, or changes one that has not gone out yet. */
export function CorrectionDialog({
  articleId,
  correction,
}: {
  articleId: string;
  correction: ArticleCorrection | null;
}) {
  const { data: library } = useLibrary();
  const [kind, setKind] = useState<CorrectionKind>(correction?.kind ?? 'correction');
  const [text, setText] = useState(correction?.text ?? '');
  const [typedName, setName] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const known = library?.editorName ?? '';
  const name = typedName ?? known;
  const isReady = text.trim() !== '' && name.trim() !== '';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady || isSaving) return;
    setSaving(true);
    const isSigned = name.trim() === known || (await signAs(name));
    if (isSigned) await saveCorrection(articleId, correction?.id ?? null, { kind, text });
    setSaving(false);
  };

  return (
    <Modal
      title={correction ? said.editTitle : said.correctionTitle}
      description={said.correctionText}
      size="middle"
      onClose={closeDialog}
    >
      <form className="form dialog-body" onSubmit={(event) => void submit(event)}>
        <Choose<CorrectionKind>
          label={said.kind}
          choices={CORRECTION_KINDS.map((id) => ({
            id,
            label: said.kinds[id],
            hint: said.kindHints[id],
          }))}
          value={kind}
          onChange={setKind}
        />
        <TextArea
          label={said.words}
          placeholder={said.wordsPlaceholder}
          rows={5}
          value={text}
          onChange={setText}
          maxLength={5_000}
          autoFocus
          onKeyDown={(event) => {
            const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
            if (isDone) event.currentTarget.closest('form')?.requestSubmit();
            else event.continuePropagation();
          }}
        />
        <div className="sign-row">
          {correction ? (
            <span className="push" />
          ) : (
            <TextField label={words.quotes.signedAs} value={name} onChange={setName} />
          )}
          <Button onPress={closeDialog}>{words.cancel}</Button>
          <Button tone="primary" type="submit" isDisabled={!isReady}>
            {correction ? said.save : said.add}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
