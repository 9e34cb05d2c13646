import { CHARACTER_GROUPS, type Character, type CharacterGroup, codeOf } from '../words/characters';

const ALL: readonly Character[] = CHARACTER_GROUPS.flatMap(({ characters }) => characters);

/** A character that is offered, by itself. */
export function characterOf(text: string): Character | null {
  return ALL.find((character) => character.text === text) ?? null;
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/**
 * The groups with the characters whose name has every word of the query at the start of a word, or
 * which are the query itself, or whose code it is ("2013", "U+2013"). Groups without any are left out.
 */
export function findCharacters(groups: readonly CharacterGroup[], query: string): CharacterGroup[] {
  const wanted = query.trim().toLowerCase();
  const words = wordsOf(wanted);
  const fits = (character: Character) => {
    if (wanted === '' || character.text === query.trim()) return true;
    const code = codeOf(character.text).toLowerCase();
    if (code === wanted || code === `u+${wanted}`) return true;
    const named = wordsOf(character.name.toLowerCase());
    return words.length > 0 && words.every((word) => named.some((one) => one.startsWith(word)));
  };
  return groups
    .map(({ name, characters }) => ({ name, characters: characters.filter(fits) }))
    .filter(({ characters }) => characters.length > 0);
}

/** Any character whose code is asked for, whether it is offered or not; null where the query is no code. */
export function characterOfCode(query: string): Character | null {
  const digits = /^(?:u\+)?([0-9a-f]{4,6})$/i.exec(query.trim())?.[1];
  const code = digits === undefined ? Number.NaN : Number.parseInt(digits, 16);
  // Controls and halves of pairs are no characters of a text.
  if (!(code >= 0xa0 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return null;
  const text = String.fromCodePoint(code);
  return characterOf(text) ?? { text, name: codeOf(text) };
}
