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
});
export type EditingPlace = v.InferOutput<typeof EditingPlaceSchema>;

export const ArticleSummarySchema = v.object({
  id: IdSchema,
  headline: v.string(),
  ...ArticleDetailsSchema.entries,
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
  updatedAt: TimeSchema,
});
export type Article = v.InferOutput<typeof ArticleSchema>;
