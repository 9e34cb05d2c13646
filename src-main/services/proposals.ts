import type { Output } from '../../src-shared/contract';
import { StetError } from '../../src-shared/errors';
import { readArticle } from '../library/articles';
import { listQuotations, readQuotation, type StoredQuotation } from '../library/quotations';
import { readSpeakers } from '../library/speakers';
import type { Context, Handlers } from './context';
import type { ScoredProposal } from './matcher';
import { type JudgedQuotation, judged } from './verdicts';

const PROPOSALS = 10;
/** Whether one passage fits or more is all that is shown before an editor asks. */
const COUNTED = 2;
/** More places than these need not be known to know that it is not one alone. */
const RIVALS = 10;

export const proposals = {
  'quotations.propose': async (context, { articleId, quotationId, limit = PROPOSALS }) => {
    const { db } = context.library;
    const [quotation] = comparable(context, articleId, [readQuotation(db, articleId, quotationId)]);
    const found = await context.matcher.match(quotation!, limit);
    return found.map(({ score: _, fileName: __, ...proposal }) => proposal);
  },

  'quotations.countProposals': async (context, { articleId }) => {
    // An article is counted once at a time: what the first finds out, the others need not.
    while (context.counting.has(articleId)) await context.counting.get(articleId);
    const counted = countPassages(context, articleId);
    context.counting.set(
      articleId,
      counted.catch(() => {}),
    );
    try {
      return await counted;
    } finally {
      context.counting.delete(articleId);
    }
  },

  'quotations.findVerbatim': async (context, { articleId }) => {
    // What is not in the index yet may be the second place.
    await context.upkeep.complete();
    const unlinked = comparable(
      context,
      articleId,
      listQuotations(context.library.db, articleId).filter(
        (quotation) => !quotation.dismissed && quotation.verdict === 'unlinked',
      ),
    );
    const links: Output<'quotations.findVerbatim'> = [];
    for (const quotation of unlinked) {
      const found = await matchStillOpen(context, quotation, RIVALS);
      // What merely resembles it is no rival; what an editor might as well have meant is.
      const [only, ...others] = found.filter(({ verdict }) => verdict !== 'altered');
      if (only?.verdict !== 'verbatim' || others.length > 0) continue;
      const { sourceVersionId, start, end } = only;
      links.push({ quotationId: quotation.id, target: { sourceVersionId, start, end } });
    }
    return links;
  },

  'quotations.match': async (context, { parts, limit = PROPOSALS }) => {
    const quotation = { parts: parts.map((text) => ({ text })), language: null, speakerName: null };
    const found = await context.matcher.match(quotation, limit);
    return found.map(
      ({ sourceId, sourceVersionId, sourceTitle, fileName, start, end, score, verdict }) => ({
        sourceId,
        sourceVersionId,
        sourceTitle,
        fileName,
        start,
        end,
        score,
        verdict,
      }),
    );
  },
} satisfies Partial<Handlers>;

/** How many passages fit each open quotation of an article, two at most. */
async function countPassages(
  context: Context,
  articleId: string,
): Promise<Output<'quotations.countProposals'>> {
  const open = comparable(
    context,
    articleId,
    listQuotations(context.library.db, articleId).filter(
      (quotation) => !quotation.dismissed && !quotation.settled,
    ),
  );
  // Counted once for the same words, until a source comes, goes or changes.
  const known = context.passageCounts;
  const wordsOf = ({ parts }: Comparable) => JSON.stringify(parts.map(({ text }) => text));
  for (const quotation of open) {
    const words = wordsOf(quotation);
    if (known.has(words)) continue;
    known.set(words, (await matchStillOpen(context, quotation, COUNTED)).length);
  }
  return open.map((one) => ({ quotationId: one.id, count: known.get(wordsOf(one)) ?? 0 }));
}

async function matchStillOpen(
  { library, matcher }: Context,
  quotation: JudgedQuotation,
  limit: number,
): Promise<ScoredProposal[]> {
  if (!library.db.open) throw new StetError('cancelled');
  return matcher.match(quotation, limit);
}

interface Comparable extends JudgedQuotation {
  id: string;
}

/** Quotations of an article with what decides their verdicts. */
function comparable(
  { library }: Context,
  articleId: string,
  quotations: readonly StoredQuotation[],
): Comparable[] {
  const speakers = readSpeakers(library.db, articleId);
  const { language } = readArticle(library.db, articleId);
  return quotations.map((quotation) => ({
    id: quotation.id,
    ...judged(quotation, speakers.get(quotation.id) ?? null, language),
  }));
}
