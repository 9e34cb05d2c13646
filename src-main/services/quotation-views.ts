import { StetError } from '../../src-shared/errors';
import {
  isSettled,
  type QuotationReading,
  type QuotationView,
} from '../../src-shared/model/quotation';
import { SOURCE_CORRECTED } from '../../src-shared/model/verdict';
import type { Correction } from '../../src-shared/model/version';
import { readArticle } from '../library/articles';
import { type CheckedTexts, readChecks, type StoredCheck } from '../library/checks';
import { sha256 } from '../library/files';
import { readLinks, type StoredLink } from '../library/links';
import { isDismissed, listQuotations, putVerdict } from '../library/quotations';
import { readSpeakers } from '../library/speakers';
import type { Write } from '../library/write';
import { Breather } from './breather';
import type { Context } from './context';
import { type CurrentVersions, correctionOf, isSignedBefore } from './corrections';
import { type Judgement, judge, judged } from './verdicts';

/** Everything known about the quotations of an article's text, in its order. */
export function viewQuotations(context: Context, articleId: string): QuotationView[] {
  const { db } = context.library;
  return listQuotations(db, articleId).map(viewer(context, articleId));
}

/** The same for words that are not saved: what a save of them would answer. */
export function viewReadings(
  context: Context,
  articleId: string,
  readings: readonly QuotationReading[],
): QuotationView[] {
  const { db } = context.library;
  const view = viewer(
    context,
    articleId,
    readings.map(({ id }) => id),
  );
  return readings.map((reading) =>
    view({ ...reading, dismissed: isDismissed(db, articleId, reading.id) }),
  );
}

/**
 * The same, within a write: verdicts that came out differently than last time are kept for the
 * lists. Every service that changes something about quotations ends with it.
 */
export function refreshQuotations(
  context: Context,
  write: Write,
  articleId: string,
): QuotationView[] {
  const stored = listQuotations(write.db, articleId);
  const views = stored.map(viewer(context, articleId));
  for (const [index, view] of views.entries()) {
    const before = stored[index]!;
    const settled = isSettled(view);
    if (before.verdict !== view.verdict || before.settled !== settled) {
      putVerdict(write, before, view.verdict, settled);
    }
  }
  return views;
}

/**
 * Judges an article's quotations in pieces, so that other calls have their turn: where the sources were
 * not read yet, or changed, that takes a while. What comes after finds every verdict known. Answers what
 * `viewQuotations` does.
 */
export async function judgeAhead(context: Context, articleId: string): Promise<QuotationView[]> {
  const { db } = context.library;
  const view = viewer(context, articleId);
  const breather = new Breather();
  const views: QuotationView[] = [];
  for (const quotation of listQuotations(db, articleId)) {
    views.push(view(quotation));
    await breather.breathe();
    if (!db.open) throw new StetError('cancelled');
  }
  // Another call may have had its turn, and changed what was read before it.
  return breather.hasBreathed ? viewQuotations(context, articleId) : views;
}

/** The hashes of what an editor sees when signing a quotation. */
export function checkedTexts(
  quotation: { parts: readonly { text: string }[] },
  link: { exact: string } | null,
): CheckedTexts {
  return {
    quotationSha256: sha256(JSON.stringify(quotation.parts.map((part) => part.text))),
    passageSha256: link ? sha256(link.exact) : null,
  };
}

/** Reads once what an article's quotations, or some of them, are linked to and signed with. */
function viewer(
  context: Context,
  articleId: string,
  quotationIds?: readonly string[],
): (quotation: QuotationReading & { dismissed: boolean }) => QuotationView {
  const { db } = context.library;
  const links = readLinks(db, articleId, quotationIds);
  const speakers = readSpeakers(db, articleId);
  const checks = readChecks(db, articleId);
  const { language } = readArticle(db, articleId);
  const currents: CurrentVersions = new Map();
  return (quotation) => {
    const link = links.get(quotation.id) ?? null;
    const check = checks.get(quotation.id) ?? null;
    const speaker = speakers.get(quotation.id) ?? null;
    const asked = judged(quotation, speaker, language);
    const judgement = judge(context, asked, link);
    const corrected = link?.isSuperseded ? correctionOf(context, asked, link, currents) : null;
    const holds =
      check !== null &&
      isSigned(context, check, quotation, link) &&
      // What was signed before the source was corrected was signed for something else.
      (corrected === null || check.clock > corrected.since);
    return {
      id: quotation.id,
      articleId,
      ordinal: quotation.ordinal,
      kind: quotation.kind,
      start: quotation.parts[0]?.start ?? 0,
      end: quotation.parts.at(-1)?.end ?? 0,
      parts: quotation.parts.map(({ start, end }) => ({ start, end })),
      text: quotation.text,
      attribution: quotation.attribution,
      speaker,
      dismissed: quotation.dismissed,
      suggestion: quotation.suggestion,
      link: link && viewLink(link),
      ...(corrected ? withCorrection(judgement, corrected.correction) : judgement),
      check: holds
        ? { kind: check.kind, reason: check.reason, editorName: check.editorName, at: check.at }
        : null,
    };
  };
}

/** Whether a check was signed for these words, or for the same ones in an older version. */
function isSigned(
  context: Context,
  check: StoredCheck,
  quotation: QuotationReading,
  link: StoredLink | null,
): boolean {
  const texts = checkedTexts(quotation, link);
  if (check.quotationSha256 !== texts.quotationSha256) return false;
  if (check.passageSha256 === texts.passageSha256) return true;
  return link !== null && isSignedBefore(context, link, check);
}

/** Whatever fits a source that was corrected since has to be looked at. */
function withCorrection(judgement: Judgement, correction: Correction) {
  const isGraver = !['verbatim', 'permitted', 'review'].includes(judgement.verdict);
  return {
    ...judgement,
    verdict: isGraver ? judgement.verdict : ('review' as const),
    reasons: [{ code: SOURCE_CORRECTED }, ...judgement.reasons],
    correction,
  };
}

/** What is shown of a link. */
export function viewLink(link: StoredLink): NonNullable<QuotationView['link']> {
  return {
    sourceId: link.sourceId,
    sourceVersionId: link.sourceVersionId,
    start: link.start,
    end: link.end,
    exact: link.exact,
    prefix: link.prefix,
    suffix: link.suffix,
    sourceTitle: link.sourceTitle,
    place: link.place,
  };
}
