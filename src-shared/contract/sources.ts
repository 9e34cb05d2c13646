import * as v from 'valibot';
import { IdSchema } from '../model/common';
import { SourceChangesSchema, SourceReadingSchema, SourceSummarySchema } from '../model/source';

const nothing = v.object({});

export const sourceMethods = {
  'sources.list': { input: nothing, output: v.array(SourceSummarySchema) },
  /** A source with the words of its current version, or of another. */
  'sources.read': {
    input: v.object({ sourceId: IdSchema, versionId: v.exactOptional(IdSchema) }),
    output: SourceReadingSchema,
  },
  'sources.update': {
    input: v.object({ sourceId: IdSchema, details: SourceChangesSchema }),
    output: v.object({ previous: SourceChangesSchema }),
  },
  'sources.remove': { input: v.object({ sourceId: IdSchema }), output: nothing },
  'sources.restore': { input: v.object({ sourceId: IdSchema }), output: nothing },
  'jobs.cancel': { input: v.object({ jobId: IdSchema }), output: nothing },
} as const;
