import { type FormEvent, useState } from 'react';
import * as v from 'valibot';
import { DateSchema } from '../../src-shared/model/common';
import {
  type Disclosure,
  type Medium,
  type SourceDetails,
  SourceDetailsSchema,
  type SourceKind,
  type SourceSummary,
  type Terms,
} from '../../src-shared/model/source';
import { asStetError, useSources } from '../queries';
import { closeDialog } from '../shell';
import { Button } from '../ui/button';
import { Choose, TextField } from '../ui/fields';
import { Modal } from '../ui/modal';
import { errorMessage } from '../words/errors';
import {
  DISCLOSURE_LABELS,
  MEDIUM_LABELS,
  SOURCE_KIND_LABELS,
  TERMS_LABELS,
} from '../words/sources';
import { words } from '../words/words';
import { removeSource, restoreSource, updateSource } from './source-actions';

function choicesOf<K extends string>(
  labels: Record<K, string>,
  hints?: Partial<Record<K, string>>,
) {
  return (Object.keys(labels) as K[]).map((id) => {
    const hint = hints?.[id];
    return { id, label: labels[id], ...(hint ? { hint } : {}) };
  });
}

/** The details of a source, to change them. */
export function SourceDialog({ sourceId }: { sourceId: string }) {
  const { data: sources } = useSources();
  const source = sources?.find(({ id }) => id === sourceId);
  return (
    <Modal
      title={words.sources.dialogTitle}
      description={source?.fileName}
      onClose={closeDialog}
      size="narrow"
    >
      {source ? <SourceForm source={source} /> : null}
      {!source && sources ? <InBin sourceId={sourceId} /> : null}
      {sources ? null : <p className="dialog-body">{words.loading}</p>}
    </Modal>
  );
}

/** A source that quotations are linked to can still be read when it is in the bin. */
function InBin({ sourceId }: { sourceId: string }) {
  return (
    <>
      <p className="dialog-body">{words.sources.inBin}</p>
      <footer className="dialog-footer">
        <Button onPress={closeDialog}>{words.cancel}</Button>
        <Button
          tone="primary"
          autoFocus
          onPress={() => {
            closeDialog();
            void restoreSource(sourceId);
          }}
        >
          {words.sources.putBack}
        </Button>
      </footer>
    </>
  );
}

const orNull = (text: string) => text.trim() || null;

function SourceForm({ source }: { source: SourceSummary }) {
  const [draft, setDraft] = useState({
    title: source.title,
    kind: source.kind as SourceKind,
    medium: source.medium as Medium,
    terms: source.terms as Terms,
    embargoUntil: source.embargoUntil ?? '',
    disclosure: source.disclosure as Disclosure,
    description: source.description ?? '',
    date: source.date ?? '',
    url: source.url ?? '',
    creator: source.creator ?? '',
  });
  const [failure, setFailure] = useState<string | null>(null);
  const set = (patch: Partial<typeof draft>) => setDraft({ ...draft, ...patch });

  const details: SourceDetails = {
    ...draft,
    embargoUntil: draft.terms === 'embargoed' ? orNull(draft.embargoUntil) : null,
    description: orNull(draft.description),
    date: orNull(draft.date),
    url: orNull(draft.url),
    creator: orNull(draft.creator),
  };
  // What is given on background is only ever described, whatever else may be said of it.
  const isDescribed =
    draft.disclosure === 'described' ||
    (draft.disclosure === 'public' && draft.terms === 'background');
  const isDate = (text: string) => text.trim() === '' || v.is(DateSchema, text.trim());
  const problems = {
    title: draft.title.trim() === '' ? words.sources.titleMissing : null,
    date: isDate(draft.date) ? null : words.sources.dateWrong,
    embargoUntil:
      draft.terms === 'embargoed' && !v.is(DateSchema, draft.embargoUntil.trim())
        ? words.sources.embargoWrong
        : null,
    url: v.is(SourceDetailsSchema.entries.url, details.url) ? null : words.sources.urlWrong,
  };
  const isValid = Object.values(problems).every((problem) => problem === null);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!isValid) return;
    const changed = Object.entries(details).filter(
      ([key, value]) => value !== source[key as keyof SourceDetails],
    );
    try {
      if (changed.length > 0) await updateSource(source.id, Object.fromEntries(changed));
      closeDialog();
    } catch (error) {
      setFailure(errorMessage(asStetError(error)));
    }
  };

  return (
    <form onSubmit={(event) => void save(event)}>
      <div className="dialog-body form">
        <TextField
          label={words.sources.title}
          value={draft.title}
          onChange={(title) => set({ title })}
          isInvalid={problems.title !== null}
          error={problems.title}
          autoFocus
        />
        <div className="form-row">
          <Choose
            label={words.sources.kind}
            choices={choicesOf(SOURCE_KIND_LABELS)}
            value={draft.kind}
            onChange={(kind) => set({ kind })}
          />
          <Choose
            label={words.sources.medium}
            choices={choicesOf(MEDIUM_LABELS, words.sources.mediumHints)}
            value={draft.medium}
            onChange={(medium) => set({ medium })}
          />
        </div>
        <div className="form-row">
          <Choose
            label={words.sources.terms}
            choices={choicesOf(TERMS_LABELS, words.sources.termsHints)}
            value={draft.terms}
            onChange={(terms) => set({ terms })}
          />
          <Choose
            label={words.sources.disclosure}
            choices={choicesOf(DISCLOSURE_LABELS, words.sources.disclosureHints)}
            value={draft.disclosure}
            onChange={(disclosure) => set({ disclosure })}
          />
        </div>
        {draft.terms === 'embargoed' ? (
          <TextField
            label={words.sources.embargoUntil}
            placeholder="2027-03-14"
            value={draft.embargoUntil}
            onChange={(embargoUntil) => set({ embargoUntil })}
            isInvalid={problems.embargoUntil !== null}
            error={problems.embargoUntil}
          />
        ) : null}
        {isDescribed ? (
          <TextField
            label={words.sources.description}
            hint={words.sources.descriptionHint}
            value={draft.description}
            onChange={(description) => set({ description })}
          />
        ) : null}
        <div className="form-row">
          <TextField
            label={words.sources.date}
            placeholder="2017-04-13"
            value={draft.date}
            onChange={(date) => set({ date })}
            isInvalid={problems.date !== null}
            error={problems.date}
          />
          <TextField
            label={words.sources.creator}
            value={draft.creator}
            onChange={(creator) => set({ creator })}
          />
        </div>
        <TextField
          label={words.sources.url}
          placeholder="https://"
          value={draft.url}
          onChange={(url) => set({ url })}
          isInvalid={problems.url !== null}
          error={problems.url}
        />
        {failure ? (
          <p className="inline-error" role="alert">
            {failure}
          </p>
        ) : null}
      </div>
      <footer className="dialog-footer">
        <Button
          tone="danger"
          onPress={() => {
            closeDialog();
            void removeSource(source.id, source.title);
          }}
        >
          {words.moveToBin}
        </Button>
        <span className="push" />
        <Button onPress={closeDialog}>{words.cancel}</Button>
        <Button tone="primary" type="submit" isDisabled={!isValid}>
          {words.save}
        </Button>
      </footer>
    </form>
  );
}
