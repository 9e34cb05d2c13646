import { describe, expect, it } from 'vitest';
import { piecesOfBlock } from './reader-pieces';

const quotation = (quotationId: string, start: number, end: number) => ({
  kind: 'quotation' as const,
  quotationId,
  articleId: 'article',
  articleHeadline: 'Headline',
  text: '“Words”',
  verdict: 'verbatim' as const,
  start,
  end,
});
const shown = (pieces: ReturnType<typeof piecesOfBlock>) =>
  pieces.map(({ start, end, quoted, current }) => [start, end, quoted?.quotationId, current]);

describe('piecesOfBlock', () => {
  it('is one piece where nothing is marked', () => {
    expect(shown(piecesOfBlock({ start: 5, end: 20 }, [], null))).toEqual([
      [5, 20, undefined, false],
    ]);
  });
  it('is cut at the edges of what is quoted, and within the block only', () => {
    const quoted = [quotation('a', 0, 8), quotation('b', 12, 15)];
    expect(shown(piecesOfBlock({ start: 5, end: 20 }, quoted, null))).toEqual([
      [5, 8, 'a', false],
      [8, 12, undefined, false],
      [12, 15, 'b', false],
      [15, 20, undefined, false],
    ]);
  });
  it('is cut at the edges of what must not be used, which says why', () => {
    const excluded = [{ start: 12, end: 40, reason: 'In confidence' }];
    const pieces = piecesOfBlock({ start: 5, end: 20 }, [quotation('a', 0, 14)], null, excluded);
    expect(
      pieces.map((piece) => [piece.start, piece.end, piece.quoted?.quotationId, piece.excluded]),
    ).toEqual([
      [5, 12, 'a', null],
      [12, 14, 'a', 'In confidence'],
      [14, 20, undefined, 'In confidence'],
    ]);
  });
  it('leads to the inner one of two quotations, and marks the current passage across both', () => {
    const quoted = [quotation('outer', 5, 20), quotation('inner', 8, 12)];
    expect(shown(piecesOfBlock({ start: 5, end: 20 }, quoted, { start: 10, end: 30 }))).toEqual([
      [5, 8, 'outer', false],
      [8, 10, 'inner', false],
      [10, 12, 'inner', true],
      [12, 20, 'outer', true],
    ]);
  });
});
