import * as v from 'valibot';
import { DateSchema, IdSchema, LineSchema, OffsetSchema, TimeSchema } from './common';

/** What an editor writes about a source, with line breaks. */
export const NoteTextSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(20_000));

/** A stretch of one version of a source: UTF-16 offsets into its text. */
export const StretchSchema = v.object({
  sourceVersionId: IdSchema,
  start: OffsetSchema,
  end: OffsetSchema,
});
export type Stretch = v.InferOutput<typeof StretchSchema>;

/**
 * A stretch as it is shown: its words, and where they stand in the version that is current; `at` is
 * null where the words are not there any more.
 */
export const ShownStretchSchema = v.object({
  exact: v.string(),
  at: v.nullable(v.object({ start: OffsetSchema, end: OffsetSchema })),
});

export type ShownStretch = v.InferOutput<typeof ShownStretchSchema>;

const written = { id: IdSchema, editorName: v.string(), createdAt: TimeSchema };

/** An editor's own words about a source, or (`stretch`) about a passage of it. */
export const SourceNoteSchema = v.object({
  ...written,
  text: v.string(),
  stretch: v.nullable(ShownStretchSchema),
});
export type SourceNote = v.InferOutput<typeof SourceNoteSchema>;

/** What must not be used of a source: a passage, or (without one) all of it. */
export const ExclusionSchema = v.object({
  ...written,
  reason: v.string(),
  stretch: v.nullable(ShownStretchSchema),
});
export type Exclusion = v.InferOutput<typeof ExclusionSchema>;

/** A passage of the source's current text that must not be used. */
export const ExcludedStretchSchema = v.object({
  start: OffsetSchema,
  end: OffsetSchema,
  reason: v.string(),
});
export type ExcludedStretch = v.InferOutput<typeof ExcludedStretchSchema>;

export const ConsentSchema = v.picklist([
  'given',
  'given-in-part',
  'not-asked',
  'refused',
  'withdrawn',
]);
export type Consent = v.InferOutput<typeof ConsentSchema>;

/** What was agreed with a speaker about a source. */
export const AgreementSchema = v.object({
  id: IdSchema,
  /** Who it was made with, by name. */
  speaker: v.pipe(LineSchema, v.minLength(1)),
  consent: ConsentSchema,
  /** What was agreed, in the editor's words. */
  terms: v.nullable(NoteTextSchema),
  agreedOn: v.nullable(DateSchema),
  withdrawnOn: v.nullable(DateSchema),
  withdrawalReason: v.nullable(LineSchema),
});
export type Agreement = v.InferOutput<typeof AgreementSchema>;
