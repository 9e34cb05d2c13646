import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { v7 as newId } from 'uuid';
import * as v from 'valibot';
import type { Input } from '../../src-shared/contract';
import { LanguageSchema } from '../../src-shared/model/common';
import type { SourceReading } from '../../src-shared/model/source';
import type { VersionKind } from '../../src-shared/model/version';
import { attempt } from '../actions';
import { call } from '../bridge';
import { asStetError } from '../queries/client';
import { useSourceReading } from '../queries/sources';
import { closeDialog, getShell } from '../shell';
import { Button } from '../ui/button';
import { type Choice, Choose, TextArea, TextField } from '../ui/fields';
import { Modal } from '../ui/modal';
import { errorMessage } from '../words/errors';
import { versionWords as said, VERSION_KIND_HINTS, VERSION_KIND_LABELS } from '../words/versions';
import { words } from '../words/words';
import { dropDraft, keepDraft, keptDraft } from './correction-draft';
import { addVersion, pickVersionFile } from './version-actions';

type Way = keyof typeof said.ways;
const WAYS = Object.keys(said.ways) as Way[];

const KINDS: Choice<VersionKind>[] = (Object.keys(VERSION_KIND_LABELS) as VersionKind[]).map(
  (id) => ({ id, label: VERSION_KIND_LABELS[id], hint: VERSION_KIND_HINTS[id] }),
);

/** Adds a version of a source: its text corrected in place, pasted, or from a file. */
export function AddVersionDialog({ sourceId }: { sourceId: string }) {
  const { data: reading, error } = useSourceReading(sourceId);
  return (
    <Modal
      title={said.addTitle}
      description={reading?.source.title}
      size="wide"
      onClose={closeDialog}
    >
      {error ? (
        <p className="dialog-body inline-error">{errorMessage(asStetError(error))}</p>
      ) : null}
      {!reading && !error ? <p className="dialog-body">{words.loading}</p> : null}
      {reading ? <AddVersionForm reading={reading} /> : null}
    </Modal>
  );
}

