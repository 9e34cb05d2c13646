import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { inlinesToHast, onLines, toHast } from '../../src-shared/document/to-hast';
import { isSettled } from '../../src-shared/model/quotation';
import { VERDICTS } from '../../src-shared/model/verdict';
import { layOutProvenance } from '../../src-shared/provenance/layout';
import { VERDICT_NAMES } from '../../src-shared/words/verdicts';
import { lineContent } from './byline-elements';
import { directionOf } from './direction';
import { setDirections } from './directions';
import { docxPictures } from './docx';
import { by, claimEntry, commentEntry, pointItem, quotationEntry } from './fact-check-entries';
import { FACT_CHECK_STYLE } from './fact-check-style';
import { factCheckWords as words } from './fact-check-words';
import { exportFileName } from './file-name';
import type { ExportFile, ExportInput } from './input';
import { addressIn, picturesOf } from './pictures';
import { type ExportPlan, noteOffsetOf, partsOf, planExport } from './plan';
import { provenanceSvg, verdictMark } from './provenance-svg';
import { provenanceTable } from './provenance-table';
import { planReview, type ReviewPlan } from './review';
import { PAGE_STYLE } from './style';
import { headerTexts } from './texts';
import { exportWords } from './words';

const ENDING = 'fact-check';

/**
 * Writes the fact-checker's copy as a page that stands alone: the article with its quotations numbered,
 * and for each what is known of it, as far as the disclosure of its source allows.
 */
export function exportFactCheck(input: ExportInput): ExportFile {
  const copy = planCopy(input);
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      newline,
      h('html', { lang: 'en' }, [
        newline,
        h(
          'head',
          onLines([
            h('meta', { charSet: 'utf-8' }),
            h('title', words.title(copy.headline)),
            h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
            h('meta', { name: 'robots', content: 'noindex' }),
            h('style', `\n${PAGE_STYLE}\n${FACT_CHECK_STYLE}\n`),
          ]),
        ),
        newline,
        h('body', onLines([h('main', onLines(body(input, copy, map)))])),
        newline,
      ]),
      newline,
    ],
  };
  return {
    fileName: exportFileName(copy.headline, input.date ?? null, `${ENDING}.html`),
    pictures: picturesOf(input, copy.plan),
    text: toHtml(page, { characterReferences: { useNamedReferences: true }, upperDoctype: true }),
  };
}

/** The same copy as a Word document, with the map as a table. */
export function exportFactCheckDocx(input: ExportInput): ExportFile {
  const copy = planCopy(input);
  return {
    fileName: exportFileName(copy.headline, input.date ?? null, `${ENDING}.docx`),
    text: exportFactCheck(input).text,
    async pack(read) {
      const { packDocx } = await import('./hast-to-docx');
      return packDocx(body(input, copy, mapTable), {
        title: words.title(copy.headline),
        language: 'en-GB',
        pictures: await docxPictures(input, copy.plan, read),
      });
    },
  };
}

const newline = { type: 'text', value: '\n' } as const;

interface Copy {
  plan: ExportPlan;
  review: ReviewPlan;
  headline: string;
}

function planCopy(input: ExportInput): Copy {
  const plan = planExport(input);
  const { headline } = headerTexts(plan.plain);
  return { plan, review: planReview(input), headline };
}

function body(
  input: ExportInput,
  copy: Copy,
  drawMap: (review: ReviewPlan) => Element[],
): Element[] {
  const { quotations, points, claims, comments } = copy.review;
  const standing = quotations.filter(({ view, verdict, said }) =>
    isSettled({ verdict, dismissed: false, check: said && view.check }),
  ).length;
  const list = (entries: Element[], none: string) =>
    entries.length > 0 ? entries : [h('p', none)];
  const parts = [
    h('p', { className: ['notice'] }, words.notice),
    ...header(input, copy),
    h('p', words.summary(quotations.length, standing)),
    section('article', words.article, [articleText(input, copy)]),
    section(
      'points',
      words.points,
      points.length > 0 ? [h('ul', onLines(points.map(pointItem)))] : [h('p', words.noPoints)],
    ),
    ...(quotations.length > 0 ? [section('map', words.map, drawMap(copy.review))] : []),
    section(
      'quotations',
      words.quotations,
      list(
        quotations.map((one) => quotationEntry(one, input.article.language)),
        words.summary(0, 0),
      ),
    ),
    ...(claims.length > 0
      ? [
          section(
            'claims',
            words.claims,
            claims.map((one) => claimEntry(one, input.article.language)),
          ),
        ]
      : []),
    ...correctionsPart(input),
    section('comments', words.comments, list(comments.map(commentEntry), words.noComments)),
  ];
  setDirections(parts, 'ltr');
  return parts;
}

