import type { Credit } from '../../src-shared/model/byline';
import type { PersonSummary } from '../../src-shared/model/person';
import type { SourceKind } from '../../src-shared/model/source';
import { type Contact, oneOrAll } from '../../src-shared/people/contact';
import { correctionData, lastChange } from './corrections-section';
import type { ExportInput } from './input';
import type { ExportPlan, PlannedQuotation, PlannedSource } from './plan';

type Data = Record<string, unknown>;

const SOURCE_TYPE: Readonly<Record<SourceKind, string>> = {
  transcript: 'CreativeWork',
  subtitles: 'CreativeWork',
  'web-page': 'WebPage',
  document: 'CreativeWork',
  email: 'EmailMessage',
  note: 'CreativeWork',
};

const MARKS_AROUND = /^["“”„‟«»‹›「」『』'‘’‚\s]+|["“”„‟«»‹›「」『』'‘’‚\s]+$/g;

/**
 * The article as schema.org data: `NewsArticle` with its authors, its quotations (`hasPart`) and the
 * sources that may be named (`citation`). Addresses are relative to the page: the export does not
 * know where it will be published. STANDARDS section 1.3.
 */
export function jsonLd(
  input: ExportInput,
  plan: ExportPlan,
  texts: { headline: string; standfirst: string },
): string {
  const { article, date = null } = input;
  const { byline } = article;
  const party = (credit: Credit) => creditParty(credit, input);
  const inRole = (...roles: Credit['role'][]) =>
    byline.credits.filter((credit) => roles.includes(credit.role)).flatMap(party);
  const contributors = byline.credits
    .filter(({ role }) => role !== 'author' && role !== 'editing' && role !== 'translation')
    .flatMap(party);
  const news = withoutEmpty({
    '@type': 'NewsArticle',
    '@id': '#article',
    headline: texts.headline,
    description: texts.standfirst,
    inLanguage: article.language,
    datePublished: date,
    dateModified: lastChange(input),
    dateline: article.dateline,
    articleSection: article.section,
    keywords: article.tags,
    author: inRole('author'),
    contributor: contributors,
    editor: inRole('editing'),
    translator: inRole('translation'),
    creditText: [byline.line.replaceAll('\n', ', '), byline.tail]
      .filter((line) => line !== '')
      .join('. '),
    correction: correctionData(input),
    citation: plan.sources.map((source) => ({ '@id': `#${source.id}` })),
    hasPart: plan.quotations.map((quotation) => quotationData(quotation, input)),
  });
  const data = {
    '@context': 'https://schema.org',
    '@graph': [news, ...plan.sources.map(sourceData)],
  };
  return escapeForScript(JSON.stringify(data, null, 2));
}

/** A headline that holds `</script>` would end the element; U+2028 and U+2029 end lines in old scripts. */
function escapeForScript(json: string): string {
  return json
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** People and organisations; a collective such as "agencies" and an unnamed author are neither. */
function creditParty(credit: Credit, { people = [], contacts }: ExportInput): Data[] {
  if (credit.kind !== 'person' && credit.kind !== 'organization') return [];
  const person = people.find((one) => one.id === credit.personId);
  return [
    withoutEmpty({
      '@type': credit.kind === 'person' ? 'Person' : 'Organization',
      name: credit.name,
      jobTitle: credit.kind === 'person' ? credit.jobTitle : null,
      url: person?.url,
      ...contactData(contacts?.[credit.id]),
    }),
  ];
}

/** A page to be reached by is not the person's own page: it is a point of contact. */
function contactData(contact: Contact | undefined): Data {
  if (!contact) return {};
  const { emails, telephones, urls } = contact;
  return {
    email: oneOrAll(emails),
    telephone: oneOrAll(telephones),
    contactPoint: oneOrAll(urls.map((url) => ({ '@type': 'ContactPoint', url }))),
  };
}

function quotationData(quotation: PlannedQuotation, { article, people = [] }: ExportInput): Data {
  const { view, source, url } = quotation;
  return withoutEmpty({
    '@type': 'Quotation',
    '@id': `#${quotation.id}`,
    text: wordsWithoutMarks(quotation),
    inLanguage: article.language,
    creator: source.named && view.speaker ? speakerData(view.speaker.personId, people) : null,
    isPartOf: { '@id': `#${source.id}` },
    isBasedOn: url !== source.named?.url ? url : null,
  });
}

/** Somebody whose record does not say what they are is not guessed to be a person. */
function speakerData(personId: string, people: readonly PersonSummary[]): Data | null {
  const person = people.find((one) => one.id === personId);
  if (person?.kind !== 'person' && person?.kind !== 'organization') return null;
  return withoutEmpty({
    '@type': person.kind === 'person' ? 'Person' : 'Organization',
    name: person.name,
    jobTitle: person.kind === 'person' ? person.role : null,
    url: person.url,
  });
}

/**
 * The quoted words; parts around an attribution are joined with a space. A comma that only leads on
 * to the attribution is left out.
 */
function wordsWithoutMarks({ view, words }: PlannedQuotation): string {
  return words
    .map((text) => (view.kind === 'block' ? text : withoutMarks(text)))
    .join(' ')
    .replace(/,$/, '');
}

/** Every paragraph of a running quotation opens with a mark, the last one closes. */
function withoutMarks(text: string): string {
  return text
    .split('\n\n')
    .map((paragraph) => paragraph.replace(MARKS_AROUND, ''))
    .join('\n\n');
}

function sourceData(source: PlannedSource): Data {
  if (!source.named) {
    return { '@type': 'CreativeWork', '@id': `#${source.id}`, name: source.description };
  }
  const { title, kind, creator, date, url } = source.named;
  const dateKey = kind === 'web-page' ? 'datePublished' : 'dateCreated';
  return withoutEmpty({
    '@type': SOURCE_TYPE[kind],
    '@id': `#${source.id}`,
    name: title,
    creditText: creator,
    [dateKey]: date,
    url,
  });
}

function withoutEmpty(data: Data): Data {
  return Object.fromEntries(
    Object.entries(data).filter(
      ([, value]) =>
        value !== null &&
        value !== undefined &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
}
