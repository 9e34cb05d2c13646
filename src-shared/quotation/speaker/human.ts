import { type People, surnameOf } from './people';
import { isPronoun, type PhraseRange } from './phrase';
import { PLACES } from './places';
import type { Token } from './tokens';
import type { SpeakerWords } from './words-type';

/** Months and days have capitals and are nobody. */
const TIME =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/u;

/**
 * Does this phrase stand for somebody who can speak: a pronoun, a name, an office? `bodies` lets
 * organisations count as well. A phrase of things ("the answer", "the end of the week") does not.
 */
export function isHuman(
  tokens: readonly Token[],
  range: PhraseRange,
  people: People | null,
  words: SpeakerWords,
  bodies = false,
): boolean {
  const first = tokens[range.first];
  if (isPronoun(first, words)) {
    const pronoun = words.pronouns.get(first?.lower ?? '');
    return pronoun === 'he' || pronoun === 'she';
  }
  let capitals = 0;
  for (let at = range.first; at < range.end; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') {
      if (token?.text === ',' && capitals > 0) break;
      continue;
    }
    // "the head of the school" is an office; "the school of the mayor" is none.
    if (at > range.first && words.linking.has(token.lower)) break;
    const bare = token.lower.replace(/'s?$/u, '');
    if (/'s$/u.test(token.lower) && at < range.end - 1) {
      capitals = 0;
      continue;
    }
    if (words.roles.has(bare) || bare.endsWith('-year-old')) return true;
    if (bodies && words.organisations.has(bare)) return true;
    if (!token.capital || TIME.test(bare) || PLACES.has(bare)) continue;
    if (words.organisations.has(bare)) return false;
    const isWord = at === token.sentence && words.boundaries.has(bare);
    if (isWord || words.determiners.has(bare)) continue;
    capitals += 1;
    if (people?.bySurname.get(surnameOf(token.text))) return true;
  }
  // Two capitals are a name more often than not; one may be anything.
  return capitals >= 2;
}
