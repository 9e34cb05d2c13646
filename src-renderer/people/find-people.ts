import type { PersonSummary } from '../../src-shared/model/person';
import { matchScore } from '../ui/palette-search';

type Named = Pick<PersonSummary, 'name' | 'otherNames' | 'mergedNames'>;

/** A name other than the credited one has to fit a little better to come first. */
const OTHER_NAME = 0.97;

/** Which of a person's names fits what was typed best, and how well (1 to 0, as `matchScore`). */
export function bestName(person: Named, query: string): { name: string; score: number } {
  let best = { name: person.name, score: matchScore(person.name, query) };
  if (best.score === 1) return best;
  for (const name of [...person.otherNames.map((one) => one.name), ...person.mergedNames]) {
    const score = matchScore(name, query) * OTHER_NAME;
    if (score > best.score) best = { name, score };
  }
  return best;
}

/** The people that what was typed fits, in the order of the list; all of them where nothing was typed. */
export function peopleFitting<T extends Named>(people: readonly T[], query: string): readonly T[] {
  if (query.trim() === '') return people;
  return people.filter((person) => bestName(person, query).score > 0);
}
