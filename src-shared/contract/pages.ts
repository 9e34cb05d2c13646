import * as v from 'valibot';
import { IdSchema } from '../model/common';
import { SourcePageSchema } from '../model/page';
import { QuotedStretchSchema } from '../model/source';

export const pageMethods = {
  /** What is quoted from a version, without its words: for following while an article changes. */
  'sources.quoted': {
    input: v.object({ versionId: IdSchema }),
    output: v.array(QuotedStretchSchema),
  },
  /** True where a version's file is a PDF that is still there, so that its pages can be shown. */
  'sources.hasPages': {
    input: v.object({ versionId: IdSchema }),
    output: v.object({ hasPages: v.boolean() }),
  },
  /**
   * Draws a page of a version's PDF (`page` counts from 1), `scale` pixels to a point, in the sandboxed
   * extractor. A page too large for the picture is drawn smaller. Rejects with `page-not-drawn`.
   */
  'sources.page': {
    input: v.object({
      versionId: IdSchema,
      page: v.pipe(v.number(), v.integer(), v.minValue(1)),
      scale: v.pipe(v.number(), v.minValue(0.001), v.maxValue(8)),
    }),
    output: SourcePageSchema,
  },
} as const;
