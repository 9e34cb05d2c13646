import * as v from 'valibot';
import { IdSchema } from '../model/common';
import { RecordingSchema } from '../model/recording';

export const recordingEvents = {
  /** Bytes of a recording that are kept so far, and that it has. */
  'recordings.progress': v.object({
    jobId: IdSchema,
    name: v.string(),
    done: v.number(),
    total: v.number(),
  }),
} as const;

export const recordingMethods = {
  /** A source's recording; null where it has none. */
  'recordings.of': {
    input: v.object({ sourceId: IdSchema }),
    output: v.object({ recording: v.nullable(RecordingSchema) }),
  },
  /**
   * Lets the window play a source's recording: main serves its bytes as `stet-media://<token>/`, and
   * only to the window. Rejects with `not-found` where there is none, `file-unreadable` where its
   * bytes are gone.
   */
  'recordings.open': {
    input: v.object({ sourceId: IdSchema }),
    output: v.object({ token: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)) }),
  },
  /**
   * Keeps a picked file as a source's recording, in place of the one it had. Progress comes as
   * `recordings.progress` events with the same `jobId`; `jobs.cancel` ends it, and nothing is changed.
   */
  'recordings.attach': {
    input: v.object({ jobId: IdSchema, sourceId: IdSchema, token: IdSchema }),
    output: v.object({ recordingId: IdSchema, previous: v.nullable(IdSchema) }),
  },
  /** Says which of the recordings that a source was given is its own; null takes it away. */
  'recordings.choose': {
    input: v.object({ sourceId: IdSchema, recordingId: v.nullable(IdSchema) }),
    output: v.object({ previous: v.nullable(IdSchema) }),
  },
} as const;
