import type { Span } from '../model/span';

export interface Reconciliation {
  /** Every quotation of the text from now on, in the order of the text. */
  marks: { id: string; parts: Span[] }[];
  /** New ids that were given to copies or halves of a known quotation, and whose they are. */
  copies: { id: string; of: string }[];
}

const QUOTATION_MARK = /["'“”„‟«»‹›「」『』‘’‚‛＂]/;

/**
 * Gives every detected quotation its id: the one it has carried so far, or a new one.
 *
 * A detection keeps the id it overlaps most. An id claimed by several detections (a pasted copy, a
 * quotation cut in two) stays with the one it overlaps most, the first if they are equal; the others
 * get a new id, listed in `copies`. An id that no detection claims is kept while its stretch still
 * starts or ends with a quotation mark (it is being edited) or was marked by hand, unless it has
 * been swallowed by another quotation.
 *
 * @param existing the marks of the document, as `plainText` tells them
 * @param detected what the detection finds in the same text
 * @param text the plain text that both are offsets into
 * @param isMadeByHand true for a quotation that an editor marked without quotation marks around it
 */
export function reconcileMarks(
  existing: ReadonlyMap<string, readonly Span[]>,
  detected: readonly { parts: readonly Span[] }[],
  text: string,
  newId: () => string,
  isMadeByHand: (id: string) => boolean = () => false,
): Reconciliation {
  const claims = claimsOf(existing, detected);
  const idOf = new Map<number, string>();
  const taken = new Set<string>();
  for (const { detection, id } of claims) {
    if (idOf.has(detection) || taken.has(id)) continue;
    idOf.set(detection, id);
    taken.add(id);
  }
  const copies: Reconciliation['copies'] = [];
  const marks: Reconciliation['marks'] = detected.map((quotation, index) => {
    const parts = quotation.parts.map(({ start, end }) => ({ start, end }));
    const known = idOf.get(index);
    if (known !== undefined) return { id: known, parts };
    const id = newId();
    const original = claims.find((claim) => claim.detection === index)?.id;
    if (original !== undefined) copies.push({ id, of: original });
    return { id, parts };
  });
  for (const [id, spans] of existing) {
    if (taken.has(id) || spans.length === 0) continue;
    const parts = spans.map(({ start, end }) => ({ start, end }));
    const swallowed = claims.some((claim) => claim.id === id && claim.ofExisting >= 0.5);
    if (isMadeByHand(id) || (!swallowed && touchesQuotationMark(parts, text))) {
      marks.push({ id, parts });
    }
  }
  marks.sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a));
  return { marks, copies };
}

interface Claim {
  detection: number;
  id: string;
  overlap: number;
  /** The share of the existing mark that the detection covers. */
  ofExisting: number;
}

/**
 * Which detection may carry on which id, strongest claim first. Half of one of the two has to
 * agree: a quotation mark typed in front of another quotation makes the detection reach across for
 * a moment, and such a touch must not carry a link away.
 */
function claimsOf(
  existing: ReadonlyMap<string, readonly Span[]>,
  detected: readonly { parts: readonly Span[] }[],
): Claim[] {
  const stretches = [...existing]
    .flatMap(([id, spans]) => spans.map((span) => ({ id, ...span })))
    .sort((a, b) => a.start - b.start);
  const claims: Claim[] = [];
  for (const [detection, { parts }] of detected.entries()) {
    const overlaps = new Map<string, number>();
    for (const part of parts) {
      for (const stretch of stretches) {
        if (stretch.start >= part.end) break;
        const overlap = Math.min(part.end, stretch.end) - Math.max(part.start, stretch.start);
        if (overlap > 0) overlaps.set(stretch.id, (overlaps.get(stretch.id) ?? 0) + overlap);
      }
    }
    for (const [id, overlap] of overlaps) {
      const ofExisting = overlap / lengthOf(existing.get(id) ?? []);
      if (ofExisting >= 0.5 || overlap / lengthOf(parts) >= 0.5) {
        claims.push({ detection, id, overlap, ofExisting });
      }
    }
  }
  return claims.sort((a, b) => b.overlap - a.overlap || a.detection - b.detection);
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span.end - span.start, 0);
}

function touchesQuotationMark(parts: readonly Span[], text: string): boolean {
  const words = text.slice(parts[0]?.start ?? 0, parts.at(-1)?.end ?? 0).trim();
  return (
    QUOTATION_MARK.test(words.charAt(0)) || QUOTATION_MARK.test(words.charAt(words.length - 1))
  );
}

function startOf(mark: { parts: Span[] }): number {
  return mark.parts[0]?.start ?? 0;
}

function endOf(mark: { parts: Span[] }): number {
  return mark.parts.at(-1)?.end ?? 0;
}
