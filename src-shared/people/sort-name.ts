import type { PersonDetails, PersonNames } from '../model/person';

type Named = Pick<PersonDetails, 'name' | 'kind'> & Pick<PersonNames, 'sortName' | 'nameOrder'>;

/** Scripts whose names put the family first and are written without a space. */
const FAMILY_FIRST = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Belongs to the family name after it and counts in sorting, as in "Van Rompuy, Herman". */
const KEPT_PARTICLE = /^(?:de|del|della|di|da|dos|das|la|le|ter|ten|bin|ibn|mac|st\.?|o’|san)$/iu;
/** Written with a capital it is a part of the name: "Van Natta, Don". */
const CAPITAL_PARTICLE = /^(?:Van|Von|Der|Den)$/u;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|md|phd|qc|kc|mp|obe|mbe|cbe)\.?$/iu;
const ARTICLE = /^(?:the|der|die|das|le|la|les|el|los)\s+/iu;
/** "al-Haddad" is sorted as Haddad (STANDARDS section 4.6). */
const ARABIC_ARTICLE = /^(?:al|el|an|ar|as|ash|at)-(?=\p{Lu})/u;

/** How a person's name is put together: as the record says, or as its script does. */
export function nameOrderOf({ name, nameOrder }: Named): 'given-first' | 'family-first' {
  return nameOrder ?? (FAMILY_FIRST.test(name) ? 'family-first' : 'given-first');
}

/**
 * What a person is sorted by: the record's own sort name, or one that is worked out: "Lind, Mara". It
 * orders lists only; nothing is printed from it.
 */
export function sortNameOf(person: Named): string {
  if (person.sortName) return person.sortName;
  const name = person.name.trim();
  if (person.kind !== 'person') return name.replace(ARTICLE, '') || name;
  if (nameOrderOf(person) === 'family-first') return name;
  const words = name.replace(/,/g, '').split(/\s+/);
  let last = words.length - 1;
  while (last > 0 && SUFFIX.test(words[last]!)) last -= 1;
  let first = last;
  while (first > 1 && isKept(words[first - 1]!)) first -= 1;
  const family = words
    .slice(first, last + 1)
    .join(' ')
    .replace(ARABIC_ARTICLE, '');
  const others = [...words.slice(0, first), ...words.slice(last + 1)];
  return others.length === 0 ? family : `${family}, ${others.join(' ')}`;
}

function isKept(word: string): boolean {
  return KEPT_PARTICLE.test(word) || CAPITAL_PARTICLE.test(word);
}
