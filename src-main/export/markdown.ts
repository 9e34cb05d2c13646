import type { FootnoteDefinition, Paragraph, PhrasingContent, Root } from 'mdast';
import { writeMarkdown } from '../../src-shared/document/markdown';
import { toMdast } from '../../src-shared/document/to-mdast';
import { exportFileName } from './file-name';
import { frontMatter } from './front-matter';
import type { ExportFile, ExportInput } from './input';
import { notePieces, type PlannedQuotation, planExport } from './plan';
import { headerTexts } from './texts';
import { exportWords } from './words';

/**
 * Writes an article as GitHub-flavoured Markdown with front matter and a footnote for each quotation
 * whose source may be shown (STANDARDS section 2, profile "generic").
 */
export function exportMarkdown(input: ExportInput): ExportFile {
  const { article } = input;
  const plan = planExport(input);
  const texts = headerTexts(plan.plain);
  const attributions = new Map<number, { text: string; label: string }>();
  for (const quotation of plan.quotations) {
    if (quotation.attribution === null) continue;
    const block = plan.plain.blocks.find(
      ({ quote, start, end }) =>
        quote !== undefined && quotation.parts.some((part) => part.start < end && part.end > start),
    );
    if (block?.quote === undefined) continue;
    attributions.set(block.quote, { text: quotation.attribution, label: labelOf(quotation) });
  }
  const notes = plan.quotations
    .filter((quotation) => quotation.attribution === null)
    .map((quotation) => ({ offset: quotation.noteOffset, label: labelOf(quotation) }));
  const body = toMdast(plan.document, {
    dateline: article.dateline,
    notes,
    attributions,
    allowsLink: plan.allowsLink,
  });
  const root: Root = {
    type: 'root',
    children: [
      { type: 'yaml', value: frontMatter(input, texts) },
      ...body,
      ...tail(article.byline.tail),
      ...plan.quotations.map((quotation) => footnote(quotation, article.language)),
    ],
  };
  return {
    fileName: exportFileName(texts.headline, input.date ?? null, 'md'),
    text: writeMarkdown(root),
  };
}

/** Stable as long as the order of the quotations is; from-markdown.ts knows it again. */
function labelOf(quotation: PlannedQuotation): string {
  return `source-${quotation.source.number}-${quotation.reference}`;
}

function tail(text: string): Paragraph[] {
  if (text === '') return [];
  const words: PhrasingContent = { type: 'emphasis', children: [{ type: 'text', value: text }] };
  return [{ type: 'paragraph', children: [words] }];
}

function footnote(quotation: PlannedQuotation, language: string): FootnoteDefinition {
  const { source, place, url } = quotation;
  const [first = '', ...rest] = notePieces(source, language);
  const lead: PhrasingContent = { type: 'text', value: first };
  const ending = [...rest, ...(place === '' ? [] : [place])].map((piece) => `, ${piece}`).join('');
  const stop = /[.!?…]$/.test(ending || first) ? '' : '.';
  const children: PhrasingContent[] = [
    source.named ? { type: 'emphasis', children: [lead] } : lead,
    { type: 'text', value: `${ending}${stop}` },
  ];
  if (url !== null) {
    const words = exportWords(language);
    const label = url === source.named?.url ? words.sourceLink : words.passage;
    children.push(
      { type: 'text', value: ' ' },
      { type: 'link', url, children: [{ type: 'text', value: label }] },
    );
  }
  const label = labelOf(quotation);
  return {
    type: 'footnoteDefinition',
    identifier: label,
    label,
    children: [{ type: 'paragraph', children }],
  };
}
