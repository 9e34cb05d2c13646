import * as v from 'valibot';
import { ArticleStatusSchema } from './article';
import { IdSchema, OffsetSchema, TimeSchema } from './common';
import { PlaceSchema } from './quotation';
import { SourceSummarySchema } from './source';

const SpanSchema = v.object({ start: OffsetSchema, end: OffsetSchema });

/** A piece of a text on one line; `hits` are UTF-16 offsets into it. */
export const SnippetSchema = v.object({ text: v.string(), hits: v.array(SpanSchema) });

const found = {
  id: IdSchema,
  title: v.string(),
  /** Which stretches of the title were looked for. */
  titleHits: v.array(SpanSchema),
  snippet: v.nullable(SnippetSchema),
};

/** What a search found. `at` is where the snippet's first hit stands: UTF-16 offsets into the text. */
export const SearchHitSchema = v.variant('kind', [
  v.object({
    kind: v.literal('article'),
    ...found,
    /** Into the plain text of the document. */
    at: v.nullable(SpanSchema),
    status: ArticleStatusSchema,
    section: v.nullable(v.string()),
    updatedAt: TimeSchema,
  }),
  v.object({
    kind: v.literal('source'),
    ...found,
    /** Into the current version's extracted text. */
    at: v.nullable(SpanSchema),
    place: v.nullable(PlaceSchema),
    source: SourceSummarySchema,
    /** True where nothing of it may leave the newsroom: confidential, or off the record. */
    isPrivate: v.boolean(),
  }),
  v.object({
    kind: v.literal('person'),
    ...found,
    role: v.nullable(v.string()),
    affiliation: v.nullable(v.string()),
  }),
  /** An editor's note; its title is that of its source, and the snippet is of its own words. */
  v.object({
    kind: v.literal('source-note'),
    ...found,
    source: SourceSummarySchema,
    isPrivate: v.boolean(),
  }),
]);
export type SearchHit = v.InferOutput<typeof SearchHitSchema>;

export const SearchGroupSchema = v.object({
  /** Best first. */
  hits: v.array(SearchHitSchema),
  /** How many there are in all; `isAtLeast` where they were not all counted. */
  count: v.number(),
  isAtLeast: v.boolean(),
});
export type SearchGroup = v.InferOutput<typeof SearchGroupSchema>;

export const SearchResultSchema = v.object({
  articles: SearchGroupSchema,
  sources: SearchGroupSchema,
  people: SearchGroupSchema,
  notes: SearchGroupSchema,
  /** How many things are not in the index yet, or not as they are now: they may be missing here. */
  behind: v.number(),
});
export type SearchResult = v.InferOutput<typeof SearchResultSchema>;
