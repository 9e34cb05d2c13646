import * as v from 'valibot';
import type { ParsedContributor } from '../byline/parse';
import { CreditRoleSchema } from '../model/byline';
import type { ImportedArticle } from './assemble-article';
import { type Document, DocumentSchema } from './schema';

const text = v.pipe(v.string(), v.maxLength(2_000));

const ContributorSchema: v.GenericSchema<unknown, ParsedContributor> = v.object({
  name: text,
  kind: v.picklist(['person', 'organization', 'collective', 'anonymous', 'unknown']),
  role: CreditRoleSchema,
  roles: v.exactOptional(v.array(CreditRoleSchema)),
  location: v.exactOptional(text),
  jobTitle: v.exactOptional(text),
  affiliation: v.exactOptional(text),
  staff: v.exactOptional(v.literal('freelance')),
  honorificPrefix: v.exactOptional(text),
  honorificSuffix: v.exactOptional(text),
  nameOrder: v.exactOptional(v.literal('family-first')),
  pseudonym: v.exactOptional(v.boolean()),
  email: v.exactOptional(text),
  handle: v.exactOptional(text),
  note: v.exactOptional(text),
  flags: v.exactOptional(v.array(text)),
});

const ANY_PICTURE = '0'.repeat(64);

/** A document as it is saved, but for its pictures: these are addresses until they are taken in. */
const ImportedDocumentSchema = v.custom<Document>((json) => {
  const text = JSON.stringify(json, (key, value) =>
    key === 'picture' && typeof value === 'string' ? ANY_PICTURE : value,
  );
  return v.is(DocumentSchema, JSON.parse(text ?? 'null'));
});

/** An article as it comes out of a file: parsed like any input, because a foreign file made it. */
export const ImportedArticleSchema: v.GenericSchema<unknown, ImportedArticle> = v.object({
  document: ImportedDocumentSchema,
  language: v.nullable(text),
  dateline: v.nullable(text),
  contributors: v.array(ContributorSchema),
  byline: v.exactOptional(text),
  title: v.nullable(text),
  tags: v.exactOptional(v.pipe(v.array(text), v.maxLength(1_000))),
  section: v.exactOptional(text),
  sidecar: v.exactOptional(text),
});
