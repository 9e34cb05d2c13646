import * as v from 'valibot';
import { BuiltInStyleSchema, CreditRoleSchema, CreditTierSchema } from '../model/byline';
import { LanguageSchema, LineSchema } from '../model/common';
import { PersonKindSchema } from '../model/person';

/*
 * The sidecar of an exported article (`name.annotations.jsonld`): W3C Web Annotations. The first says
 * what the article is; each of the others ties a quotation to the passage it comes from. It is read
 * like anything foreign: bounded, and held to these shapes.
 */

/** The ending of a sidecar's name. */
export const SIDECAR_ENDING = '.annotations.jsonld';
/** Who wrote it: without this word a sidecar is somebody else's. */
export const GENERATOR = 'urn:x-stet';
const VERSION = 1;
/** In bytes; 200 quotations take about 200 KB. */
export const LARGEST_SIDECAR = 8 * 1024 * 1024;
const MOST_QUOTATIONS = 5_000;
/** What the body says of words in quotation marks that nobody said: a title, a nickname. */
export const NOT_A_QUOTATION = 'not a quotation';
const MOST_CREDITS = 200;

const text = v.pipe(v.string(), v.maxLength(200_000));
const context = v.pipe(v.string(), v.maxLength(1_000));
const line = v.nullable(LineSchema);
const name = v.pipe(LineSchema, v.minLength(1));
const printed = v.pipe(v.string(), v.maxLength(4_000));

const OwnCreditSchema = v.object({
  name,
  kind: PersonKindSchema,
  role: CreditRoleSchema,
  location: line,
  jobTitle: line,
  affiliation: line,
  staff: v.picklist(['staff', 'freelance', 'agency', 'guest']),
  tier: v.optional(v.nullable(CreditTierSchema), null),
  note: v.optional(line, null),
  /** The page about them: tells two people of one name apart. */
  url: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(2_000))), null),
});
export type OwnCredit = v.InferOutput<typeof OwnCreditSchema>;

/** What an article is beside its text, as Stet wrote it. */
export const ArticleRecordSchema = v.object({
  headline: text,
  standfirst: text,
  dateline: line,
  language: LanguageSchema,
  section: line,
  tags: v.pipe(v.array(name), v.maxLength(1_000)),
  byline: v.object({
    style: v.fallback(v.nullable(BuiltInStyleSchema), null),
    override: v.optional(v.nullable(printed), null),
    /** As printed above and below the article. */
    line: printed,
    tail: printed,
    credits: v.pipe(v.array(OwnCreditSchema), v.maxLength(MOST_CREDITS)),
  }),
});
export type ArticleRecord = v.InferOutput<typeof ArticleRecordSchema>;

/** Words of the article; `start` counts code points, and is null where nobody says. */
export interface QuoteSelector {
  exact: string;
  prefix: string;
  suffix: string;
  start: number | null;
}

export interface SidecarQuotation {
  /** Several where an attribution splits it. */
  parts: QuoteSelector[];
  /** Null where the source is only described. */
  source: SidecarSource | null;
  /** What is told of the passage: its words only where readers can reach the source. */
  words: { exact: string; prefix: string; suffix: string } | null;
  /** In code points of the source's text. */
  position: { start: number; end: number } | null;
  speaker: { name: string; kind: 'person' | 'organization' } | null;
  /** Whom a line names that was put below a block quotation. */
  attribution: string | null;
  /** An editor said that this is not a quotation: nothing else is told of it. */
  isDismissed: boolean;
}

export interface SidecarSource {
  title: string;
  creator: string | null;
  date: string | null;
  url: string | null;
  /** Of the text of the version that is quoted, as UTF-8. */
  sha256: string | null;
}

export interface Sidecar {
  article: ArticleRecord;
  quotations: SidecarQuotation[];
}

/** Why a sidecar was left aside: somebody else's, not as Stet wrote it, of a later version, too large. */
export const SIDECAR_REFUSALS = ['foreign', 'damaged', 'newer', 'too-large'] as const;
export type SidecarRefusal = (typeof SIDECAR_REFUSALS)[number];

