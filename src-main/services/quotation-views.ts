import { isSettled, type QuotationView } from '../../src-shared/model/quotation';
import { readArticle } from '../library/articles';
import { type CheckedTexts, readChecks } from '../library/checks';
import { sha256 } from '../library/files';
import { readLinks, type StoredLink } from '../library/links';
import { listQuotations, putVerdict, type StoredQuotation } from '../library/quotations';
import { readSpeakers } from '../library/speakers';
import type { Write } from '../library/write';
import type { Context } from './context';
import { judge, judged } from './verdicts';

/** Everything known about the quotations of an article's text, in its order. */
export function viewQuotations(context: Context, articleId: string): QuotationView[] {
  const { db } = context.library;
  return viewAll(context, articleId, listQuotations(db, articleId));
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
  const views = viewAll(context, articleId, stored);
  for (const [index, view] of views.entries()) {
    const before = stored[index]!;
    const settled = isSettled(view);
    if (before.verdict !== view.verdict || before.settled !== settled) {
      putVerdict(write, before, view.verdict, settled);
    }
  }
  return views;
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

function viewAll(
  context: Context,
  articleId: string,
  stored: readonly StoredQuotation[],
): QuotationView[] {
  const { db } = context.library;
  const links = readLinks(db, articleId);
  const speakers = readSpeakers(db, articleId);
  const checks = readChecks(db, articleId);
  const { language } = readArticle(db, articleId);
  return stored.map((quotation, index) => {
    const link = links.get(quotation.id) ?? null;
    const check = checks.get(quotation.id) ?? null;
    const speaker = speakers.get(quotation.id) ?? null;
    const texts = check && checkedTexts(quotation, link);
    const holds =
      check !== null &&
      check.quotationSha256 === texts?.quotationSha256 &&
      check.passageSha256 === texts.passageSha256;
    return {
      id: quotation.id,
      articleId,
      ordinal: index + 1,
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
      ...judge(context, judged(quotation, speaker, language), link),
      check: holds
        ? { kind: check.kind, reason: check.reason, editorName: check.editorName, at: check.at }
        : null,
    };
  });
}

function viewLink(link: StoredLink): QuotationView['link'] {
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
