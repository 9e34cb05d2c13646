import * as v from 'valibot';
import { ArticleStatusSchema } from './article';
import { CreditRoleSchema } from './byline';
import { IdSchema } from './common';
import { AgreementSchema } from './note';
import { VerdictSchema } from './verdict';

export const SaidSchema = v.object({
  articleId: IdSchema,
  headline: v.string(),
  quotationId: IdSchema,
  text: v.string(),
  verdict: VerdictSchema,
  dismissed: v.boolean(),
});
export type Said = v.InferOutput<typeof SaidSchema>;

export const WrittenSchema = v.object({
  creditId: IdSchema,
  articleId: IdSchema,
  headline: v.string(),
  status: ArticleStatusSchema,
  role: CreditRoleSchema,
});
export type Written = v.InferOutput<typeof WrittenSchema>;

/** Everything in the library that leads from a person: newest article first. */
export const PersonTraceSchema = v.object({
  said: v.array(SaidSchema),
  written: v.array(WrittenSchema),
  /** Sources that name the person as speaker or author. */
  sources: v.array(v.object({ sourceId: IdSchema, title: v.string(), isPrivate: v.boolean() })),
  agreements: v.array(
    v.object({ sourceId: IdSchema, title: v.string(), agreement: AgreementSchema }),
  ),
});
export type PersonTrace = v.InferOutput<typeof PersonTraceSchema>;

/** Quotations and credits with the records that they name. */
export const NamedInSchema = v.object({
  quotations: v.array(v.object({ articleId: IdSchema, quotationId: IdSchema, personId: IdSchema })),
  credits: v.array(v.object({ creditId: IdSchema, personId: IdSchema })),
});
export type NamedIn = v.InferOutput<typeof NamedInSchema>;
