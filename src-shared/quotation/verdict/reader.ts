import type { Span } from '../../model/span';
import { tokenise } from '../../text/normalise';
import {
  type Comparison,
  compareTokens,
  type DraftToken,
  GAP,
  GROUP,
  type JointKind,
  PART,
  type SourceToken,
  type Step,
  TIGHT,
} from './compare';
import { type Draft, type DraftWord, type EditedWord, standsForWords } from './draft';
import { isForeignTo, languageOfPassage } from './language';
import { type Lexicon, lexiconFor, lexiconForAny } from './lexicon';
import { readQuantity } from './numbers';
import type { Limits } from './profile';
import { findSameWords, type Reading } from './reading';
import { labelBefore, readStretch, type SourceStretch } from './source';
import { expandWord } from './spoken-forms';
import { readTokens, type Token } from './tokens';

/** What is the same for every passage that a quotation is compared with. */
export interface ReadingContext {
  draft: Draft;
  source: string;
  spoken: boolean;
  limits: Limits;
  language?: { draft?: string; source?: string };
  /** Whether lines of the source begin with the names of speakers. */
  labelled: boolean;
}

/** So much of the source around a passage is read along: for what was cut, and for its limits. */
const MARGIN = 300;
/** So much is enough where the passage holds all of the quotation. */
const NEAR = 120;
/** Longer stretches before and after a passage are looked at where brackets may stand for more words. */
const FEW_BRACKETED_WORDS = 8;

/** Lays a quotation over a passage of the source and its surroundings. */
export function readPassage(context: ReadingContext, passage: Span): Reading {
  const { draft, source: text } = context;
  const lexicon = lexiconOfPassage(context, passage);
  const { draftTokens, joints } = tokensOfDraft(draft, lexicon);
  const within = (margin: number, orNull: boolean) =>
    layOver({ ...context, lexicon, draftTokens, joints }, passage, margin, orNull);
  const near =
    text.length > 2 * NEAR && context.limits.bracketedWords <= FEW_BRACKETED_WORDS
      ? within(NEAR, true)
      : null;
  return near ?? within(MARGIN, false)!;
}

interface PreparedContext extends ReadingContext {
  lexicon: Lexicon;
  draftTokens: readonly DraftToken[];
  joints: readonly JointKind[];
}

/** With `onlyIfWhole`, null where the passage does not hold all words of the quotation. */
function layOver(
  context: PreparedContext,
  passage: Span,
  margin: number,
  onlyIfWhole: boolean,
): Reading | null {
  const { draft, source: text, spoken, lexicon, draftTokens, joints } = context;
  const labels = { spoken, labelled: context.labelled };
  const from = wordLimit(text, passage.start - margin, -1);
  const to = wordLimit(text, passage.end + margin, 1);
  const source = divideBroken(readStretch(text, from, to, labels), draft);
  const sourceTokens = tokensOfSource(source, lexicon);
  const alignment = alignWithin(draftTokens, sourceTokens, source, joints, passage, onlyIfWhole);
  if (!alignment) return null;
  const steps = wholeWords(
    withinSentence(alignment.steps, source, sourceTokens),
    draftTokens,
    sourceTokens,
  );
  return {
    draft,
    draftTokens,
    joints,
    source,
    sourceTokens,
    steps,
    sameWords: findSameWords(draft, draftTokens, source, sourceTokens, steps),
    lexicon,
    spoken,
    limits: context.limits,
    labelBefore: () => labelBefore(text, passage.start, labels),
  };
}

function lexiconOfPassage({ language, source }: ReadingContext, { start, end }: Span): Lexicon {
  // A German sentence may stand in an English transcript: its own words go first.
  const own = source.slice(start, end);
  const near = languageOfPassage(own);
  if (near.certain) return lexiconFor(near.language);
  if (language?.source) {
    const isForeign = isForeignTo(language.source, own);
    return isForeign ? lexiconForAny(near.language) : lexiconFor(language.source);
  }
  const from = wordLimit(source, start - MARGIN, -1);
  const wide = languageOfPassage(source.slice(from, wordLimit(source, end + MARGIN, 1)));
  if (wide.certain && !isForeignTo(wide.language, own)) return lexiconFor(wide.language);
  return lexiconForAny(wide.certain ? near.language : (language?.draft ?? wide.language));
}

