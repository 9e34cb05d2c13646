import * as v from 'valibot';
import { PICTURE_ID } from '../document/schema';
import { IncomingFileSchema } from './incoming-file';

export const PictureIdSchema = v.pipe(v.string(), v.regex(PICTURE_ID));

/** A picture of the library; `width` and `height` in pixels as it is seen upright. */
export const PictureSchema = v.object({
  picture: PictureIdSchema,
  width: v.number(),
  height: v.number(),
});
export type Picture = v.InferOutput<typeof PictureSchema>;

export const pictureMethods = {
  /**
   * Keeps a picture in the library, as it is, under the SHA-256 of its bytes. Fails with
   * `picture-too-large`, `picture-unsupported` and `picture-broken`.
   */
  'pictures.add': { input: v.object({ file: IncomingFileSchema }), output: PictureSchema },
  /** The bytes of a picture; `picture-missing` where the library has none, or has other bytes in its place. */
  'pictures.read': {
    input: v.object({ picture: PictureIdSchema }),
    output: v.object({ mediaType: v.string(), bytes: v.instance(Uint8Array) }),
  },
} as const;
