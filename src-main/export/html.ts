import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { type BylinePart, bylineParts } from '../../src-shared/byline/format';
import { inlinesToHast, onLines, toHast } from '../../src-shared/document/to-hast';
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
export function exportHtml(input: ExportInput): ExportFile {
  const { article } = input;
  const plan = planExport(input);
  const texts = headerTexts(plan.plain);
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      newline,
      h('html', { lang: article.language }, [
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
  const title = texts.headline || exportFileName('', null, 'html');
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
      ...meta('property', 'article:modified_time', article.updatedAt),
      ...authors.flatMap((credit) =>
        meta('property', 'article:author', profileOf(credit.personId)),
      ),
      ...meta('property', 'article:section', article.section),
      ...article.tags.flatMap((tag) => meta('property', 'article:tag', tag)),
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
    pictureAddress: addressIn(picturesOf(input, plan)),
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
  const { article } = input;
  const body = bodyElements(input, plan);
  const footer = [...credits(input), ...sourcesSection(plan.sources, article.language)];
  return h('article', { className: ['h-entry'], id: 'article' }, [
    newline,
    h('header', onLines(header(input, plan, texts))),
    newline,
    h('div', { className: ['e-content'] }, onLines(body)),
    newline,
    ...(footer.length > 0 ? [h('footer', onLines(footer)), newline] : []),
  ]);
}

function header(input: ExportInput, plan: ExportPlan, texts: Texts): Element[] {
  const { article, date = null } = input;
  const inlinesOf = (type: 'headline' | 'standfirst') => {
    const block = plan.document.root.children.find((one) => one.type === type);
    return block && 'children' in block && block.type === type ? block.children : [];
  };
  const options = { allowsLink: plan.allowsLink };
  const elements: Element[] = [];
  if (texts.headline !== '') {
    elements.push(h('h1.p-name', inlinesToHast(inlinesOf('headline'), options)));
  }
  if (texts.standfirst !== '') {
    elements.push(h('p.standfirst.p-summary', inlinesToHast(inlinesOf('standfirst'), options)));
  }
  elements.push(...byline(input));
  if (date !== null) {
    const time = h('time.dt-published', { dateTime: date }, longDate(date, article.language));
    elements.push(h('p.dates', [`${exportWords(article.language).published} `, time, '.']));
  }
  return elements;
}

/** The generated line with its names marked; a line that was frozen or overridden is printed as it is. */
function byline(input: ExportInput): Element[] {
  const { byline: stored, language } = input.article;
  if (stored.line === '') return [];
  const parts = bylineParts(stored.credits, stored.style, language).line;
  return [h('p.byline', bylineContent(input, parts, stored.line, 'p-author'))];
}

function credits(input: ExportInput): Element[] {
  const { byline: stored, language } = input.article;
  if (stored.tail === '') return [];
  const parts = bylineParts(stored.credits, stored.style, language).tail;
  return [h('p.credits', bylineContent(input, parts, stored.tail, 'p-contributor'))];
}

function bylineContent(
  { article, people = [] }: ExportInput,
  parts: readonly BylinePart[],
  line: string,
  className: string,
): ElementContent[] {
  const generated = parts.map((part) => part.text).join('');
  const printed: readonly BylinePart[] =
    generated === line ? parts : [{ text: line, credit: null }];
  return printed.flatMap((part): ElementContent[] => {
    const credit = part.credit === null ? undefined : article.byline.credits[part.credit];
    if (!credit) return withLineBreaks(part.text);
    const url = people.find((person) => person.id === credit.personId)?.url;
    return [
      url
        ? h('a', { className: [className, 'h-card'], rel: ['author'], href: url }, part.text)
        : h('span', { className: [className] }, part.text),
    ];
  });
}

function withLineBreaks(text: string): ElementContent[] {
  return text
    .split('\n')
    .flatMap((value, index): ElementContent[] => [
      ...(index === 0 ? [] : [h('br')]),
      ...(value === '' ? [] : [{ type: 'text' as const, value }]),
    ]);
}
