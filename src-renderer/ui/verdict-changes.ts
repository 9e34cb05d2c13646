import type { QuotationView } from '../../src-shared/model/quotation';
import { quotationName } from '../words/quotations';
import { type ShownVerdict, VERDICT_LABELS } from '../words/verdicts';
import { words } from '../words/words';

/** The verdict that each quotation was last known with, by id. */
export type KnownVerdicts = ReadonlyMap<string, ShownVerdict>;

/**
 * What is to be said of verdicts that differ from those known before: one by name, several by their
 * number. Empty where none does; a quotation that is new has not changed.
 */
export function verdictNews(
  known: KnownVerdicts,
  now: KnownVerdicts,
  quotations: readonly Pick<QuotationView, 'id' | 'text'>[],
): string {
  const changed = quotations.filter(
    ({ id }) => known.has(id) && now.has(id) && known.get(id) !== now.get(id),
  );
  const [first] = changed;
  const verdict = first && now.get(first.id);
  if (!first || !verdict) return '';
  return changed.length === 1
    ? words.verdictIsNow(quotationName(first.text), VERDICT_LABELS[verdict])
    : words.verdictsChanged(changed.length);
}
