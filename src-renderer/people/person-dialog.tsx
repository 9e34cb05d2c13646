import { type FormEvent, type ReactNode, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { PersonRecord, PersonSummary } from '../../src-shared/model/person';
import { asStetError } from '../queries/client';
import { usePeople, usePerson } from '../queries/people';
import { closeDialog } from '../shell';
import { Button } from '../ui/button';
import { DialogEnd } from '../ui/dialog-end';
import { Modal } from '../ui/modal';
import { errorMessage } from '../words/errors';
import { peopleWords as said } from '../words/people';
import { words } from '../words/words';
import { MergeForm } from './merge-form';
import { MergedPrivate, MergedRecords } from './merged-records';
import { createPerson, removePerson, updatePerson } from './person-actions';
import { changesBetween, detailsOf, draftOf, type PersonDraft, problemsOf } from './person-draft';
import { NamesTab, PrivateTab, RecordTab } from './record-tab';
import { TraceTab } from './trace-tab';

/** Adds a person, or shows one: what was said and written, and the record. */
export function PersonDialog({ personId, name }: { personId: string | null; name: string }) {
  return personId === null ? (
    <Modal title={words.people.addTitle} onClose={closeDialog}>
      <PersonForm person={null} name={name} start="record" />
    </Modal>
  ) : (
    <KnownPerson personId={personId} />
  );
}

function KnownPerson({ personId }: { personId: string }) {
  const { data: person, error } = usePerson(personId);
  const { data: people } = usePeople();
  const [isMerging, setMerging] = useState(false);
  const summary = people?.find(({ id }) => id === personId);
  const frame = (children: ReactNode) => (
    <Modal
      title={isMerging ? said.mergeTitle : words.people.changeTitle}
      {...(person ? { description: <Described person={person} summary={summary} /> } : {})}
      onClose={closeDialog}
    >
      {children}
    </Modal>
  );
  if (error) {
    return frame(
      <p className="dialog-body inline-error" role="alert">
        {errorMessage(asStetError(error))}
      </p>,
    );
  }
  if (!person || !people) return frame(<p className="dialog-body">{words.loading}</p>);
  if (isMerging) return frame(<MergeForm person={person} onBack={() => setMerging(false)} />);
  const isNamed = summary ? summary.quotationCount + summary.creditCount > 0 : false;
  return frame(
    <PersonForm
      person={person}
      name=""
      start={isNamed ? 'trace' : 'record'}
      onMerge={() => setMerging(true)}
    />,
  );
}

function Described({
  person,
  summary,
}: {
  person: PersonRecord;
  summary: PersonSummary | undefined;
}) {
  return (
    <>
      <bdi className="person-name">{person.name}</bdi>
      {summary ? ` ${words.people.usage(summary.quotationCount, summary.creditCount)}` : null}
    </>
  );
}

type TabName = keyof typeof said.tabs;

function PersonForm({
  person,
  name,
  start,
  onMerge,
}: {
  person: PersonRecord | null;
  name: string;
  start: TabName;
  onMerge?(): void;
}) {
  const [before] = useState(() => draftOf(person, name));
  const [draft, setDraft] = useState(before);
  const [failure, setFailure] = useState<string | null>(null);
  const set = (changes: Partial<PersonDraft>) => setDraft((last) => ({ ...last, ...changes }));
  const problems = problemsOf(draft);
  const isWrong: Partial<Record<TabName, boolean>> = {
    record: problems.has('url') || problems.has('links'),
    names: problems.has('language'),
    private: problems.has('email'),
  };

  const run = async (action: () => Promise<unknown>) => {
    try {
      await action();
      closeDialog();
    } catch (error) {
      setFailure(errorMessage(asStetError(error)));
    }
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (problems.size > 0) return;
    void run(() =>
      person
        ? updatePerson(person.id, changesBetween(before, draft))
        : createPerson(detailsOf(draft)),
    );
  };
  const tabs: TabName[] = [...(person ? (['trace'] as const) : []), 'record', 'names', 'private'];
  const fields = { draft, problems, set };

  return (
    <form className="source-form person-form" onSubmit={save}>
      <Tabs className="dialog-tabs" defaultSelectedKey={start}>
        <TabList className="dialog-tab-list" aria-label={said.tabList}>
          {tabs.map((tab) => (
            <Tab key={tab} id={tab} className="dialog-tab">
              {said.tabs[tab]}
              {isWrong[tab] ? (
                <span className="tab-problem" role="img" aria-label={said.tabProblem} />
              ) : null}
            </Tab>
          ))}
        </TabList>
        {person ? (
          <TabPanel className="dialog-tab-panel" id="trace">
            <TraceTab personId={person.id} />
          </TabPanel>
        ) : null}
        <TabPanel className="dialog-tab-panel" id="record">
          <RecordTab {...fields} />
        </TabPanel>
        <TabPanel className="dialog-tab-panel" id="names">
          <NamesTab {...fields} />
          {person ? <MergedRecords person={person} /> : null}
        </TabPanel>
        <TabPanel className="dialog-tab-panel" id="private">
          <PrivateTab {...fields} />
          {person ? <MergedPrivate person={person} /> : null}
        </TabPanel>
      </Tabs>
      <DialogEnd
        failure={failure}
        label={person ? words.save : words.people.add}
        isDisabled={problems.size > 0}
      >
        {person ? (
          <>
            <Button
              tone="danger"
              onPress={() => void run(() => removePerson(person.id, person.name))}
            >
              {words.moveToBin}
            </Button>
            <Button {...(onMerge ? { onPress: onMerge } : {})}>{said.merge}</Button>
          </>
        ) : null}
      </DialogEnd>
    </form>
  );
}
