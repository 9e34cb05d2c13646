import { type FormEvent, useState } from 'react';
import * as v from 'valibot';
import {
  type PersonDetails,
  PersonDetailsSchema,
  type PersonSummary,
} from '../../src-shared/model/person';
import { asStetError, usePeople } from '../queries';
import { closeDialog } from '../shell';
import { Button } from '../ui/button';
import { DialogEnd } from '../ui/dialog-end';
import { Choose, TextField } from '../ui/fields';
import { Modal } from '../ui/modal';
import { errorMessage } from '../words/errors';
import { PERSON_KIND_LABELS } from '../words/people';
import { words } from '../words/words';
import { createPerson, nameOnly, removePerson, updatePerson } from './person-actions';

const kinds = (Object.keys(PERSON_KIND_LABELS) as PersonDetails['kind'][]).map((id) => ({
  id,
  label: PERSON_KIND_LABELS[id],
}));

/** Adds a person, or changes one. */
export function PersonDialog({ personId, name }: { personId: string | null; name: string }) {
  const { data: people } = usePeople();
  const person = people?.find(({ id }) => id === personId) ?? null;
  const isLoading = personId !== null && person === null;
  return (
    <Modal
      title={personId === null ? words.people.addTitle : words.people.changeTitle}
      {...(person
        ? { description: words.people.usage(person.quotationCount, person.creditCount) }
        : {})}
      onClose={closeDialog}
      size="narrow"
    >
      {isLoading ? (
        <p className="dialog-body">{words.loading}</p>
      ) : (
        <PersonForm person={person} start={person ?? nameOnly(name)} />
      )}
    </Modal>
  );
}

function PersonForm({ person, start }: { person: PersonSummary | null; start: PersonDetails }) {
  const [name, setName] = useState(start.name);
  const [kind, setKind] = useState(start.kind);
  const [role, setRole] = useState(start.role ?? '');
  const [affiliation, setAffiliation] = useState(start.affiliation ?? '');
  const [url, setUrl] = useState(start.url ?? '');
  const [failure, setFailure] = useState<string | null>(null);

  const details: PersonDetails = {
    name: name.trim(),
    kind,
    role: role.trim() || null,
    affiliation: affiliation.trim() || null,
    url: url.trim() || null,
  };
  const isUrlWrong = !v.is(PersonDetailsSchema.entries.url, details.url);
  const isValid = details.name !== '' && !isUrlWrong;

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
    if (!isValid) return;
    void run(() => (person ? updatePerson(person.id, details) : createPerson(details)));
  };

  return (
    <form onSubmit={save}>
      <div className="dialog-body form">
        <TextField
          label={words.people.name}
          hint={words.people.nameHint}
          value={name}
          onChange={setName}
          autoFocus
        />
        <Choose
          label={words.people.kind}
          choices={kinds}
          value={kind}
          onChange={(next) => setKind(next)}
        />
        <div className="form-row">
          <TextField
            label={words.people.role}
            placeholder={words.people.rolePlaceholder}
            value={role}
            onChange={setRole}
          />
          <TextField
            label={words.people.affiliation}
            value={affiliation}
            onChange={setAffiliation}
          />
        </div>
        <TextField
          label={words.people.url}
          placeholder="https://"
          value={url}
          onChange={setUrl}
          isInvalid={isUrlWrong}
          error={isUrlWrong ? words.sources.urlWrong : null}
        />
      </div>
      <DialogEnd
        failure={failure}
        label={person ? words.save : words.people.add}
        isDisabled={!isValid}
      >
        {person ? (
          <Button
            tone="danger"
            onPress={() => void run(() => removePerson(person.id, person.name))}
          >
            {words.moveToBin}
          </Button>
        ) : null}
      </DialogEnd>
    </form>
  );
}
