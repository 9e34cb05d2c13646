import * as fc from 'fast-check';
import { formatByline } from '../../src-shared/byline/format';
import { arbitraryDocument } from '../../src-shared/document/arbitrary-document';
import { markQuotations } from '../../src-shared/document/mark-quotations';
import { type PlainBlock, plainText } from '../../src-shared/document/plain-text';
import type { Document } from '../../src-shared/document/schema';
import { acceptSuggestions } from '../../src-shared/document/suggestions';
import type { ArticleCorrection } from '../../src-shared/model/article-correction';
import {
  BUILT_IN_STYLES,
  type Byline,
  CREDIT_ROLES,
  type Credit,
} from '../../src-shared/model/byline';
import type { PersonSummary } from '../../src-shared/model/person';
import type { QuotationView } from '../../src-shared/model/quotation';
import type { SourceSummary } from '../../src-shared/model/source';
import type { Span } from '../../src-shared/model/span';
import { exampleInput, exampleSources, id, NO_BYLINE } from './example';
import type { ExportInput } from './input';

/*
 * Random articles as the exporters get them, for property tests: every node of the document, quotations
 * linked to sources of every kind and disclosure, bylines, corrections, addresses that people paste.
 */

/** What the library takes for an address: some are none to a strict reader. */
const ADDRESSES = [
  'https://saltmere.example/audit',
  'https://saltmere.example/audit/#findings',
  'https://saltmere.example/a b|c{d}?q="x"&r=[1]^`\\#part two',
  'https://saltmere.example/söhne/日本?name=Ä&x=%zz',
  'http://[::1]:8080/x',
  'https://saltmere.example/hearing.pdf',
  'https://saltmere.example/hearing.mp3',
];
const LINES = [
  'Harbour audit: findings',
  '"Nothing" & <b>all</b> </script>',
  'L’Été – «Non» – 日本の記事',
  'a, b; c @d {e} [f] \\g %h #i',
  'ملف الميناء',
];
const LANGUAGES = ['en-GB', 'en', 'de', 'fr-CA', 'ja', 'pt-BR', 'ar', 'he', 'zh-Hant'];

const line = fc.constantFrom(...LINES);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const date = fc.constantFrom('2026', '2026-05', '2026-05-03', '1999-12-31');
const NAMES = [
  'Ada Quill',
  'Ben “Bo” Harrow',
  '山田 太郎',
  'Saltmere Audit Office',
  'agencies',
  'O’Hara & <Sons>',
];

const source = fc.record({
  title: line,
  kind: fc.constantFrom<SourceSummary['kind']>(
    'transcript',
    'subtitles',
    'web-page',
    'document',
    'email',
    'note',
  ),
  medium: fc.constantFrom<SourceSummary['medium']>('spoken', 'written'),
  terms: fc.constantFrom<SourceSummary['terms']>('on-the-record', 'on-the-record', 'background'),
  disclosure: fc.constantFrom<SourceSummary['disclosure']>(
    'public',
    'public',
    'public',
    'described',
  ),
  description: maybe(line),
  date: maybe(date),
  url: maybe(fc.constantFrom(...ADDRESSES)),
  creator: maybe(fc.constantFrom(...NAMES)),
});

const credit = fc.record({
  name: fc.constantFrom(...NAMES),
  kind: fc.constantFrom<Credit['kind']>(
    'person',
    'person',
    'organization',
    'collective',
    'anonymous',
  ),
  role: fc.constantFrom<Credit['role']>('author', 'author', ...CREDIT_ROLES),
  location: maybe(line),
  jobTitle: maybe(line),
  affiliation: maybe(line),
});

const correction = fc.record({
  kind: fc.constantFrom<ArticleCorrection['kind']>('correction', 'clarification', 'update'),
  text: fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n\n')),
});

const linked = fc.record({
  block: fc.nat(),
  from: fc.nat(),
  length: fc.integer({ min: 1, max: 6 }),
  source: fc.integer({ min: 0, max: 4 }),
  page: maybe(fc.integer({ min: 1, max: 900 })),
  time: maybe(fc.constantFrom(0, 7.25, 3721.5)),
  hasSpeaker: fc.boolean(),
  verdict: fc.constantFrom<QuotationView['verdict']>('verbatim', 'altered', 'missing', 'unlinked'),
});

