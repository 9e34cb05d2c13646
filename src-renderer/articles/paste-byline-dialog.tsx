import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type FormEvent, useDeferredValue, useMemo, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import type { ReadContributor } from '../../src-shared/contract/bylines';
import { LONGEST_LINE } from '../../src-shared/model/byline';
import { call } from '../bridge';
import { openArticle } from '../queries/open-article';
import { usePeople } from '../queries/people';
import { closeDialog, getShell } from '../shell';
import { DialogEnd } from '../ui/dialog-end';
import { TextArea } from '../ui/fields';
import { Modal } from '../ui/modal';
import { pasteWords as said } from '../words/byline-paste';
import { takeByline } from './byline-actions';
import {
  answered,
  type Draft,
  draftOf,
  edited,
  type People,
  takenCredits,
  without,
} from './byline-draft';
import { DraftRow, Questions } from './byline-draft-rows';

const NOBODY: People = [];

/** Reads a byline that is pasted as a string, asks about what it cannot know, and takes it over. */
export function PasteBylineDialog({ text = '' }: { text?: string }) {
  const articleId = getShell().opened?.articleId ?? null;
  const [raw, setRaw] = useState(text);
  const wanted = useDeferredValue(raw.trim());
  const isTooLong = raw.length > LONGEST_LINE;
  const { data: people } = usePeople();
  const { data, isFetching } = useQuery({
    queryKey: ['bylines.parse', articleId, wanted],
    queryFn: async () => ({
      text: wanted,
      read: await call('bylines.parse', { articleId: articleId!, text: wanted }),
    }),
    enabled: articleId !== null && wanted !== '' && !isTooLong && people !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  if (articleId === null) return null;
  const shown = wanted === '' || isTooLong ? undefined : data;
  return (
    <Modal title={said.title} description={said.description} size="wide" onClose={closeDialog}>
      <div className="dialog-body paste-byline-text">
        <TextArea
          label={said.label}
          placeholder={said.placeholder}
          rows={3}
          value={raw}
          onChange={setRaw}
          autoFocus
        />
        {isTooLong ? (
          <p className="inline-error" role="alert">
            {said.tooLong(LONGEST_LINE)}
          </p>
        ) : null}
        {isFetching && !shown ? <p className="hint">{said.reading}</p> : null}
      </div>
      <Drafted
        // Other words are another draft; the answers belonged to those before.
        key={shown?.text ?? ''}
        articleId={articleId}
        raw={shown?.text ?? ''}
        read={shown?.read ?? null}
        people={people ?? NOBODY}
      />
    </Modal>
  );
}

function Drafted({
  articleId,
  raw,
  read,
  people,
}: {
  articleId: string;
  raw: string;
  read: readonly ReadContributor[] | null;
  people: People;
}) {
  const first = useMemo(() => draftOf(raw, read ?? [], people), [raw, read, people]);
  const [changed, setDraft] = useState<Draft | null>(null);
  const [mode, setMode] = useState<'replace' | 'append'>('replace');
  const draft = changed ?? first;
  const { credits, questions } = draft;
  const isNameless = credits.some(({ name }) => name.trim() === '');
  const hasByline = (openArticle()?.byline.credits.length ?? 0) > 0;
  const take = async (event: FormEvent) => {
    event.preventDefault();
    if (credits.length === 0 || questions.length > 0 || isNameless) return;
    if (await takeByline({ articleId, raw, mode, credits: takenCredits(draft) })) closeDialog();
  };
  return (
    <form onSubmit={(event) => void take(event)}>
      {read === null ? null : (
        <div className="dialog-body form paste-byline">
          <p className="visually-hidden" role="status">
            {credits.length === 0 ? said.none : said.questions(questions.length)}
          </p>
          {credits.length === 0 ? <p className="hint">{said.none}</p> : null}
          <Questions
            draft={draft}
            people={people}
            onAnswer={(question, answer) => setDraft(answered(draft, question, answer, people))}
          />
          {credits.length > 0 ? (
            <ul className="draft-credits" aria-label={said.result}>
              {credits.map((credit) => (
                <DraftRow
                  key={credit.key}
                  credit={credit}
                  isAsked={questions.some(
                    ({ kind, about }) => kind === 'who' && about[0] === credit.key,
                  )}
                  people={people}
                  onChange={(patch) => setDraft(edited(draft, credit.key, patch, people))}
                  onRemove={() => setDraft(without(draft, credit.key))}
                />
              ))}
            </ul>
          ) : null}
          {hasByline && credits.length > 0 ? (
            <RadioGroup
              className="choices choices-row"
              aria-label={said.mode}
              value={mode}
              onChange={(value) => setMode(value as typeof mode)}
            >
              {(['replace', 'append'] as const).map((id) => (
                <Radio key={id} value={id} className="choice">
                  <span className="choice-label">{said.modes[id]}</span>
                </Radio>
              ))}
            </RadioGroup>
          ) : null}
        </div>
      )}
      <DialogEnd
        failure={null}
        label={said.take}
        isDisabled={credits.length === 0 || questions.length > 0 || isNameless}
      >
        <span className="hint">
          {questions.length > 0
            ? said.answerFirst(questions.length)
            : isNameless
              ? said.nameMissing
              : null}
        </span>
      </DialogEnd>
    </form>
  );
}
