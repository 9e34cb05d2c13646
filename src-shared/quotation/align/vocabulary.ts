import { plainLetters } from '../../text/word-hashes';
import { editDistance } from './distance';
import type { SourceIndex } from './source-index';

/**
 * The different words of a source, to be looked up by what a misprint leaves of them. Made on first
 * use, because only quotations whose words are not there need it (about 10 ms for 1 MB).
 */
interface Vocabulary {
  readonly words: readonly string[];
  readonly hashes: readonly number[];
  readonly signatures: readonly number[];
  /** Entries of `words` by the hash of how they begin, and by the hash of how they end. */
  readonly beginnings: ReadonlyMap<number, number[]>;
  readonly endings: ReadonlyMap<number, number[]>;
}

/** Shorter words look like too many others. */
const SHORTEST = 4;
const LONGEST = 40;
/** How many letters of a beginning or an end have to be right: of short words, of long ones. */
const KEY_LETTERS = 3;
const LONG_KEY_LETTERS = 4;
const LONG = 7;
/** So many words that begin or end alike are gone through. */
const MOST_COMPARED = 300;
const MOST_LOOKALIKES = 6;

const vocabularies = new WeakMap<SourceIndex, Vocabulary>();

/**
 * The words of the source that a word may be a misprint of, as hashes: at most one letter in four
 * differs, and its beginning or its end is right.
 */
export function lookalikesOf(index: SourceIndex, letters: string): number[] {
  if (letters.length < SHORTEST || letters.length > LONGEST) return [];
  let vocabulary = vocabularies.get(index);
  if (!vocabulary) {
    vocabulary = collectWords(index);
    vocabularies.set(index, vocabulary);
  }
  const most = Math.max(1, Math.floor(letters.length / 4));
  const signature = signatureOf(letters);
  const found = new Map<number, number>();
  for (const entries of [
    vocabulary.beginnings.get(beginningOf(letters)),
    vocabulary.endings.get(endingOf(letters)),
  ]) {
    if (!entries) continue;
    let compared = 0;
    for (const entry of entries) {
      const word = vocabulary.words[entry]!;
      if (Math.abs(word.length - letters.length) > most) continue;
      if (bitCount(vocabulary.signatures[entry]! ^ signature) > 2 * most) continue;
      if (++compared > MOST_COMPARED) break;
      const distance = editDistance(letters, word, most);
      if (distance <= most) found.set(vocabulary.hashes[entry]!, distance);
    }
  }
  return [...found]
    .sort(([, one], [, other]) => one - other)
    .slice(0, MOST_LOOKALIKES)
    .map(([hash]) => hash);
}

function collectWords({ text, words: source }: SourceIndex): Vocabulary {
  const words: string[] = [];
  const hashes: number[] = [];
  const signatures: number[] = [];
  const beginnings = new Map<number, number[]>();
  const endings = new Map<number, number[]>();
  const seen = new Set<number>();
  for (let word = 0; word < source.count; word++) {
    const start = source.starts[word]!;
    const end = source.ends[word]!;
    const hash = source.hashes[word]!;
    if (end - start < SHORTEST || seen.has(hash)) continue;
    seen.add(hash);
    const letters = plainLetters(text, start, end);
    if (letters.length < SHORTEST || letters.length > LONGEST) continue;
    addTo(beginnings, beginningOf(letters), words.length);
    addTo(endings, endingOf(letters), words.length);
    words.push(letters);
    hashes.push(hash);
    signatures.push(signatureOf(letters));
  }
  return { words, hashes, signatures, beginnings, endings };
}

/** A bit for each letter that a word has. One letter changed changes two bits of it at most. */
function signatureOf(letters: string): number {
  let signature = 0;
  for (let at = 0; at < letters.length; at++) signature |= 1 << (letters.charCodeAt(at) & 31);
  return signature;
}

function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function keyLength(letters: string): number {
  return letters.length > LONG ? LONG_KEY_LETTERS : KEY_LETTERS;
}

function beginningOf(letters: string): number {
  return keyOf(letters, 0, keyLength(letters));
}

function endingOf(letters: string): number {
  return keyOf(letters, letters.length - keyLength(letters), letters.length);
}

/** A few letters as one number, by which maps are looked up faster than by strings. */
function keyOf(letters: string, from: number, to: number): number {
  let key = 0;
  for (let at = from; at < to; at++) key = (Math.imul(key, 0x2f0b4f) + letters.charCodeAt(at)) | 0;
  return key;
}

function addTo(lists: Map<number, number[]>, key: number, entry: number): void {
  const list = lists.get(key);
  if (list) list.push(entry);
  else lists.set(key, [entry]);
}
