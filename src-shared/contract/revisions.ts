import * as v from 'valibot';
import { DocumentSchema } from '../document/schema';
import { IdSchema, LineSchema } from '../model/common';
import { RevisionSchema } from '../model/revision';

export const revisionMethods = {
  /** Every state of an article that was kept, the newest first. */
  'revisions.list': {
    input: v.object({ articleId: IdSchema }),
    output: v.array(RevisionSchema),
  },
  'revisions.read': {
    input: v.object({ articleId: IdSchema, revisionId: IdSchema }),
    output: v.object({ document: DocumentSchema }),
  },
  /**
   * Keeps the article as it was saved last, before something large is done to it, or under a name.
   * Answers null where the newest revision has the same words and no name is given.
   */
  'revisions.keep': {
    input: v.object({
      articleId: IdSchema,
      reason: v.picklist(['restore', 'replace', 'named']),
      name: v.nullable(v.pipe(LineSchema, v.minLength(1))),
    }),
    output: v.object({ revisionId: v.nullable(IdSchema) }),
  },
} as const;
