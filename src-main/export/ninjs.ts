import { toHtml } from 'hast-util-to-html';
import { figuresOf } from '../../src-shared/document/figure';
import { inlineText } from '../../src-shared/document/plain-text';
import type { Contact } from '../../src-shared/people/contact';
import { correctionBodies, lastChange } from './corrections-section';
import { directionOf } from './direction';
import { setDirections } from './directions';
import { exportFileName, slugOf } from './file-name';
import { bodyElements } from './html';
import type { ExportFile, ExportInput } from './input';
import { picturesOf } from './pictures';
import { type ExportPlan, type PlannedSource, planExport } from './plan';
import { headerTexts } from './texts';

/*
 * IPTC ninjs 3.1, for agencies (STANDARDS section 3): the body as HTML, in which quotations have ids; each
 * source that may be shown as an association that names the quotations it carries; pictures likewise.
 * ninjs has no list of authors: `by` is the line as printed, the contributors are `infoSources`.
 */

const SCHEMA = 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#';
/** ninjs wants a URI for what it has no word for; these are Stet's own. */
const TERM = 'urn:x-stet:';
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
};

export function exportNinjs(input: ExportInput): ExportFile {
  const { article } = input;
  const plan = planExport(input);
  const { headline, standfirst } = headerTexts(plan.plain);
  const slug = slugOf(headline);
  const uri = `${TERM}article:${encodeURIComponent(slug)}`;
  const pictures = picturesOf(input, plan);
  const associations = [
    ...plan.sources.map((source) => sourceItem(source, uri, article.language)),
    ...pictureItems(input, plan, uri),
  ];
  const item = withoutEmpty({
    uri,
    type: 'text',
    representationType: 'full',
    version: String(article.version),
    versionCreated: lastChange(input),
    pubStatus: article.status === 'finished' ? 'usable' : 'withheld',
    language: article.language,
    standard: { name: 'ninjs', version: '3.1', schema: SCHEMA },
    by: [article.byline.line, article.byline.tail].filter((line) => line !== '').join('\n'),
    located: article.dateline,
    slugline: slug,
    headlines: headline === '' ? [] : [{ role: 'main', value: headline }],
    descriptions:
      standfirst === '' ? [] : [{ role: 'summary', contentType: 'text/plain', value: standfirst }],
    infoSources: article.byline.credits.map((credit) =>
      withoutEmpty({
        name: credit.name,
        role: `${TERM}role:${credit.role}`,
        uri: uriOf(input.people?.find((person) => person.id === credit.personId)?.url ?? null),
        contactInfo: contactInfo(input.contacts?.[credit.id]),
      }),
    ),
    people: speakersOf(plan).map((name) => ({ name, rel: 'mentions' })),
    bodies: [
      {
        role: 'main',
        contentType: 'text/html',
        value: toHtml({
          type: 'root',
          children: setDirections(
            bodyElements(input, plan),
            directionOf(article.language) ?? 'ltr',
          ),
        }),
      },
      ...correctionBodies(input),
    ],
    associations,
  });
  return {
    fileName: exportFileName(headline, input.date ?? null, 'ninjs.json'),
    pictures,
    text: `${JSON.stringify(item, null, 2)}\n`,
  };
}

/** Each way to reach somebody, with what it is. */
function contactInfo(contact: Contact | undefined): object[] {
  if (!contact) return [];
  const info = (type: string) => (value: string) => ({ type, value });
  const { emails, telephones, urls } = contact;
  return [...emails.map(info('email')), ...telephones.map(info('phone')), ...urls.map(info('web'))];
}

/** Who is quoted from sources that may be named, each once, in the order of the text. */
function speakersOf(plan: ExportPlan): string[] {
  const names = plan.quotations.flatMap(({ view, source }) =>
    source.named !== null && view.speaker ? [view.speaker.name] : [],
  );
  return [...new Set(names)];
}

function sourceItem(source: PlannedSource, article: string, language: string): object {
  const { named } = source;
  return withoutEmpty({
    name: source.id,
    rel: `${TERM}quotedFrom`,
    uri: uriOf(named?.url ?? null) ?? `${article}#${source.id}`,
    type: 'text',
    language,
    by: named?.creator,
    versionCreated: timeOf(named?.date ?? null),
    headlines: [{ value: named?.title ?? source.description ?? '' }],
    bodies:
      named === null
        ? []
        : source.quotations.map(({ words }) => ({
            role: 'quotedPassage',
            contentType: 'text/plain',
            value: words.join(' '),
          })),
    altIds: source.quotations.map(({ id }) => ({ role: 'quote', value: id })),
  });
}

/** A URI has no letters but ASCII's. */
function uriOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).href : null;
}

/** ninjs wants the time of the day too; a year or a month alone is none. */
function timeOf(date: string | null): string | null {
  return date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00Z` : null;
}

function pictureItems(input: ExportInput, plan: ExportPlan, article: string): object[] {
  const figures = figuresOf(plan.document);
  return picturesOf(input, plan).map(({ path, picture }, index) => {
    const figure = figures.find((one) => one.picture === picture);
    const text = (role: string, value: string) =>
      value.trim() === '' ? [] : [{ role, contentType: 'text/plain', value }];
    const name = `figure-${index + 1}`;
    return withoutEmpty({
      name,
      uri: `${article}#${name}`,
      type: 'picture',
      by: figure?.credit,
      descriptions: [
        ...text('caption', figure ? inlineText(figure.children) : ''),
        ...text('alternativeText', figure?.alternativeText ?? ''),
      ],
      renditions: [
        {
          name: 'main',
          // Where it lies beside this file. `href` takes whole addresses alone, and there is none yet.
          title: path,
          contentType: MEDIA_TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
        },
      ],
    });
  });
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
