import * as v from 'valibot';
import {
  ArticleCorrectionSchema,
  CorrectionKindSchema,
  CorrectionTextSchema,
} from '../model/article-correction';
import { IdSchema } from '../model/common';

const words = { kind: CorrectionKindSchema, text: CorrectionTextSchema };
const one = { articleId: IdSchema, correctionId: IdSchema };

export const articleCorrectionMethods = {
  /** Those that were not withdrawn, the oldest first. */
  'corrections.list': {
    input: v.object({ articleId: IdSchema }),
    output: v.array(ArticleCorrectionSchema),
  },
  /** Corrects an article that is finished, or was once; throws `article-not-finished` for any other. */
  'corrections.add': {
    input: v.object({ articleId: IdSchema, ...words }),
    output: v.object({ correctionId: IdSchema }),
  },
  /** Changes its words; throws `correction-exported` once it has gone out. */
  'corrections.edit': { input: v.object({ ...one, ...words }), output: v.object({}) },
  /** Takes a correction back, or brings it back. */
  'corrections.setWithdrawn': {
    input: v.object({ ...one, withdrawn: v.boolean() }),
    output: v.object({}),
  },
} as const;