/** What was said below the article since it was published, and by whom. */
function correctionsPart({ article, corrections = [] }: ExportInput): Element[] {
  if (corrections.length === 0) return [];
  const entries = corrections.map((correction) => {
    const { kind, text, editorName, at, exportedAt } = correction;
    return h('li', [
      h('b', exportWords('en').corrections[kind]),
      ' (',
      ...by(editorName, at),
      `; ${exportedAt === null ? words.notExported : words.exported}): `,
      h('span', { lang: article.language }, text),
    ]);
  });
  return [section('corrections', words.corrections, [h('ul', onLines(entries))])];
}

function section(id: string, title: string, content: Element[]): Element {
  return h('section', { id: `part-${id}`, ariaLabelledBy: [`${id}-heading`] }, [
    ...onLines([h('h2', { id: `${id}-heading` }, title), ...content]),
  ]);
}

function header(input: ExportInput, { plan }: Copy): Element[] {
  const { language, byline } = input.article;
  const options = { allowsLink: plan.allowsLink };
  const line = (type: 'headline' | 'standfirst'): ElementContent[] =>
    plan.document.root.children.flatMap((block) =>
      block.type === type ? inlinesToHast(block.children, options) : [],
    );
  const headline = line('headline');
  const standfirst = line('standfirst');
  return [
    h('h1', { lang: language }, headline.length > 0 ? headline : words.article),
    ...(standfirst.length > 0
      ? [h('p', { className: ['standfirst'], lang: language }, standfirst)]
      : []),
    ...(byline.line === ''
      ? []
      : [
          h(
            'p',
            { className: ['byline'], lang: language },
            lineContent(byline.line, byline.credits),
          ),
        ]),
  ];
}

function articleText(input: ExportInput, { plan, review }: Copy): Element {
  const { article } = input;
  const placed = review.quotations.flatMap(({ number, view }) => {
    const parts = partsOf(view, plan.plain);
    const start = plan.plain.blocks.find(
      ({ kind }) => kind !== 'headline' && kind !== 'standfirst',
    )?.start;
    const isInBody = parts[0] !== undefined && start !== undefined && parts[0].start >= start;
    return isInBody ? [{ number, parts, offset: noteOffsetOf(view, plan.plain, parts) }] : [];
  });
  const content = toHast(plan.document, {
    dateline: article.dateline,
    allowsLink: plan.allowsLink,
    pictureAddress: addressIn(picturesOf(input, plan)),
    footnoteWords: exportWords(article.language),
    quotations: placed.map(({ number, parts }) => ({
      id: `q-${number}`,
      source: `check-${number}`,
      parts,
      attribution: null,
    })),
    notes: placed.map(({ number, offset }) => ({
      offset,
      id: `mark-${number}`,
      target: `check-${number}`,
      number,
      label: words.number(number),
    })),
  });
  const tail = article.byline.tail;
  const credits =
    tail === ''
      ? []
      : [h('p', { className: ['credits'] }, lineContent(tail, article.byline.credits))];
  return h(
    'div',
    { className: ['manuscript'], lang: article.language, dir: directionOf(article.language) },
    onLines([...content, ...credits]),
  );
}

function mapTable({ quotations }: ReviewPlan): Element[] {
  return [provenanceTable(quotations, ({ number }) => `#check-${number}`)];
}

function map({ quotations }: ReviewPlan): Element[] {
  const sources = new Map(
    quotations.flatMap(({ source }) => (source ? [[source.key, source] as const] : [])),
  );
  const ids = new Map([...sources.keys()].map((key, index) => [key, `source-${index + 1}`]));
  const layout = layOutProvenance(
    quotations.map(({ number, view, verdict, source, passage }) => ({
      id: String(number),
      number,
      text: view.text,
      verdict,
      passage: source && {
        source: ids.get(source.key) ?? '',
        start: passage ? (view.link?.start ?? 0) : 0,
        end: passage ? (view.link?.end ?? 0) : 1,
        label: passage
          ? [passage.place, passage.exact].filter((part) => part !== '').join(' · ')
          : words.described,
      },
    })),
    [...sources].map(([key, { label }]) => ({ id: ids.get(key) ?? '', title: label })),
  );
  const drawn = provenanceSvg(
    layout,
    words.mapLabel(quotations.length, sources.size),
    (number) => `#check-${number}`,
  );
  const legend = VERDICTS.filter((verdict) => quotations.some((one) => one.verdict === verdict));
  return [
    h('div', { className: ['map'] }, [drawn]),
    h(
      'ul',
      { className: ['legend'], ariaLabel: words.legend },
      legend.map((verdict) => h('li', [verdictMark(verdict), ` ${VERDICT_NAMES[verdict]}`])),
    ),
  ];
}
