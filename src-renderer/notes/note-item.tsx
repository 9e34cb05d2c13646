import { type FormEvent, type ReactNode, useState } from 'react';
import type { Exclusion, ShownStretch, SourceNote } from '../../src-shared/model/note';
import { attempt } from '../actions';
import { getShell, showSource } from '../shell';
import { Button } from '../ui/button';
import { TextArea, TextField } from '../ui/fields';
import { dayLabel } from '../words/format';
import { noteWords } from '../words/notes';
import { quoted, shorten } from '../words/text';
import { words } from '../words/words';
import { liftExclusion, removeNote, updateExclusion, updateNote } from './note-actions';

/** A note with the passage that it is about; changed where it stands. */
export function NoteItem({ note, isCurrent }: { note: SourceNote; isCurrent: boolean }) {
  return (
    <Item
      className={isCurrent ? 'note note-current' : 'note'}
      stretch={note.stretch}
      whole={null}
      text={note.text}
      byline={noteWords.byline(note.editorName, dayLabel(note.createdAt))}
      removeLabel={noteWords.delete}
      onRemove={() => void removeNote(note)}
      onSave={(text) => updateNote(note.id, text)}
      field={(value, onChange) => (
        <TextArea
          label={noteWords.noteLabel}
          hideLabel
          rows={4}
          value={value}
          onChange={onChange}
          maxLength={20_000}
          autoFocus
        />
      )}
    />
  );
}

/** What must not be used, and why. */
export function ExclusionItem({ exclusion }: { exclusion: Exclusion }) {
  return (
    <Item
      className="note note-exclusion"
      stretch={exclusion.stretch}
      whole={noteWords.excludedAll}
      text={noteWords.excludedMark(exclusion.reason)}
      draft={exclusion.reason}
      byline={noteWords.byline(exclusion.editorName, dayLabel(exclusion.createdAt))}
      removeLabel={noteWords.lift}
      onRemove={() => void liftExclusion(exclusion)}
      onSave={(reason) => updateExclusion(exclusion.id, reason)}
      field={(value, onChange) => (
        <TextField
          label={noteWords.reason}
          value={value}
          onChange={onChange}
          maxLength={500}
          autoFocus
        />
      )}
    />
  );
}

const SHOWN = 90;

function Item({
  className,
  stretch,
  whole,
  text,
  draft: start = text,
  byline,
  removeLabel,
  onRemove,
  onSave,
  field,
}: {
  className: string;
  stretch: ShownStretch | null;
  /** What is said in place of a passage where there is none. */
  whole: string | null;
  text: string;
  /** What is changed, where it is not the text that is shown. */
  draft?: string;
  byline: string;
  removeLabel: string;
  onRemove(): void;
  /** Rejects with a StetError. */
  onSave(text: string): Promise<unknown>;
  field(value: string, onChange: (value: string) => void): ReactNode;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const trimmed = draft?.trim() ?? '';
    if (trimmed !== '' && (await attempt(() => onSave(trimmed)))) setDraft(null);
  };
  return (
    <li className={className}>
      {stretch ? (
        <Passage stretch={stretch} />
      ) : whole ? (
        <p className="note-about">{whole}</p>
      ) : null}
      {draft === null ? (
        <>
          <p className="note-text" dir="auto">
            {text}
          </p>
          <div className="note-foot">
            <small>{byline}</small>
            <Button tone="quiet" small onPress={() => setDraft(start)}>
              {noteWords.change}
            </Button>
            <Button tone="quiet" small onPress={onRemove}>
              {removeLabel}
            </Button>
          </div>
        </>
      ) : (
        <form
          className="note-form"
          onSubmit={(event) => void save(event)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.preventDefault();
              event.stopPropagation();
              setDraft(null);
            }
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.currentTarget.requestSubmit();
            }
          }}
        >
          {field(draft, setDraft)}
          <div className="note-foot">
            <span className="push" />
            <Button small onPress={() => setDraft(null)}>
              {words.cancel}
            </Button>
            <Button tone="primary" small type="submit" isDisabled={draft.trim() === ''}>
              {words.save}
            </Button>
          </div>
        </form>
      )}
    </li>
  );
}

function Passage({ stretch: { exact, at } }: { stretch: ShownStretch }) {
  const said = quoted(shorten(exact, SHOWN));
  if (!at) {
    return (
      <p className="note-about">
        {said} <span className="hint">{noteWords.notThere}</span>
      </p>
    );
  }
  return (
    <button
      type="button"
      className="note-about note-passage"
      aria-label={noteWords.goTo(said)}
      onClick={() => {
        const { sourceId } = getShell();
        if (sourceId !== null) showSource(sourceId, at);
      }}
    >
      {said}
    </button>
  );
}
