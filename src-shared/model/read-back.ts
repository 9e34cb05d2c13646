import * as v from 'valibot';
import { DateSchema, IdSchema, LineSchema, TimeSchema } from './common';

/**
 * What became of a quotation that was given to its speaker to read: sent, approved, or changes asked for.
 */
export const READ_BACK_STATES = ['sent', 'approved', 'changes-asked'] as const;
export type ReadBackState = (typeof READ_BACK_STATES)[number];

export const NewReadBackSchema = v.object({
  state: v.picklist(READ_BACK_STATES),
  /** The day of it. */
  on: DateSchema,
  /** Who answered, or to whom it was sent. */
  by: LineSchema,
  note: v.pipe(
    v.string(),
    v.maxLength(2_000),
    v.transform((text) => text.replace(/\r\n?/g, '\n').trim()),
  ),
});
export type NewReadBack = v.InferOutput<typeof NewReadBackSchema>;

/** One entry of a quotation's history; nothing is ever taken out of it but by undo, which is an entry too. */
export const ReadBackSchema = v.object({
  id: IdSchema,
  quotationId: IdSchema,
  state: v.picklist(READ_BACK_STATES),
  on: v.string(),
  by: v.string(),
  note: v.string(),
  /** Who wrote it down, and when. */
  editorName: v.string(),
  at: TimeSchema,
  /** False where the quotation's words are not those of then. */
  isOfTheseWords: v.boolean(),
});
export type ReadBack = v.InferOutput<typeof ReadBackSchema>;

/** The newest entry of each quotation; `readBacks` are in the order of the clock. */
export function newestReadBacks(readBacks: readonly ReadBack[]): Map<string, ReadBack> {
  return new Map(readBacks.map((one) => [one.quotationId, one]));
}
