/** A source of random numbers that gives the same ones for the same seed. */
export interface Random {
  /** From 0 to 1, 1 not included. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<Item>(items: ArrayLike<Item>): Item;
}

/** xorshift128 (Marsaglia 2003), seeded through the finaliser of MurmurHash3. */
export function seededRandom(seed: number): Random {
  const state = Uint32Array.from([1, 2, 3, 4], (number) => spread(seed * 4 + number) || number);
  const next = () => {
    const first = state[0]!;
    const mixed = first ^ (first << 11);
    const last = state[3]!;
    state.copyWithin(0, 1);
    state[3] = last ^ (last >>> 19) ^ mixed ^ (mixed >>> 8);
    return state[3]! / 2 ** 32;
  };
  return {
    next,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)]!,
  };
}

/** Spreads the bits of a whole number over 32 of them. */
export function spread(number: number): number {
  let value = number | 0;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** Puts the items into random order, in place. */
export function shuffle<Item>(items: Item[], random: Random): Item[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = random.whole(0, last);
    [items[last], items[other]] = [items[other]!, items[last]!];
  }
  return items;
}
