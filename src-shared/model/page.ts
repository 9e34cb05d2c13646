import * as v from 'valibot';
import { OffsetSchema } from './common';

/*
 * A page of a source as it is seen. Lengths are in points (1/72 inch) from the page's top left as it
 * is shown, y growing downwards.
 */

const LengthSchema = v.pipe(v.number(), v.finite());

const BoxSchema = v.object({
  x: LengthSchema,
  y: LengthSchema,
  width: LengthSchema,
  height: LengthSchema,
});
export type Box = v.InferOutput<typeof BoxSchema>;

/** A word where it is drawn. */
export const DrawnWordSchema = v.object({ ...BoxSchema.entries, text: v.string() });
export type DrawnWord = v.InferOutput<typeof DrawnWordSchema>;

/** Words of a page beyond this many have no places. */
export const MOST_DRAWN_WORDS = 20_000;

const PICTURE = {
  pageCount: v.pipe(v.number(), v.integer(), v.minValue(1)),
  width: v.pipe(LengthSchema, v.gtValue(0)),
  height: v.pipe(LengthSchema, v.gtValue(0)),
  /** A PNG. */
  picture: v.instance(Uint8Array),
};

/** What the extractor answers of a page: foreign like the file it draws. */
export const DrawnPageSchema = v.object({
  ...PICTURE,
  words: v.pipe(v.array(DrawnWordSchema), v.maxLength(MOST_DRAWN_WORDS)),
});
export type DrawnPage = v.InferOutput<typeof DrawnPageSchema>;

/** Where a word of the source's text, by its UTF-16 offsets, is drawn; in two pieces where it is parted. */
export const PlacedWordSchema = v.object({
  ...BoxSchema.entries,
  start: OffsetSchema,
  end: OffsetSchema,
});
export type PlacedWord = v.InferOutput<typeof PlacedWordSchema>;

export const SourcePageSchema = v.object({ ...PICTURE, words: v.array(PlacedWordSchema) });
export type SourcePage = v.InferOutput<typeof SourcePageSchema>;
