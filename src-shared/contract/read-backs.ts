import * as v from 'valibot';
import { IdSchema } from '../model/common';
import { NewReadBackSchema, ReadBackSchema } from '../model/read-back';

export const readBackMethods = {
  /** The read-backs of an article's quotations, in the order in which they were written down. */
  'readBacks.list': {
    input: v.object({ articleId: IdSchema }),
    output: v.array(ReadBackSchema),
  },
  /** Writes the same down for each of these quotations; answers the ids of the entries, for undo. */
  'readBacks.add': {
    input: v.object({
      articleId: IdSchema,
      quotationIds: v.array(IdSchema),
      readBack: NewReadBackSchema,
    }),
    output: v.object({ ids: v.array(IdSchema) }),
  },
  /** Takes entries back: the history keeps them, and that they were taken back. */
  'readBacks.takeBack': {
    input: v.object({ articleId: IdSchema, ids: v.array(IdSchema) }),
    output: v.object({}),
  },
} as const;
