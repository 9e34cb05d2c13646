import type { QuotationReading } from '../model/quotation';
import type { Span } from '../model/span';
import type { DetectedQuotation, NotQuotation } from '../quotation/detect/detect';
import type { DocumentDetection } from './detect-in-document';
import type { PlainText } from './plain-text';

/**
 * What a document says of the quotations that are marked in it, in the order of the text: their words,
 * and who the text says is speaking. The editor asks it while somebody types and the library at every
 * save, so that both compare the same words.
 *
 * @param marks the marks, where they are not yet those of `detection.plain`
 */
export function readQuotations(
  detection: DocumentDetection,
  marks: ReadonlyMap<string, readonly Span[]> = detection.plain.quotations,
): QuotationReading[] {
  const { plain, quotations, notQuotations } = detection;
  const marked = [...marks]
    .filter(([, parts]) => parts.length > 0)
    .sort(([, a], [, b]) => a[0]!.start - b[0]!.start || b.at(-1)!.end - a.at(-1)!.end);
  const detected = new Overlaps(quotations);
  const doubted = new Overlaps(notQuotations.map((one) => ({ ...one, parts: [one] })));
  return marked.map(([id, parts], index): QuotationReading => {
    const said = detected.find(parts);
    const notSaid = doubted.find(parts);
    const isSaid = said !== null && (notSaid === null || said.share >= notSaid.share);
    return {
      id,
      ordinal: index + 1,
      kind: isSaid ? said.found.kind : notSaid ? 'fragment' : kindOf(plain, parts),
      text: parts.map(({ start, end }) => plain.text.slice(start, end)).join(' '),
      parts: parts.map(({ start, end }) => ({ start, end, text: plain.text.slice(start, end) })),
      attribution: isSaid ? attributionOf(said.found) : null,
      suggestion: !isSaid && notSaid ? suggestionOf(notSaid.found) : null,
    };
  });
}

function attributionOf(quotation: DetectedQuotation): QuotationReading['attribution'] {
  const { speaker, channel } = quotation;
  if (!speaker && !channel) return null;
  return {
    phrase: speaker?.text ?? '',
    name: speaker?.name ?? null,
    confidence: speaker?.confidence ?? 0,
    channel: channel?.text ?? null,
  };
}

function suggestionOf({ kind, reason }: NotQuotation): QuotationReading['suggestion'] {
  return { kind, reason };
}

function kindOf(plain: PlainText, parts: readonly Span[]): QuotationReading['kind'] {
  const start = parts[0]!.start;
  const block = plain.blocks.find((one) => one.start <= start && start < one.end);
  return block?.quote === undefined ? 'direct' : 'block';
}

/** Finds which of many quotations shares most of its words with a mark. */
class Overlaps<T extends Span & { parts: readonly Span[] }> {
  private readonly sorted: T[];
  private readonly longest: number;

  constructor(quotations: readonly T[]) {
    this.sorted = [...quotations].sort((a, b) => a.start - b.start);
    this.longest = Math.max(0, ...quotations.map((one) => one.end - one.start));
  }

  /** `share` is the overlap as a part of both together, from 0 to 1; null where none is over a half. */
  find(parts: readonly Span[]): { found: T; share: number } | null {
    const start = parts[0]!.start;
    const end = parts.at(-1)!.end;
    let best: { found: T; share: number } | null = null;
    for (let at = this.firstAfter(start - this.longest); at < this.sorted.length; at++) {
      const one = this.sorted[at]!;
      if (one.start >= end) break;
      const overlap = overlapOf(parts, one.parts);
      const share = (2 * overlap) / (lengthOf(parts) + lengthOf(one.parts));
      if (share >= 0.5 && share > (best?.share ?? 0)) best = { found: one, share };
    }
    return best;
  }

  private firstAfter(offset: number): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle]!.start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function overlapOf(a: readonly Span[], b: readonly Span[]): number {
  let overlap = 0;
  for (const one of a) {
    for (const other of b) {
      overlap += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
    }
  }
  return overlap;
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span.end - span.start, 0);
}
