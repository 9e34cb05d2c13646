import * as v from 'valibot';
import { IdSchema } from '../model/common';
import { IncomingFileSchema } from './incoming-file';

const nothing = v.object({});

export const ImportedSourceSchema = v.object({
  /** Which of the files that were given it comes from; of a folder all have the folder's. */
  index: v.number(),
  /** The file's name; in a folder with the folders between, and `/`. */
  name: v.string(),
  sourceId: IdSchema,
  /** True where the same bytes were already in the library: nothing was added. */
  duplicate: v.boolean(),
  /** How many open quotations of the library this source fits. */
  fits: v.number(),
});

export const SkippedFileSchema = v.object({
  index: v.number(),
  name: v.string(),
  code: v.string(),
});

export const ImportResultSchema = v.object({
  /** In the order of the files. */
  imported: v.array(ImportedSourceSchema),
  /** How many open quotations have a passage in what was added; one that fits twice counts once. */
  fits: v.number(),
  /** What was not taken in, and changed nothing. */
  skipped: v.array(SkippedFileSchema),
  cancelled: v.boolean(),
  /** Files that were not looked at and can be resumed with. */
  left: v.number(),
});
export type ImportResult = v.InferOutput<typeof ImportResultSchema>;

export const WatchedFolderSchema = v.object({
  id: IdSchema,
  /** Its last two parts, for showing. */
  name: v.string(),
  /** False where it was moved, or its disk is not connected. */
  isThere: v.boolean(),
  /** Files that came in from it. */
  added: v.number(),
  /** What could not be read, each once. */
  refused: v.array(v.object({ name: v.string(), code: v.string() })),
});
export type WatchedFolder = v.InferOutput<typeof WatchedFolderSchema>;

export const importMethods = {
  /**
   * Brings in sources, in the order given, then everything readable beneath the folders. A file that
   * cannot be read is named in `skipped` and changes nothing. Progress comes as `import.progress`
   * events with the same `jobId`. Fails where the library cannot be written; what was done before
   * stays, and what is left can be resumed with.
   */
  'sources.import': {
    input: v.object({
      jobId: IdSchema,
      files: v.array(IncomingFileSchema),
      /** Tokens of granted folders. */
      folders: v.optional(v.array(IdSchema), []),
    }),
    output: ImportResultSchema,
  },
  /** How many files are left of imports that were cancelled, or cut short by a crash. */
  'imports.waiting': { input: nothing, output: v.object({ left: v.number() }) },
  /** Goes on with them. What is in the library already is recognised. */
  'imports.resume': { input: v.object({ jobId: IdSchema }), output: ImportResultSchema },
  'imports.discard': { input: nothing, output: nothing },

  /** Folders whose new files come in by themselves. */
  'imports.watched': { input: nothing, output: v.array(WatchedFolderSchema) },
  /** Watches a granted folder; one that is watched already stays as it is. */
  'imports.watch': {
    input: v.object({ token: IdSchema }),
    output: v.object({ folderId: IdSchema }),
  },
  'imports.unwatch': { input: v.object({ folderId: IdSchema }), output: nothing },
  /**
   * Watches a folder again that was unwatched since the library was opened, as if it had never been:
   * what it refused stays refused. Rejects with `not-found`.
   */
  'imports.rewatch': { input: v.object({ folderId: IdSchema }), output: nothing },
  /** Looks at the watched folders now, as it also does from time to time. */
  'imports.look': { input: nothing, output: nothing },
} as const;

export const importEvents = {
  'import.progress': v.object({
    jobId: IdSchema,
    /** Files. */
    done: v.number(),
    total: v.number(),
    name: v.string(),
    bytesDone: v.number(),
    /** Null while the files are being looked at. */
    bytesTotal: v.nullable(v.number()),
    /** Smoothed; null while that cannot be told yet. */
    bytesPerSecond: v.nullable(v.number()),
    secondsLeft: v.nullable(v.number()),
  }),
  /** What is waiting, or watched, is not what it was. */
  'imports.changed': v.object({}),
  /** Files of a watched folder came in, or could not be read, or the folder is gone. */
  'imports.arrived': v.object({
    folder: v.string(),
    added: v.number(),
    fits: v.number(),
    sourceId: v.nullable(IdSchema),
    refused: v.array(v.object({ name: v.string(), code: v.string() })),
    isThere: v.boolean(),
  }),
} as const;
