import type { PersonDetails } from '../../src-shared/model/person';
import { attempt } from '../actions';
import { call } from '../bridge';
import { keys, queryClient } from '../queries';
import { showToast } from '../shell';
import { words } from '../words/words';

/** A person of whom only the name is known yet. */
export function nameOnly(name: string): PersonDetails {
  return { name, kind: 'person', role: null, affiliation: null, url: null };
}

/** Adds a person; rejects with a StetError. Answers the id, once the lists know the name. */
export async function createPerson(details: PersonDetails): Promise<string> {
  const { personId } = await call('people.create', { details });
  await queryClient.invalidateQueries({ queryKey: keys.people });
  return personId;
}

/** Changes a person's record everywhere; the message that says so can take it back. */
export async function updatePerson(personId: string, details: Partial<PersonDetails>) {
  const { previous } = await call('people.update', { personId, details });
  showToast(words.people.changed, {
    action: {
      label: words.undo,
      perform: () => void attempt(() => call('people.update', { personId, details: previous })),
    },
  });
}

/** Moves a person to the bin; rejects with `person-in-use` while an article names the person. */
export async function removePerson(personId: string, name: string) {
  await call('people.remove', { personId });
  showToast(words.movedToBin(name), {
    action: {
      label: words.undo,
      perform: () => void attempt(() => call('people.restore', { personId })),
    },
  });
}
