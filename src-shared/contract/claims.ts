import * as v from 'valibot';
import { ClaimProposalSchema, ClaimViewSchema } from '../model/claim';
import { IdSchema, LineSchema } from '../model/common';
import { PassageTargetSchema } from '../model/quotation';

const article = v.object({ articleId: IdSchema });
const claims = v.array(ClaimViewSchema);
const target = v.nullable(PassageTargetSchema);
/** Words of an article, at most as many as anybody would mark. */
const words = v.pipe(v.string(), v.maxLength(20_000));

export const claimMethods = {
  /** What is known of the claims that are marked in an article's text, in its order. */
  'claims.list': { input: article, output: claims },
  /** The passages of the whole library that may say what these words say, best first. */
  'claims.propose': {
    input: v.object({ text: words, limit: v.exactOptional(v.number()) }),
    output: v.array(ClaimProposalSchema),
  },
  /** Links a claim to a passage, or takes its link back; answers what it was linked to, for undo. */
  'claims.setLink': {
    input: v.object({ articleId: IdSchema, claimId: IdSchema, target }),
    output: v.object({ previous: target, claims }),
  },
  /**
   * Gives a claim that was pasted the link of the one it is a copy of, also one of another article.
   * Needs no claim in the library yet; does nothing where the first has no link, or the second has one.
   */
  'claims.copyLink': {
    input: v.object({ articleId: IdSchema, fromId: IdSchema, toId: IdSchema }),
    output: v.object({}),
  },
  /**
   * Signs claims (`confirmed`: the passage says so; `accepted`: as it is, with a reason), or takes the
   * word back (`null`).
   */
  'claims.setCheck': {
    input: v.object({
      articleId: IdSchema,
      claimIds: v.array(IdSchema),
      check: v.nullable(
        v.object({
          kind: v.picklist(['confirmed', 'accepted']),
          reason: v.nullable(LineSchema),
        }),
      ),
    }),
    output: v.object({ claims }),
  },
  /** Sentences of which an editor said that they need no source, as they were written then. */
  'claims.listDismissed': { input: article, output: v.array(v.string()) },
  'claims.setDismissed': {
    input: v.object({ articleId: IdSchema, words, dismissed: v.boolean() }),
    output: v.object({}),
  },
} as const;
