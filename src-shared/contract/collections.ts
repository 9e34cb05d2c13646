import * as v from 'valibot';
import {
  CollectionDetailsSchema,
  CollectionSchema,
  MembershipSchema,
  SavedSearchDetailsSchema,
  SavedSearchSchema,
  SourceTallySchema,
  SourceViewSchema,
} from '../model/collection';
import { IdSchema } from '../model/common';
import { SourceSummarySchema } from '../model/source';

const nothing = v.object({});

export const collectionMethods = {
  /** By name; which is within which is told by `parentId`. */
  'collections.list': { input: nothing, output: v.array(CollectionSchema) },
  'collections.create': {
    input: CollectionDetailsSchema,
    output: v.object({ collectionId: IdSchema }),
  },
  /** Renames or moves a collection; answers what was before. Into itself it is `invalid-input`. */
  'collections.update': {
    input: v.object({ collectionId: IdSchema, details: v.partial(CollectionDetailsSchema) }),
    output: v.object({ previous: v.partial(CollectionDetailsSchema) }),
  },
  /** Removes a collection and all within it; the sources stay. Answers what was removed, for undo. */
  'collections.remove': {
    input: v.object({ collectionId: IdSchema }),
    output: v.object({ collectionIds: v.array(IdSchema) }),
  },
  'collections.restore': {
    input: v.object({ collectionIds: v.array(IdSchema) }),
    output: nothing,
  },
  /** Puts sources into collections and takes them out; answers what takes it back. */
  'collections.setMembers': {
    input: v.object({ members: v.array(MembershipSchema) }),
    output: v.object({ previous: v.array(MembershipSchema) }),
  },

  /** By name. */
  'savedSearches.list': { input: nothing, output: v.array(SavedSearchSchema) },
  'savedSearches.create': {
    input: SavedSearchDetailsSchema,
    output: v.object({ savedSearchId: IdSchema }),
  },
  'savedSearches.update': {
    input: v.object({ savedSearchId: IdSchema, details: v.partial(SavedSearchDetailsSchema) }),
    output: v.object({ previous: v.partial(SavedSearchDetailsSchema) }),
  },
  'savedSearches.remove': { input: v.object({ savedSearchId: IdSchema }), output: nothing },
  'savedSearches.restore': { input: v.object({ savedSearchId: IdSchema }), output: nothing },

  /** The first sources of a view, the one added last before the others, and how many it has in all. */
  'sources.browse': {
    input: v.object({
      view: SourceViewSchema,
      limit: v.pipe(v.number(), v.integer(), v.minValue(1)),
    }),
    output: v.object({ sources: v.array(SourceSummarySchema), total: v.number() }),
  },
  'sources.tally': { input: nothing, output: SourceTallySchema },
  /** Some sources as the list has them; those in the bin are left out. */
  'sources.summaries': {
    input: v.object({ sourceIds: v.pipe(v.array(IdSchema), v.maxLength(2000)) }),
    output: v.array(SourceSummarySchema),
  },
  /** Whether a source that is kept apart is among these; null: whether the library has one. */
  'sources.holdApart': {
    input: v.object({
      among: v.nullable(
        v.object({
          sourceIds: v.array(IdSchema),
          /** What is within them is not meant. */
          collectionIds: v.array(IdSchema),
        }),
      ),
    }),
    output: v.object({ isAny: v.boolean() }),
  },
} as const;
