import { detectInDocument } from '../../src-shared/document/detect-in-document';
import type { PlainText } from '../../src-shared/document/plain-text';
import type { Document } from '../../src-shared/document/schema';
import type { Span } from '../../src-shared/model/span';
import type { DetectedQuotation, NotQuotation } from '../../src-shared/quotation/detect/detect';
import type { ReadQuotation, StoredQuotation } from '../library/quotations';
import {
  addQuotation,
  listAllQuotations,
  putReading,
  updateQuotation,
} from '../library/quotations';
import type { Write } from '../library/write';

/** What a document says of its headline and of the quotations marked in it, by id in text order. */
export interface DocumentReading {
  headline: string;
  quotations: Map<string, ReadQuotation>;
}

/** Reads the marks of a document, and who the text says is speaking. */
export function readDocument(document: Document, language: string): DocumentReading {
  const { plain, quotations, notQuotations } = detectInDocument(document, { language });
  const headline = plain.blocks.find((block) => block.kind === 'headline');
  const marked = [...plain.quotations]
    .filter(([, parts]) => parts.length > 0)
    .sort(([, a], [, b]) => a[0]!.start - b[0]!.start || b.at(-1)!.end - a.at(-1)!.end);
  const detected = new Overlaps(quotations);
  const doubted = new Overlaps(notQuotations.map((one) => ({ ...one, parts: [one] })));
  const read = marked.map(([id, parts], index): [string, ReadQuotation] => {
    const said = detected.find(parts);
    const notSaid = doubted.find(parts);
    const isSaid = said !== null && (notSaid === null || said.share >= notSaid.share);
    return [
      id,
      {
        kind: isSaid ? said.found.kind : notSaid ? 'fragment' : kindOf(plain, parts),
        text: parts.map(({ start, end }) => plain.text.slice(start, end)).join(' '),
        ordinal: index + 1,
        parts: parts.map(({ start, end }) => ({ start, end, text: plain.text.slice(start, end) })),
        attribution: isSaid ? attributionOf(said.found) : null,
        suggestion: !isSaid && notSaid ? suggestionOf(notSaid.found) : null,
      },
    ];
  });
  return {
    headline: headline
      ? plain.text.slice(headline.start, headline.end).replace(/\s+/g, ' ').trim()
      : '',
    quotations: new Map(read),
  };
}

/**
 * Brings the quotation rows in line with the document: new ones are added, changed ones follow their
 * words, those that left the text are deleted softly, and those that undo brought back come to life
 * with everything known about them.
 */
export function reconcileRows(write: Write, articleId: string, reading: DocumentReading): void {
  const left = new Map(listAllQuotations(write.db, articleId).map((row) => [row.id, row]));
  for (const [id, read] of reading.quotations) {
    const row = left.get(id);
    left.delete(id);
    if (!row) addQuotation(write, articleId, id, read);
    else if (row.isDeleted) updateQuotation(write, row, { isDeleted: false, read });
    else if (saysOtherThings(row, read)) updateQuotation(write, row, { read });
    else if (
      JSON.stringify(row.parts) !== JSON.stringify(read.parts) ||
      row.ordinal !== read.ordinal
    ) {
      putReading(write, row, read);
    }
  }
  for (const row of left.values()) {
    if (!row.isDeleted) updateQuotation(write, row, { isDeleted: true });
  }
}

/** Whether more changed than where the quotation stands: that is announced, a shift is not. */
function saysOtherThings(row: StoredQuotation, read: ReadQuotation): boolean {
  return (
    row.kind !== read.kind ||
    row.text !== read.text ||
    row.parts.length !== read.parts.length ||
    JSON.stringify([row.attribution, row.suggestion]) !==
      JSON.stringify([read.attribution, read.suggestion])
  );
}

function attributionOf(quotation: DetectedQuotation): ReadQuotation['attribution'] {
  const { speaker, channel } = quotation;
  if (!speaker && !channel) return null;
  return {
    phrase: speaker?.text ?? '',
    name: speaker?.name ?? null,
    confidence: speaker?.confidence ?? 0,
    channel: channel?.text ?? null,
  };
}

function suggestionOf({ kind, reason }: NotQuotation): ReadQuotation['suggestion'] {
  return { kind, reason };
}

function kindOf(plain: PlainText, parts: readonly Span[]): ReadQuotation['kind'] {
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
