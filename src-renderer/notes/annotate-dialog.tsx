import { type FormEvent, useState } from 'react';
import type { Stretch } from '../../src-shared/model/note';
import { asStetError } from '../queries/client';
import { useSourceSummaries } from '../queries/sources';
import { closeDialog } from '../shell';
import { DialogEnd } from '../ui/dialog-end';
import { TextArea, TextField } from '../ui/fields';
import { Modal } from '../ui/modal';
import { errorMessage } from '../words/errors';
import { noteWords } from '../words/notes';
import { quoted, shorten } from '../words/text';
import { addExclusion, addNote } from './note-actions';

const SHOWN = 240;

/** Writes a note on a source or on a passage of it, or says why it must not be used. */
export function AnnotateDialog({
  what,
  sourceId,
  stretch,
}: {
  what: 'note' | 'exclusion';
  sourceId: string;
  stretch: (Stretch & { exact: string }) | null;
}) {
  const { data: sources } = useSourceSummaries([sourceId]);
  const title = sources?.[0]?.title ?? '';
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const isNote = what === 'note';
  const isPassage = stretch !== null;
  const isEmpty = text.trim() === '';

  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    if (isEmpty) return;
    const { exact: _, ...place } = stretch ?? { exact: '' };
    const target = isPassage ? (place as Stretch) : null;
    try {
      await (isNote ? addNote : addExclusion)(sourceId, text.trim(), target);
      closeDialog();
    } catch (error) {
      setFailure(errorMessage(asStetError(error)));
    }
  };

  return (
    <Modal
      title={isNote ? noteWords.noteTitle(isPassage) : noteWords.exclusionTitle(isPassage)}
      description={isNote ? title : noteWords.exclusionText}
      size="narrow"
      onClose={closeDialog}
    >
      <form onSubmit={(event) => void save(event)}>
        <div className="dialog-body form">
          <p className="accept-text" dir="auto">
            {stretch ? quoted(shorten(stretch.exact, SHOWN)) : quoted(title)}
          </p>
          {isNote ? (
            <TextArea
              label={noteWords.noteLabel}
              rows={5}
              placeholder={noteWords.notePlaceholder}
              value={text}
              onChange={setText}
              maxLength={20_000}
              autoFocus
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
                else event.continuePropagation();
              }}
            />
          ) : (
            <TextField
              label={noteWords.reason}
              placeholder={noteWords.reasonPlaceholder}
              value={text}
              onChange={setText}
              maxLength={500}
              autoFocus
            />
          )}
        </div>
        <DialogEnd
          failure={failure}
          label={isNote ? noteWords.addTheNote : noteWords.exclude}
          isDisabled={isEmpty}
        />
      </form>
    </Modal>
  );
}
