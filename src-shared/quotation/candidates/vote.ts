import type { QueryFeature } from './features';
import { emptyPostings, type Postings } from './rows';

/** A chunk that has features of the quotation, and what they tell together, in bits. */
export interface Candidate {
  chunk: number;
  bits: number;
}

export interface Votes {
  /** Best first. */
  candidates: Candidate[];
  /** What a chunk that has everything that was looked up would have, in bits. */
  possible: number;
}

/** Room for counting, used again and again: it is as large as the library has chunks. */
export interface Ballot {
  bits: Float32Array;
  touched: Uint32Array;
  found: Postings;
}

export function newBallot(): Ballot {
  return {
    bits: new Float32Array(1024),
    touched: new Uint32Array(1024),
    found: emptyPostings(1024),
  };
}

/** So many features are looked up; a longer quotation has more than it needs. */
const LOOKED_UP = 12;
/** A quotation whose features are all over the library gets so many more. */
const LOOKED_UP_AT_MOST = 48;
/** With the best chunk as far above chance as this, further features change nothing. */
const ENOUGH_BITS = 100;
/** A feature in more than one chunk of four tells nothing; of sixteen, nothing where others tell more. */
const LEAST_BITS = 2;
const LEAST_BITS_BESIDE_OTHERS = 4;
const OTHERS_BITS = 30;
/** A chunk with less than this share of what the best one has is not among the leaders. */
const LEAST_OF_BEST = 0.4;
/** A small library is weighed as if it had so many chunks more: it says little about what is rare. */
const BACKGROUND = 64;
/** So many postings are read; more where nothing has told much yet: common words, in an uncommon order. */
const MOST_POSTINGS = 60_000;
const MOST_POSTINGS_OF_COMMON_WORDS = 400_000;

/**
 * Counts which chunks have the features of a quotation, the most telling first, each weighed by how
 * rare it is in the library. `lookUp` adds the chunks of one feature to the list it is given, and
 * answers false where they are too many to be known.
 */
export function countVotes(
  ballot: Ballot,
  features: readonly QueryFeature[],
  chunkCount: number,
  limit: number,
  lookUp: (feature: number, found: Postings) => boolean,
): Votes {
  const { found } = ballot;
  reserve(ballot, chunkCount);
  let touched = 0;
  let possible = 0;
  let best = 0;
  let read = 0;
  for (const [number, { feature }] of features.entries()) {
    if (number >= LOOKED_UP && (best >= ENOUGH_BITS || number >= LOOKED_UP_AT_MOST)) break;
    const most = best >= OTHERS_BITS ? MOST_POSTINGS : MOST_POSTINGS_OF_COMMON_WORDS;
    if (read > most && best > 0) break;
    found.count = 0;
    if (!lookUp(feature, found)) continue;
    read += found.count;
    // Not there at all: as rare as can be.
    const bits = Math.log2((chunkCount + BACKGROUND) / Math.max(1, found.count));
    const least = best >= OTHERS_BITS ? LEAST_BITS_BESIDE_OTHERS : LEAST_BITS;
    if (bits < least && best > 0) continue;
    const weight = Math.max(bits, 0.1);
    possible += weight;
    for (let at = 0; at < found.count; at++) {
      const chunk = found.chunks[at]!;
      const before = ballot.bits[chunk]!;
      if (before === 0) ballot.touched[touched++] = chunk;
      const after = before + weight;
      ballot.bits[chunk] = after;
      if (after > best) best = after;
    }
  }
  return { candidates: leaders(ballot, touched, limit, best * LEAST_OF_BEST), possible };
}

function reserve(ballot: Ballot, chunkCount: number): void {
  if (ballot.bits.length >= chunkCount) return;
  const capacity = Math.ceil(chunkCount * 1.25);
  ballot.bits = new Float32Array(capacity);
  ballot.touched = new Uint32Array(capacity);
}

/** The best chunks; of equals the one added last, which is the newest. Empties the ballot. */
function leaders(
  { bits, touched }: Ballot,
  count: number,
  limit: number,
  floor: number,
): Candidate[] {
  const best: Candidate[] = [];
  let least = floor;
  for (let at = 0; at < count; at++) {
    const chunk = touched[at]!;
    const own = bits[chunk]!;
    bits[chunk] = 0;
    if (own < least) continue;
    let place = best.length;
    while (place > 0 && isBefore(own, chunk, best[place - 1]!)) place--;
    if (place >= limit) continue;
    best.splice(place, 0, { chunk, bits: own });
    if (best.length > limit) best.pop();
    if (best.length === limit) least = best[limit - 1]!.bits;
  }
  return best;
}

function isBefore(bits: number, chunk: number, other: Candidate): boolean {
  return bits > other.bits || (bits === other.bits && chunk > other.chunk);
}
