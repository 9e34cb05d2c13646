import type { Place } from '../../src-shared/model/quotation';
import type { SourceReading } from '../../src-shared/model/source';
import type { SpanText } from '../../src-shared/model/span';
import type { DiffSegment, Reason, Verdict } from '../../src-shared/model/verdict';
import {
  findPassages,
  indexSource,
  type PassageCandidate,
  type SourceIndex,
} from '../../src-shared/quotation/align/align';
import type { Profile } from '../../src-shared/quotation/verdict/profile';
import { judgeQuotation } from '../../src-shared/quotation/verdict/verdict';
import { placeOf } from '../services/passages';

/** The best that the sources of a library say about one quotation. */
export interface Match {
  verdict: Verdict;
  reasons: Reason[];
  diff: DiffSegment[];
  source: { id: string; title: string; confidential: boolean } | null;
  /** UTF-16 code units into the source's text. */
  passage: SpanText | null;
  place: Place | null;
  /** How well the words fit: compares passages of the same verdict. */
  score: number;
}

/** Better ones first: what stands, then what is nearest to standing. */
const RANKS: readonly Verdict[] = [
  'verbatim',
  'permitted',
  'review',
  'altered',
  'missing',
  'not-checkable',
];

/** Passages of one source that are judged for a quotation; further ones never fit better. */
const JUDGED_PASSAGES = 3;

export const NO_PASSAGE: Match = {
  verdict: 'missing',
  reasons: [{ code: 'no-passage' }],
  diff: [],
  source: null,
  passage: null,
  place: null,
  score: 0,
};

export function stands({ verdict }: Match): boolean {
  return verdict === 'verbatim' || verdict === 'permitted';
}

/** A quotation to look for. */
export interface Draft {
  /** Several where an attribution splits it. */
  parts: string[];
  language: string;
  /** Who the article says is speaking; in another one's turn the words are for an editor to look at. */
  speakerName: string | null;
}

/** For each draft the better of the match so far and what one more source says. */
export function matchSource(
  drafts: readonly Draft[],
  best: readonly Match[],
  reading: SourceReading,
  profile: Profile,
): Match[] {
  const index = indexSource(reading.text);
  return drafts.map((draft, number) => {
    const places = findPassages(index, draft.parts, { limit: JUDGED_PASSAGES });
    return places
      .map((place) => judgePlace(draft, place, reading, index, profile))
      .reduce((one, other) => (isBetter(other, one) ? other : one), best[number] ?? NO_PASSAGE);
  });
}

function judgePlace(
  { parts, language, speakerName }: Draft,
  { start, end, score }: PassageCandidate,
  { source, text, locators }: SourceReading,
  index: SourceIndex,
  profile: Profile,
): Match {
  const { verdict, reasons, diff } = judgeQuotation(
    {
      draft: parts,
      source: text,
      kind: source.medium,
      profile,
      passage: { start, end },
      language: { draft: language },
      // Only what was spoken has turns; "Item 3:" in minutes is nobody's name.
      ...(speakerName && source.medium === 'spoken' ? { speakerNames: [speakerName] } : {}),
    },
    index,
  );
  return {
    verdict,
    reasons,
    diff,
    source: {
      id: source.id,
      title: source.title,
      confidential: source.disclosure === 'confidential',
    },
    passage: { start, end, text: text.slice(start, end) },
    place: placeOf(locators, { start, end }),
    score,
  };
}

function isBetter(match: Match, before: Match): boolean {
  if (match.verdict === 'missing') return false;
  if (before.source === null) return true;
  const difference = RANKS.indexOf(match.verdict) - RANKS.indexOf(before.verdict);
  return difference === 0 ? match.score > before.score : difference < 0;
}