const position = v.pipe(v.number(), v.integer(), v.minValue(0));
const SelectorSchema = v.variant('type', [
  v.object({
    type: v.literal('TextQuoteSelector'),
    exact: text,
    prefix: v.optional(context, ''),
    suffix: v.optional(context, ''),
  }),
  v.object({ type: v.literal('TextPositionSelector'), start: position, end: position }),
  v.object({ type: v.literal('FragmentSelector') }),
]);
const selectors = v.pipe(v.array(SelectorSchema), v.maxLength(20));
const TargetSchema = v.object({ selector: selectors });
const BodySchema = v.variant('type', [
  v.object({
    type: v.literal('TextualBody'),
    purpose: v.optional(v.string(), ''),
    value: v.optional(v.string(), ''),
  }),
  v.object({
    type: v.literal('SpecificResource'),
    source: v.object({
      id: v.pipe(v.string(), v.maxLength(4_000)),
      'dc:title': v.pipe(v.string(), v.maxLength(1_000)),
      'dc:creator': v.optional(v.nullable(v.pipe(v.string(), v.maxLength(1_000))), null),
      'dc:date': v.optional(v.nullable(v.pipe(v.string(), v.maxLength(40))), null),
      sha256: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))), null),
    }),
    selector: v.optional(selectors, []),
  }),
]);
const QuotationSchema = v.object({
  type: v.literal('Annotation'),
  target: v.union([v.pipe(v.array(TargetSchema), v.minLength(1), v.maxLength(100)), TargetSchema]),
  body: BodySchema,
  speaker: v.optional(
    v.nullable(v.object({ type: v.picklist(['Person', 'Organization']), name })),
    null,
  ),
  attribution: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(1_000))), null),
});
const RecordSchema = v.object({
  type: v.literal('Annotation'),
  generator: v.object({ id: v.literal(GENERATOR) }),
  body: v.object({
    type: v.literal('TextualBody'),
    format: v.literal('application/json'),
    value: v.pipe(v.string(), v.maxLength(LARGEST_SIDECAR)),
  }),
});

/** What stands in the record of an article. */
export function recordValue(article: ArticleRecord): string {
  return JSON.stringify({ version: VERSION, ...article });
}

/** Reads a sidecar; answers why it is none of Stet's where it is not. */
export function readSidecar(json: string): Sidecar | SidecarRefusal {
  if (json.length > LARGEST_SIDECAR) return 'too-large';
  let all: unknown;
  try {
    all = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch {
    return 'damaged';
  }
  if (!Array.isArray(all)) return 'foreign';
  const [first, ...rest] = all as unknown[];
  if (!isOwn(first)) return 'foreign';
  if (rest.length > MOST_QUOTATIONS) return 'too-large';
  const record = v.safeParse(RecordSchema, first);
  if (!record.success) return 'damaged';
  try {
    const value = JSON.parse(record.output.body.value) as { version?: unknown };
    if (typeof value?.version === 'number' && value.version > VERSION) return 'newer';
    const article = v.safeParse(ArticleRecordSchema, value);
    const quotations = v.safeParse(v.array(QuotationSchema), rest);
    if (!article.success || !quotations.success) return 'damaged';
    return { article: article.output, quotations: quotations.output.flatMap(quotationOf) };
  } catch {
    return 'damaged';
  }
}

function isOwn(value: unknown): boolean {
  const generator = (value as { generator?: { id?: unknown } } | null)?.generator;
  return generator?.id === GENERATOR;
}

function quotationOf(read: v.InferOutput<typeof QuotationSchema>): SidecarQuotation[] {
  const parts = [read.target].flat().flatMap(({ selector }): QuoteSelector[] => {
    const words = selector.find((one) => one.type === 'TextQuoteSelector');
    const place = selector.find((one) => one.type === 'TextPositionSelector');
    if (words?.type !== 'TextQuoteSelector') return [];
    const { exact, prefix, suffix } = words;
    return [{ exact, prefix, suffix, start: place && 'start' in place ? place.start : null }];
  });
  if (parts.length === 0) return [];
  const { body, speaker, attribution } = read;
  const own = body.type === 'SpecificResource' ? body : null;
  const words = own?.selector.find((one) => one.type === 'TextQuoteSelector');
  const place = own?.selector.find((one) => one.type === 'TextPositionSelector');
  return [
    {
      parts,
      source: own && {
        title: own.source['dc:title'],
        creator: own.source['dc:creator'],
        date: own.source['dc:date'],
        url: /^https?:/i.test(own.source.id) ? own.source.id : null,
        sha256: own.source.sha256,
      },
      words:
        words?.type === 'TextQuoteSelector'
          ? { exact: words.exact, prefix: words.prefix, suffix: words.suffix }
          : null,
      position:
        place?.type === 'TextPositionSelector' && place.start < place.end
          ? { start: place.start, end: place.end }
          : null,
      speaker: speaker && {
        name: speaker.name,
        kind: speaker.type === 'Person' ? 'person' : 'organization',
      },
      attribution,
      isDismissed:
        body.type === 'TextualBody' &&
        body.purpose === 'classifying' &&
        body.value === NOT_A_QUOTATION,
    },
  ];
}
