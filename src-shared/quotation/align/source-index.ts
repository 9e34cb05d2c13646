import { hashWords, type WordHashes } from '../../text/word-hashes';

/**
 * A source text made ready for finding passages in it: its words as numbers, and where each word
 * occurs. Building it is linear (15–30 ms for 1 MB); keep it as long as the text is in use.
 */
export interface SourceIndex {
  readonly text: string;
  readonly words: WordHashes;
  /** Word numbers, grouped by the upper bits of their hash, in text order within a group. */
  readonly positions: Uint32Array;
  /**
   * Two numbers for each group, and one more at the end: where it starts in `positions`, with the
   * highest bit set where it has words of more than one hash; and the hash of its first word. Next to
   * each other, because looking a word up should read one place in memory.
   */
  readonly groups: Uint32Array;
  /** A hash shifted right by this is the number of its group. */
  readonly shift: number;
}

const MOST_GROUP_BITS = 22;
const MIXED = 0x80000000;
const START = 0x7fffffff;

/** Indexes a source text. Never throws; an empty text gives an index in which nothing is found. */
export function indexSource(text: string): SourceIndex {
  const words = hashWords(text);
  const { count, hashes } = words;
  let bits = 4;
  while (1 << bits < count / 2 && bits < MOST_GROUP_BITS) bits++;
  const shift = 32 - bits;
  const groupCount = 1 << bits;

  // A counting sort: sizes first, then their running sum, then each word into its group.
  const groups = new Uint32Array(2 * groupCount + 1);
  for (let word = 0; word < count; word++) {
    const hash = hashes[word]!;
    const group = (hash >>> shift) * 2;
    const size = groups[group]!;
    if (size === 0) groups[group + 1] = hash;
    groups[group] = groups[group + 1] === hash ? size + 1 : (size + 1) | MIXED;
  }
  const next = new Uint32Array(groupCount);
  let start = 0;
  for (let group = 0; group < groupCount; group++) {
    const size = groups[group * 2]!;
    next[group] = start;
    groups[group * 2] = start | (size & MIXED);
    start += size & START;
  }
  groups[groupCount * 2] = start;
  const positions = new Uint32Array(count);
  for (let word = 0; word < count; word++) {
    const group = hashes[word]! >>> shift;
    positions[next[group]!++] = word;
  }
  return { text, words, positions, groups, shift };
}

/** The range of `positions` that holds every occurrence of a hash (and of others in its group). */
export function groupOf(index: SourceIndex, hash: number): { start: number; end: number } {
  const group = (hash >>> index.shift) * 2;
  return { start: index.groups[group]! & START, end: index.groups[group + 2]! & START };
}

/** Whether all the words of the group that a hash belongs to have that hash. */
export function isAloneInGroup({ groups, shift }: SourceIndex, hash: number): boolean {
  const group = (hash >>> shift) * 2;
  return groups[group + 1] === hash && groups[group]! < MIXED;
}

/** Of larger groups, so many words at even distances are looked at. */
const SAMPLE = 32;

/**
 * How often a word occurs in the source. For frequent words an estimate; 0 only if there is none.
 */
export function countOccurrences(index: SourceIndex, hash: number): number {
  const { start, end } = groupOf(index, hash);
  const size = end - start;
  if (size === 0 || isAloneInGroup(index, hash)) return size;
  const { hashes } = index.words;
  let count = 0;
  if (size > SAMPLE) {
    for (let sample = 0; sample < SAMPLE; sample++) {
      const at = start + Math.floor((sample * size) / SAMPLE);
      if (hashes[index.positions[at]!] === hash) count++;
    }
    if (count > 0) return Math.round((count * size) / SAMPLE);
  }
  for (let at = start; at < end; at++) if (hashes[index.positions[at]!] === hash) count++;
  return count;
}
