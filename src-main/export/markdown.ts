import type { FootnoteDefinition, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { cslItem } from '../../src-shared/bibliography/csl-item';
import { writeMarkdown } from '../../src-shared/document/markdown';
import { markdownBody } from '../../src-shared/document/markdown-body';
import { withShortcodesAsText } from '../../src-shared/document/shortcodes';
import { withClosedHtml } from '../../src-shared/document/to-mdast';
import { correctionParagraphs } from './corrections-section';
import { slugOf } from './file-name';
import { factsOf, tomlOf, yamlOf } from './front-matter';
import type { ExportFile, ExportInput } from './input';
import { type Facts, PROFILE_RULES, type ProfileRules } from './markdown-profiles';
import { type Citation, PANDOC_MARKDOWN } from './pandoc';
import { addressIn, picturesOf } from './pictures';
import { type ExportPlan, notePieces, type PlannedQuotation, planExport } from './plan';
import { headerTexts } from './texts';
import { exportWords } from './words';

/**
 * Writes an article as GitHub-flavoured Markdown with front matter and a footnote for each quotation
 * whose source may be shown (STANDARDS section 2), in the manner of a profile (markdown-profiles.ts).
 */
export function exportMarkdown(input: ExportInput): ExportFile {
  const { article } = input;
  const rules = PROFILE_RULES[input.profile ?? 'generic'];
  const plan = planExport(input, { isForSite: true });
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
  const body = markdownBody(plan.document, {
    dateline: article.dateline,
    notes,
    attributions,
    allowsLink: plan.allowsLink,
    pictureAddress: addressIn(picturesOf(input, plan), plan.allowsLink),
  });
  const bundle = rules.fileName(slugOf(texts.headline), input);
  const below = bundle.includes('/') ? `${bundle.split('/')[0]}/` : '';
  const cited = rules.cites ? citationsIn(body, plan.quotations, article.language) : new Set();
  const end: RootContent[] = [
    ...tail(article.byline.tail),
    ...correctionParagraphs(input),
    ...plan.quotations
      .filter((quotation) => !cited.has(quotation))
      .map((quotation) => footnote(quotation, article.language)),
    ...(cited.size > 0 ? [sourcesHeading(article.language)] : []),
  ];
  const facts = {
    ...factsOf(input, texts),
    hasTemplateMarks: /\{[{%]/.test(JSON.stringify([plan.plain.text, body])),
    references: rules.cites ? referencesOf(input, plan) : [],
  };
  const whole: Root = {
    type: 'root',
    children: withClosedHtml([...top(rules, facts, plan, article), ...body, ...end]),
  };
  const root = rules.shortcodes ? withShortcodesAsText(whole, rules.shortcodes) : whole;
  return {
    fileName: bundle,
    pictures: picturesOf(input, plan).map((one) => ({ ...one, path: `${below}${one.path}` })),
    text: writeMarkdown(root, {
      escapes: rules.escapes,
      ...(rules.references ? { references: rules.references } : {}),
      ...(rules.cites ? { extension: PANDOC_MARKDOWN } : {}),
    }),
  };
}

/** Front matter, or headline, standfirst and byline as text where the reader has none. */
function top(
  rules: ProfileRules,
  facts: Facts,
  plan: ExportPlan,
  article: ExportInput['article'],
): RootContent[] {
  if (rules.matter === 'toml')
    return [{ type: 'toml', value: tomlOf(rules.fields(facts)) } as never];
  if (rules.matter === 'yaml') return [{ type: 'yaml', value: yamlOf(rules.fields(facts)) }];
  const [headline] = plan.document.root.children.filter(({ type }) => type === 'headline');
  const line = (value: string): Paragraph[] =>
    value === '' ? [] : [{ type: 'paragraph', children: [{ type: 'text', value }] }];
  return [
    ...(headline && facts.title !== ''
      ? [
          {
            type: 'heading' as const,
            depth: 1 as const,
            children: [{ type: 'text' as const, value: facts.title }],
          },
        ]
      : []),
    ...line(facts.description),
    ...line(article.byline.line.replaceAll('\n', ', ')),
  ];
}

/** The CSL-JSON records of the sources that are cited, under the ids that they have in the file. */
function referencesOf(input: ExportInput, plan: ExportPlan): Record<string, unknown>[] {
  return plan.sources.flatMap(({ id, named, sourceId }) =>
    named && sourceId !== null ? [cslItem(id, named, input.metadata?.[sourceId])] : [],
  );
}

/**
 * Turns references to footnotes of named sources into citations, in place. A source that is only
 * described has no record: it keeps its footnote.
 */
function citationsIn(
  nodes: RootContent[],
  quotations: readonly PlannedQuotation[],
  language: string,
): Set<PlannedQuotation> {
  const byLabel = new Map(
    quotations.filter(({ source }) => source.named !== null).map((one) => [labelOf(one), one]),
  );
  const found = new Set<PlannedQuotation>();
  const walk = (parent: { children: RootContent[] }): void => {
    parent.children = parent.children.flatMap((node): RootContent[] => {
      if ('children' in node) walk(node as { children: RootContent[] });
      const quotation =
        node.type === 'footnoteReference' ? byLabel.get(node.identifier) : undefined;
      if (!quotation) return [node];
      found.add(quotation);
      const citation: Citation = {
        type: 'citation',
        key: quotation.source.id,
        children: citedPlace(quotation, language),
      };
      return [{ type: 'text', value: ' ' }, citation as never];
    });
  };
  const root = { children: nodes };
  walk(root);
  nodes.splice(0, nodes.length, ...root.children);
  return found;
}

function citedPlace({ place, url, source }: PlannedQuotation, language: string): PhrasingContent[] {
  const isPassage = url !== null && url !== source.named?.url;
  const words: PhrasingContent[] = place === '' ? [] : [{ type: 'text', value: place }];
  if (!isPassage) return words;
  const label = exportWords(language).passage;
  return [
    ...words,
    ...(words.length > 0 ? [{ type: 'text' as const, value: ', ' }] : []),
    { type: 'link', url, children: [{ type: 'text', value: label }] },
  ];
}

/** pandoc puts the sources below the last heading. */
function sourcesHeading(language: string): RootContent {
  return {
    type: 'heading',
    depth: 1,
    children: [{ type: 'text', value: exportWords(language).sources }],
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