function AddVersionForm({ reading }: { reading: SourceReading }) {
  // Read once: what changes in the library meanwhile does not change what is typed.
  const [before] = useState(reading.text);
  const sourceId = reading.source.id;
  const [kept] = useState(() => keptDraft(sourceId, before));
  const form = useRef<HTMLFormElement>(null);
  const hasSelection = useSelectedWords(form, reading);
  const [way, setWay] = useState<Way>(kept && kept.corrected === before ? 'paste' : 'correct');
  const [kind, setKind] = useState<VersionKind>('corrected');
  const [language, setLanguage] = useState('');
  const [reason, setReason] = useState(kept?.reason ?? '');
  const [corrected, setCorrected] = useState(kept?.corrected ?? before);
  const [pasted, setPasted] = useState(kept?.pasted ?? '');
  const [file, setFile] = useState<{ token: string; name: string } | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const isAdding = jobId !== null;
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(
    () => keepDraft(sourceId, { before, corrected, pasted, reason }),
    [sourceId, before, corrected, pasted, reason],
  );

  const isTranslated = kind === 'translated';
  const isLanguage = v.is(LanguageSchema, language.trim());
  const content = contentOf(way, { corrected, pasted, file });
  const isSame = way === 'correct' && corrected === before;
  const isReady = content !== null && !isSame && !isAdding && (!isTranslated || isLanguage);

  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (!content || !isReady) return;
    const job = newId();
    setJobId(job);
    setFailure(null);
    try {
      await addVersion({
        sourceId,
        jobId: job,
        kind,
        reason: reason.trim() || null,
        language: isTranslated ? language.trim() : null,
        content,
      });
      dropDraft(sourceId);
    } catch (error) {
      setFailure(errorMessage(asStetError(error)));
      setJobId(null);
    }
  };

  const reasonField = (
    <TextField
      label={said.reason}
      placeholder={said.reasonPlaceholder}
      value={reason}
      onChange={setReason}
      maxLength={500}
    />
  );

  return (
    <form ref={form} onSubmit={(event) => void add(event)}>
      <div className="dialog-body form version-text">
        <RadioGroup
          className="version-ways"
          value={way}
          onChange={(next) => setWay(next as Way)}
          orientation="horizontal"
        >
          <Label className="field-label">{said.way}</Label>
          {WAYS.map((id) => (
            <Radio
              key={id}
              value={id}
              className="version-way"
              autoFocus={id === way && !hasSelection}
            >
              {said.ways[id]}
            </Radio>
          ))}
        </RadioGroup>
        <div className="form-row">
          <Choose
            label={said.kind}
            choices={KINDS}
            value={kind}
            onChange={(next) => setKind(next)}
          />
          {isTranslated ? (
            <TextField
              label={said.language}
              hint={said.languageHint}
              value={language}
              onChange={setLanguage}
              isInvalid={language.trim() !== '' && !isLanguage}
              error={said.languageWrong}
            />
          ) : (
            reasonField
          )}
        </div>
        {isTranslated ? reasonField : null}
        {way === 'correct' ? (
          <TextArea label={said.text} rows={14} value={corrected} onChange={setCorrected} />
        ) : null}
        {way === 'paste' ? (
          <TextArea
            label={said.text}
            rows={14}
            placeholder={said.textPlaceholder}
            value={pasted}
            onChange={setPasted}
          />
        ) : null}
        {way === 'file' ? (
          <div className="version-file">
            <Button
              onPress={() =>
                void pickVersionFile().then((picked) => {
                  if (picked) setFile(picked);
                })
              }
            >
              {file ? said.chooseAnother : said.chooseFile}
            </Button>
            <span>{file?.name ?? said.noFile}</span>
          </div>
        ) : (
          <p className="hint">{said.textHint}</p>
        )}
        {kept ? (
          <p className="hint" role="status">
            {said.kept}
          </p>
        ) : null}
        {failure ? (
          <p className="inline-error" role="alert">
            {failure}
          </p>
        ) : null}
      </div>
      <footer className="dialog-footer">
        <span className="push" />
        <Button
          onPress={() => {
            if (jobId !== null) {
              void attempt(() => call('jobs.cancel', { jobId }));
              return;
            }
            dropDraft(sourceId);
            closeDialog();
          }}
        >
          {words.cancel}
        </Button>
        <Button tone="primary" type="submit" isDisabled={!isReady}>
          {isAdding ? said.adding : said.addNow}
        </Button>
      </footer>
    </form>
  );
}

/**
 * What is selected in the reader is selected in the text that is corrected, and in view; answers
 * whether anything is.
 */
function useSelectedWords(
  form: RefObject<HTMLFormElement | null>,
  reading: SourceReading,
): boolean {
  const [span] = useState(() => {
    const { readerSelection, sourceVersionId } = getShell();
    const isHere = sourceVersionId === null || sourceVersionId === reading.versionId;
    return isHere && readerSelection?.sourceId === reading.source.id ? readerSelection : null;
  });
  useEffect(() => {
    const area = form.current?.querySelector('textarea');
    if (!span || !area) return;
    area.focus();
    area.setSelectionRange(span.start, span.end);
    area.scrollTop =
      (area.scrollHeight * span.start) / Math.max(1, area.value.length) - area.clientHeight / 2;
  }, [form, span]);
  return span !== null;
}

/** What is to be added; null while there is nothing. */
function contentOf(
  way: Way,
  {
    corrected,
    pasted,
    file,
  }: { corrected: string; pasted: string; file: { token: string } | null },
): Input<'sources.addVersion'>['content'] | null {
  if (way === 'file') {
    return file && { from: 'file', file: { from: 'granted', token: file.token } };
  }
  const text = way === 'correct' ? corrected : pasted;
  return text.trim() === '' ? null : { from: 'text', text };
}
