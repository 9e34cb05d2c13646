import * as v from 'valibot';
import { BylineSchema, BylineStyleSchema, CreditInputSchema } from '../model/byline';
import { IdSchema } from '../model/common';

export const bylineMethods = {
  /** Replaces an article's credits, in order; answers the ones before, for undo. */
  'bylines.set': {
    input: v.object({
      articleId: IdSchema,
      style: BylineStyleSchema,
      credits: v.array(CreditInputSchema),
    }),
    output: v.object({
      byline: BylineSchema,
      previous: v.object({ style: BylineStyleSchema, credits: v.array(CreditInputSchema) }),
    }),
  },
} as const;
