import * as v from 'valibot';
import { IdSchema } from './common';

/** The sound or film that a source's words were taken from. */
export const RecordingSchema = v.object({
  id: IdSchema,
  /** As in `audio/mpeg`, told from the file's ending. */
  mediaType: v.string(),
  fileName: v.string(),
  /** Bytes. */
  size: v.number(),
});
export type Recording = v.InferOutput<typeof RecordingSchema>;
