import {
  type ClaimTerm,
  type FoundPassage,
  findClaimPassages,
  termsOf,
} from '../../src-shared/claim/find-passages';
import type { ClaimProposal } from '../../src-shared/model/claim';
import { describePassage } from '../../src-shared/quotation/passage';
import { findSourcesWithAny, type WantedTerm } from '../library/search/any-terms';
import { readCurrentVersion, readSource, type SourceVersion } from '../library/sources';
import { Breather } from './breather';
import type { Context } from './context';
import { excludedIn, reasonAgainst } from './exclusions';
import { contextOf, placeOf } from './passages';

/** Sources that are read, the most promising first; and passages that one of them may give. */
const READ_SOURCES = 16;
const PER_SOURCE = 3;
/** The index is asked for so many terms: each is a look-up of its own. */
const ASKED_TERMS = 16;

interface Found {
  version: SourceVersion;
  sourceTitle: string;
  passage: FoundPassage;
}

/**
 * The passages of the whole library that may say what some words say, best first. A source whose words
 * are damaged on disk is passed over, and so is what must not be used.
 */
export async function proposeForClaim(
  context: Context,
  words: string,
  limit: number,
): Promise<ClaimProposal[]> {
  const { db } = context.library;
  const terms = termsOf(words);
  if (terms.length === 0) return [];
  context.searchUpkeep.catchUpBriefly();
  const breather = new Breather();
  const found: Found[] = [];
  for (const { sourceId } of findSourcesWithAny(db, wanted(terms), READ_SOURCES)) {
    await breather.breathe();
    if (!db.open) break;
    found.push(...passagesIn(context, sourceId, terms));
  }
  return found
    .sort((a, b) => b.passage.score - a.passage.score)
    .slice(0, limit)
    .map((one) => proposalOf(context, one));
}

function wanted(terms: readonly ClaimTerm[]): WantedTerm[] {
  return terms.slice(0, ASKED_TERMS).map(({ kind, key, text, weight }) => ({
    // "1,200" is two words to the index, and "1200" is one.
    spellings: kind === 'figure' ? [text, key] : [key],
    weight,
    isBegun: kind === 'word',
  }));
}

function passagesIn(context: Context, sourceId: string, terms: readonly ClaimTerm[]): Found[] {
  const { db } = context.library;
  const source = readSource(db, sourceId);
  if (source.isDeleted) return [];
  try {
    const version = readCurrentVersion(db, sourceId);
    const { text } = context.texts.get(version);
    const excluded = excludedIn(context, version);
    return findClaimPassages(text, terms, PER_SOURCE)
      .filter((passage) => reasonAgainst(excluded, passage) === null)
      .map((passage) => ({ version, sourceTitle: source.title, passage }));
  } catch (error) {
    console.error('A source cannot be read:', error);
    return [];
  }
}

function proposalOf(context: Context, { version, sourceTitle, passage }: Found): ClaimProposal {
  const { text, locators } = context.texts.get(version);
  const { start, end } = passage;
  return {
    sourceId: version.sourceId,
    sourceVersionId: version.id,
    sourceTitle,
    ...describePassage(text, start, end),
    place: placeOf(locators, passage),
    shared: passage.shared.map((one) => ({ start: one.start - start, end: one.end - start })),
    missingFigures: passage.missingFigures,
    ...contextOf(text, passage),
  };
}
