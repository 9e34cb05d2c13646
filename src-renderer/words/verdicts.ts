import type { Verdict } from '../../src-shared/model/verdict';
import { VERDICT_NAMES } from '../../src-shared/words/verdicts';

/** A verdict as it is shown; a quotation that the editor dismissed shows `dismissed` instead. */
export type ShownVerdict = Verdict | 'dismissed';

export const VERDICT_LABELS: Record<ShownVerdict, string> = {
  ...VERDICT_NAMES,
  dismissed: 'Not a quotation',
};

/** What each means, for tooltips and for those who do not see the colour. */
export const VERDICT_MEANINGS: Record<ShownVerdict, string> = {
  verbatim: 'The same words as the source.',
  permitted: 'Edited, and every change is marked or allowed by the house style.',
  review: 'Somebody has to look: the words fit, the sense may not.',
  altered: 'The words differ from the source.',
  missing: 'The words are not in the passage it is linked to.',
  'not-checkable': 'Nothing could be compared with the source yet.',
  unlinked: 'No passage is chosen yet.',
  dismissed: 'The editor said that nobody is quoted here.',
};

/** Gravest first: the order of "gravest first" in the Quotes panel. */
export const GRAVITY: readonly ShownVerdict[] = [
  'altered',
  'missing',
  'review',
  'unlinked',
  'not-checkable',
  'permitted',
  'verbatim',
  'dismissed',
];
