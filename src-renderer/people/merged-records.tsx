import type { PersonRecord } from '../../src-shared/model/person';
import { attempt } from '../actions';
import { Button } from '../ui/button';
import { peopleWords as said } from '../words/people';
import { separatePerson } from './person-actions';

/** The records that were merged into this one, each with the way to take it out again. */
export function MergedRecords({ person }: { person: PersonRecord }) {
  if (person.merged.length === 0) return null;
  return (
    <section className="merged" aria-label={said.mergedTitle}>
      <span className="field-label">{said.mergedTitle}</span>
      <ul>
        {person.merged.map(({ mergeId, personId, name }) => (
          <li key={mergeId} className="merged-row">
            <bdi>{name}</bdi>
            <Button
              small
              aria-label={said.separateName(name)}
              onPress={() =>
                void attempt(() => separatePerson(person, { id: personId, name, mergeId }))
              }
            >
              {said.separate}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is known in private of the records that were merged into this one. */
export function MergedPrivate({ person }: { person: PersonRecord }) {
  const known = person.merged.flatMap((one) => {
    const { realName, email, contact, notes } = one.private;
    const lines = [realName, email, contact, notes].filter((line) => line !== null);
    return lines.length === 0 ? [] : [{ ...one, lines }];
  });
  if (known.length === 0) return null;
  return (
    <section className="merged" aria-label={said.mergedTitle}>
      {known.map(({ mergeId, name, lines }) => (
        <div key={mergeId}>
          <span className="field-label">
            <bdi>{name}</bdi>
          </span>
          <p className="merged-private" dir="auto">
            {lines.join('\n')}
          </p>
        </div>
      ))}
    </section>
  );
}
