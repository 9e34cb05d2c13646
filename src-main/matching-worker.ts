import { readProfile } from '../src-shared/quotation/verdict/profile';
import { answerQuestions } from './answer-questions';
import { readHouseProfile } from './library/house-profile';
import { MatchingReader } from './library/matching/reader';
import type { Matching } from './services/match-quotation';
import { matchNow, type WorkerMatch } from './services/matcher';
import { SourceTexts } from './services/source-texts';

/*
 * Matches quotations with the whole library, beside the library process, on a connection that can
 * only read. One quotation is one turn, so that a new one, or the end, never waits long.
 */

/** Texts kept at most, in UTF-16 code units: a library's favourites, no more. */
const KEPT_LENGTH = 8_000_000;
const KEPT_JUDGEMENTS = 5_000;

answerQuestions((db) => {
  const library = { db };
  const reader = new MatchingReader(db);
  const texts = new SourceTexts(library, KEPT_LENGTH);
  let chosen = '';
  let matching: Matching;

  /** How strictly the newsroom quotes may have changed since. */
  const current = (): Matching => {
    const profile = readHouseProfile(db);
    const name = JSON.stringify(profile);
    if (name !== chosen || matching.judgements.size > KEPT_JUDGEMENTS) {
      chosen = name;
      matching = { library, reader, texts, judgements: new Map(), profile: readProfile(profile) };
    }
    return matching;
  };

  return ({ quotation, limit }: WorkerMatch) => matchNow(current(), quotation, limit);
});
