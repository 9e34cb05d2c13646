import * as v from 'valibot';
import { DocumentSchema } from '../document/schema';
import { BylineSchema } from './byline';
import { IdSchema, LanguageSchema, LineSchema, TimeSchema } from './common';
import { QuotationViewSchema } from './quotation';

export const ArticleStatusSchema = v.picklist(['draft', 'in-check', 'finished']);
export type ArticleStatus = v.InferOutput<typeof ArticleStatusSchema>;

export const ArticleDetailsSchema = v.object({
  status: ArticleStatusSchema,
  language: LanguageSchema,
  section: v.nullable(LineSchema),
  dateline: v.nullable(LineSchema),
  tags: v.array(v.pipe(LineSchema, v.minLength(1))),
});
export type ArticleDetails = v.InferOutput<typeof ArticleDetailsSchema>;

/** Where the editor was in an article: restored after a restart. A point is the path of child indexes to its block, and the characters from the block's start. */
export const EditingPlaceSchema = v.object({
  anchor: v.nullable(v.object({ path: v.array(v.number()), offset: v.number() })),
  focus: v.nullable(v.object({ path: v.array(v.number()), offset: v.number() })),
  scrollTop: v.number(),
  /** The block of the text at the top of the view, and how far below it, in CSS pixels. */
  top: v.exactOptional(v.object({ block: v.number(), offset: v.number() })),
});
export type EditingPlace = v.InferOutput<typeof EditingPlaceSchema>;

/** The narrowest and the widest that library and panel may be, in CSS pixels. */
export const PANE_WIDTHS = { narrowest: 180, widest: 720 } as const;
const PaneWidthSchema = v.nullable(
  v.pipe(v.number(), v.minValue(PANE_WIDTHS.narrowest), v.maxValue(PANE_WIDTHS.widest)),
);

/** What stands around an article on this device: restored with it. */
export const DeskSchema = v.object({
  tab: v.string(),
  railHidden: v.boolean(),
  panelHidden: v.boolean(),
  /** Widths that were chosen; null where they are the usual ones. `sourcePanel`: while a source is read. */
  widths: v.object({ rail: PaneWidthSchema, panel: PaneWidthSchema, sourcePanel: PaneWidthSchema }),
  /** The source beside it: which version (null: the current one), and the stretch or the place that is seen. */
  source: v.nullable(
    v.object({
      sourceId: IdSchema,
      versionId: v.nullable(IdSchema),
      shown: v.nullable(v.object({ start: v.number(), end: v.number() })),
    }),
  ),
  /** Changes of the text are proposed; left out where they are simply made. */
  suggesting: v.exactOptional(v.boolean()),
});
export type Desk = v.InferOutput<typeof DeskSchema>;

/** Where articles lie that are not at hand. */
export const ArticleShelfSchema = v.picklist(['desk', 'archive', 'bin']);
export type ArticleShelf = v.InferOutput<typeof ArticleShelfSchema>;

export const ArticleSummarySchema = v.object({
  id: IdSchema,
  headline: v.string(),
  ...ArticleDetailsSchema.entries,
  /** `bin` in the list of the bin alone. */
  shelf: ArticleShelfSchema,
  quotationCount: v.number(),
  openCount: v.number(),
  updatedAt: TimeSchema,
});
export type ArticleSummary = v.InferOutput<typeof ArticleSummarySchema>;

export const ArticleSchema = v.object({
  id: IdSchema,
  ...ArticleDetailsSchema.entries,
  /** The working copy's counter; a save names the one it was made from. */
  version: v.number(),
  document: DocumentSchema,
  byline: BylineSchema,
  quotations: v.array(QuotationViewSchema),
  place: v.nullable(EditingPlaceSchema),
  desk: v.nullable(DeskSchema),
  updatedAt: TimeSchema,
});
export type Article = v.InferOutput<typeof ArticleSchema>;
