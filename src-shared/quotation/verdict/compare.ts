import { diffKeys } from '../../text/word-diff';
import { isNegatedForm } from './lexicon';
import { spellingRelation } from './spelling';
import { isDroppedG } from './spoken-forms';
import { isNumberToken, type Token } from './tokens';

/** A token of the draft as the comparison sees it. */
export interface DraftToken extends Token {
  /** It stands in brackets or parentheses: the source need not have it. */
  optional: boolean;
  /** For a word that was edited within or masked: whether it can stand for a word of the source. */
  standsFor?: (sourceKey: string) => boolean;
}

/** A token of the source. */
export interface SourceToken extends Token {
  /** It is no speech (a label, a timecode): leaving it out costs nothing. */
  aside: boolean;
  /** A sound of hesitation. */
  filler: boolean;
}

/** What may lie before a token of the draft. */
export const TIGHT = 0;
export const GAP = 1;
export const GROUP = 2;
export const PART = 3;
export type JointKind = typeof TIGHT | typeof GAP | typeof GROUP | typeof PART;

/**
 * One step of the way from the source to the draft. `draft` and `source` are token numbers; a `skip`
 * (of the source) says before which token of the draft it happens, an `add` after which of the source.
 */
export interface Step {
  type: 'match' | 'replace' | 'add' | 'skip';
  draft: number;
  source: number;
}

export interface Comparison {
  steps: Step[];
  /** The higher, the better the draft fits. Comparable for one draft only. */
  score: number;
}

const MATCH = 4;
const MATCH_SHORT_WORD = 3;
/** Words in brackets are rather the editor's than far away in the source. */
const MATCH_OPTIONAL = 1;
const NEAR_MATCH = 2.5;
/** A little rather than adding a word, so that a changed first or last word has its counterpart. */
const REPLACE = -1.9;
const REPLACE_ALIKE = -1;
/** No word stands for a label or a timecode. */
const NEVER = -100;
const ADD = -2;
const ADD_OPTIONAL = -0.2;
const SKIP_ASIDE = -0.02;
/** Beginning to leave out words of the source, and each word left out, by what the draft has there. */
const SKIP_OPENS: Record<JointKind, number> = {
  [TIGHT]: -1.5,
  [GAP]: 0,
  [GROUP]: -0.4,
  [PART]: -1,
};
const SKIP_WORD: Record<JointKind, number> = {
  [TIGHT]: -0.3,
  [GAP]: -0.02,
  [GROUP]: -0.3,
  [PART]: -0.2,
};
const SKIP_FILLER = -0.2;
/** More cells than this (some 600 words) are compared by a plain word diff instead. */
const MOST_CELLS = 500_000;
const MOST_DIFFERENCES = 800;

const CAME_BY_PAIR = 1;
const CAME_BY_ADD = 2;
const CAME_BY_ASIDE = 3;
const FROM_SKIPPING = 4;
const SKIPPING_GOES_ON = 8;

/**
 * Aligns all of the draft with the stretch of the source that it fits best. `joints[n]` tells what
 * lies before token n of the draft; one more than there are tokens.
 */
