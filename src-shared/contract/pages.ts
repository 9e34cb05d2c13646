import * as v from 'valibot';
import { IdSchema } from '../model/common';
import { MOST_KEPT_MARKS, WantedMarkSchema } from '../model/kept-page';
import { SourcePageSchema } from '../model/page';
import { QuotedStretchSchema } from '../model/source';

export const pageMethods = {
  /** What is quoted from a version, without its words: for following while an article changes. */
  'sources.quoted': {
    input: v.object({ versionId: IdSchema }),
    output: v.array(QuotedStretchSchema),
  },
  /**
   * How a version's file can be shown as it is, where it is still there: a PDF by its pages, a saved web
   * page as the page it was.
   */
  'sources.hasPages': {
    input: v.object({ versionId: IdSchema }),
    output: v.object({ hasPages: v.boolean(), isWebPage: v.boolean() }),
  },
  /**
   * Has a version's saved web page served to the window, by a token: made harmless in the sandboxed
   * extractor, with these stretches of the text marked. `placed` says of each whether its words are on
   * the page. Rejects with `page-not-drawn` and `file-unreadable`.
   */
  'sources.keptPage': {
    input: v.object({
      versionId: IdSchema,
      marks: v.pipe(v.array(WantedMarkSchema), v.maxLength(MOST_KEPT_MARKS)),
    }),
    output: v.object({ token: v.string(), placed: v.array(v.boolean()) }),
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
