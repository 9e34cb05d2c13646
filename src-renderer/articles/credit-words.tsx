import { splitNames } from '../../src-shared/byline/split-names';
import type { Credit } from '../../src-shared/model/byline';
import { directionOf } from '../words/text';

type Credited = Pick<Credit, 'name' | 'jobTitle' | 'affiliation' | 'location' | 'note'>;

const namesOf = (credits: readonly Credited[]) => credits.map(({ name }) => name);

/** Which way a byline's line runs: the words between the names say it, where there are any. */
export function lineDirection(line: string, credits: readonly Credited[]): 'ltr' | 'rtl' | 'auto' {
  const own = splitNames(line, namesOf(credits))
    .filter(({ name }) => name === null)
    .map(({ text }) => text)
    .join('');
  return /\p{L}/u.test(own) ? directionOf(own) : 'auto';
}

/** Words of a byline: names, titles and places keep to themselves, whichever way they run. */
export function CreditWords({ text, credits }: { text: string; credits: readonly Credited[] }) {
  const details = credits.flatMap(({ jobTitle, affiliation, location, note }) =>
    [jobTitle, affiliation, location, note].filter((one) => one !== null),
  );
  return splitNames(text, [...namesOf(credits), ...details]).map((piece, index) =>
    piece.name === null ? piece.text : <bdi key={index}>{piece.text}</bdi>,
  );
}