/** An article with everything that an export reads but the review. */
export const arbitraryExport: fc.Arbitrary<ExportInput> = fc
  .record({
    document: arbitraryDocument.map(composed),
    sources: fc.array(source, { minLength: 5, maxLength: 5 }),
    credits: fc.array(credit, { maxLength: 4 }),
    corrections: fc.array(correction, { maxLength: 2 }),
    linked: fc.array(linked, { maxLength: 6 }),
    language: fc.constantFrom(...LANGUAGES),
    dateline: maybe(line),
    section: maybe(line),
    tags: fc.array(line, { maxLength: 3 }),
    day: maybe(date),
    style: fc.constantFrom(...BUILT_IN_STYLES),
    pages: fc.array(maybe(fc.constantFrom(...ADDRESSES)), { minLength: 10, maxLength: 10 }),
  })
  .map(
    ({ document, sources, credits, corrections, linked: places, pages, style, day, ...rest }) => {
      const quotations = quotationsIn(document, places);
      const byline = bylineOf(credits, style, rest.language);
      const input = exampleInput({
        ...rest,
        byline,
        quotations,
        document: markQuotations(document, quotations),
      });
      return {
        ...input,
        date: day,
        sources: sources.map((one, index) => ({ ...base, ...one, id: id(100 + index) })),
        people: pages.map((url, index) => personOf(index, url)),
        pictures: Object.fromEntries(['a', 'b'].map((digit) => [digit.repeat(64), 'jpg'])),
        corrections: corrections.map(
          (one, index): ArticleCorrection => ({
            ...one,
            id: id(900 + index),
            editorName: 'Noor Haddad',
            at: `2026-05-0${index + 4}T10:20:00.000Z`,
            exportedAt: null,
          }),
        ),
      };
    },
  );

const [base] = exampleSources as [SourceSummary];

/** Characters as nearly everybody types them: the checker warns of others, which an export keeps. */
function composed(one: Document): Document {
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return value.normalize('NFC').replace(/^\p{M}+|[\p{Co}\p{Cn}\p{Cs}]/gu, '');
    }
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]));
  };
  return clean(one) as Document;
}

function bylineOf(
  credits: readonly (Pick<Credit, 'name' | 'role' | 'kind'> & Partial<Credit>)[],
  style: (typeof BUILT_IN_STYLES)[number],
  language: string,
): Byline {
  const all = credits.map((one, index): Credit => {
    const rest = { staff: 'staff' as const, tier: null, note: null, nameOrder: null };
    const place = { location: null, jobTitle: null, affiliation: null };
    return { id: id(700 + index), personId: id(600 + index), ...rest, ...place, ...one };
  });
  return { ...NO_BYLINE, style, credits: all, ...formatByline(all, style, language) };
}

function personOf(index: number, url: string | null): PersonSummary {
  return {
    id: id(index < 6 ? 600 + index : 494 + index),
    name: NAMES[index % NAMES.length] ?? 'Ada Quill',
    kind: (['person', 'organization', 'collective'] as const)[index % 3] ?? 'person',
    role: LINES[index % LINES.length] ?? null,
    affiliation: null,
    url,
    otherNames: [],
    sortName: null,
    nameOrder: null,
    isPseudonym: false,
    links: [],
    mergedNames: [],
    quotationCount: 0,
    creditCount: 0,
  };
}

type Place = typeof linked extends fc.Arbitrary<infer One> ? One : never;

/** Stretches of whole words, or whole block quotations; no two overlap. */
function quotationsIn(document: Document, places: readonly Place[]): QuotationView[] {
  const { text, blocks } = plainText(acceptSuggestions(document));
  const body = blocks.filter(
    ({ kind, start, end }) => end > start && kind !== 'headline' && kind !== 'standfirst',
  );
  const taken = new Map<string, { span: Span; block: PlainBlock; place: Place }>();
  for (const place of places) {
    const block = body[place.block % Math.max(1, body.length)];
    if (!block) continue;
    const key = block.quote === undefined ? `b${block.start}` : `q${block.quote}`;
    if (taken.has(key)) continue;
    taken.set(key, { span: spanIn(text, body, block, place), block, place });
  }
  return [...taken.values()]
    .sort((one, other) => one.span.start - other.span.start)
    .map(({ span, block, place }, index) => viewOf(text, span, block, place, index));
}

function spanIn(text: string, body: readonly PlainBlock[], block: PlainBlock, place: Place): Span {
  if (block.quote !== undefined) {
    const all = body.filter(({ quote }) => quote === block.quote);
    return { start: all[0]?.start ?? block.start, end: all.at(-1)?.end ?? block.end };
  }
  const words = [...text.slice(block.start, block.end).matchAll(/\S+/g)];
  const first = words[place.from % Math.max(1, words.length)];
  if (!first) return { start: block.start, end: block.end };
  const last = words[Math.min(words.length - 1, words.indexOf(first) + place.length)] ?? first;
  return { start: block.start + first.index, end: block.start + last.index + last[0].length };
}

function viewOf(
  text: string,
  span: Span,
  block: PlainBlock,
  place: Place,
  index: number,
): QuotationView {
  const words = text.slice(span.start, span.end);
  const { page, time } = place;
  return {
    id: id(index + 1),
    articleId: id(1000),
    ordinal: index + 1,
    kind: block.quote === undefined ? 'direct' : 'block',
    ...span,
    parts: [span],
    text: words,
    attribution: null,
    speaker: place.hasSpeaker ? { personId: id(500 + index), name: 'Ada Quill' } : null,
    dismissed: false,
    suggestion: null,
    link: {
      sourceId: id(100 + place.source),
      sourceVersionId: id(300 + place.source),
      start: 0,
      end: words.length,
      exact: words,
      prefix: 'Before it, ',
      suffix: ' and after it',
      sourceTitle: 'A source',
      place: { page, time, paragraph: 2, speaker: null },
    },
    verdict: place.verdict,
    reasons: [],
    diff: [],
    check: null,
  };
}
