import type { Span } from '../../src-shared/model/span';
import { codePointsBefore } from '../../src-shared/sidecar/code-points';
import { GENERATOR, NOT_A_QUOTATION, SIDECAR_ENDING } from '../../src-shared/sidecar/sidecar';
import { articleRecord } from './article-record';
import { exportFileName } from './file-name';
import type { ExportFile, ExportInput } from './input';
import { type ExportPlan, type PlannedQuotation, partsOf, planExport } from './plan';
import { headerTexts } from './texts';

/*
 * Which passage of which source each quotation comes from, beside the article: W3C Web Annotations
 * (Recommendation of 2017), one for each quotation whose source may be shown. STANDARDS section 3.
 * The first says what the article is: with it what Stet wrote comes back in (src-shared/sidecar). The
 * last ones are of words in quotation marks that an editor said are no quotations.
 */

/** So many UTF-16 units of the article stand on either side, so that words are found that come twice. */
const CONTEXT = 32;
/** The model has no word for quoting, for who is quoted, nor for what a text is; these are Stet's own. */
const CONTEXT_OF_TERMS = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    quoting: `${GENERATOR}:quoting`,
    speaker: { '@id': `${GENERATOR}:speaker` },
    attribution: `${GENERATOR}:attribution`,
    sha256: `${GENERATOR}:sha256`,
  },
];

/** The name of the annotations that lie beside an article. */
export function sidecarName(headline: string, date: string | null): string {
  return exportFileName(headline, date, SIDECAR_ENDING.slice(1));
}

export function exportAnnotations(input: ExportInput): ExportFile {
  const plan = planExport(input);
  const texts = headerTexts(plan.plain);
  const fileName = sidecarName(texts.headline, input.date ?? null);
  const page = exportFileName(texts.headline, input.date ?? null, 'html');
  const about = {
    '@context': CONTEXT_OF_TERMS,
    id: `${fileName}#article`,
    type: 'Annotation',
    motivation: 'describing',
    modified: input.article.updatedAt,
    generator: { id: GENERATOR, type: 'Software', name: 'Stet' },
    target: page,
    body: {
      type: 'TextualBody',
      purpose: 'describing',
      format: 'application/json',
      value: articleRecord(input, plan.plain),
    },
  };
  const annotations = plan.quotations.map((quotation) => ({
    '@context': CONTEXT_OF_TERMS,
    id: `${fileName}#${quotation.id}`,
    type: 'Annotation',
    motivation: ['linking', 'quoting'],
    modified: input.article.updatedAt,
    target: targetOf(quotation.parts, plan.plain.text, page, quotation.id),
    ...speakerOf(quotation, input),
    // This line stands in Markdown and on the page, and not in the article.
    ...(quotation.attribution === null ? {} : { attribution: quotation.attribution }),
    body: bodyOf(quotation, page, input),
  }));
  const all = [about, ...annotations, ...dismissals(input, plan, page, fileName)];
  return { fileName, text: `${JSON.stringify(all, null, 2)}\n` };
}

/** Which words are not quotations, although they look like it. Where they are from is nobody's business. */
function dismissals(
  { article }: ExportInput,
  { plain }: ExportPlan,
  page: string,
  fileName: string,
): object[] {
  return article.quotations
    .filter(({ dismissed }) => dismissed)
    .map((view) => partsOf(view, plain))
    .filter((parts) => parts.length > 0)
    .map((parts, index) => ({
      '@context': CONTEXT_OF_TERMS,
      id: `${fileName}#not-q-${index + 1}`,
      type: 'Annotation',
      motivation: 'classifying',
      modified: article.updatedAt,
      target: targetOf(parts, plain.text, page),
      body: { type: 'TextualBody', purpose: 'classifying', value: NOT_A_QUOTATION },
    }));
}

/** Who is quoted, where the source may be named: somebody whose record says what they are. */
function speakerOf({ source, view }: PlannedQuotation, { people = [] }: ExportInput): object {
  const person = people.find(({ id }) => id === view.speaker?.personId);
  if (!source.named || (person?.kind !== 'person' && person?.kind !== 'organization')) return {};
  const type = person.kind === 'person' ? 'Person' : 'Organization';
  return { speaker: { type, name: person.name } };
}

/**
 * Where the words stand in the article: the words with what is around them, and how many code points
 * stand before them in the plain text; the id on the page with the first. What is parted by an
 * attribution has a target for each part: the selectors of one are different ways to the same words.
 */
function targetOf(
  parts: readonly Span[],
  text: string,
  page: string,
  id: string | null = null,
): object {
  const targets = parts.map((part, index) => ({
    type: 'SpecificResource',
    source: page,
    selector: [
      ...(index === 0 && id !== null
        ? [{ type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3236', value: id }]
        : []),
      {
        type: 'TextQuoteSelector',
        exact: text.slice(part.start, part.end),
        prefix: text.slice(Math.max(0, part.start - CONTEXT), part.start),
        suffix: text.slice(part.end, part.end + CONTEXT),
      },
      positionSelector(codePointsBefore(text, part.start), codePointsBefore(text, part.end)),
    ],
  }));
  return targets.length === 1 ? (targets[0] ?? {}) : targets;
}

function positionSelector(start: number, end: number): object {
  return { type: 'TextPositionSelector', start, end };
}

/** The passage of the source; of a source that is only described, the description. */
function bodyOf(
  { source, view, url }: PlannedQuotation,
  page: string,
  { positions = {} }: ExportInput,
): object {
  if (!source.named)
    return { type: 'TextualBody', purpose: 'describing', value: source.description };
  const { title, creator, date } = source.named;
  const { link } = view;
  const isThere = link !== null && view.verdict !== 'missing';
  const position = link && positions[view.id];
  const selectors = [
    ...(isThere ? selectorsOf(link, url) : []),
    ...(position ? [positionSelector(position.start, position.end)] : []),
  ];
  return {
    type: 'SpecificResource',
    purpose: 'linking',
    source: {
      id: source.named.url ?? `${page}#${source.id}`,
      type: link?.place.time == null ? 'Text' : 'Sound',
      'dc:title': title,
      ...(creator === null ? {} : { 'dc:creator': creator }),
      ...(date === null ? {} : { 'dc:date': date }),
      ...(position ? { sha256: position.sha256 } : {}),
    },
    ...(selectors.length > 0 ? { selector: selectors } : {}),
  };
}

/**
 * Where the passage stands. Its words, and those around it, are told of a source that readers can
 * reach: of any other they may never have been published.
 */
function selectorsOf(
  { exact, prefix, suffix, place }: NonNullable<PlannedQuotation['view']['link']>,
  url: string | null,
): object[] {
  const words = { type: 'TextQuoteSelector', exact, prefix, suffix };
  const refined = url === null ? {} : { refinedBy: words };
  const fragment = (conformsTo: string, value: string) => ({
    type: 'FragmentSelector',
    conformsTo,
    value,
  });
  const text = url?.split('#')[1];
  return [
    ...(url === null ? [] : [words]),
    ...(text?.startsWith(':~:')
      ? [fragment('https://wicg.github.io/scroll-to-text-fragment/', text)]
      : []),
    ...(place.page === null
      ? []
      : [{ ...fragment('http://tools.ietf.org/rfc/rfc3778', `page=${place.page}`), ...refined }]),
    ...(place.time === null
      ? []
      : [{ ...fragment('http://www.w3.org/TR/media-frags/', `t=${place.time}`), ...refined }]),
  ];
}
