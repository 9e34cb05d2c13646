import { describe, expect, it } from 'vitest';
import type { QuotationView } from '../../src-shared/model/quotation';
import { arrangeQuotations } from './order';

const quotation = (
  ordinal: number,
  verdict: QuotationView['verdict'],
  rest: Partial<QuotationView> = {},
) =>
  ({
    id: String(ordinal),
    ordinal,
    verdict,
    reasons: [],
    diff: [],
    dismissed: false,
    check: null,
    ...rest,
  }) as Partial<QuotationView> as QuotationView;

const signed = { kind: 'accepted', reason: 'r', editorName: 'e', at: '' } as const;
const quotations = [
  quotation(1, 'unlinked'),
  quotation(2, 'verbatim'),
  quotation(3, 'altered', { check: signed }),
  quotation(4, 'unlinked', { dismissed: true }),
  quotation(5, 'altered'),
  quotation(6, 'review'),
];
const ids = (list: readonly QuotationView[]) => list.map(({ id }) => id).join(' ');

describe('arrangeQuotations', () => {
  it('follows the text', () => {
    expect(ids(arrangeQuotations(quotations.toReversed(), { show: 'all', order: 'text' }))).toBe(
      '1 2 3 4 5 6',
    );
  });
  it('leaves out what is settled, signed or no quotation', () => {
    expect(ids(arrangeQuotations(quotations, { show: 'open', order: 'text' }))).toBe('1 5 6');
  });
  it('puts the gravest open ones first and what stands last', () => {
    expect(ids(arrangeQuotations(quotations, { show: 'all', order: 'gravity' }))).toBe(
      '5 6 1 3 2 4',
    );
  });
  it('puts the gravest reason first, then the fewest changed words, then the first in the text', () => {
    const altered = (ordinal: number, code: string, ...changed: string[]) =>
      quotation(ordinal, 'altered', {
        reasons: [{ code }],
        diff: [
          { type: 'same', text: 'We will not leave the harbour ' },
          ...changed.map((text) => ({ type: 'added', text }) as const),
        ],
      });
    const list = [
      altered(1, 'word-changed', 'before the ', 'last storm'),
      altered(2, 'word-changed', 'now'),
      altered(3, 'negation-dropped', 'on any such day'),
      altered(4, 'word-changed', 'soon'),
    ];
    for (const given of [list, list.toReversed()]) {
      expect(ids(arrangeQuotations(given, { show: 'all', order: 'gravity' }))).toBe('3 2 4 1');
    }
  });
});
