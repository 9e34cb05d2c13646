import { isClaimSettled } from '../../src-shared/model/claim';
import {
  type Impact,
  type ImpactArticle,
  type ImpactStatus,
  isOfRecord,
} from '../../src-shared/model/version';
import { findPassages, type SourceIndex } from '../../src-shared/quotation/align/align';
import { featuresOf } from '../../src-shared/quotation/candidates/features';
import { KnownQuotations } from '../../src-shared/quotation/candidates/known-quotations';
import {
  listCorrected,
  listTouched,
  listUnlinked,
  type TouchedQuotation,
  type UnlinkedQuotation,
} from '../library/impact';
import { readCurrentVersion, readSource } from '../library/sources';
import { listVersionSummaries } from '../library/versions';
import { Breather } from './breather';
import { viewClaims } from './claim-views';
import type { Context } from './context';

/** So many quotations that are linked to nothing are compared with the words of older versions. */
const COMPARED = 2_000;

type Listed = ImpactArticle['quotations'][number];
type Placed = { article: UnlinkedQuotation | TouchedQuotation; quotation: Listed };

/** Every article, quotation and claim that any version of a source touches; throws `not-found`. */
export async function impactOf(context: Context, sourceId: string): Promise<Impact> {
  const { db } = context.library;
  const source = readSource(db, sourceId);
  const linked = withSigned(context, listTouched(db, source));
  const unlinked = await quotingOldWords(context, sourceId);
  const numbers = numbersOf(context, sourceId);
  return group([
    ...linked.map((one) => ({ article: one, quotation: listed(one, numbers) })),
    ...unlinked.map((one) => ({
      article: one,
      quotation: {
        kind: 'quotation' as const,
        quotationId: one.quotationId,
        ordinal: one.ordinal,
        text: one.text,
        status: 'unlinked' as const,
        verdict: one.verdict,
        isSettled: one.isSettled,
        sourceId,
        sourceTitle: source.title,
        versionNumber: null,
      },
    })),
  ]);
}

/** Every open quotation or claim of the library whose passage has been corrected since. */
export function correctedQuotations(context: Context): Impact {
  const corrected = withSigned(context, listCorrected(context.library.db)).filter(
    ({ isSettled }) => !isSettled,
  );
  const numbers = new Map<string, number>();
  for (const sourceId of new Set(corrected.map((one) => one.sourceId))) {
    for (const [versionId, number] of numbersOf(context, sourceId)) numbers.set(versionId, number);
  }
  return group(corrected.map((one) => ({ article: one, quotation: listed(one, numbers) })));
}

/** The same, with what was signed for the claims. */
function withSigned(context: Context, all: TouchedQuotation[]): TouchedQuotation[] {
  const articles = new Set(all.flatMap((one) => (one.kind === 'claim' ? [one.articleId] : [])));
  const signed = new Set(
    [...articles].flatMap((articleId) =>
      viewClaims(context, articleId)
        .filter(isClaimSettled)
        .map(({ id }) => `${articleId}/${id}`),
    ),
  );
  return all.map((one) =>
    one.kind === 'claim'
      ? { ...one, isSettled: signed.has(`${one.articleId}/${one.quotationId}`) }
      : one,
  );
}

function numbersOf({ library }: Context, sourceId: string): Map<string, number> {
  return new Map(listVersionSummaries(library.db, sourceId).map(({ id, number }) => [id, number]));
}

function listed(one: TouchedQuotation, numbers: ReadonlyMap<string, number>): Listed {
  const { kind, quotationId, ordinal, text, verdict, isSettled, sourceId, sourceTitle } = one;
  return {
    kind,
    quotationId,
    ordinal,
    text,
    status: statusOf(one),
    verdict,
    isSettled,
    sourceId,
    sourceTitle,
    versionNumber: numbers.get(one.versionId) ?? null,
  };
}

function statusOf({ isSuperseded, isCarried, isSettled }: TouchedQuotation): ImpactStatus {
  if (isSuperseded) return isSettled ? 'kept' : 'review';
  if (isCarried) return 'carried';
  return isSettled ? 'settled' : 'open';
}

/** By article; those that need a look first, and of them the finished ones, which are out. */
function group(all: readonly Placed[]): Impact {
  const articles = new Map<string, ImpactArticle>();
  for (const { article, quotation } of all) {
    const known = articles.get(article.articleId) ?? {
      articleId: article.articleId,
      headline: article.headline,
      isFinished: article.articleStatus === 'finished',
      quotations: [],
    };
    known.quotations.push(quotation);
    articles.set(article.articleId, known);
  }
  const count = (status: ImpactStatus) =>
    all.filter(({ quotation }) => quotation.status === status).length;
  return {
    articles: [...articles.values()]
      .map((article) => ({
        ...article,
        quotations: article.quotations.toSorted(
          (a, b) => rankOf(a.kind) - rankOf(b.kind) || a.ordinal - b.ordinal,
        ),
      }))
      .sort((a, b) => urgency(a) - urgency(b)),
    carried: count('carried'),
    review: count('review'),
    unlinked: count('unlinked'),
  };
}

/** Claims are counted on their own: they come after the quotations. */
const rankOf = (kind: Listed['kind']) => (kind === 'quotation' ? 0 : 1);

function urgency({ quotations, isFinished }: ImpactArticle): number {
  const has = (status: ImpactStatus) => quotations.some((one) => one.status === status);
  const rank = has('review') ? 0 : has('unlinked') ? 2 : has('open') ? 4 : 6;
  return rank + (isFinished ? 0 : 1);
}

/**
 * Quotations that are linked to nothing, and have the words of an older version in a row that the
 * current one does not have any more.
 */
async function quotingOldWords(context: Context, sourceId: string): Promise<UnlinkedQuotation[]> {
  const { library, texts } = context;
  const current = readCurrentVersion(library.db, sourceId);
  const older = listVersionSummaries(library.db, sourceId).filter(
    ({ id, kind }) => id !== current.id && isOfRecord(kind),
  );
  if (older.length === 0) return [];
  const unlinked = new Map(
    listUnlinked(library.db, COMPARED).map((one) => [`${one.articleId}/${one.quotationId}`, one]),
  );
  if (unlinked.size === 0) return [];
  const known = new KnownQuotations<string>();
  for (const [id, { parts }] of unlinked) known.add(id, parts);
  const breather = new Breather();
  const found: UnlinkedQuotation[] = [];
  for (const { id: versionId } of older) {
    const text = texts.get({ id: versionId, sourceId, home: current.home });
    for (const { id, parts } of known.candidates(featuresOf(text.text))) {
      const quotation = unlinked.get(id);
      if (quotation && has(text.index, parts) && !has(texts.get(current).index, parts)) {
        found.push(quotation);
        unlinked.delete(id);
      }
      await breather.breathe();
    }
  }
  return found;
}

function has(index: SourceIndex, words: readonly string[]): boolean {
  return findPassages(index, words, { limit: 1 })[0]?.exact === true;
}