export function compareTokens(
  draft: readonly DraftToken[],
  source: readonly SourceToken[],
  joints: readonly JointKind[],
): Comparison {
  const width = source.length + 1;
  if (isSame(draft, source)) return sameThroughout(draft, source);
  if ((draft.length + 1) * width > MOST_CELLS) return comparePlainly(draft, source);
  const worth = pairWorth(draft, source);
  const ways = new Uint8Array((draft.length + 1) * width);
  // `taken`: the last step took a token of the draft; `skipping`: it left out words of the source.
  let takenAbove = new Float32Array(width);
  let skippingAbove = new Float32Array(width).fill(Number.NEGATIVE_INFINITY);
  let taken = new Float32Array(width);
  let skipping = new Float32Array(width);
  for (let row = 1; row <= draft.length; row++) {
    const adding = draft[row - 1]!.optional ? ADD_OPTIONAL : ADD;
    const joint = row < draft.length ? joints[row]! : TIGHT;
    const opens = SKIP_OPENS[joint];
    const each = SKIP_WORD[joint];
    const last = row === draft.length;
    for (let column = 0; column < width; column++) {
      let way = CAME_BY_ADD;
      let best = takenAbove[column]! + adding;
      if (skippingAbove[column]! + adding > best) {
        best = skippingAbove[column]! + adding;
        way = CAME_BY_ADD | FROM_SKIPPING;
      }
      let skip = Number.NEGATIVE_INFINITY;
      if (column > 0) {
        const pair = worth(row - 1, column - 1);
        if (takenAbove[column - 1]! + pair >= best) {
          best = takenAbove[column - 1]! + pair;
          way = CAME_BY_PAIR;
        }
        if (skippingAbove[column - 1]! + pair > best) {
          best = skippingAbove[column - 1]! + pair;
          way = CAME_BY_PAIR | FROM_SKIPPING;
        }
        if (!last) {
          const token = source[column - 1]!;
          if (token.aside && taken[column - 1]! + SKIP_ASIDE > best) {
            best = taken[column - 1]! + SKIP_ASIDE;
            way = CAME_BY_ASIDE;
          }
          const cost = token.aside ? SKIP_ASIDE : token.filler ? Math.max(each, SKIP_FILLER) : each;
          const open = token.filler ? opens / 2 : opens;
          skip = taken[column - 1]! + open + cost;
          if (skipping[column - 1]! + cost > skip) {
            skip = skipping[column - 1]! + cost;
            way |= SKIPPING_GOES_ON;
          }
        }
      }
      taken[column] = best;
      skipping[column] = skip;
      ways[row * width + column] = way;
    }
    [takenAbove, taken] = [taken, takenAbove];
    [skippingAbove, skipping] = [skipping, skippingAbove];
  }
  let end = 0;
  for (let column = 1; column < width; column++) {
    // Rather a word replaced at the end than one added.
    if (takenAbove[column]! >= takenAbove[end]!) end = column;
  }
  const score = draft.length === 0 ? 0 : takenAbove[end]!;
  return { steps: traceBack(draft, source, ways, end), score };
}

function isSame(draft: readonly DraftToken[], source: readonly SourceToken[]): boolean {
  return (
    draft.length === source.length && draft.every((token, at) => token.key === source[at]!.key)
  );
}

function sameThroughout(draft: readonly DraftToken[], source: readonly SourceToken[]): Comparison {
  const steps = draft.map((_, at): Step => ({ type: 'match', draft: at, source: at }));
  const score = source.reduce((sum, token) => sum + worthOfSame(token), 0);
  return { steps, score };
}

function worthOfSame(source: SourceToken): number {
  return source.key.length > 3 ? MATCH : MATCH_SHORT_WORD;
}

function traceBack(
  draft: readonly DraftToken[],
  source: readonly SourceToken[],
  ways: Uint8Array,
  end: number,
): Step[] {
  const width = source.length + 1;
  const steps: Step[] = [];
  let row = draft.length;
  let column = end;
  let isSkipping = false;
  while (row > 0) {
    const way = ways[row * width + column]!;
    if (isSkipping) {
      steps.push({ type: 'skip', draft: row, source: column - 1 });
      isSkipping = (way & SKIPPING_GOES_ON) !== 0;
      column--;
      continue;
    }
    const kind = way & 3;
    if (kind === CAME_BY_ASIDE) {
      steps.push({ type: 'skip', draft: row, source: --column });
      continue;
    }
    isSkipping = (way & FROM_SKIPPING) !== 0;
    row--;
    if (kind === CAME_BY_ADD) steps.push({ type: 'add', draft: row, source: column });
    else {
      column--;
      const type = isMatch(draft[row]!, source[column]!) ? 'match' : 'replace';
      steps.push({ type, draft: row, source: column });
    }
  }
  return steps.reverse();
}

/** True if the two are the same word, in whatever spelling. */
export function isMatch(draft: DraftToken, source: SourceToken): boolean {
  return draft.key === source.key || isNearMatch(draft, source);
}

