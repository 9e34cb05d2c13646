import type { Span } from '../model/span';
import type { Problem } from './problem';
import { addressesIn, isShortForm } from './words';

/*
 * What a checker finds and nobody wants to see: words of the personal dictionary, names of people,
 * rules that were switched off, places that were let stand, and stretches that are not to be corrected.
 */

/** What counts as right in an article; see `knownWords` and `placeMark`. */
export interface Exceptions {
  words: KnownWords;
  rules: ReadonlySet<string>;
  places: ReadonlySet<string>;
}

export interface KnownWords {
  has(word: string): boolean;
}

const fold = (word: string) => word.normalize('NFC').replaceAll('’', "'").replaceAll('‑', '-');
const POSSESSIVE = /'s?$/u;

/**
 * Words that are right, and their forms: what was added in small letters also begins a sentence, a name
 * is right in its own letters and in capitals alone, both with an apostrophe and s.
 *
 * @param words single words, or names of several
 */
export function knownWords(words: Iterable<string>): KnownWords {
  const known = new Set<string>();
  for (const entry of words) {
    const whole = fold(entry).trim();
    for (const word of [whole, ...whole.split(/[\s.,()]+/u)]) {
      if (word === '') continue;
      known.add(word);
      known.add(word.toUpperCase());
      if (word === word.toLowerCase()) known.add(word.charAt(0).toUpperCase() + word.slice(1));
    }
  }
  const isKnown = (word: string) => known.has(word) || known.has(word.replace(POSSESSIVE, ''));
  return {
    has(word) {
      const folded = fold(word);
      if (isKnown(folded)) return true;
      const parts = folded.split('-');
      return parts.length > 1 && parts.every(isKnown);
    },
  };
}

const CONTEXT = /[^\p{L}\p{M}\p{N}]+/u;
const CONTEXT_WORDS = 3;

/**
 * A mark of a problem at its place, by which "ignore here" knows it again: of the rule, the words, and
 * three words on either side. The words themselves cannot be read out of it.
 */
export function placeMark(text: string, { start, end, rule }: Problem): string {
  const before = text.slice(0, start).split(CONTEXT).filter(Boolean).slice(-CONTEXT_WORDS);
  const after = text.slice(end).split(CONTEXT).filter(Boolean).slice(0, CONTEXT_WORDS);
  return digest([rule, text.slice(start, end), before.join(' '), after.join(' ')].join('\n'));
}

/** 64 bits of a text as hexadecimal digits: two FNV-1a hashes over its UTF-16 code units. */
function digest(text: string): string {
  const half = (seed: number) => {
    let hash = seed;
    for (let at = 0; at < text.length; at++) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
      hash ^= hash >>> 15;
    }
    return (hash >>> 0).toString(16).padStart(8, '0');
  };
  return half(0x811c9dc5) + half(0x9747b28c);
}

/**
 * The problems of a paragraph that are shown.
 *
 * @param spared stretches that are not corrected: quotations with a source, code
 */
export function shownProblems(
  text: string,
  problems: readonly Problem[],
  exceptions: Exceptions,
  spared: readonly Span[],
): Problem[] {
  if (problems.length === 0) return [];
  const untouched = [...spared, ...addressesIn(text)];
  return problems.filter((problem) => {
    if (untouched.some(({ start, end }) => problem.start < end && problem.end > start)) {
      return false;
    }
    if (problem.kind === 'spelling') {
      const word = text.slice(problem.start, problem.end);
      if (isShortForm(word) || exceptions.words.has(word)) return false;
    }
    return (
      !exceptions.rules.has(problem.rule) &&
      (exceptions.places.size === 0 || !exceptions.places.has(placeMark(text, problem)))
    );
  });
}
