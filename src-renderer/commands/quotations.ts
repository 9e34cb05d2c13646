import type { CommandId } from '../../src-shared/commands';
import type { ClaimView } from '../../src-shared/model/claim';
import { isSettled, type QuotationView } from '../../src-shared/model/quotation';
import {
  linkSelection,
  markClaim,
  openClaimIds,
  openSourceOfClaim,
  selectedClaim,
  showPassagesFor,
  signClaim,
  unmarkClaim,
} from '../claims/claim-actions';
import {
  findPassages,
  goToNextOpen,
  linkAllVerbatim,
  openQuotationIds,
  openSourceOf,
  selectedQuotation,
  setCheck,
  setDismissed,
  takeSourceWording,
  unlinkQuotation,
} from '../quotes/quote-actions';
import { getShell, openDialog } from '../shell';
import { canQuote, quoteSelection, selectedPassage } from '../sources/quote-this';
import { differs } from '../ui/diff';
import { words } from '../words/words';
import { always, type Command, withManuscript } from './command';

/** A command about the quotation that is selected. */
function onQuotation(
  perform: (quotation: QuotationView) => unknown,
  isAvailable: (quotation: QuotationView) => boolean = always,
): Command {
  return {
    perform: () => {
      const quotation = selectedQuotation();
      if (quotation) perform(quotation);
    },
    isAvailable: () => {
      const quotation = selectedQuotation();
      return quotation !== null && isAvailable(quotation);
    },
  };
}

/** A command about the claim that is selected. */
function onClaim(
  perform: (claim: ClaimView) => unknown,
  isAvailable: (claim: ClaimView) => boolean = always,
): Command {
  const about = () => {
    const claim = selectedClaim();
    return claim && isAvailable(claim) ? claim : null;
  };
  return {
    perform: () => {
      const claim = about();
      if (claim) perform(claim);
    },
    isAvailable: () => about() !== null,
  };
}

/** What is done to the selected quotation is done to the selected claim where it is a claim's turn. */
function orOnClaim(quotation: Command, claim: Command): Command {
  const current = () => {
    const { selectedQuotationId, quotesList } = getShell();
    const isClaims = selectedQuotationId === null || quotesList === 'claims';
    return isClaims && claim.isAvailable() ? claim : quotation;
  };
  return {
    perform: () => current().perform(),
    isAvailable: () => current().isAvailable(),
  };
}

const hasOpenPoints = () => openQuotationIds().length > 0 || openClaimIds().length > 0;

/** Commands about quotations and claims. */
export const quotationCommands = {
  'quotation.next': {
    perform: () => goToNextOpen('next'),
    isAvailable: () => withManuscript() && hasOpenPoints(),
  },
  'quotation.previous': {
    perform: () => goToNextOpen('previous'),
    isAvailable: () => withManuscript() && hasOpenPoints(),
  },
  'quotation.findPassages': orOnClaim(
    onQuotation(findPassages, (quotation) => !quotation.dismissed),
    onClaim(({ id }) => showPassagesFor(id)),
  ),
  'quotation.quoteThis': { perform: quoteSelection, isAvailable: canQuote },
  'quotation.linkVerbatim': {
    perform: () => {
      const { opened } = getShell();
      if (opened) linkAllVerbatim(opened.articleId);
    },
    isAvailable: withManuscript,
  },
  'quotation.openSource': orOnClaim(
    onQuotation(openSourceOf, (quotation) => quotation.link !== null),
    onClaim(openSourceOfClaim, (claim) => claim.link !== null),
  ),
  'quotation.useSourceWording': onQuotation(takeSourceWording, canTakeSourceWording),
  'quotation.confirm': orOnClaim(
    onQuotation(
      (quotation) =>
        setCheck([quotation], { kind: 'confirmed', reason: null }, words.actions.confirm),
      canConfirm,
    ),
    onClaim(
      (claim) => signClaim(claim, { kind: 'confirmed', reason: null }),
      (claim) => claim.link !== null && claim.check === null,
    ),
  ),
  'quotation.unlink': onQuotation(unlinkQuotation, (quotation) => quotation.link !== null),
  'quotation.dismiss': onQuotation(
    (quotation) => setDismissed(quotation, true),
    (quotation) => !quotation.dismissed,
  ),
  'quotation.readBack': onQuotation(
    ({ id }) => openDialog({ kind: 'read-back', quotationIds: [id] }),
    (quotation) => !quotation.dismissed,
  ),
  'claim.mark': { perform: markClaim, isAvailable: withManuscript },
  'claim.linkSelection': onClaim(linkSelection, () => selectedPassage() !== null),
  'claim.unmark': onClaim(unmarkClaim),
  'quotation.houseProfile': {
    perform: () => openDialog({ kind: 'house-profile' }),
    isAvailable: always,
  },
} satisfies Partial<Record<CommandId, Command>>;

/** True where the source's wording can be put in place of the quotation's. */
export function canTakeSourceWording(quotation: QuotationView): boolean {
  return quotation.link !== null && quotation.verdict !== 'missing' && differs(quotation.diff);
}

/** A linked quotation can be confirmed, unless its words or its passage are not the source's. */
export function canConfirm(quotation: QuotationView): boolean {
  const confirmable = ['verbatim', 'permitted', 'review'].includes(quotation.verdict);
  return (
    confirmable &&
    quotation.check === null &&
    !quotation.dismissed &&
    // Its source says something else now: somebody has to choose.
    !quotation.correction
  );
}

/** An open quotation can be let stand as it is, with a reason. */
export function canAccept(quotation: QuotationView): boolean {
  return !isSettled(quotation);
}
