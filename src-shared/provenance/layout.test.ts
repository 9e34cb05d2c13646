import { describe, expect, test } from 'vitest';
import { VERDICTS } from '../model/verdict';
import cases from './fixtures/layout-cases.json';
import { layOutProvenance, type MapQuotation } from './layout';
import { VERDICT_SHAPES } from './shape';

/** "1:audit 10-20" is quotation 1, from 10 to 20 of "audit"; "2" has no passage. */
function quotationsOf(lines: readonly string[]): MapQuotation[] {
  return lines.map((line) => {
    const [, number = '', source, start, end] = /^(\d+)(?::(\S+) (\d+)-(\d+))?$/.exec(line) ?? [];
    return {
      id: `q${number}`,
      number: Number(number),
      text: `“${number}”`,
      verdict: source ? 'verbatim' : 'unlinked',
      passage: source
        ? { source, start: Number(start), end: Number(end), label: `${start}` }
        : null,
    };
  });
}

const titles = (ids: readonly string[]) => ids.map((id) => ({ id, title: id }));

describe('the map of provenance', () => {
  test.each(cases)('$name', ({ quotations, sources, passages }) => {
    const layout = layOutProvenance(quotationsOf(quotations), titles(sources));
    const shown = layout.passages.map(({ id, quotationIds }) => `${id}: ${quotationIds.join(' ')}`);
    expect(shown).toEqual(passages);
    expect(layout.quotations).toHaveLength(quotations.length);
    // Nothing lies on anything else, and all of it is in the picture.
    const right = [...layout.sources, ...layout.passages].sort((a, b) => a.y - b.y);
    for (const column of [layout.quotations, right]) {
      for (const [index, box] of column.entries()) {
        expect(box.y).toBeGreaterThanOrEqual(index === 0 ? 0 : column[index - 1]!.y + box.height);
        expect(box.y + box.height).toBeLessThanOrEqual(layout.height);
        expect(box.x + box.width).toBeLessThanOrEqual(layout.width);
      }
    }
    // Every thread begins at its quotation and ends at its passage.
    for (const { quotationId, passageId, d } of layout.threads) {
      const from = layout.quotations.find(({ id }) => id === quotationId)!;
      const to = layout.passages.find(({ id }) => id === passageId)!;
      expect(d.startsWith(`M${from.x + from.width} ${from.y + from.height / 2}C`)).toBe(true);
      expect(d.endsWith(` ${to.x} ${to.y + to.height / 2}`)).toBe(true);
    }
    expect(layout.threads).toHaveLength(quotations.filter((line) => line.includes(':')).length);
  });

  test('no two verdicts have the same mark and line', () => {
    const looks = VERDICTS.map((verdict) => JSON.stringify(VERDICT_SHAPES[verdict]));
    expect(new Set(looks).size).toBe(VERDICTS.length);
  });
});
