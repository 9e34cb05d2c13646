import type { Medium } from '../../model/source';
import type { Span } from '../../model/span';
import type { DiffSegment, Reason, Verdict } from '../../model/verdict';
import { findPassages, indexSource, type SourceIndex } from '../align/align';
import { diffOf } from './diff';
import { readDraft } from './draft';
import { judgeReading } from './judge';
import type { Profile, Treatment } from './profile';
import { type ReadingContext, readPassage } from './reader';
import type { Finding, Reading } from './reading';
import { gravityOf } from './reasons';
import { factsOf } from './source-facts';
import { isTranslation } from './translation';

/** The outcome of comparing a quotation with its source. */
export interface Judgement {
  verdict: Verdict;
  /** Gravest first. */
  reasons: Reason[];
  /** Where it stands in the source, best first; several where several fit equally well. */
  passages: Span[];
  /** From the source's wording to the draft's; empty where there is nothing to compare. */
  diff: DiffSegment[];
}

export interface VerdictInput {
  /** The quotation, with or without its marks, or its parts where an attribution splits it. */
  draft: string | readonly string[];
  source: string;
  kind: Medium;
  profile: Profile;
  /** The linked passage, in UTF-16 code units of the source; without one it is looked for. */
  passage?: Span | null;
  /** BCP 47 tags, where they are known. */
  language?: { draft?: string; source?: string };
  /** What the speaker is called in transcripts (name, aliases): another label is reported. */
  speakerNames?: readonly string[];
}

/** So many places are judged before one is chosen. */
const MOST_CANDIDATES = 5;

/**
 * Judges a quotation by the rules of STANDARDS section 5. With a passage it is compared with that
 * stretch (what surrounds it tells what was cut off); otherwise with the place that fits best.
 * Pass the index of the source if there is one. Never throws.
 */
export function judgeQuotation(input: VerdictInput, index?: SourceIndex): Judgement {
  const draft = readDraft(input.draft);
  const facts = factsOf(input.source, input.kind === 'spoken');
  if (!facts.readable) return nothingToCompare('source-unreadable');
  if (!draft.words.some((word) => word.group < 0)) return nothingToCompare('quotation-empty');
  const context: ReadingContext = {
    draft,
    source: input.source,
    spoken: input.kind === 'spoken',
    limits: input.profile.limits,
    labelled: facts.labelled,
    ...(input.language && { language: input.language }),
  };
  const linked = input.passage ? insideOf(input.source, input.passage) : null;
  const places = linked
    ? placesWithin(input, linked)
    : findPassages(index ?? indexSource(input.source), input.draft, { limit: MOST_CANDIDATES });
  const judgeAt = (place: Place, least: number) => {
    const reading = readPassage(context, place);
    return likeness(reading) < least ? [] : [{ place, judgement: judge(reading, input) }];
  };
  let judged: ReturnType<typeof judgeAt> = [];
  for (const place of places) {
    // The next best is looked at only where the best leaves a doubt.
    const settled = judged.some(({ judgement }) => severityOf(judgement) <= SEVERITY.permitted);
    if (settled && !place.exact) break;
    judged.push(...judgeAt(place, LEAST_LIKENESS));
  }
  if (judged.length === 0 && !linked && input.source.length <= MEDIUM_SOURCE) {
    const whole = { start: 0, end: input.source.length, exact: false };
    const isShort = input.source.length <= SHORT_SOURCE;
    judged = judgeAt(whole, isShort ? LEAST_LIKENESS_UNFOUND : LEAST_LIKENESS_IN_MEDIUM);
  }
  if (judged.length === 0) {
    return isTranslation(draft.text, input.source, input.language)
      ? translation(input, linked)
      : missing();
  }
  judged.sort((one, other) => severityOf(one.judgement) - severityOf(other.judgement));
  const best = judged[0]!;
  const equals = judged.filter(
    ({ place, judgement }) =>
      place.exact && best.place.exact && judgement.verdict === best.judgement.verdict,
  );
  if (equals.length < 2) return best.judgement;
  const passages = equals.flatMap(({ judgement }) => judgement.passages);
  return withSeveralPlaces(best.judgement, passages, input);
}

function withSeveralPlaces(best: Judgement, passages: Span[], input: VerdictInput): Judgement {
  const treatment = input.profile.rules['ambiguous-anchor'][input.kind];
  if (treatment === 'ignored') return { ...best, passages };
  const graver = treatment !== 'noted' && SEVERITY[treatment] > severityOf(best);
  const reason: Reason = { code: 'ambiguous-anchor' };
  return {
    ...best,
    verdict: graver ? treatment : best.verdict,
    reasons: graver ? [reason, ...best.reasons] : [...best.reasons, reason],
    passages,
  };
}

interface Place extends Span {
  exact: boolean;
}

/** A linked passage much longer than the quotation is searched for it first. */
const MUCH_LONGER = 4;
const LONG_PASSAGE = 2_000;

/** Limits outside the text are moved inside. */
function insideOf(text: string, passage: Span): Span {
  const start = Math.min(Math.max(0, Math.floor(passage.start)), text.length);
  return { start, end: Math.min(Math.max(start, Math.floor(passage.end)), text.length) };
}

