import * as v from 'valibot';
import { IdSchema, LineSchema } from './common';

export const PersonKindSchema = v.picklist(['person', 'organization', 'collective', 'anonymous']);

/** One record serves speakers and contributors. `name` is printed as it stands: never re-cased or re-ordered. */
export const PersonDetailsSchema = v.object({
  name: v.pipe(LineSchema, v.minLength(1)),
  kind: PersonKindSchema,
  role: v.nullable(LineSchema),
  affiliation: v.nullable(LineSchema),
  url: v.nullable(v.pipe(v.string(), v.url(), v.regex(/^https?:/i))),
});
export type PersonDetails = v.InferOutput<typeof PersonDetailsSchema>;

export const PersonSummarySchema = v.object({
  id: IdSchema,
  ...PersonDetailsSchema.entries,
  quotationCount: v.number(),
  creditCount: v.number(),
});
export type PersonSummary = v.InferOutput<typeof PersonSummarySchema>;
