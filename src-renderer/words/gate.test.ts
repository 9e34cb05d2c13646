import { describe, expect, it } from 'vitest';
import { type GatePoint, GatePointSchema } from '../../src-shared/contract/finish';
import { gateDetail, gatePasses, gateSummary, gateTitle } from './gate';

const CODES = GatePointSchema.entries.code.options;
const point = (code: GatePoint['code'], count: number): GatePoint => ({
  code,
  count,
  quotationIds: [],
  example: '“low point”.',
  blocking: false,
  about: 'h',
  acceptance: null,
});

describe('the gate', () => {
  it.each(CODES)('%s is said of one and of several', (code) => {
    for (const number of [1, 3]) {
      expect(gateTitle(point(code, number))).toMatch(/^[\p{Lu}“\d]/u);
      expect(gateTitle(point(code, number))).not.toContain('undefined');
      expect(() => gateDetail(point(code, number), [], {})).not.toThrow();
    }
  });
  it('names the one it is about', () => {
    expect(gateTitle(point('quotations-altered', 1))).toBe('“low point” differs from its source');
  });
  it('says when an embargo ends, or that nobody has said it', () => {
    const detail = (number: number, until: string | null) =>
      gateDetail({ ...point('source-embargoed', number), until }, [], {});
    expect(detail(1, '2026-12-03')).toBe('It may be published from 3 Dec 2026 on.');
    expect(detail(2, '2027-01')).toBe('The last of them may be published from Jan 2027 on.');
    expect(detail(1, null)).toMatch(/^Nobody has said until when/);
  });
  it('says what was looked for and not found', () => {
    expect(gatePasses([])).toBe(
      'No confidential source, nothing off the record, no embargo, nothing excluded, no consent withdrawn, no TK, no open comment, no open suggestion',
    );
    expect(gatePasses([point('source-confidential', 1), point('tk-marks', 2)])).toBe(
      'Nothing off the record, no embargo, nothing excluded, no consent withdrawn, no open comment, no open suggestion',
    );
  });
  it('sums up', () => {
    const counts = { noSpeaker: 0 };
    expect(gateSummary({ ...counts, total: 11, settled: 4, open: 7 })).toMatch(
      /^11 quotations: 4 stand, 7 are open\./,
    );
    expect(gateSummary({ ...counts, total: 2, settled: 2, open: 0 })).toBe(
      '2 quotations, and all of them stand.',
    );
    expect(gateSummary({ ...counts, total: 0, settled: 0, open: 0 })).toMatch(/no quotations/);
  });
});
