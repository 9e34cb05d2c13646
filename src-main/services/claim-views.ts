import type { ClaimState, ClaimView } from '../../src-shared/model/claim';
import type { Check } from '../../src-shared/model/quotation';
import { readArticle } from '../library/articles';
import {
  type CheckedClaim,
  listClaims,
  readClaimChecks,
  type StoredClaim,
  type StoredClaimCheck,
} from '../library/claims';
import { sha256 } from '../library/files';
import { readLinks, type StoredLink } from '../library/links';
import type { Context } from './context';
import { type CurrentVersions, correctionOf, isSignedBefore } from './corrections';
import { viewLink } from './quotation-views';

/** Everything known about the claims that are marked in an article's text, in its order. */
export function viewClaims(context: Context, articleId: string): ClaimView[] {
  const { db } = context.library;
  const { language } = readArticle(db, articleId);
  const claims = listClaims(db, articleId);
  if (claims.length === 0) return [];
  const links = readLinks(
    db,
    articleId,
    claims.map(({ id }) => id),
  );
  const checks = readClaimChecks(db, articleId);
  const currents: CurrentVersions = new Map();
  return claims.map(({ id, ordinal, text, parts }) => {
    const link = links.get(id) ?? null;
    const check = checks.get(id) ?? null;
    const asked = { parts: [{ text }], language, speakerName: null };
    const corrected = link?.isSuperseded ? correctionOf(context, asked, link, currents) : null;
    const holds =
      check !== null &&
      isSigned(context, check, { text }, link) &&
      // What was signed before the source was corrected was signed for something else.
      (corrected === null || check.clock > corrected.since);
    return {
      id,
      articleId,
      ordinal,
      text,
      parts,
      link: link && viewLink(link),
      state: stateOf(link, corrected !== null, holds),
      check: holds ? shownCheck(check) : null,
      lapsed: check && !holds ? shownCheck(check) : null,
      ...(corrected && !holds ? { correction: corrected.correction } : {}),
    };
  });
}

function stateOf(link: StoredLink | null, isCorrected: boolean, isChecked: boolean): ClaimState {
  if (isChecked) return 'checked';
  if (!link) return 'open';
  return isCorrected ? 'passage-changed' : 'linked';
}

function shownCheck({ kind, reason, editorName, at }: StoredClaimCheck): Check {
  return { kind, reason, editorName, at };
}

/** The hashes of what an editor sees when signing a claim. */
export function checkedClaim(
  claim: Pick<StoredClaim, 'text'>,
  link: { exact: string } | null,
): CheckedClaim {
  return { claimSha256: sha256(claim.text), passageSha256: link ? sha256(link.exact) : null };
}

/** Whether a check was signed for these words, or for the same passage in an older version. */
function isSigned(
  context: Context,
  check: StoredClaimCheck,
  claim: Pick<StoredClaim, 'text'>,
  link: StoredLink | null,
): boolean {
  const texts = checkedClaim(claim, link);
  if (check.claimSha256 !== texts.claimSha256) return false;
  if (check.passageSha256 === texts.passageSha256) return true;
  return link !== null && isSignedBefore(context, link, check);
}
