import type { Proposal } from '../../src-shared/model/quotation';
import type { Span } from '../../src-shared/model/span';
import { VERDICTS } from '../../src-shared/model/verdict';
import { findPassages, type PassageCandidate } from '../../src-shared/quotation/align/align';
import { leastScore } from '../../src-shared/quotation/align/evidence';
import { isUnspaced } from '../../src-shared/quotation/align/likelihood';
import { type Query, readQuery } from '../../src-shared/quotation/align/query';
import { queryFeatures } from '../../src-shared/quotation/candidates/features';
import { describePassage } from '../../src-shared/quotation/passage';
import type { CandidateSource, MatchingReader } from '../library/matching/reader';
import { excludedIn, reasonAgainst } from './exclusions';
import { contextOf, placeOf } from './passages';
import type { IndexedText, SourceTexts } from './source-texts';
import { type JudgedQuotation, type Judgement, type Judging, judge } from './verdicts';

/** What matching needs; the library process and its worker each have their own. */
export interface Matching extends Judging {
  reader: MatchingReader;
}

/** A passage of the library that fits a quotation. */
export interface Match {
  source: CandidateSource;
  candidate: PassageCandidate;
  judgement: Judgement;
}

/** Sources that are aligned with the quotation, */
const ALIGNED_SOURCES = 12;
/** and how many where none has much of it. */
const WEAK_SOURCES = 5;
const WEAK_SHARE = 0.3;
/** How many places are looked at in one source. */
const PER_SOURCE = 5;
/** A source with less than this share of what the best one has is not looked at, */
const WORTH_ALIGNING = 0.5;
/** nor one with less than this share of what the quotation's features tell together. */
const LEAST_SHARE = 0.1;
/** Beside a place that scores more than twice as much, one that only resembles it is not shown. */
const WORTH_JUDGING = 0.45;
const MOST_JUDGED = 16;
/** Of what only resembles a quotation, a large library has more; and its sources were chosen for looking
 * alike, so that more is asked of them than of any one. */
const SELECTED = 1.1;
/** Characters of one word come together: each of them tells less than a word does. */
const UNSPACED = 1.6;
/** A quotation of so many words is also looked for without the index where that knows nothing of it. */
const FEW_WORDS = 2;
/** The sources read for that, newest first, and their words in UTF-16 code units. */
const SCANNED_SOURCES = 400;
const SCANNED_LENGTH = 2_000_000;

/**
 * The passages of the whole library that fit a quotation, with the verdict that linking it there would
 * give, best first. A source whose words are damaged on disk is passed over.
 */
export function matchQuotation(matching: Matching, quotation: JudgedQuotation): Match[] {
  const words = quotation.parts.map((part) => part.text);
  return matching.reader.snapshot(() => {
    const allowed = findPlaces(matching, words).filter(
      ({ source, candidate }) => !isExcluded(matching, source.version, candidate),
    );
    const found = allowed.map(({ source, candidate }) => ({
      source,
      candidate,
      judgement: judge(matching, quotation, {
        start: candidate.start,
        end: candidate.end,
        sourceVersionId: source.version.id,
        medium: source.medium,
        language: source.language,
      }),
    }));
    const rank = ({ judgement }: Match) => VERDICTS.indexOf(judgement.verdict);
    return found
      .filter(({ judgement }) => judgement.verdict !== 'missing')
      .sort((a, b) => rank(a) - rank(b) || b.candidate.score - a.candidate.score);
  });
}

/**
 * The places that a quotation (its stretches, where an attribution splits it) may come from, not judged
 * yet, the one that resembles it most first. To be called within a snapshot of the reader.
 */
export function findPlaces(
  matching: Pick<Matching, 'reader' | 'texts'>,
  words: readonly string[],
): Pick<Match, 'source' | 'candidate'>[] {
  const query = readQuery(words);
  if (query.count === 0) return [];
  const found = sourcesOf(matching.reader, query).flatMap((source) =>
    placesIn(matching.texts, source, words).map((candidate) => ({ source, candidate })),
  );
  // The size of the library is looked up only where it decides anything.
  const least = found.every(({ candidate }) => candidate.exact)
    ? 0
    : leastScore(matching.reader.countWords()) * (isUnspaced(query) ? UNSPACED : SELECTED);
  const places = found
    .filter(({ candidate }) => candidate.exact || candidate.score >= least)
    .sort((a, b) => b.candidate.score - a.candidate.score);
  const worth = (places[0]?.candidate.score ?? 0) * WORTH_JUDGING;
  return places
    .filter(({ candidate }) => candidate.exact || candidate.score >= worth)
    .slice(0, MOST_JUDGED);
}

/** What must not be used is not proposed. */
function isExcluded(matching: Matching, version: CandidateSource['version'], passage: Span) {
  return reasonAgainst(excludedIn(matching, version), passage) !== null;
}

/** What the interface shows of a match. */
export function proposalOf({ texts }: Matching, { source, candidate, judgement }: Match): Proposal {
  const { text, locators } = texts.get(source.version);
  return {
    sourceId: source.version.sourceId,
    sourceVersionId: source.version.id,
    sourceTitle: source.title,
    ...describePassage(text, candidate.start, candidate.end),
    place: placeOf(locators, candidate),
    ...judgement,
    ...contextOf(text, candidate),
  };
}

function sourcesOf(reader: MatchingReader, query: Query): CandidateSource[] {
  const candidates = reader.findCandidates(queryFeatures(query), ALIGNED_SOURCES);
  if (candidates.length === 0 && query.count <= FEW_WORDS) {
    return reader.listNewest(SCANNED_SOURCES, SCANNED_LENGTH);
  }
  const best = candidates[0];
  if (!best) return [];
  const limit = best.share < WEAK_SHARE ? WEAK_SOURCES : ALIGNED_SOURCES;
  return candidates
    .slice(0, limit)
    .filter(({ bits, share }) => bits >= best.bits * WORTH_ALIGNING && share >= LEAST_SHARE);
}

/** The passages of one source. */
function placesIn(
  texts: SourceTexts,
  source: CandidateSource,
  words: readonly string[],
): PassageCandidate[] {
  let indexed: IndexedText;
  try {
    indexed = texts.get(source.version);
  } catch (error) {
    console.error('A source cannot be read:', error);
    return [];
  }
  return findPassages(indexed.index, words, { limit: PER_SOURCE });
}
