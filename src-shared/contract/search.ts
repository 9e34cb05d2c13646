import * as v from 'valibot';
import { IdSchema } from '../model/common';
import { SearchResultSchema } from '../model/search';

export const searchMethods = {
  /**
   * Finds articles, sources and people by their words; `query` is read by search/query.ts, and nothing
   * in it is a mistake. `limit`: hits of each kind, 8 if left out. A newer search of the same `session`
   * cancels the one before, which fails with `cancelled`.
   */
  'search.find': {
    input: v.object({
      query: v.pipe(v.string(), v.maxLength(2000)),
      limit: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50))),
      session: v.exactOptional(IdSchema),
    }),
    output: SearchResultSchema,
  },
} as const;
