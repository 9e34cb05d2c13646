import type { ClaimState } from '../../src-shared/model/claim';
import { VerdictShape } from '../ui/verdict';
import { CLAIM_LABELS } from '../words/claims';

/** A state looks like the verdict that asks the same of an editor. */
const LOOKS = {
  open: 'unlinked',
  linked: 'permitted',
  checked: 'verbatim',
  'passage-changed': 'review',
} as const;

/** The state of a claim in words, with a shape, on its ground. */
export function ClaimChip({ state }: { state: ClaimState }) {
  const look = LOOKS[state];
  return (
    <span className={`chip chip-${look}`}>
      <VerdictShape verdict={look} />
      {CLAIM_LABELS[state]}
    </span>
  );
}
