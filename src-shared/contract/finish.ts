import * as v from 'valibot';
import { IdSchema } from '../model/common';

/** An open point of the gate; `quotationIds` are those it is about. */
export const GatePointSchema = v.object({
  code: v.picklist([
    'quotations-altered',
    'quotations-review',
    'quotations-missing',
    'quotations-not-checkable',
    'quotations-unlinked',
    'speakers-missing',
    'byline-empty',
    'tk-marks',
    'comments-open',
    'source-confidential',
    'source-off-the-record',
    'source-embargoed',
    'source-excluded',
    'consent-withdrawn',
    'consent-refused',
  ]),
  quotationIds: v.array(IdSchema),
  /** How many things it is about, and the first of them in words (a quotation, a source title, the text around a TK). */
  count: v.number(),
  example: v.string(),
  /** True where nothing may be exported until it is settled: a confidential source is never let through, nor what an editor or a speaker took back. */
  blocking: v.boolean(),
});
export type GatePoint = v.InferOutput<typeof GatePointSchema>;

const article = v.object({ articleId: IdSchema });

export const finishMethods = {
  'finish.gate': { input: article, output: v.array(GatePointSchema) },
} as const;
