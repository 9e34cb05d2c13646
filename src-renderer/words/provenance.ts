import type { Verdict } from '../../src-shared/model/verdict';
import { VERDICT_NAMES } from '../../src-shared/words/verdicts';
import { count } from './text';

/** What the provenance map says. */
export const provenanceWords = {
  title: 'Provenance map',
  description: (quotations: number, sources: number) =>
    `${count(quotations, 'quotation')} on the left; ${count(sources, 'source')} with the passages that carry them on the right. Choose one to go there.`,
  map: 'Which passages carry which quotations',
  quotations: 'Quotations in the order of the text',
  passages: 'Passages by source',
  none: 'There are no quotations in this article yet.',
  quotation: (number: number, text: string, verdict: Verdict) =>
    `${number}. ${text}: ${VERDICT_NAMES[verdict]}`,
  passage: (source: string, label: string, numbers: readonly number[]) =>
    `${source}, ${label}: carries ${numbers.length === 1 ? 'quotation' : 'quotations'} ${numbers.join(', ')}`,
  legend: 'Marks',
  close: 'Close',
};
