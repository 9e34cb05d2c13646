import type { Word } from '../../text/normalise';

/** Abbreviations that a house style may use inside a quotation, each with what is said aloud. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  `mr mister, dr doctor, prof professor, gov governor, sen senator, rep representative, gen general,
  col colonel, lt lieutenant, sgt sergeant, capt captain, maj major, rev reverend, hon honourable,
  jan january, feb february, mar march, apr april, jun june, jul july, aug august, sept september,
  sep september, oct october, nov november, dec december, vs versus, etc etcetera, approx approximately,
  dept department, govt government, ave avenue, blvd boulevard, rd road, mt mount, ft fort,
  inc incorporated, corp corporation, ltd limited, co company, jr junior, sr senior, ok okay,
  & and`
    .split(',')
    .map((pair) => pair.trim().split(' ') as [string, string]),
);
/** Abbreviations that are words too: only a point or a capital tells. */
const WORDS_TOO = new Set('rep gen col mar jun sen rev hon ft mt ave co gov maj'.split(' '));
const CAPITAL = /^\p{Lu}/u;

/**
 * What an abbreviation stands for, or null. `text` is the text in which the word stands: a point or a
 * capital tells an abbreviation (`Gen.`) from a word (`gen`); a number tells `No. 1` from a `no`.
 */
export function expandAbbreviation(
  words: readonly Word[],
  at: number,
  text: string,
): string | null {
  const word = words[at]!;
  const pointed = text[word.end] === '.' || word.text !== text.slice(word.start, word.end);
  if (word.key === 'no' && pointed && /^\s?\d/.test(text.slice(word.end + 1, word.end + 3))) {
    return 'number';
  }
  const full = ABBREVIATIONS.get(word.key);
  if (!full) return null;
  return pointed || CAPITAL.test(word.text) || !WORDS_TOO.has(word.key) ? full : null;
}

/** True for a word after which a point is part of it and no end of a sentence. */
export function takesPoint(key: string): boolean {
  return ABBREVIATIONS.has(key) || /^(?:mrs|ms|st|no|\p{L})$/u.test(key);
}
