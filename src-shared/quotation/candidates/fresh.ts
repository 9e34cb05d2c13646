import { addPosting, type Postings } from './rows';

const FIRST_SLOTS = 1 << 12;

/**
 * The chunks that are in no segment yet, in memory: a table of chained postings, to which each new
 * chunk is added in a moment.
 */
export class FreshChunks {
  private heads = new Int32Array(FIRST_SLOTS);
  private next = new Int32Array(FIRST_SLOTS);
  private features = new Uint32Array(FIRST_SLOTS);
  private chunks = new Uint32Array(FIRST_SLOTS);
  private count = 0;

  /** How many postings there are. */
  get size(): number {
    return this.count;
  }

  clear(): void {
    this.heads.fill(0);
    this.count = 0;
  }

  add(feature: number, chunk: number): void {
    if (this.count + 1 >= this.next.length) this.grow();
    const at = ++this.count;
    this.features[at] = feature;
    this.chunks[at] = chunk;
    this.chain(at);
  }

  /** Adds the chunks that have the feature to `found`, each increased by `offset`. */
  find(feature: number, found: Postings, offset = 0): void {
    for (let at = this.heads[this.slotOf(feature)]!; at !== 0; at = this.next[at]!) {
      if (this.features[at] === feature) addPosting(found, feature, this.chunks[at]! + offset);
    }
  }

  private slotOf(feature: number): number {
    return (feature ^ (feature >>> 14)) & (this.heads.length - 1);
  }

  private chain(at: number): void {
    const slot = this.slotOf(this.features[at]!);
    this.next[at] = this.heads[slot]!;
    this.heads[slot] = at;
  }

  private grow(): void {
    const capacity = this.next.length * 2;
    const features = new Uint32Array(capacity);
    const chunks = new Uint32Array(capacity);
    features.set(this.features);
    chunks.set(this.chunks);
    this.features = features;
    this.chunks = chunks;
    this.heads = new Int32Array(capacity);
    this.next = new Int32Array(capacity);
    for (let at = 1; at <= this.count; at++) this.chain(at);
  }
}
