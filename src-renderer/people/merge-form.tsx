import { type FormEvent, useState } from 'react';
import { Button as AriaButton, Group } from 'react-aria-components';
import type { PersonRecord } from '../../src-shared/model/person';
import { asStetError } from '../queries/client';
import { usePeople } from '../queries/people';
import { closeDialog } from '../shell';
import { Button } from '../ui/button';
import { Choose } from '../ui/fields';
import { PersonPicker } from '../ui/person-picker';
import { errorMessage } from '../words/errors';
import { SAME_REASONS, peopleWords as said } from '../words/people';
import { words } from '../words/words';
import { mergePeople } from './person-actions';

/** Who is the same person, and which name stays. */
export function MergeForm({ person, onBack }: { person: PersonRecord; onBack(): void }) {
  const { data: people = [] } = usePeople();
  const [otherId, setOtherId] = useState<string | null>(null);
  const [keptId, setKeptId] = useState(person.id);
  const [failure, setFailure] = useState<string | null>(null);
  const other = people.find(({ id }) => id === otherId) ?? null;

  const merge = async (event: FormEvent) => {
    event.preventDefault();
    if (!other) return;
    const [kept, merged] = keptId === person.id ? [person, other] : [other, person];
    try {
      await mergePeople(kept, merged);
      closeDialog();
    } catch (error) {
      setFailure(errorMessage(asStetError(error)));
    }
  };

  return (
    <form onSubmit={(event) => void merge(event)}>
      <div className="dialog-body form">
        <p className="hint">{said.mergeText}</p>
        {person.likelySame.length > 0 ? (
          <Group className="likely" aria-label={said.likely}>
            <span className="field-label">{said.likely}</span>
            {person.likelySame.map((one, index) => (
              <AriaButton
                key={one.personId}
                className="link-button likely-one"
                autoFocus={index === 0}
                onPress={() => setOtherId(one.personId)}
              >
                <bdi>{said.likelyLine(one.name, SAME_REASONS[one.reason])}</bdi>
              </AriaButton>
            ))}
          </Group>
        ) : null}
        <PersonPicker
          key={otherId}
          label={said.mergeWith}
          name={other?.name ?? ''}
          except={person.id}
          // The field opens its list, which would hide those above.
          autoFocus={person.likelySame.length === 0}
          onPick={setOtherId}
        />
        {other ? (
          <Choose
            label={said.keptName}
            choices={[person, other].map(({ id, name }) => ({ id, label: name }))}
            value={keptId === other.id ? other.id : person.id}
            onChange={setKeptId}
          />
        ) : null}
        {failure ? (
          <p className="inline-error" role="alert">
            {failure}
          </p>
        ) : null}
      </div>
      <footer className="dialog-footer">
        <span className="push" />
        <Button onPress={onBack}>{words.cancel}</Button>
        <Button tone="primary" type="submit" isDisabled={!other}>
          {said.mergeButton}
        </Button>
      </footer>
    </form>
  );
}