function isNearMatch(draft: DraftToken, source: SourceToken): boolean {
  if (draft.standsFor) return draft.standsFor(source.key);
  if (draft.written === source.written) return !draft.partial && !source.partial;
  if (isNumberToken(draft) || isNumberToken(source)) return false;
  if (isFootnoteGlued(draft.key, source.key)) return true;
  return (
    isDroppedG(source.key, draft.key) ||
    isDroppedG(draft.key, source.key) ||
    spellingRelation(draft.key, source.key) !== null
  );
}

/** `harbour3`: a footnote figure that has run into the word before it. */
export function isFootnoteGlued(draftKey: string, sourceKey: string): boolean {
  if (draftKey.length < 4 || sourceKey.length <= draftKey.length) return false;
  return sourceKey.startsWith(draftKey) && /^\d{1,2}$/.test(sourceKey.slice(draftKey.length));
}

/**
 * What it is worth to pair two tokens. Spelling is looked into once for each pair of different words
 * that begin or end alike.
 */
function pairWorth(
  draft: readonly DraftToken[],
  source: readonly SourceToken[],
): (row: number, column: number) => number {
  const numbers = new Map<string, number>();
  const numberOf = (key: string) => {
    let number = numbers.get(key);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(key, number);
    }
    return number;
  };
  const draftKeys = Uint32Array.from(draft, (token) => numberOf(token.key));
  const different = numbers.size;
  const sourceKeys = Uint32Array.from(source, (token) => numberOf(token.key));
  // Not a number where it is not known yet. A row for each different word of the draft.
  const known = new Float64Array(different * numbers.size).fill(Number.NaN);
  return (row, column) => {
    const one = draft[row]!;
    const other = source[column]!;
    if (draftKeys[row] === sourceKeys[column]) {
      return one.optional ? MATCH_OPTIONAL : worthOfSame(other);
    }
    if (one.standsFor) return one.standsFor(other.key) ? NEAR_MATCH : REPLACE;
    if (other.aside) return NEVER;
    const pair = draftKeys[row]! * numbers.size + sourceKeys[column]!;
    let value = known[pair]!;
    if (Number.isNaN(value)) {
      value = worthOfDifferent(one, other);
      known[pair] = value;
    }
    return one.optional && value < ADD_OPTIONAL ? value / 2 : value;
  };
}

function worthOfDifferent(draft: DraftToken, source: SourceToken): number {
  const numeric = isNumberToken(draft);
  if (numeric !== isNumberToken(source)) return REPLACE;
  if (numeric) return REPLACE_ALIKE;
  if (isNegatedForm(draft.key, source.key) || isNegatedForm(source.key, draft.key)) {
    return REPLACE_ALIKE;
  }
  const alike =
    draft.key[0] === source.key[0] ||
    draft.key.slice(-2) === source.key.slice(-2) ||
    draft.key.length < 4;
  if (!alike) return REPLACE;
  if (isNearMatch(draft, source)) return NEAR_MATCH;
  return draft.key.slice(0, 3) === source.key.slice(0, 3) ? REPLACE_ALIKE : REPLACE;
}

/** For texts too long to align: a word diff, in which words replaced stand side by side. */
function comparePlainly(draft: readonly DraftToken[], source: readonly SourceToken[]): Comparison {
  const steps: Step[] = [];
  let score = 0;
  const runs = diffKeys(
    source.map((token) => token.key),
    draft.map((token) => token.key),
    MOST_DIFFERENCES,
  );
  for (const run of runs) {
    for (let offset = 0; offset < run.from.end - run.from.start; offset++) {
      const same = run.type === 'same';
      score += same ? MATCH_SHORT_WORD : SKIP_WORD[TIGHT];
      steps.push({
        type: same ? 'match' : 'skip',
        draft: run.to.start + (same ? offset : 0),
        source: run.from.start + offset,
      });
    }
    if (run.type !== 'added') continue;
    for (let token = run.to.start; token < run.to.end; token++) {
      score += ADD;
      steps.push({ type: 'add', draft: token, source: run.from.start });
    }
  }
  // What the source has before the first and after the last word of the draft is not left out.
  const first = steps.findIndex((step) => step.type !== 'skip');
  const last = steps.findLastIndex((step) => step.type !== 'skip');
  return { steps: steps.slice(Math.max(0, first), last + 1), score };
}
