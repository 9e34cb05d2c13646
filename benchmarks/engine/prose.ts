import { type Random, seededRandom, spread } from './random';

const VOCABULARY = 40_000;
const TOPICS = 24;
/** Words that follow a word, by topic; the first of them most often. */
const FOLLOWERS = 12;
/** How often the next word is one that follows the last word in this topic. */
const CHAINED = 0.72;

/**
 * Prose that nobody wrote, `length` UTF-16 code units long: a made-up vocabulary whose frequencies
 * follow Zipf's law, with words that like to follow each other by topic. It has the repetitions that
 * make finding a passage slow or fast; it says nothing about how well one is found.
 */
export function makeProse(length: number, seed: number): string {
  const random = seededRandom(seed);
  const words = makeVocabulary(seededRandom(7));
  const rank = zipfRanks(VOCABULARY);
  const paragraphs: string[] = [];
  let size = 0;
  let topic = 0;
  while (size < length) {
    if (random.chance(0.15)) topic = random.whole(0, TOPICS - 1);
    const sentences: string[] = [];
    for (let left = random.whole(2, 7); left > 0; left--) {
      sentences.push(makeSentence(random, words, rank, topic));
    }
    const paragraph = sentences.join(' ');
    paragraphs.push(paragraph);
    size += paragraph.length + 2;
  }
  return paragraphs.join('\n\n').slice(0, length);
}

function makeSentence(
  random: Random,
  words: readonly string[],
  rank: (uniform: number) => number,
  topic: number,
): string {
  let sentence = '';
  let last = 0;
  const count = random.whole(5, 34);
  const quoted = random.chance(0.15);
  for (let place = 0; place < count; place++) {
    const word = random.chance(CHAINED)
      ? rank(spread((last * TOPICS + topic) * FOLLOWERS + follower(random)) / 2 ** 32)
      : rank(random.next());
    const letters = words[word]!;
    if (place === 0) sentence = (quoted ? '“' : '') + letters[0]!.toUpperCase() + letters.slice(1);
    else sentence += (random.chance(0.08) ? ', ' : random.chance(0.01) ? ' — ' : ' ') + letters;
    last = word;
  }
  return `${sentence}${random.chance(0.9) ? '.' : '?'}${quoted ? '”' : ''}`;
}

/** The first most often, each next one less. */
function follower(random: Random): number {
  return Math.floor(random.next() ** 2 * FOLLOWERS);
}

const ONSETS = 'b c d f g h j k l m n p r s t v w st tr pr gr cl br sh th ch pl fr'.split(' ');
const NUCLEI = 'a e i o u ai ea ou ie oo'.split(' ');
const CODAS = ['', '', '', 'n', 'r', 's', 't', 'l', 'd', 'm', 'ck', 'nd', 'st'];

/** Different words, the frequent ones short. */
function makeVocabulary(random: Random): string[] {
  const words = new Set<string>();
  while (words.size < VOCABULARY) {
    const longest = 1 + Math.min(3, Math.floor(Math.log10(words.size + 1)));
    let word = '';
    for (let left = random.whole(1, longest); left > 0; left--) {
      word += random.pick(ONSETS) + random.pick(NUCLEI) + random.pick(CODAS);
    }
    words.add(word);
  }
  return [...words];
}

/** Turns a number from 0 to 1 into a rank whose probability falls as 1 / (rank + 2.7). */
function zipfRanks(count: number): (uniform: number) => number {
  const least = Math.log(2.7);
  const most = Math.log(count + 2.7);
  return (uniform) =>
    Math.min(count - 1, Math.floor(Math.exp(least + uniform * (most - least)) - 2.7));
}
