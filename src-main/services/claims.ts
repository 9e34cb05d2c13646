import { readArticle } from '../library/articles';
import {
  addClaimCheck,
  listDismissedWords,
  readClaim,
  readClaimChecks,
  setWordsDismissed,
} from '../library/claims';
import { readEditorName } from '../library/editors';
import { addLink, findLinkOf, readLinks } from '../library/links';
import { readVersion } from '../library/sources';
import { write } from '../library/write';
import { proposeForClaim } from './claim-proposals';
import { checkedClaim, viewClaims } from './claim-views';
import type { Handlers } from './context';
import { currentTarget } from './corrections';
import { requireUnfinished } from './finishing';
import { describeTarget, isSameTarget, targetOf } from './passage-targets';

const PROPOSALS = 10;

export const claims = {
  'claims.list': (context, { articleId }) => viewClaims(context, articleId),

  'claims.propose': (context, { text, limit = PROPOSALS }) => proposeForClaim(context, text, limit),

  'claims.setLink': (context, { articleId, claimId, target: given }) =>
    write(context.library, (transaction) => {
      const { db } = transaction;
      requireUnfinished(context, articleId);
      readClaim(db, articleId, claimId);
      const target = given && currentTarget(context, given);
      const previous = targetOf(readLinks(db, articleId, [claimId]).get(claimId) ?? null);
      if (!isSameTarget(previous, target)) {
        addLink(transaction, articleId, claimId, target && describeTarget(context, target));
      }
      return { previous, claims: viewClaims(context, articleId) };
    }),

  'claims.copyLink': (context, { articleId, fromId, toId }) => {
    const { db } = context.library;
    requireUnfinished(context, articleId);
    const from = findLinkOf(db, fromId, articleId);
    if (!from || readLinks(db, articleId, [toId]).has(toId)) return {};
    const version = readVersion(db, from.sourceVersionId);
    const { start, end, exact, prefix, suffix, place } = from;
    write(context.library, (transaction) =>
      addLink(transaction, articleId, toId, {
        version,
        passage: { start, end, exact, prefix, suffix, place },
      }),
    );
    return {};
  },

  'claims.setCheck': (context, { articleId, claimIds, check }) =>
    write(context.library, (transaction) => {
      const { db } = transaction;
      const links = readLinks(db, articleId, claimIds);
      const checks = readClaimChecks(db, articleId);
      for (const claimId of claimIds) {
        const claim = readClaim(db, articleId, claimId);
        if (check === null && !checks.has(claimId)) continue;
        addClaimCheck(transaction, articleId, claimId, {
          kind: check?.kind ?? 'withdrawn',
          reason: check?.reason || null,
          editorName: readEditorName(db),
          ...checkedClaim(claim, links.get(claimId) ?? null),
        });
      }
      return { claims: viewClaims(context, articleId) };
    }),

  'claims.listDismissed': ({ library }, { articleId }) => {
    readArticle(library.db, articleId);
    return listDismissedWords(library.db, articleId);
  },

  'claims.setDismissed': (context, { articleId, words, dismissed }) => {
    readArticle(context.library.db, articleId);
    write(context.library, (transaction) =>
      setWordsDismissed(transaction, articleId, words, dismissed),
    );
    return {};
  },
} satisfies Partial<Handlers>;
