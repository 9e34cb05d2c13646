import { exportFileName } from './file-name';
import type { ExportFile, ExportInput } from './input';
import { type PlannedQuotation, planExport } from './plan';
import { headerTexts } from './texts';

/*
 * Which passage of which source each quotation comes from, beside the article: W3C Web Annotations
 * (Recommendation of 2017), one for each quotation whose source may be shown. STANDARDS section 3.
 */

/** So many UTF-16 units of the article stand on either side, so that words are found that come twice. */
const CONTEXT = 32;
/** The model has no word for quoting; this one is Stet's own. */
const CONTEXT_OF_TERMS = ['http://www.w3.org/ns/anno.jsonld', { quoting: 'urn:x-stet:quoting' }];

export function exportAnnotations(input: ExportInput): ExportFile {
  const plan = planExport(input);
  const { headline } = headerTexts(plan.plain);
  const name = (extension: string) => exportFileName(headline, input.date ?? null, extension);
  const annotations = plan.quotations.map((quotation) => ({
    '@context': CONTEXT_OF_TERMS,
    id: `${name('annotations.jsonld')}#${quotation.id}`,
    type: 'Annotation',
    motivation: ['linking', 'quoting'],
    modified: input.article.updatedAt,
    target: targetOf(quotation, plan.plain.text, name('html')),
    body: bodyOf(quotation, name('html')),
  }));
  return {
    fileName: name('annotations.jsonld'),
    text: `${JSON.stringify(annotations, null, 2)}\n`,
  };
}

/** Where the words stand in the article: its id on the page, and the words with what is around them. */
function targetOf({ id, parts, words }: PlannedQuotation, text: string, page: string): object {
  const selectors = parts.map((part, index) => ({
    type: 'TextQuoteSelector',
    exact: words[index],
    prefix: text.slice(Math.max(0, part.start - CONTEXT), part.start),
    suffix: text.slice(part.end, part.end + CONTEXT),
  }));
  return {
    type: 'SpecificResource',
    source: page,
    selector: [
      { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3236', value: id },
      ...selectors,
    ],
  };
}

/** The passage of the source; of a source that is only described, the description. */
function bodyOf({ source, view, url }: PlannedQuotation, page: string): object {
  if (!source.named)
    return { type: 'TextualBody', purpose: 'describing', value: source.description };
  const { title, creator, date } = source.named;
  const { link } = view;
  const isThere = link !== null && view.verdict !== 'missing';
  const selectors = isThere ? selectorsOf(link, url) : [];
  return {
    type: 'SpecificResource',
    purpose: 'linking',
    source: {
      id: source.named.url ?? `${page}#${source.id}`,
      type: link?.place.time == null ? 'Text' : 'Sound',
      'dc:title': title,
      ...(creator === null ? {} : { 'dc:creator': creator }),
      ...(date === null ? {} : { 'dc:date': date }),
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
