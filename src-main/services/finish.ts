import type { Output } from '../../src-shared/contract';
import { plainText } from '../../src-shared/document/plain-text';
import type { Consent } from '../../src-shared/model/note';
import { isSettled, type QuotationView } from '../../src-shared/model/quotation';
import type { SourceSummary } from '../../src-shared/model/source';
import type { Verdict } from '../../src-shared/model/verdict';
import { listAgreements } from '../library/agreements';
import { listThreads } from '../library/comments';
import { readSourceSummary } from '../library/source-summaries';
import { readSource, readVersion } from '../library/sources';
import { concerns } from './agreements';
import { viewArticle } from './articles';
import type { Context, Handlers } from './context';
import { excludedIn, reasonAgainst } from './exclusions';

export type GatePoint = Output<'finish.gate'>[number];

export const finish = {
  'finish.gate': (context, { articleId }) => {
    const article = viewArticle(context, articleId);
    const live = article.quotations.filter((quotation) => !quotation.dismissed);
    const { text } = plainText(article.document);
    return [
      ...sourcePoints(context, live),
      ...excludedPoints(context, live),
      ...consentPoints(context, live),
      ...verdictPoints(live),
      ...speakerPoints(live),
      ...(article.byline.credits.length === 0 ? [point('byline-empty', [], 1, '')] : []),
      ...unfinishedPoints(text),
      ...commentPoints(context, articleId),
    ];
  },
} satisfies Partial<Handlers>;

/** What keeps an article with these quotations from being exported. */
export function blockingPoints(
  context: Context,
  quotations: readonly QuotationView[],
): GatePoint[] {
  const live = quotations.filter((quotation) => !quotation.dismissed);
  return [
    ...sourcePoints(context, live),
    ...excludedPoints(context, live),
    ...consentPoints(context, live),
  ].filter(({ blocking }) => blocking);
}

/** The sources that quotations (dismissed ones aside) are linked to, in the order of the text. */
export function linkedSources(
  context: Context,
  quotations: readonly QuotationView[],
): { source: SourceSummary; quotationIds: string[] }[] {
  const bySource = new Map<string, string[]>();
  for (const { id, link, dismissed } of quotations) {
    if (!link || dismissed) continue;
    bySource.set(link.sourceId, [...(bySource.get(link.sourceId) ?? []), id]);
  }
  return [...bySource].map(([sourceId, quotationIds]) => ({
    source: readSourceSummary(context.library.db, sourceId),
    quotationIds,
  }));
}

const VERDICT_POINTS: [Verdict, GatePoint['code']][] = [
  ['altered', 'quotations-altered'],
  ['missing', 'quotations-missing'],
  ['review', 'quotations-review'],
  ['not-checkable', 'quotations-not-checkable'],
  ['unlinked', 'quotations-unlinked'],
];

function verdictPoints(quotations: readonly QuotationView[]): GatePoint[] {
  return VERDICT_POINTS.flatMap(([verdict, code]) => {
    const open = quotations.filter((one) => one.verdict === verdict && !isSettled(one));
    return aboutQuotations(code, open);
  });
}

/** What somebody asked about the text and nobody has settled. */
function commentPoints({ library }: Context, articleId: string): GatePoint[] {
  const open = listThreads(library.db, articleId).filter(({ resolved }) => resolved === null);
  const [first] = open;
  return first ? [point('comments-open', [], open.length, first.comments[0]?.text ?? '')] : [];
}

/** Nobody is named, neither in the text nor by an editor, and no editor has signed for it. */
function speakerPoints(quotations: readonly QuotationView[]): GatePoint[] {
  const open = quotations.filter(
    ({ speaker, attribution, check }) =>
      speaker === null && !attribution?.name && check?.kind !== 'accepted',
  );
  return aboutQuotations('speakers-missing', open);
}

function sourcePoints(context: Context, quotations: readonly QuotationView[]): GatePoint[] {
  const today = new Date(context.library.now()).toISOString().slice(0, 10);
  const linked = linkedSources(context, quotations);
  const about = (
    code: GatePoint['code'],
    applies: (source: SourceSummary) => boolean,
    blocking = false,
  ): GatePoint[] => {
    const found = linked.filter(({ source }) => applies(source));
    if (found.length === 0) return [];
    const ids = found.flatMap(({ quotationIds }) => quotationIds);
    return [{ ...point(code, ids, found.length, found[0]!.source.title), blocking }];
  };
  return [
    ...about('source-confidential', ({ disclosure }) => disclosure === 'confidential', true),
    ...about('source-off-the-record', ({ terms }) => terms === 'off-the-record'),
    ...about(
      'source-embargoed',
      ({ terms, embargoUntil }) =>
        terms === 'embargoed' && (embargoUntil === null || isBefore(today, embargoUntil)),
    ),
  ];
}

/** Passages that an editor said must not be used. The exclusion can be lifted where it was made. */
function excludedPoints(context: Context, quotations: readonly QuotationView[]): GatePoint[] {
  const excluded = quotations.filter(({ link }) => {
    if (!link) return false;
    const version = readVersion(context.library.db, link.sourceVersionId);
    return reasonAgainst(excludedIn(context, version), link) !== null;
  });
  return aboutQuotations('source-excluded', excluded).map((one) => ({ ...one, blocking: true }));
}

/** Words of speakers who did not agree, or do not agree any more. */
function consentPoints(context: Context, quotations: readonly QuotationView[]): GatePoint[] {
  const { db } = context.library;
  const linked = quotations.flatMap((quotation) =>
    quotation.link
      ? [{ quotation, agreements: listAgreements(db, readSource(db, quotation.link.sourceId)) }]
      : [],
  );
  const about = (consent: Consent, code: GatePoint['code'], blocking: boolean): GatePoint[] => {
    const found = linked.flatMap(({ quotation, agreements }) => {
      const agreement = agreements.find(
        (one) => one.consent === consent && concerns(one, quotation),
      );
      return agreement ? [{ id: quotation.id, speaker: agreement.speaker }] : [];
    });
    const [first] = found;
    if (!first) return [];
    const ids = found.map(({ id }) => id);
    return [{ ...point(code, ids, ids.length, first.speaker), blocking }];
  };
  return [
    ...about('withdrawn', 'consent-withdrawn', true),
    ...about('refused', 'consent-refused', false),
  ];
}

/** An embargo "until" a day, a month or a year ends when that begins. */
function isBefore(today: string, until: string): boolean {
  return today < until && !today.startsWith(until);
}

/** "TK": words that are still to come. */
const TO_COME = /(?<![\p{L}\p{N}])(?:TK)+(?![\p{L}\p{N}])/gu;
const AROUND = 40;

function unfinishedPoints(text: string): GatePoint[] {
  const marks = [...text.matchAll(TO_COME)];
  const first = marks[0];
  if (!first) return [];
  const line = text.slice(Math.max(0, first.index - AROUND), first.index + AROUND);
  return [point('tk-marks', [], marks.length, line.replace(/\s+/g, ' ').trim())];
}

function aboutQuotations(
  code: GatePoint['code'],
  quotations: readonly QuotationView[],
): GatePoint[] {
  const first = quotations[0];
  const ids = quotations.map(({ id }) => id);
  return first ? [point(code, ids, ids.length, first.text)] : [];
}

function point(
  code: GatePoint['code'],
  quotationIds: string[],
  count: number,
  example: string,
): GatePoint {
  return { code, quotationIds, count, example, blocking: false };
}
