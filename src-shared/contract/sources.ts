import * as v from 'valibot';
import { IdSchema } from '../model/common';
import { SourceDetailsSchema, SourceReadingSchema, SourceSummarySchema } from '../model/source';
import { IncomingFileSchema } from './incoming-file';

const nothing = v.object({});

export const ImportedSourceSchema = v.object({
  name: v.string(),
  sourceId: IdSchema,
  /** True where the same bytes were already in the library: nothing was added. */
  duplicate: v.boolean(),
  /** How many open quotations of the library this source fits. */
  fits: v.number(),
});
export const SkippedFileSchema = v.object({
  name: v.string(),
  code: v.string(),
});

export const sourceMethods = {
  'sources.list': { input: nothing, output: v.array(SourceSummarySchema) },
  'sources.read': { input: v.object({ sourceId: IdSchema }), output: SourceReadingSchema },
  /**
   * Brings in sources one after another. A file that cannot be read is named in `skipped` and
   * changes nothing. Progress comes as `import.progress` events with the same `jobId`.
   */
  'sources.import': {
    input: v.object({ jobId: IdSchema, files: v.array(IncomingFileSchema) }),
    output: v.object({
      imported: v.array(ImportedSourceSchema),
      /** How many open quotations have a passage in what was added; one that fits twice counts once. */
      fits: v.number(),
      skipped: v.array(SkippedFileSchema),
      cancelled: v.boolean(),
    }),
  },
  'sources.update': {
    input: v.object({ sourceId: IdSchema, details: v.partial(SourceDetailsSchema) }),
    output: v.object({ previous: v.partial(SourceDetailsSchema) }),
  },
  'sources.remove': { input: v.object({ sourceId: IdSchema }), output: nothing },
  'sources.restore': { input: v.object({ sourceId: IdSchema }), output: nothing },
  'jobs.cancel': { input: v.object({ jobId: IdSchema }), output: nothing },
} as const;
