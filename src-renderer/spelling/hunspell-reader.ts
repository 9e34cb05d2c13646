import { createHunspellFromStrings } from 'hunspell-wasm';
import type { Problem } from '../../src-shared/spelling/problem';
import { wordsIn } from '../../src-shared/spelling/words';
import { type DictionaryFiles, MOST_SUGGESTIONS, type Reader } from './checker';
import { readDictionary } from './dictionary-text';

/** The one rule of a dictionary: a word is in it or not. */
export const UNKNOWN_WORD = 'dictionary';
/** Compounds take Hunspell milliseconds to take apart: what it said of a word is kept. */
const MOST_KEPT = 50_000;

/** Opens a dictionary in Hunspell: a fifth of a second. Throws where the files are no dictionary. */
export async function openHunspell(files: DictionaryFiles): Promise<Reader> {
  const { aff, dic } = readDictionary(files);
  const hunspell = await createHunspellFromStrings(aff, dic);
  const known = new Map<string, boolean>();

  function isRight(word: string): boolean {
    const said = known.get(word);
    if (said !== undefined) return said;
    const right = isKnown(word, (one) => hunspell.testSpelling(one));
    if (known.size >= MOST_KEPT) known.clear();
    known.set(word, right);
    return right;
  }

  return {
    async check(text) {
      const problems: Problem[] = [];
      for (const { start, end, text: word } of wordsIn(text)) {
        if (isRight(word)) continue;
        // Short for something: the dictionary has it with its point.
        if (text[end] === '.' && isRight(`${word}.`)) continue;
        problems.push({
          start,
          end,
          kind: 'spelling',
          rule: UNKNOWN_WORD,
          message: '',
          suggestions: null,
        });
      }
      return problems;
    },
    suggest: (word) => hunspell.getSpellingSuggestions(word).slice(0, MOST_SUGGESTIONS),
  };
}

/**
 * True where a dictionary has a word: as it is written, with the other apostrophe, or in all its parts
 * between hyphens, of which short forms in capitals are right ("SPD-Fraktion").
 */
export function isKnown(word: string, has: (word: string) => boolean): boolean {
  if (has(word)) return true;
  const straight = word.replaceAll('’', "'").replaceAll('‑', '-');
  if (straight !== word && has(straight)) return true;
  const parts = straight.split('-');
  return parts.length > 1 && parts.every((part) => /^\p{Lu}{2,}$/u.test(part) || has(part));
}
