import { expect, test } from 'vitest';
import type { QuotationView } from '../../src-shared/model/quotation';
import type { ReadBack } from '../../src-shared/model/read-back';
import { arrangeQuotations, type Shown } from './order';

const quotation = (id: string, rest: Partial<QuotationView>) =>
  ({
    id,
    ordinal: Number(id),
    verdict: 'verbatim',
    speaker: { personId: 'p', name: 'Mara Lind' },
    attribution: null,
    dismissed: false,
    check: null,
    reasons: [],
    diff: [],
    ...rest,
  }) as Partial<QuotationView> as QuotationView;

const named = { phrase: 'Lind', name: 'Mara Lind', confidence: 1, channel: null };
const quotations = [
  quotation('1', {}),
  quotation('2', { verdict: 'altered', speaker: null }),
  quotation('3', { verdict: 'altered', speaker: null, attribution: named }),
  quotation('4', { verdict: 'unlinked', speaker: null, dismissed: true }),
  quotation('5', { verdict: 'unlinked' }),
];
const entry = (quotationId: string, state: ReadBack['state']) =>
  [quotationId, { quotationId, state } as ReadBack] as const;
const readBacks = new Map([
  entry('1', 'approved'),
  entry('2', 'changes-asked'),
  entry('4', 'sent'),
]);

test.each<[Shown, string]>([
  ['all', '1 2 3 4 5'],
  ['open', '2 3 5'],
  ['verdict:altered', '2 3'],
  ['verdict:unlinked', '5'],
  ['no-speaker', '2'],
  ['dismissed', '4'],
  ['read-back:none', '3 5'],
  ['read-back:sent', ''],
  ['read-back:approved', '1'],
  ['read-back:changes-asked', '2'],
])('narrowed to %s: %s', (show, ids) => {
  const shown = arrangeQuotations(quotations, { show, order: 'text' }, readBacks);
  expect(shown.map(({ id }) => id).join(' ')).toBe(ids);
});
