import type { Verdict } from '../model/verdict';

/** How a verdict is called. */
export const VERDICT_NAMES: Record<Verdict, string> = {
  verbatim: 'Verbatim',
  permitted: 'Permitted',
  review: 'Review',
  altered: 'Altered',
  missing: 'Missing',
  'not-checkable': 'Not checkable',
  unlinked: 'Unlinked',
};

/** Said where a verdict has no reasons of its own. */
export const VERDICT_EXPLANATIONS: Record<Verdict, string> = {
  verbatim: 'The same words as the source.',
  permitted: 'Every change is marked or allowed by the house style.',
  review: 'The words fit; somebody has to look at the sense.',
  altered: 'The words differ from the source.',
  missing: 'These words are not in the passage any more.',
  'not-checkable': 'The source has no text that Stet can read yet, so nothing was compared.',
  unlinked: 'No passage is chosen yet.',
};
