import { readQuery } from '../align/query';
import { queryFeatures } from './features';

/*
 * The other way round: which of many quotations a new text may have. What takes long, reading the
 * quotations, is done once; a text then takes one look-up for each of its words.
 */

interface KnownQuotation<Id> {
  id: Id;
  parts: readonly string[];
  /** What its features tell together, in bits. */
  bits: number;
}

/** With less than this share of what its features tell, a quotation is not aligned. */
const LEAST_SHARE = 0.2;

/** An index of quotations, by `Id`. */
export class KnownQuotations<Id> {
  private readonly quotations: KnownQuotation<Id>[] = [];
  private readonly byFeature = new Map<number, { quotation: number; bits: number }[]>();

  /** `parts` are its stretches, where an attribution splits it. */
  add(id: Id, parts: readonly string[]): void {
    const quotation = this.quotations.length;
    let bits = 0;
    for (const { feature, expectedBits } of queryFeatures(readQuery(parts))) {
      bits += expectedBits;
      const known = this.byFeature.get(feature);
      if (known) known.push({ quotation, bits: expectedBits });
      else this.byFeature.set(feature, [{ quotation, bits: expectedBits }]);
    }
    this.quotations.push({ id, parts, bits });
  }

  /** The quotations that a text with these features (`featuresOf`) may have, most likely first. */
  candidates(chunks: readonly Uint32Array[]): { id: Id; parts: readonly string[] }[] {
    const found = new Float64Array(this.quotations.length);
    const seen = new Set<number>();
    for (const features of chunks) {
      for (const feature of features) {
        const known = this.byFeature.get(feature);
        if (!known || seen.has(feature)) continue;
        seen.add(feature);
        for (const { quotation, bits } of known) found[quotation]! += bits;
      }
    }
    return this.quotations
      .map((quotation, number) => ({ ...quotation, share: found[number]! / quotation.bits }))
      .filter(({ share, bits }) => share >= LEAST_SHARE || bits === 0)
      .sort((one, other) => other.share - one.share);
  }
}
