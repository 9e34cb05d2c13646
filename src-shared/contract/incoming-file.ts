import * as v from 'valibot';
import { IdSchema } from '../model/common';

/**
 * A file to bring in: `granted` names one that the user picked in a dialog or dropped (main gives
 * the library process the path, the interface only a token); `bytes` is pasted or made in memory.
 */
export const IncomingFileSchema = v.variant('from', [
  v.object({ from: v.literal('granted'), token: IdSchema }),
  v.object({
    from: v.literal('bytes'),
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
    bytes: v.instance(Uint8Array),
  }),
]);
export type IncomingFile = v.InferOutput<typeof IncomingFileSchema>;
