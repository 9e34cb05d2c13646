import type { Random } from './random';
import { isUnspaced, joinWords, wordsOf } from './stretches';

/** What may happen to the words of a source before they stand in an article. */

const LETTERS = /[\p{L}\p{N}]+/u;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** Other quotation marks, apostrophes, dashes and spaces, another first letter, another last mark. */
export function changeTypography(text: string, random: Random): string {
  let changed = random.chance(0.5)
    ? text
        .replace(/(^|[\s(—])"/g, '$1“')
        .replace(/"/g, '”')
        .replace(/'/g, '’')
    : text.replace(/[“”„]/g, '"').replace(/[‘’]/g, "'");
  changed = changed.replace(/\s*(?:--+|—|–)\s*/g, () =>
    random.pick(['—', ' – ', ' — ', '--', ' - ']),
  );
  if (random.chance(0.4)) {
    changed = /^\p{Lu}/u.test(changed) ? small(changed) : capital(changed);
  }
  if (random.chance(0.3)) changed = changed.replace(' ', '\u00A0');
  return random.chance(0.5) ? changed + random.pick([',', '.', ';', '!']) : changed;
}

/** So many words other than the first and the last become other words of the vocabulary. */
export function changeWords(
  words: readonly string[],
  random: Random,
  count: number,
  vocabulary: readonly string[],
): string[] {
  const changed = [...words];
  const places = words.slice(1, -1).flatMap((word, at) => (LETTERS.test(word) ? [at + 1] : []));
  for (let left = Math.min(count, places.length); left > 0; left--) {
    const [place] = places.splice(random.whole(0, places.length - 1), 1);
    const old = changed[place!]!;
    let other = random.pick(vocabulary);
    while (old.includes(other)) other = random.pick(vocabulary);
    changed[place!] = old.replace(/[\p{L}\p{N}].*[\p{L}\p{N}]|[\p{L}\p{N}]/u, () => other);
  }
  return changed;
}

const INSERTIONS = [
  'sic',
  'the minister',
  'his brother',
  'the company',
  'emphasis added',
  'last year',
  'her',
  'Mr. Ames',
  'in Leeds',
  'that is to say',
];

/** A bracketed letter at the start, a word that brackets replace, or words that they add. */
export function addBrackets(words: readonly string[], random: Random): string[] {
  const bracketed = [...words];
  for (let left = words.length > 30 ? random.whole(1, 2) : 1; left > 0; left--) {
    const way = random.next();
    const first = bracketed[0]!;
    const place = random.whole(1, Math.max(1, bracketed.length - 2));
    // Brackets never swallow an ellipsis.
    const replaces = way < 0.6 && LETTERS.test(bracketed[place] ?? '');
    if (way < 0.25 && /^\p{L}/u.test(first) && !isUnspaced(first)) {
      const swapped = /^\p{Lu}/u.test(first) ? small(first) : capital(first);
      bracketed[0] = `[${swapped.charAt(0)}]${swapped.slice(1)}`;
    } else if (replaces) bracketed[place] = `[${random.pick(INSERTIONS)}]`;
    else bracketed.splice(place, 0, `[${random.pick(INSERTIONS)}]`);
  }
  return bracketed;
}

const CONFUSIONS: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['m', 'rn'],
  ['cl', 'd'],
  ['d', 'cl'],
  ['li', 'h'],
  ['vv', 'w'],
  ['w', 'vv'],
  ['l', '1'],
  ['l', 'I'],
  ['I', 'l'],
  ['i', 'l'],
  ['O', '0'],
  ['o', '0'],
  ['o', 'c'],
  ['e', 'c'],
  ['c', 'e'],
  ['a', 'u'],
  ['n', 'u'],
  ['u', 'n'],
  ['h', 'b'],
  ['t', 'f'],
  ['f', 't'],
  ['s', '5'],
  ['g', 'q'],
  ['y', 'v'],
];
const COMMON_LETTERS = 'etaoinshrdlucm';

/** Misreads, adds and loses characters at this rate, as scanners and hurried typists do. */
export function addNoise(
  text: string,
  random: Random,
  rate: number,
  characters: readonly string[],
): string {
  let noisy = '';
  for (let at = 0; at < text.length; at++) {
    if (!random.chance(rate)) {
      noisy += text[at]!;
      continue;
    }
    const way = random.next();
    const confusions = CONFUSIONS.filter(([read]) => text.startsWith(read, at));
    if (isUnspaced(text[at]!)) {
      if (way < 0.8) noisy += random.pick(characters);
      else if (way >= 0.9) noisy += text[at]! + random.pick(characters);
    } else if (way < 0.6 && confusions.length > 0) {
      const [read, wrong] = random.pick(confusions);
      noisy += wrong;
      at += read.length - 1;
    } else if (way < 0.8) noisy += random.pick(COMMON_LETTERS);
    else if (way >= 0.9) noisy += text[at]! + random.pick(`${COMMON_LETTERS},. '`);
  }
  return noisy;
}

const ELLIPSES = ['...', '…', ' ... ', ' … ', ' . . . ', ' [...] ', ' […] '];

/** Leaves `dropped` words out after the first `left` ones and marks the place. */
export function leaveOut(
  words: readonly string[],
  random: Random,
  left: number,
  dropped: number,
): string {
  const before = joinWords(words.slice(0, left)).replace(/[,;:]$/, '');
  return before + random.pick(ELLIPSES) + joinWords(words.slice(left + dropped));
}

/** Leaves words out without a mark, in one place or two, never the first or the last. */
export function dropSilently(words: readonly string[], random: Random): string[] {
  const kept = [...words];
  for (let left = words.length > 24 ? 2 : 1; left > 0; left--) {
    const most = Math.max(1, Math.min(6, Math.floor(kept.length / 5)));
    const dropped = random.whole(1, most);
    kept.splice(random.whole(2, Math.max(2, kept.length - dropped - 2)), dropped);
  }
  return kept;
}

/**
 * Words that nobody wrote: each `order` of them are followed by a word that follows them somewhere in
 * the text.
 */
export class Fabricator {
  private readonly words: string[];
  private readonly followers = new Map<string, string[]>();

  constructor(
    text: string,
    private readonly order: 1 | 2,
  ) {
    this.words = wordsOf(text.slice(0, 3_000_000));
    for (let at = order; at < this.words.length; at++) {
      const key = this.words.slice(at - order, at).join(' ');
      const list = this.followers.get(key);
      if (list) list.push(this.words[at]!);
      else this.followers.set(key, [this.words[at]!]);
    }
  }

  make(random: Random, count: number): string {
    for (;;) {
      const at = random.whole(0, Math.max(0, this.words.length - this.order));
      const made = this.words.slice(at, at + this.order);
      while (made.length < count) {
        const next = this.followers.get(made.slice(-this.order).join(' '));
        if (!next) break;
        made.push(random.pick(next));
      }
      if (made.length >= count) return joinWords(made);
    }
  }
}
