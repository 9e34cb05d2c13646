import type { ExcludedStretch } from '../../src-shared/model/note';
import type { SourceReading } from '../../src-shared/model/source';
import type { Span } from '../../src-shared/model/span';

type Quoted = SourceReading['quoted'][number];

/** A piece of a block's text that is marked in the same way throughout. */
export interface Piece extends Span {
  /** The quotation that is taken from here, the innermost where several are. */
  quoted: Quoted | null;
  /** True within the passage that is shown as current. */
  current: boolean;
  /** Why it must not be used; null where it may be. */
  excluded: string | null;
}

/** Cuts a block at the edges of what is quoted from it, of what is excluded, and of the current passage. */
export function piecesOfBlock(
  block: Span,
  quoted: readonly Quoted[],
  current: Span | null,
  excluded: readonly ExcludedStretch[] = [],
): Piece[] {
  const inside = (span: Span) => span.start < block.end && span.end > block.start;
  const marks = quoted.filter(inside);
  const shown = current && inside(current) ? current : null;
  const edges = new Set([block.start, block.end]);
  const closed = excluded.filter(inside);
  for (const span of [...marks, ...closed, ...(shown ? [shown] : [])]) {
    edges.add(Math.max(block.start, span.start));
    edges.add(Math.min(block.end, span.end));
  }
  const sorted = [...edges].toSorted((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1]!;
    const covers = (span: Span) => span.start <= start && span.end >= end;
    const around = marks.filter(covers).toSorted((a, b) => a.end - a.start - (b.end - b.start));
    return {
      start,
      end,
      quoted: around[0] ?? null,
      current: shown !== null && covers(shown),
      excluded: closed.find(covers)?.reason ?? null,
    };
  });
}
