import type { Output } from '../../src-shared/contract';
import { StetError } from '../../src-shared/errors';
import type { PassageTarget, Proposal } from '../../src-shared/model/quotation';
import { VERDICTS, type Verdict } from '../../src-shared/model/verdict';
import { findPassages, type PassageCandidate } from '../../src-shared/quotation/align/align';
import { describePassage } from '../../src-shared/quotation/passage';
import { readArticle } from '../library/articles';
import { listQuotations, readQuotation, type StoredQuotation } from '../library/quotations';
import {
  listCurrentVersions,
  readSource,
  type SourceVersion,
  type StoredSource,
} from '../library/sources';
import { readSpeakers } from '../library/speakers';
import { Breather } from './breather';
import type { Context, Handlers } from './context';
import { contextOf, placeOf } from './passages';
import type { IndexedText } from './source-texts';
import { type JudgedQuotation, type Judgement, judge, judged } from './verdicts';

const PROPOSALS = 10;
/** How many places are looked at in one source. */
const PER_SOURCE = 5;
/** Whether one passage fits or more is all that is shown before an editor asks. */
const COUNTED = 2;

export const proposals = {
  'quotations.propose': async (context, { articleId, quotationId, limit = PROPOSALS }) => {
    const { db } = context.library;
    const quotation = comparable(context, articleId, [
      readQuotation(db, articleId, quotationId),
    ])[0]!;
    const found: (Proposal & { score: number })[] = [];
    await searchLibrary(context, (searched) => {
      const { version, source, indexed } = searched;
      for (const { candidate, judgement } of fitting(context, searched, quotation, PER_SOURCE)) {
        found.push({
          sourceId: source.id,
          sourceVersionId: version.id,
          sourceTitle: source.title,
          ...describePassage(indexed.text, candidate.start, candidate.end),
          place: placeOf(indexed.locators, candidate),
          ...judgement,
          ...contextOf(indexed.text, candidate),
          score: candidate.score,
        });
      }
    });
    const rank = (proposal: Proposal) => VERDICTS.indexOf(proposal.verdict);
    return found
      .sort((a, b) => rank(a) - rank(b) || b.score - a.score)
      .slice(0, Math.max(1, limit))
      .map(({ score: _, ...proposal }) => proposal);
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
    const unlinked = comparable(
      context,
      articleId,
      listQuotations(context.library.db, articleId).filter(
        (quotation) => !quotation.dismissed && quotation.verdict === 'unlinked',
      ),
    );
    const places = new Map(
      unlinked.map((quotation) => [quotation, [] as { target: PassageTarget; verdict: Verdict }[]]),
    );
    await searchLibrary(context, async (searched, breather) => {
      for (const [quotation, known] of places) {
        // Two places are as good as many: an editor has to choose.
        if (known.length > 1) continue;
        for (const { candidate, judgement } of fitting(context, searched, quotation, PER_SOURCE)) {
          // What merely resembles it is no rival; what an editor might as well have meant is.
          if (judgement.verdict === 'altered') continue;
          const { start, end } = candidate;
          const target = { sourceVersionId: searched.version.id, start, end };
          known.push({ target, verdict: judgement.verdict });
        }
        await breather.breathe();
      }
    });
    return [...places].flatMap(([{ id }, [only, ...others]]) =>
      only?.verdict === 'verbatim' && others.length === 0
        ? [{ quotationId: id, target: only.target }]
        : [],
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
  const counting = new Map(
    open.filter((quotation) => !known.has(wordsOf(quotation))).map((one) => [one, 0]),
  );
  if (counting.size > 0) {
    await searchLibrary(context, async (searched, breather) => {
      for (const [quotation, count] of counting) {
        if (count >= COUNTED) continue;
        const more = fitting(context, searched, quotation, COUNTED - count).length;
        counting.set(quotation, count + more);
        await breather.breathe();
      }
    });
    for (const [quotation, count] of counting) known.set(wordsOf(quotation), count);
  }
  return open.map((one) => ({ quotationId: one.id, count: known.get(wordsOf(one)) ?? 0 }));
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

interface SearchedSource {
  version: SourceVersion;
  source: StoredSource;
  indexed: IndexedText;
}

/** The places of a source that fit a quotation, with the verdict that linking it there would give. */
function fitting(
  context: Context,
  { version, source, indexed }: SearchedSource,
  quotation: Comparable,
  limit: number,
): { candidate: PassageCandidate; judgement: Judgement }[] {
  const words = quotation.parts.map((part) => part.text);
  return findPassages(indexed.index, words, { limit })
    .map((candidate) => {
      const { start, end } = candidate;
      const { medium, language } = source;
      const passage = { start, end, sourceVersionId: version.id, medium, language };
      return { candidate, judgement: judge(context, quotation, passage) };
    })
    .filter(({ judgement }) => judgement.verdict !== 'missing');
}

/**
 * Looks into the newest version of every source that was not removed, one after another, and lets
 * other calls have their turn. A source whose words are damaged on disk is passed over.
 */
async function searchLibrary(
  { library, texts }: Context,
  look: (searched: SearchedSource, breather: Breather) => void | Promise<void>,
): Promise<void> {
  const breather = new Breather();
  for (const version of listCurrentVersions(library.db)) {
    let searched: SearchedSource;
    try {
      // While others had their turn it may have been removed, or moved to the other file.
      const source = readSource(library.db, version.sourceId);
      if (source.isDeleted) continue;
      searched = { source, version, indexed: texts.get({ ...version, home: source.home }) };
    } catch (error) {
      console.error('A source cannot be read:', error);
      continue;
    }
    await look(searched, breather);
    await breather.breathe();
    if (!library.db.open) throw new StetError('cancelled');
  }
}
