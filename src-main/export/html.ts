import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { inlinesToHast, onLines, toHast } from '../../src-shared/document/to-hast';
import { sidecarName } from './annotations';
import { bylineElement, creditsElement } from './byline-elements';
import { contactAddress } from './contact-address';
import { correctionAsides, lastChange } from './corrections-section';
import { directionOf } from './direction';
import { setDirections } from './directions';
import { exportFileName } from './file-name';
import type { ExportFile, ExportInput } from './input';
import { jsonLd } from './json-ld';
import { addressIn, picturesOf } from './pictures';
import { type ExportPlan, planExport } from './plan';
import { noteId, referenceId, sourcesSection } from './sources-section';
import { PAGE_STYLE } from './style';
import { headerTexts } from './texts';
import { exportWords, longDate } from './words';

/**
 * Writes an article as a page that stands alone: its style is in it, it loads nothing and runs no
 * script. Quotations keep their marks; sources that may be shown follow below (STANDARDS section 1).
 */
export function exportHtml(input: ExportInput, { isForSite = true } = {}): ExportFile {
  const { article } = input;
  const plan = planExport(input, { isForSite });
  const texts = headerTexts(plan.plain);
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      newline,
      h('html', { lang: article.language, dir: directionOf(article.language) }, [
        newline,
        head(input, plan, texts),
        newline,
        h('body', onLines([articleElement(input, plan, texts)])),
        newline,
      ]),
      newline,
    ],
  };
  return {
    fileName: exportFileName(texts.headline, input.date ?? null, 'html'),
    pictures: picturesOf(input, plan),
    text: toHtml(page, { characterReferences: { useNamedReferences: true }, upperDoctype: true }),
  };
}

const newline = { type: 'text', value: '\n' } as const;

type Texts = ReturnType<typeof headerTexts>;

function head(input: ExportInput, plan: ExportPlan, texts: Texts): Element {
  const { article, date = null, people = [] } = input;
  const authors = article.byline.credits.filter((credit) => credit.role === 'author');
  const meta = (key: 'name' | 'property', name: string, content: string | null | undefined) =>
    content ? [h('meta', { [key]: name, content })] : [];
  const profileOf = (personId: string) => people.find((person) => person.id === personId)?.url;
  const title = texts.headline || exportWords(article.language).untitled;
  return h(
    'head',
    onLines([
      h('meta', { charSet: 'utf-8' }),
      h('title', title),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      ...meta('name', 'description', texts.standfirst),
      ...authors.flatMap((credit) => meta('name', 'author', credit.name)),
      ...meta('property', 'og:type', 'article'),
      ...meta('property', 'og:title', texts.headline),
      ...meta('property', 'og:description', texts.standfirst),
      ...meta('property', 'og:locale', locale(article.language)),
      ...meta('property', 'article:published_time', date),
      ...meta('property', 'article:modified_time', lastChange(input)),
      ...authors.flatMap((credit) =>
        meta('property', 'article:author', profileOf(credit.personId)),
      ),
      ...meta('property', 'article:section', article.section),
      ...article.tags.flatMap((tag) => meta('property', 'article:tag', tag)),
      ...(input.hasSidecar
        ? [
            h('link', {
              rel: ['alternate'],
              type: 'application/ld+json',
              href: encodeURIComponent(sidecarName(texts.headline, date)),
            }),
          ]
        : []),
      h('style', `\n${PAGE_STYLE}\n`),
      h('script', { type: 'application/ld+json' }, `\n${jsonLd(input, plan, texts)}\n`),
    ]),
  );
}

/** Open Graph writes `en_GB`, and wants a territory. */
function locale(language: string): string | null {
  const [, code, territory] = /^([a-z]{2,3})-([A-Z]{2})$/.exec(language) ?? [];
  return code === undefined ? null : `${code}_${territory}`;
}

/** The body of an article: its quotations and the references to its sources have ids. */
export function bodyElements(input: ExportInput, plan: ExportPlan): Element[] {
  const { article } = input;
  const words = exportWords(article.language);
  return toHast(plan.document, {
    dateline: article.dateline,
    allowsLink: plan.allowsLink,
    pictureAddress: addressIn(picturesOf(input, plan), plan.allowsLink),
    footnoteWords: words,
    quotations: plan.quotations.map(({ id, source, parts, attribution }) => ({
      id,
      source: source.id,
      parts,
      attribution,
    })),
    notes: plan.quotations.map(({ source, reference, noteOffset }) => ({
      offset: noteOffset,
      id: referenceId(source, reference),
      target: noteId(source),
      number: source.number,
      label: words.source(source.number),
    })),
  });
}

/** The article as the page and the Word document have it: header, text, credits and sources. */
export function articleElement(input: ExportInput, plan: ExportPlan, texts: Texts): Element {
  const { language } = input.article;
  const body = bodyElements(input, plan);
  const footer = [
    ...creditsElement(input),
    ...correctionAsides(input),
    ...sourcesSection(plan.sources, language),
    ...contactAddress(input),
  ];
  const article = h('article', { className: ['h-entry'], id: 'article' }, [
    newline,
    h('header', onLines(header(input, plan, texts))),
    newline,
    h('div', { className: ['e-content'] }, onLines(body)),
    newline,
    ...(footer.length > 0 ? [h('footer', onLines(footer)), newline] : []),
  ]);
  setDirections([article], directionOf(language) ?? 'ltr');
  return article;
}

function header(input: ExportInput, plan: ExportPlan, texts: Texts): Element[] {
  const inlinesOf = (type: 'headline' | 'standfirst') => {
    const block = plan.document.root.children.find((one) => one.type === type);
    return block && 'children' in block && block.type === type ? block.children : [];
  };
  const options = { allowsLink: plan.allowsLink };
  const elements: Element[] = [];
  if (texts.headline !== '') {
    elements.push(h('h1.p-name', inlinesToHast(inlinesOf('headline'), options)));
  } else {
    // Headings below have to have one above them; nobody wrote it, and so nobody sees it.
    elements.push(h('h1', { hidden: true }, exportWords(input.article.language).untitled));
  }
  if (texts.standfirst !== '') {
    elements.push(h('p.standfirst.p-summary', inlinesToHast(inlinesOf('standfirst'), options)));
  }
  elements.push(...bylineElement(input));
  const dates = datesOf(input);
  if (dates.length > 0) elements.push(h('p.dates', dates));
  return elements;
}

/** When it was published, and when something was said below it since. */
function datesOf(input: ExportInput): ElementContent[] {
  const { article, date = null, corrections = [] } = input;
  const words = exportWords(article.language);
  const time = (name: string, at: string) =>
    h(`time.${name}`, { dateTime: at }, longDate(at.slice(0, 10), article.language));
  const newest = corrections.at(-1);
  const published: ElementContent[] =
    date === null
      ? []
      : [{ type: 'text', value: `${words.published} ` }, time('dt-published', date)];
  const updated: ElementContent[] = newest
    ? [{ type: 'text', value: `${words.updated} ` }, time('dt-updated', newest.at)]
    : [];
  return [published, updated]
    .filter((one) => one.length > 0)
    .flatMap((one, index) => [
      ...(index > 0 ? [{ type: 'text' as const, value: ' ' }] : []),
      ...one,
      { type: 'text' as const, value: '.' },
    ]);
}
