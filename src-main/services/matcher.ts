import { StetError } from '../../src-shared/errors';
import type { Proposal } from '../../src-shared/model/quotation';
import { MatchingReader } from '../library/matching/reader';
import { readInWorker } from '../reading-worker';
import { Breather } from './breather';
import { type Matching, matchQuotation, proposalOf } from './match-quotation';
import type { JudgedQuotation, Judging } from './verdicts';

/** A proposal with what compares it with others of the same verdict, and the name of its source's file. */
export interface ScoredProposal extends Proposal {
  score: number;
  fileName: string;
}

/** Finds the passages of the whole library that fit a quotation, best first, at most `limit`. */
export interface Matcher {
  match(quotation: JudgedQuotation, limit: number): Promise<ScoredProposal[]>;
  /** Lets go of the library's files; resolves nothing that is still under way. */
  close(): void;
}

/** The work itself, wherever it runs. */
export function matchNow(
  matching: Matching,
  quotation: JudgedQuotation,
  limit: number,
): ScoredProposal[] {
  return matchQuotation(matching, quotation)
    .slice(0, Math.max(1, limit))
    .map((match) => ({
      ...proposalOf(matching, match),
      score: match.candidate.score,
      fileName: match.source.fileName,
    }));
}

/** Matches in this thread, one quotation a turn: for the command line and tests. */
export function matchHere(judging: () => Judging): Matcher {
  let reader: MatchingReader | null = null;
  const breather = new Breather();
  return {
    async match(quotation, limit) {
      await breather.breathe();
      const { library, texts, judgements, profile } = judging();
      if (!library.db.open) throw new StetError('cancelled');
      reader ??= new MatchingReader(library.db);
      return matchNow({ reader, library, texts, judgements, profile }, quotation, limit);
    },
    close() {},
  };
}

/** What the worker is asked. */
export interface WorkerMatch {
  quotation: JudgedQuotation;
  limit: number;
}

/** Matches in a worker thread; `script` is the built `matching-worker.js`. */
export function matchInWorker(
  script: string,
  folder: string,
  nativeBinding: string | undefined,
): Matcher {
  const worker = readInWorker<WorkerMatch, ScoredProposal[]>(script, folder, nativeBinding);
  return {
    match: (quotation, limit) => worker.ask({ quotation, limit }),
    close: () => worker.close(),
  };
}
