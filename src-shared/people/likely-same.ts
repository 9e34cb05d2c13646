import type { LikelySame } from '../model/person';
import { foldName } from './fold-name';
import { romanise } from './romanise';

export type SameReason = LikelySame['reason'];

/** A name prepared for comparing: preparing it is most of the work. */
export interface ComparedName {
  whole: string;
  words: string[];
  sounds: string[];
}

export function comparedName(name: string): ComparedName {
  const whole = foldName(name);
  const words = whole.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
  return { whole, words, sounds: words.map(romanise) };
}

const sorted = (words: readonly string[]) => words.toSorted().join(' ');

/**
 * Why two names may be one person's, the surest reason; null where nothing says so. It is a suggestion:
 * two people may have the same name.
 */
export function sameReason(a: ComparedName, b: ComparedName): SameReason | null {
  if (a.words.length === 0 || b.words.length === 0) return null;
  if (a.whole === b.whole || a.words.join(' ') === b.words.join(' ')) return 'same-name';
  // "Lind" alone is half of a name.
  if (a.words.length < 2 || b.words.length < 2) return null;
  if (sorted(a.words) === sorted(b.words)) return 'order';
  if (sorted(a.sounds) === sorted(b.sounds)) return 'script';
  return isSameByInitials(a.sounds, b.sounds) ? 'initials' : null;
}

/** "M. Lind", "Mara K. Lind" and "Mara Lind": the same last word, and given names that do not contradict. */
function isSameByInitials(a: readonly string[], b: readonly string[]): boolean {
  if (a.at(-1) !== b.at(-1)) return false;
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  const given = short.slice(0, -1);
  const others = long.slice(0, -1);
  if (!agrees(given[0]!, others[0]!)) return false;
  let at = 0;
  return given.every((word) => {
    while (at < others.length && !agrees(word, others[at]!)) at += 1;
    at += 1;
    return at <= others.length;
  });
}

function agrees(a: string, b: string): boolean {
  return a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
}

interface Known {
  id: string;
  name: string;
  otherNames: readonly { name: string }[];
  mergedNames: readonly string[];
}

/** The people who may be the same as one of them, by any of their names; the surest first. */
export function likelySame(people: readonly Known[], personId: string): LikelySame[] {
  const person = people.find(({ id }) => id === personId);
  if (!person) return [];
  const own = namesOf(person);
  const order: SameReason[] = ['same-name', 'order', 'script', 'initials'];
  return people
    .flatMap((other) => {
      if (other.id === personId) return [];
      const reasons = namesOf(other).flatMap((name) => own.map((mine) => sameReason(mine, name)));
      const reason = order.find((one) => reasons.includes(one));
      return reason ? [{ personId: other.id, name: other.name, reason }] : [];
    })
    .toSorted((a, b) => order.indexOf(a.reason) - order.indexOf(b.reason));
}

function namesOf({ name, otherNames, mergedNames }: Known): ComparedName[] {
  return [name, ...otherNames.map((other) => other.name), ...mergedNames].map(comparedName);
}
