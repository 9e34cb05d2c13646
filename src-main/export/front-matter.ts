import { Scalar, Document as YamlDocument } from 'yaml';
import type { Credit } from '../../src-shared/model/byline';
import { slugOf } from './file-name';
import type { ExportInput } from './input';

/**
 * The YAML of a Markdown export, profile "generic" of STANDARDS section 2.2: strings always in
 * double quotes, dates plain, no key without a value.
 */
export function frontMatter(
  input: ExportInput,
  texts: { headline: string; standfirst: string },
): string {
  const { article, date = null } = input;
  const { byline } = article;
  const authors = byline.credits.filter((credit) => credit.role === 'author');
  const fields: Record<string, unknown> = {
    title: texts.headline,
    description: texts.standfirst,
    date: date === null ? null : plainScalar(date),
    lastmod: plainScalar(article.updatedAt),
    draft: article.status !== 'finished',
    slug: slugOf(texts.headline),
    lang: article.language,
    section: article.section,
    author: authors.map((credit) => credit.name),
    byline: byline.line.replaceAll('\n', ', '),
    tags: article.tags,
    contributors: byline.credits.map((credit) => contributor(credit, input)),
  };
  const document = new YamlDocument(withoutEmpty(fields));
  return document
    .toString({
      defaultStringType: 'QUOTE_DOUBLE',
      defaultKeyType: 'PLAIN',
      lineWidth: 0,
      indentSeq: true,
    })
    .trimEnd();
}

function contributor(credit: Credit, { people = [] }: ExportInput): Record<string, unknown> {
  const person = people.find((one) => one.id === credit.personId);
  return withoutEmpty({
    name: credit.name,
    role: credit.role,
    jobTitle: credit.jobTitle,
    affiliation: credit.affiliation,
    location: credit.location,
    url: person?.url,
  });
}

/** Dates stand without quotation marks, so that readers of YAML take them for dates. */
function plainScalar(value: string): Scalar {
  const scalar = new Scalar(value);
  scalar.type = Scalar.PLAIN;
  return scalar;
}

function withoutEmpty(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== null &&
        value !== undefined &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
}
