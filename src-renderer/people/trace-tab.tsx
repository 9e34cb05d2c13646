import { type ReactNode, useState } from 'react';
import { Checkbox } from 'react-aria-components';
import type { PersonTrace, Said } from '../../src-shared/model/person-trace';
import { attempt } from '../actions';
import { openArticle } from '../articles/article-actions';
import { usePeople, usePersonTrace } from '../queries/people';
import { goToQuotationIn } from '../quotes/quote-actions';
import { closeDialog, showSource } from '../shell';
import { EmptyState } from '../ui/empty-state';
import { PersonPicker } from '../ui/person-picker';
import { VerdictChip } from '../ui/verdict';
import { ROLE_LABELS } from '../words/bylines';
import { STATUS_LABELS } from '../words/format';
import { CONSENT_LABELS } from '../words/notes';
import { peopleWords as said } from '../words/people';
import { words } from '../words/words';
import { giveToOther } from './person-actions';

/** So many of a list are shown at first, and so many more whenever that is asked for. */
const SHOWN = 50;

const quotationKey = (one: Said) => `${one.articleId} ${one.quotationId}`;

/** Everything that leads from a person: what was said and written, the sources, what was agreed. */
export function TraceTab({ personId }: { personId: string }) {
  const { data: trace } = usePersonTrace(personId);
  if (!trace) return <p className="dialog-note">{words.loading}</p>;
  const lists = [trace.said, trace.written, trace.sources, trace.agreements];
  if (lists.every((list) => list.length === 0)) {
    return <EmptyState title={said.nothing} text={said.nothingText} />;
  }
  return <Trace personId={personId} trace={trace} />;
}

function Trace({ personId, trace }: { personId: string; trace: PersonTrace }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (key: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(key);
    else next.delete(key);
    setChosen(next);
  };
  const go = (way: () => unknown) => {
    closeDialog();
    way();
  };
  const choice = (key: string, what: string) => (
    <Checkbox
      className="checkbox"
      aria-label={said.choose(what)}
      isSelected={chosen.has(key)}
      onChange={(isChosen) => choose(key, isChosen)}
    >
      <span className="checkbox-box" aria-hidden="true" />
    </Checkbox>
  );
  return (
    <div className="trace">
      <TraceList title={said.said(trace.said.length)} items={trace.said} keyOf={quotationKey}>
        {(one) => (
          <>
            {choice(quotationKey(one), one.text)}
            <button
              type="button"
              className="trace-entry"
              onClick={() => go(() => goToQuotationIn(one.articleId, one.quotationId))}
            >
              <span className="trace-text" dir="auto">
                {one.text}
              </span>
              <small dir="auto">{one.headline || words.untitled}</small>
            </button>
            <VerdictChip verdict={one.dismissed ? 'dismissed' : one.verdict} />
          </>
        )}
      </TraceList>
      <TraceList
        title={said.written(trace.written.length)}
        items={trace.written}
        keyOf={({ creditId }) => creditId}
      >
        {(one) => (
          <>
            {choice(one.creditId, one.headline || words.untitled)}
            <button
              type="button"
              className="trace-entry"
              onClick={() => go(() => openArticle(one.articleId))}
            >
              <span className="trace-text" dir="auto">
                {one.headline || words.untitled}
              </span>
              <small>
                {ROLE_LABELS[one.role]} · {STATUS_LABELS[one.status]}
              </small>
            </button>
          </>
        )}
      </TraceList>
      <TraceList
        title={said.sources(trace.sources.length)}
        items={trace.sources}
        keyOf={({ sourceId }) => sourceId}
      >
        {(one) => (
          <button
            type="button"
            className="trace-entry"
            onClick={() => go(() => showSource(one.sourceId))}
          >
            <span className="trace-text" dir="auto">
              {one.title}
            </span>
            {one.isPrivate ? <small>{said.inPrivate}</small> : null}
          </button>
        )}
      </TraceList>
      <TraceList
        title={said.agreements(trace.agreements.length)}
        items={trace.agreements}
        keyOf={({ agreement }) => agreement.id}
      >
        {({ agreement, sourceId, title }) => (
          <button
            type="button"
            className="trace-entry"
            onClick={() => go(() => showSource(sourceId))}
          >
            <span className="trace-text">
              {CONSENT_LABELS[agreement.consent]} · <bdi>{agreement.speaker}</bdi>
            </span>
            <small dir="auto">
              {[title, agreement.agreedOn, agreement.terms].filter(Boolean).join(' · ')}
            </small>
          </button>
        )}
      </TraceList>
      {chosen.size > 0 ? (
        <Give
          personId={personId}
          trace={trace}
          chosen={chosen}
          onGiven={() => setChosen(new Set())}
        />
      ) : null}
    </div>
  );
}

function TraceList<T>({
  title,
  items,
  keyOf,
  children,
}: {
  title: string;
  items: readonly T[];
  keyOf(item: T): string;
  children(item: T): ReactNode;
}) {
  const [limit, setLimit] = useState(SHOWN);
  if (items.length === 0) return null;
  const hidden = items.length - limit;
  return (
    <section aria-label={title}>
      <h3 className="trace-title">{title}</h3>
      <ul className="trace-list">
        {items.slice(0, limit).map((item) => (
          <li key={keyOf(item)} className="trace-row">
            {children(item)}
          </li>
        ))}
      </ul>
      {hidden > 0 ? (
        <button type="button" className="link-button" onClick={() => setLimit(limit + SHOWN)}>
          {said.more(Math.min(hidden, SHOWN))}
        </button>
      ) : null}
    </section>
  );
}

/** Whom what was chosen goes to. */
function Give({
  personId,
  trace,
  chosen,
  onGiven,
}: {
  personId: string;
  trace: PersonTrace;
  chosen: ReadonlySet<string>;
  onGiven(): void;
}) {
  const { data: people = [] } = usePeople();
  const give = (to: { personId: string } | { name: string }, name: string) =>
    void attempt(async () => {
      const quotations = trace.said.filter((one) => chosen.has(quotationKey(one)));
      await giveToOther(
        {
          personId,
          to,
          quotations: quotations.map(({ articleId, quotationId }) => ({ articleId, quotationId })),
          creditIds: trace.written
            .filter(({ creditId }) => chosen.has(creditId))
            .map(({ creditId }) => creditId),
        },
        name,
      );
      onGiven();
    });
  return (
    <div className="trace-give">
      <PersonPicker
        label={said.giveTo(chosen.size)}
        placeholder={said.giveTitle}
        except={personId}
        onPick={(id) => give({ personId: id }, people.find((one) => one.id === id)?.name ?? '')}
        onCreate={(name) => give({ name }, name)}
      />
    </div>
  );
}