/**
 * The hyphen at a line end may belong to the word or not: the draft decides. What it does not have as
 * one word is read as two.
 */
function divideBroken(source: SourceStretch, draft: Draft): SourceStretch {
  if (!source.words.some((word) => word.broken)) return source;
  const whole = new Set(draft.words.map((word) => word.key));
  const words = source.words.flatMap((word) => {
    if (!word.broken || whole.has(word.key)) return [word];
    const lineEnd = source.text.indexOf('\n', word.start);
    return [
      ...tokenise(source.text, word.start, lineEnd),
      ...tokenise(source.text, lineEnd, word.end),
    ].map((half) => ({ ...half, role: word.role }));
  });
  return { ...source, words };
}

/** Moves a place in a text outward to the next space, at most 40 units. */
function wordLimit(text: string, at: number, direction: 1 | -1): number {
  let place = Math.min(Math.max(0, at), text.length);
  for (let step = 0; step < 40 && place > 0 && place < text.length; step++) {
    if (/\s/.test(text[direction < 0 ? place - 1 : place]!)) break;
    place += direction;
  }
  return place;
}

function tokensOfDraft(draft: Draft, lexicon: Lexicon) {
  const { words, groups, gapAt, partStarts } = draft;
  const tokens = readTokens(words, draft.text, {
    language: lexicon.language,
    breaksBefore: (at) => gapAt.has(at) || words[at]!.group !== words[at - 1]?.group,
    isOpaque: (at) => isOpaque(words[at]!),
  });
  const draftTokens = tokens.map((token): DraftToken => {
    const word = words[token.from]!;
    const standsFor = isOpaque(word) ? counterpartTest(word) : null;
    return { ...token, optional: word.group >= 0, ...(standsFor && { standsFor }) };
  });
  const placesOfNotes = new Set(
    groups.filter((group) => group.note && standsForWords(group)).map((group) => group.from),
  );
  const joints = tokens.map((token, place): JointKind => {
    const word = token.from;
    const group = words[word]!.group;
    if (gapAt.has(word)) return GAP;
    if (group >= 0 || (words[word - 1]?.group ?? -1) >= 0 || placesOfNotes.has(word)) return GROUP;
    return place > 0 && partStarts.has(word) ? PART : TIGHT;
  });
  return { draftTokens, joints };
}

/**
 * A word that was edited within or masked is compared by its letters. Not so a contraction or a number
 * of which only the first letter stands in brackets: `[I]t's`, `[T]en`.
 */
function isOpaque(word: DraftWord): boolean {
  if (!word.edited) return Boolean(word.masked);
  const { whole, kept, atStart } = word.edited;
  const isCase = !atStart && whole.length - kept.length === 1;
  return !isCase || (expandWord(whole) === null && readQuantity([word], 0) === null);
}

/** What a word that was edited within, or masked, can stand for in the source. */
function counterpartTest(word: DraftWord): ((key: string) => boolean) | null {
  const { edited, masked } = word;
  if (masked) return (key) => masked.test(key);
  if (!edited) return null;
  return (key) => key === edited.whole || isInflection(edited, key);
}

const SHORTEST_STEM = 2;
const MOST_LETTERS_DROPPED = 4;
const PRONOUNS = new Set(
  'he him his she her hers it its they them their we us our i me my'.split(' '),
);

/** True if the letters outside the brackets are the beginning or the end of the source's word:
 * `walk[ed]` for walking, `[un]happy` for happy, `h[is]` for her. */
function isInflection(edited: EditedWord, key: string): boolean {
  const { kept, whole, atStart } = edited;
  if (atStart ? !key.startsWith(kept) : !key.endsWith(kept)) return false;
  if (PRONOUNS.has(key) && PRONOUNS.has(whole)) return atStart && kept.length > 0;
  // [T]he is a capital and nothing else.
  const long =
    kept.length >= SHORTEST_STEM && (atStart || whole.length - kept.length > 1 || key === kept);
  return long && key.length <= whole.length + MOST_LETTERS_DROPPED;
}

