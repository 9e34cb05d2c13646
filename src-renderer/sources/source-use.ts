import type { SourceUseKind } from '../../src-shared/model/version';
import { goToClaimIn } from '../claims/claim-actions';
import { goToQuotationIn } from '../quotes/quote-actions';
import { claimWords } from '../words/claims';
import { quotationName } from '../words/quotations';
import { shorten } from '../words/text';

/* What of an article comes from a source: quotations, and claims. */

interface SourceUse {
  kind: SourceUseKind;
  articleId: string;
  quotationId: string;
}

/** Goes to a quotation or a claim, in whatever article it is. */
export function goToSourceUse({ kind, articleId, quotationId }: SourceUse): Promise<void> {
  return kind === 'claim'
    ? goToClaimIn(articleId, quotationId)
    : goToQuotationIn(articleId, quotationId);
}

/** A short name: a quotation in its marks, a claim said to be one. */
export function sourceUseName(
  { kind, text }: { kind: SourceUseKind; text: string },
  limit?: number,
): string {
  return kind === 'claim'
    ? claimWords.named(shorten(text, limit ?? 60))
    : quotationName(text, limit);
}
