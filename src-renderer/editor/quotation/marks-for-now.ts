import type { QuotationMark } from '../../../src-shared/document/mark-quotations';
import type { Span } from '../../../src-shared/model/span';

const CLOSED = /["”“»«›‹」』＂’‘'][.,;:!?…]{0,2}$/;

/**
 * What of the wanted marks may be set in the midst of typing. A quotation mark that has just been
 * opened makes the detection reach for the next one it finds, and one that is being replaced is gone
 * for a moment: so a quotation that is known does not grow, and none goes, until typing pauses. It may
 * become shorter, and what is new and closed is marked.
 */
export function marksForNow(
  wanted: readonly QuotationMark[],
  present: ReadonlyMap<string, readonly Span[]>,
  text: string,
): QuotationMark[] {
  const wantedById = new Map(wanted.map((mark) => [mark.id, mark]));
  const marks: QuotationMark[] = [];
  const held: Span[] = [];
  for (const [id, parts] of present) {
    const around = hullOf(parts);
    if (!around) continue;
    const mark = wantedById.get(id);
    if (mark && isWithin(hullOf(mark.parts), around)) {
      marks.push(mark);
    } else {
      marks.push({ id, parts: parts.map(({ start, end }) => ({ start, end })) });
      held.push(around);
    }
  }
  for (const mark of wanted) {
    const around = present.has(mark.id) ? null : hullOf(mark.parts);
    if (!around || held.some((one) => one.start < around.end && one.end > around.start)) continue;
    if (CLOSED.test(text.slice(Math.max(around.start, around.end - 4), around.end))) {
      marks.push(mark);
    }
  }
  return marks;
}

function hullOf(parts: readonly Span[]): Span | null {
  const [first] = parts;
  const last = parts.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}

function isWithin(inner: Span | null, outer: Span): boolean {
  return inner !== null && inner.start >= outer.start && inner.end <= outer.end;
}