function tokensOfSource(source: SourceStretch, lexicon: Lexicon): SourceToken[] {
  const { words, text } = source;
  const tokens: Token[] = readTokens(words, text, {
    language: lexicon.language,
    breaksBefore: (at) => words[at]!.role !== words[at - 1]?.role,
  });
  return tokens.map((token) => {
    const { role } = words[token.from]!;
    return { ...token, aside: role !== 'word', filler: lexicon.fillers.has(token.key) };
  });
}

/**
 * Compares the draft with the passage alone; if that leaves anything open, with its surroundings too,
 * and keeps what fits better. Step numbers are those of all tokens of the stretch.
 */
function alignWithin(
  draft: readonly DraftToken[],
  source: readonly SourceToken[],
  stretch: SourceStretch,
  joints: readonly JointKind[],
  passage: Span,
  onlyIfWhole: boolean,
): Comparison | null {
  const { words } = stretch;
  const first = source.findIndex((token) => words[token.to - 1]!.end > passage.start);
  const last = source.findLastIndex((token) => words[token.from]!.start < passage.end);
  const whole = () => (onlyIfWhole ? null : compareTokens(draft, source, joints));
  if (first < 0 || last < first) return whole();
  const within = compareTokens(draft, source.slice(first, last + 1), joints);
  const steps = within.steps.map((step) => ({ ...step, source: step.source + first }));
  if (isExplained(steps, joints)) return { ...within, steps };
  const wider = whole();
  if (!wider) return null;
  const overlaps = wider.steps.some(
    (step) => step.type === 'match' && step.source >= first && step.source <= last,
  );
  return wider.score > within.score && overlaps ? wider : { ...within, steps };
}

/** Every word of the draft is there, and what is left out is left out where the draft says so. */
function isExplained(steps: readonly Step[], joints: readonly JointKind[]): boolean {
  return steps.every(
    (step) =>
      step.type === 'match' || (step.type === 'skip' && (joints[step.draft] ?? TIGHT) === GAP),
  );
}

const SENTENCE_BREAK = /[.?!。？！\n]/;

/**
 * A word that the draft has at its beginning or end more than the passage does not stand for a word of
 * the sentence before or after: such a replacement becomes an addition.
 */
function withinSentence(
  steps: readonly Step[],
  stretch: SourceStretch,
  source: readonly SourceToken[],
): Step[] {
  const { text, words } = stretch;
  const matches = steps.filter((step) => step.type === 'match');
  const first = matches[0];
  const last = matches.at(-1);
  if (!first || !last) return [...steps];
  const breaks = (from: number, to: number) =>
    SENTENCE_BREAK.test(
      text.slice(words[source[from]!.to - 1]!.end, words[source[to]!.from]!.start),
    );
  return steps.map((step) => {
    if (step.type !== 'replace') return step;
    const before = step.source < first.source && breaks(step.source, first.source);
    const after = step.source > last.source && breaks(last.source, step.source);
    return before || after ? { ...step, type: 'add' } : step;
  });
}

/**
 * Where the passage begins or ends within a word (`do` of `don't`), what is left of the word has been
 * left out: adds the steps that say so.
 */
function wholeWords(
  steps: readonly Step[],
  draft: readonly DraftToken[],
  source: readonly SourceToken[],
): Step[] {
  const first = steps.find((step) => step.type !== 'add');
  const last = steps.findLast((step) => step.type !== 'add');
  if (!first || !last) return [...steps];
  const before: Step[] = [];
  const after: Step[] = [];
  for (let at = first.source - 1; source[at]?.from === source[first.source]!.from; at--) {
    before.unshift({ type: 'skip', draft: first.draft, source: at });
  }
  for (let at = last.source + 1; source[at]?.from === source[last.source]!.from; at++) {
    after.push({ type: 'skip', draft: draft.length, source: at });
  }
  if (before.length + after.length === 0) return [...steps];
  const start = steps.indexOf(first);
  const end = steps.indexOf(last) + 1;
  return [
    ...steps.slice(0, start),
    ...before,
    ...steps.slice(start, end),
    ...after,
    ...steps.slice(end),
  ];
}
