import { type Random, seededRandom, spread } from '../engine/random';

/*
 * Texts of a library that nobody wrote. Like the prose of the engine's benchmark, with what a library
 * has more of than one text: words keep coming, and each text has subjects of its own, so that
 * two texts say the same thing in the same words only by quoting.
 */

const VOCABULARY = 250_000;
const SUBJECTS = 5_000;
const SUBJECTS_A_TEXT = 3;
/** Words that follow a word in a subject; the first of them most often. */
const FOLLOWERS = 40;
const CHAINED = 0.5;
/** More than 1 makes frequent words more frequent than Zipf's law says. */
const HEAD = 2;
/** Larger ones make the very first words less frequent. */
const SHIFT = 12;
/** Words after the first ones are longer. */
const LONGER = ['ster', 'dens', 'ths', 'relm', 'ning', 'tion', 'mor'];

const SYLLABLES = [
  'ba be bi bo bra ca ce co cla da de di dro fa fe fi fo fra ga ge gi glo ha he hi ho ja jo ka ke',
  'ki la le li lo lu ma me mi mo mu na ne ni no pa pe pi po pra ra re ri ro ru sa se si so sta ta',
  'te ti to tra tu va ve vi vo wa we wi za zo sho chi ther ing ent ard ell orn und ish',
]
  .join(' ')
  .split(' ');

/** Frequent words are short, like ours; every number has a word of its own. */
function wordOf(rank: number): string {
  let word = '';
  let rest = rank;
  do {
    word += SYLLABLES[rest % SYLLABLES.length]!;
    rest = Math.floor(rest / SYLLABLES.length) - 1;
  } while (rest >= 0);
  return rank < 150 ? word : word + LONGER[rank % LONGER.length]!;
}

/** Ranks by Zipf's law, as Mandelbrot shifted it, with half of all words from the first hundred or so. */
function rankOf(uniform: number): number {
  const least = Math.log(SHIFT);
  const most = Math.log(VOCABULARY + SHIFT);
  const logarithm = least + uniform ** HEAD * (most - least);
  return Math.min(VOCABULARY - 1, Math.floor(Math.exp(logarithm) - SHIFT));
}

/** The text with this number under a seed, `length` UTF-16 code units long. */
export function makeText(number: number, length: number, seed: number): string {
  const random = seededRandom(spread(seed * 7_919 + 13) ^ spread(number));
  const subjects = Array.from({ length: SUBJECTS_A_TEXT }, () => random.whole(0, SUBJECTS - 1));
  let text = '';
  while (text.length < length) {
    if (text !== '') text += random.chance(0.25) ? '\n\n' : ' ';
    text += makeSentence(random, random.pick(subjects));
  }
  return text.slice(0, length);
}

function makeSentence(random: Random, subject: number): string {
  let sentence = '';
  let last = 0;
  for (let left = random.whole(5, 34); left > 0; left--) {
    const follower = Math.floor(random.next() ** 2 * FOLLOWERS);
    const rank = random.chance(CHAINED)
      ? rankOf(spread((last * SUBJECTS + subject) * FOLLOWERS + follower) / 2 ** 32)
      : rankOf(random.next());
    const word = wordOf(rank);
    if (sentence === '') sentence = word[0]!.toUpperCase() + word.slice(1);
    else sentence += (random.chance(0.08) ? ', ' : ' ') + word;
    last = rank;
  }
  return `${sentence}${random.chance(0.9) ? '.' : '?'}`;
}
