import * as v from 'valibot';
import { IdSchema } from '../model/common';

export const bundleMethods = {
  /**
   * Writes a bundle (`.stet`) into a granted folder: an article with everything that it is made of, as
   * far as the disclosure of its sources allows. Rejects with `export-blocked` as exports do. What it
   * holds comes in again by `articles.import`.
   */
  'bundles.write': {
    input: v.object({
      articleId: IdSchema,
      folder: IdSchema,
      replace: v.boolean(),
      /** Earlier states of the text as well. */
      revisions: v.boolean(),
    }),
    output: v.object({
      written: v.array(v.string()),
      /** Names that are there already; nothing was written where this is not empty. */
      existing: v.array(v.string()),
      /** How many sources were left out, because they may not be told. */
      sourcesLeftOut: v.number(),
    }),
  },
} as const;
