import type { Medium } from '../../model/source';
import type { Span } from '../../model/span';
import type { DiffSegment, Reason, Verdict } from '../../model/verdict';
import { findPassages, indexSource, type SourceIndex } from '../align/align';
import { diffOf } from './diff';
import { type Draft, readDraft } from './draft';
import { judgeReading } from './judge';
import type { Profile, Treatment } from './profile';
import { type ReadingContext, readPassage } from './reader';
import type { Finding, Reading } from './reading';
import { gravityOf } from './reasons';
import { hasLabelledLines } from './source';

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
  if (!/[\p{L}\p{N}]/u.test(input.source)) return nothingToCompare('source-unreadable');
  if (!draft.words.some((word) => word.group < 0)) return nothingToCompare('quotation-empty');
  const context: ReadingContext = {
    draft,
    source: input.source,
    spoken: input.kind === 'spoken',
    limits: input.profile.limits,
    labelled: hasLabelledLines(input.source),
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
  if (judged.length === 0 && !linked && input.source.length <= SHORT_SOURCE) {
    const whole = { start: 0, end: input.source.length, exact: false };
    judged = judgeAt(whole, LEAST_LIKENESS_UNFOUND);
  }
  if (judged.length === 0) {
    return isTranslation(input, draft) ? translation(linked) : missing();
  }
  judged.sort((one, other) => severityOf(one.judgement) - severityOf(other.judgement));
  const best = judged[0]!;
  const equals = judged.filter(
    ({ place, judgement }) =>
      place.exact && best.place.exact && judgement.verdict === best.judgement.verdict,
  );
  if (equals.length < 2) return best.judgement;
  return {
    ...best.judgement,
    reasons: [...best.judgement.reasons, { code: 'ambiguous-anchor' }],
    passages: equals.flatMap(({ judgement }) => judgement.passages),
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

function translation(linked: Span | null): Judgement {
  const passages = linked && linked.end > linked.start ? [linked] : [];
  return { verdict: 'review', reasons: [{ code: 'translation' }], passages, diff: [] };
}

/** With less of it than this in the passage, the quotation is not a changed one: it is not there. */
const LEAST_LIKENESS = 0.4;
/** A source this short (UTF-16 code units) is compared as a whole where no passage was found in it. */
const SHORT_SOURCE = 600;
const LEAST_LIKENESS_UNFOUND = 0.5;

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

/** The draft and the source are in different languages, as far as tags or scripts tell. */
function isTranslation(input: VerdictInput, draft: Draft): boolean {
  const primary = (tag: string | undefined) => tag?.toLowerCase().split('-')[0];
  const own = primary(input.language?.draft);
  const other = primary(input.language?.source);
  if (own && other) return own !== other;
  const ownScript = scriptOf(draft.text);
  const otherScript = scriptOf(input.source.slice(0, 20_000));
  return ownScript !== null && otherScript !== null && ownScript !== otherScript;
}

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/gu],
  ['Cyrillic', /\p{Script=Cyrillic}/gu],
  ['Greek', /\p{Script=Greek}/gu],
  ['Arabic', /\p{Script=Arabic}/gu],
  ['Hebrew', /\p{Script=Hebrew}/gu],
  ['East Asian', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu],
  ['Devanagari', /\p{Script=Devanagari}/gu],
];

/** The script that nine of ten letters are in, or null. */
function scriptOf(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  const most = SCRIPTS.find(([, script]) => (text.match(script)?.length ?? 0) >= letters * 0.9);
  return most?.[0] ?? null;
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