function placesWithin(input: VerdictInput, { start, end }: Span): Place[] {
  const length =
    typeof input.draft === 'string' ? input.draft.length : input.draft.join(' ').length;
  if (end - start <= LONG_PASSAGE + MUCH_LONGER * length) return [{ start, end, exact: false }];
  const within = indexSource(input.source.slice(start, end));
  return findPassages(within, input.draft, { limit: 1 }).map((found) => ({
    start: start + found.start,
    end: start + found.end,
    exact: false,
  }));
}

function nothingToCompare(code: 'source-unreadable' | 'quotation-empty'): Judgement {
  return { verdict: 'not-checkable', reasons: [{ code }], passages: [], diff: [] };
}

function missing(): Judgement {
  return { verdict: 'missing', reasons: [{ code: 'no-passage' }], passages: [], diff: [] };
}

/** No profile takes a translation for the speaker's own words. */
function translation({ profile, kind }: VerdictInput, linked: Span | null): Judgement {
  const passages = linked && linked.end > linked.start ? [linked] : [];
  const treatment = gravest(profile.rules.translation[kind], 'review');
  return {
    verdict: treatment === 'altered' ? 'altered' : 'review',
    reasons: [{ code: 'translation' }],
    passages,
    diff: [],
  };
}

/** With less of it than this in the passage, the quotation is not a changed one: it is not there. */
const LEAST_LIKENESS = 0.4;
/** A source this short (UTF-16 code units) is compared as a whole where no passage was found in it. */
const SHORT_SOURCE = 600;
const LEAST_LIKENESS_UNFOUND = 0.5;
/** So is a longer one, for quotations of few words that are written in another way (I'm gonna go); there
 * nearly all has to fit. */
const MEDIUM_SOURCE = 4_000;
const LEAST_LIKENESS_IN_MEDIUM = 0.75;

/** How much of the draft stands in the passage, from 0 to 1; long words count more. */
function likeness(reading: Reading): number {
  let matched = 0;
  let total = 0;
  const isMatched = new Set(
    reading.steps.filter((step) => step.type === 'match').map((step) => step.draft),
  );
  for (const [place, token] of reading.draftTokens.entries()) {
    if (token.optional && !isMatched.has(place)) continue;
    const weight = 2 + Math.min(10, token.key.length);
    total += weight;
    if (isMatched.has(place)) matched += weight;
  }
  return total > 0 ? matched / total : 0;
}

function judge(reading: Reading, input: VerdictInput): Judgement {
  const findings = judgeReading(reading, input.speakerNames);
  const { rules } = input.profile;
  const weighed = findings
    .map((found) => {
      const rule = rules[found.code][reading.spoken ? 'spoken' : 'written'];
      return { found, treatment: gravest(rule, found.least ?? 'ignored') };
    })
    .filter(({ treatment }) => treatment !== 'ignored')
    .sort(
      (one, other) =>
        weightOf(other.treatment) - weightOf(one.treatment) ||
        gravityOf(one.found.code) - gravityOf(other.found.code),
    );
  const worst = weighed[0]?.treatment ?? 'ignored';
  return {
    verdict: worst === 'ignored' || worst === 'noted' ? 'verbatim' : worst,
    reasons: weighed.map(({ found }) => reasonOf(found)),
    passages: [passageOf(reading)],
    diff: diffOf(reading),
  };
}

function reasonOf({ code, draft, source }: Finding): Reason {
  return { code, ...(draft && { draft }), ...(source && { source }) };
}

const WEIGHTS: Record<Treatment, number> = {
  ignored: 0,
  noted: 1,
  permitted: 2,
  review: 3,
  altered: 4,
};
const weightOf = (treatment: Treatment) => WEIGHTS[treatment];
const gravest = (one: Treatment, other: Treatment) =>
  weightOf(one) >= weightOf(other) ? one : other;

const SEVERITY: Record<Verdict, number> = {
  verbatim: 0,
  permitted: 1,
  review: 2,
  altered: 3,
  missing: 4,
  'not-checkable': 5,
  unlinked: 6,
};
const severityOf = (judgement: Judgement) => SEVERITY[judgement.verdict];

/** From the first to the last word of the source that the draft has a counterpart for. */
function passageOf(reading: Reading): Span {
  const steps = reading.steps.filter((step) => step.type === 'match' || step.type === 'replace');
  const { words } = reading.source;
  const first = reading.sourceTokens[steps[0]!.source]!;
  const last = reading.sourceTokens[steps.at(-1)!.source]!;
  return { start: words[first.from]!.start, end: words[last.to - 1]!.end };
}

/**
 * Orders judgements for a list: gravest verdict first, then gravest reason; among equals the one that
 * differs in the fewest words first, because one changed word hides best.
 */
export function compareByGravity(one: Judgement, other: Judgement): number {
  const gravestOf = (judgement: Judgement) => gravityOf(judgement.reasons[0]?.code ?? '');
  return (
    severityOf(other) - severityOf(one) ||
    gravestOf(one) - gravestOf(other) ||
    changedWords(one) - changedWords(other)
  );
}

function changedWords(judgement: Judgement): number {
  return judgement.diff
    .filter((segment) => segment.type !== 'same')
    .reduce((count, segment) => count + (segment.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
}
