import * as v from 'valibot';
import { ArticleDetailsSchema } from '../model/article';
import { IdSchema, LineSchema, TimeSchema } from '../model/common';

/** The word of somebody who answers for an open point. */
export const AcceptanceSchema = v.object({
  reason: v.string(),
  editorName: v.string(),
  at: TimeSchema,
});
export type Acceptance = v.InferOutput<typeof AcceptanceSchema>;

/** An open point of the gate; `quotationIds` are those it is about. */
export const GatePointSchema = v.object({
  code: v.picklist([
    'quotations-altered',
    'quotations-review',
    'quotations-missing',
    'quotations-not-checkable',
    'quotations-unlinked',
    'speakers-missing',
    'read-backs-changes',
    'claims-changed',
    'claims-unchecked',
    'byline-empty',
    'byline-unnamed',
    'byline-account',
    'tk-marks',
    'comments-open',
    'suggestions-open',
    'figures-unread',
    'figures-missing',
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
  /** A hash of all that it is about: another one where anything of that has changed. */
  about: v.string(),
  /** Of embargoes: the day, month or year with which the last of them ends; null where one has no end. */
  until: v.optional(v.nullable(v.string())),
  /** Who answers for it as it is; null where nobody does, or did for something else. */
  acceptance: v.nullable(AcceptanceSchema),
});
export type GatePoint = v.InferOutput<typeof GatePointSchema>;

/** What may be accepted as it is. A quotation is signed for by itself; what blocks is never let through. */
export function isAcceptable({ code, blocking }: Pick<GatePoint, 'code' | 'blocking'>): boolean {
  return !blocking && !code.startsWith('quotations-');
}

/** Points that nobody has settled or answered for. */
export function openPoints(points: readonly GatePoint[]): GatePoint[] {
  return points.filter(({ acceptance }) => acceptance === null);
}

const article = v.object({ articleId: IdSchema });
const onPoint = { articleId: IdSchema, code: GatePointSchema.entries.code };

export const finishMethods = {
  'finish.gate': { input: article, output: v.array(GatePointSchema) },
  /**
   * Signs for a point as it is. Throws `point-changed` where it is about something else than `about`
   * says, `not-found` where there is no such point or it may not be accepted.
   */
  'finish.accept': {
    input: v.object({
      ...onPoint,
      about: v.string(),
      reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)),
    }),
    output: v.object({}),
  },
  /**
   * Marks articles as finished whose gate has no open point; says of every other how many it has, and
   * how many of those cannot be accepted. What is finished already is in neither list. Throws
   * `not-found`; those before it are finished then.
   */
  'finish.finish': {
    input: v.object({ articleIds: v.pipe(v.array(IdSchema), v.minLength(1), v.maxLength(100)) }),
    output: v.object({
      /** With the status that each had before. */
      finished: v.array(
        v.object({ articleId: IdSchema, status: v.picklist(['draft', 'in-check']) }),
      ),
      left: v.array(v.object({ articleId: IdSchema, open: v.number(), blocking: v.number() })),
    }),
  },
  /** Whether an article is finished, with its details as they are now. */
  'finish.state': {
    input: article,
    output: v.object({
      details: ArticleDetailsSchema,
      /** When and by whom; null where it is not finished, or nobody wrote it down. */
      finished: v.nullable(v.object({ at: TimeSchema, editorName: v.string() })),
      /** It is finished, or was once: corrections can be made. */
      wasFinished: v.boolean(),
    }),
  },
  /** Makes finished articles ones that can be changed, all of them or none; others are left as they are. */
  'finish.reopen': {
    input: v.object({
      articleIds: v.pipe(v.array(IdSchema), v.minLength(1), v.maxLength(20_000)),
      status: v.picklist(['draft', 'in-check']),
      reason: v.pipe(LineSchema, v.minLength(1)),
    }),
    output: v.object({}),
  },
  /** Takes that word back. */
  'finish.takeBack': { input: v.object(onPoint), output: v.object({}) },
} as const;
