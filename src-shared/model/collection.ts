import * as v from 'valibot';
import { IdSchema, LineSchema } from './common';

/** A set of sources under a name, within another one or at the top. A source may be in several. */
export const CollectionDetailsSchema = v.object({
  name: v.pipe(LineSchema, v.minLength(1)),
  parentId: v.nullable(IdSchema),
});
export type CollectionDetails = v.InferOutput<typeof CollectionDetailsSchema>;

export const CollectionSchema = v.object({ id: IdSchema, ...CollectionDetailsSchema.entries });
export type Collection = v.InferOutput<typeof CollectionSchema>;

/** Whether a source is in a collection, as it is to be. */
export const MembershipSchema = v.object({
  collectionId: IdSchema,
  sourceId: IdSchema,
  isIn: v.boolean(),
});
export type Membership = v.InferOutput<typeof MembershipSchema>;

/** Which sources are listed. */
export const SourceViewSchema = v.variant('kind', [
  v.object({ kind: v.literal('all') }),
  /** What is within it too. */
  v.object({ kind: v.literal('collection'), collectionId: IdSchema }),
  v.object({ kind: v.literal('tag'), tag: v.string() }),
  v.object({ kind: v.literal('bin') }),
]);
export type SourceView = v.InferOutput<typeof SourceViewSchema>;

/** How many sources are in each collection that has any, what is within it counted too, and have each tag. */
export const SourceTallySchema = v.object({
  collections: v.array(v.object({ collectionId: IdSchema, count: v.number() })),
  /** In no order. */
  tags: v.array(v.object({ tag: v.string(), count: v.number() })),
});
export type SourceTally = v.InferOutput<typeof SourceTallySchema>;

/** A search under a name; `query` is as it is typed. */
export const SavedSearchDetailsSchema = v.object({
  name: v.pipe(LineSchema, v.minLength(1)),
  query: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2000)),
});
export type SavedSearchDetails = v.InferOutput<typeof SavedSearchDetailsSchema>;

export const SavedSearchSchema = v.object({ id: IdSchema, ...SavedSearchDetailsSchema.entries });
export type SavedSearch = v.InferOutput<typeof SavedSearchSchema>;

/**
 * The ids of a collection and of everything within it, whatever the tree: what two windows did to it
 * at once may have put one into itself.
 */
export function withinCollection(
  collections: readonly Pick<Collection, 'id' | 'parentId'>[],
  id: string,
): Set<string> {
  const found = new Set([id]);
  for (const one of found) {
    for (const { id: inner, parentId } of collections) if (parentId === one) found.add(inner);
  }
  return found;
}
