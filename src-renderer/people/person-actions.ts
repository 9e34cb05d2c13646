import type { Input } from '../../src-shared/contract';
import type { EditablePerson, PersonDetails } from '../../src-shared/model/person';
import { attempt } from '../actions';
import { call } from '../bridge';
import { keys, queryClient } from '../queries/client';
import { showToast } from '../shell';
import { peopleWords } from '../words/people';
import { words } from '../words/words';

/** A person of whom only the name is known yet. */
export function nameOnly(name: string): PersonDetails {
  return { name, kind: 'person', role: null, affiliation: null, url: null };
}

/** Adds a person; rejects with a StetError. Answers the id, once the lists know the name. */
export async function createPerson(details: Input<'people.create'>['details']): Promise<string> {
  const { personId } = await call('people.create', { details });
  await queryClient.invalidateQueries({ queryKey: keys.people });
  return personId;
}

/** Says what was done to the library; the message that says so can take it back. */
function say(text: string, undo: () => Promise<unknown>) {
  showToast(text, { action: { label: words.undo, perform: () => void attempt(undo) } });
}

/** Changes a person's record everywhere. */
export async function updatePerson(personId: string, details: Partial<EditablePerson>) {
  const { previous } = await call('people.update', { personId, details });
  if (Object.keys(previous).length === 0) return;
  say(words.people.changed, () => call('people.update', { personId, details: previous }));
}

/** Moves a person to the bin; rejects with `person-in-use` while an article names the person. */
export async function removePerson(personId: string, name: string) {
  await call('people.remove', { personId });
  say(words.movedToBin(name), () => call('people.restore', { personId }));
}

interface Called {
  id: string;
  name: string;
}

/** Says that two records are one person's. */
export async function mergePeople(kept: Called, merged: Called) {
  const { mergeId } = await call('people.merge', { kept: kept.id, merged: merged.id });
  say(peopleWords.mergedInto(merged.name, kept.name), () => call('people.undoMerge', { mergeId }));
}

/** Takes a record out of the one that it was merged into. */
export async function separatePerson(kept: Called, merged: Called & { mergeId: string }) {
  await call('people.undoMerge', { mergeId: merged.mergeId });
  say(peopleWords.separated(merged.name), () =>
    call('people.merge', { kept: kept.id, merged: merged.id }),
  );
}

/** Gives quotations and credits to another person. */
export async function giveToOther(given: Input<'people.split'>, name: string) {
  const done = await call('people.split', given);
  const number = done.moved.quotations.length + done.moved.credits.length;
  if (number === 0) showToast(peopleWords.noneGiven);
  else say(peopleWords.given(number, name), () => call('people.undoSplit', done));
}
