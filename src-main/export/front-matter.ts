import { Scalar, Document as YamlDocument } from 'yaml';
import type { Credit } from '../../src-shared/model/byline';
import { oneOrAll } from '../../src-shared/people/contact';
import { sidecarName } from './annotations';
import { correctionFacts, lastChange } from './corrections-section';
import { slugOf } from './file-name';
import type { ExportInput } from './input';
import { type Facts, PlainValue } from './markdown-profiles';
import { writeToml } from './toml';

/** What there is to say of an article above its text. */
export function factsOf(
  input: ExportInput,
  texts: { headline: string; standfirst: string },
): Facts {
  const { article, date = null } = input;
  const { byline } = article;
  return {
    title: texts.headline,
    description: texts.standfirst,
    date: date === null ? null : new PlainValue(date),
    lastmod: new PlainValue(lastChange(input)),
    isDraft: article.status !== 'finished',
    slug: slugOf(texts.headline),
    lang: article.language,
    section: article.section,
    authors: byline.credits
      .filter((credit) => credit.role === 'author')
      .map((credit) => credit.name),
    byline: byline.line.replaceAll('\n', ', '),
    tags: article.tags,
    contributors: byline.credits.map((credit) => contributor(credit, input)),
    corrections: correctionFacts(input),
    annotations: input.hasSidecar ? sidecarName(texts.headline, date) : null,
    hasTemplateMarks: false,
    references: [],
  };
}

/**
 * Fields as YAML: strings always in double quotes, dates plain, no key without a value (STANDARDS
 * section 2.2).
 */
export function yamlOf(fields: Record<string, unknown>): string {
  const document = new YamlDocument(forYaml(withoutEmpty(fields)));
  return document
    .toString({
      defaultStringType: 'QUOTE_DOUBLE',
      defaultKeyType: 'PLAIN',
      lineWidth: 0,
      indentSeq: true,
    })
    .trimEnd();
}

/** The same as TOML. */
export function tomlOf(fields: Record<string, unknown>): string {
  return writeToml(withoutEmpty(fields));
}

function contributor(
  credit: Credit,
  { people = [], contacts }: ExportInput,
): Record<string, unknown> {
  const contact = contacts?.[credit.id];
  const person = people.find((one) => one.id === credit.personId);
  return withoutEmpty({
    name: credit.name,
    role: credit.role,
    jobTitle: credit.jobTitle,
    affiliation: credit.affiliation,
    location: credit.location,
    url: person?.url,
    email: oneOrAll(contact?.emails ?? []),
    telephone: oneOrAll(contact?.telephones ?? []),
    contact: oneOrAll(contact?.urls ?? []),
  });
}

/** Dates stand without quotation marks, so that readers of YAML take them for dates. */
function forYaml(value: unknown): unknown {
  if (value instanceof PlainValue) {
    const scalar = new Scalar(value.text);
    scalar.type = Scalar.PLAIN;
    return scalar;
  }
  if (Array.isArray(value)) return value.map(forYaml);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, forYaml(inner)]));
}

function withoutEmpty(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .map(([key, value]) => [key, isPlainObject(value) ? withoutEmpty(value) : value] as const)
      .filter(([, value]) => !isEmpty(value)),
  );
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && value.constructor === Object;
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    (Array.isArray(value) && value.length === 0) ||
    (isPlainObject(value) && Object.keys(value).length === 0)
  );
}
