import type { PersonSummary } from '../model/person';
import { foldName } from '../people/fold-name';
import type { KnownContributor, ParsedContributor } from './parse';

/** What is asked of the people of the library. */
type Known = Pick<PersonSummary, 'id' | 'name' | 'otherNames' | 'mergedNames' | 'isPseudonym'> & {
  kind: NonNullable<KnownContributor['kind']>;
};

/** Every name that the library's people go by, for the parser: none of them is cut in two. */
export function knownNames(people: readonly Known[]): KnownContributor[] {
  return people.flatMap(({ kind, isPseudonym, ...person }) =>
    namesOf(person).map((name) => ({
      name,
      kind,
      ...(isPseudonym ? { pseudonym: true } : {}),
    })),
  );
}

/** The people whom each contributor may be, those who are credited by that very name first. */
export function recognisePeople(
  contributors: readonly ParsedContributor[],
  people: readonly Known[],
): string[][] {
  const byName = new Map<string, Known[]>();
  for (const person of people) {
    for (const name of new Set(namesOf(person).map(foldName))) {
      byName.set(name, [...(byName.get(name) ?? []), person]);
    }
  }
  return contributors.map(({ name }) => {
    const wanted = foldName(name);
    const fitting = byName.get(wanted) ?? [];
    const credited = fitting.filter((person) => foldName(person.name) === wanted);
    return [...credited, ...fitting.filter((person) => !credited.includes(person))].map(
      ({ id }) => id,
    );
  });
}

function namesOf({
  name,
  otherNames,
  mergedNames,
}: Pick<Known, 'name' | 'otherNames' | 'mergedNames'>) {
  return [name, ...otherNames.map((other) => other.name), ...mergedNames];
}
