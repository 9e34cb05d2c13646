/*
 * A quotation that is left open at the end of its paragraph runs on in the next, which begins with
 * the mark again; but where the closing mark is merely missing, the next paragraph begins a quotation
 * of somebody else. The attributions tell: a running quotation has only one speaker.
 */
import type { Span } from '../../model/span';
import { findAfter } from '../speaker/after';
import { findBefore } from '../speaker/before';
import type { Match } from '../speaker/match';
import { readTokens, type Token, type Unit } from '../speaker/tokens';
import type { SpeakerWords } from '../speaker/words-type';
import type { MarkedStretch } from './marks-pair';

/** Verbs by which one speaker answers another. */
const ANSWERING =
  /^(?:repl(?:ied|ies)|respond(?:ed|s)|answer(?:ed|s)|retort(?:ed|s)|counter(?:ed|s)|erwiderte|entgegnete|antwortete|répond(?:it)?|répondu|rétorqu(?:a|e|é)|respondió|replicó|contestó|ответила?|возразила?|odpověděla?|odvětila?)$/u;

/** Cuts every running quotation that has two speakers; the others stay as they are. Linear. */
export function cutRunning(
  text: string,
  paragraphs: readonly Span[],
  stretches: readonly MarkedStretch[],
  words: SpeakerWords,
): MarkedStretch[] {
  if (!stretches.some(({ repeated }) => repeated)) return stretches as MarkedStretch[];
  const cut: MarkedStretch[] = [];
  for (const stretch of stretches) {
    const at = stretch.repeated?.at(-1);
    const last = at === undefined ? -1 : paragraphAt(paragraphs, at);
    const end = paragraphs[last - 1]?.end;
    if (at === undefined || end === undefined || end <= stretch.start) {
      cut.push(stretch);
      continue;
    }
    const head: MarkedStretch = { ...stretch, end, closed: false };
    const tail: MarkedStretch = { ...stretch, start: at };
    delete head.repeated;
    delete tail.repeated;
    const home = paragraphs[paragraphAt(paragraphs, stretch.start)];
    const previous = cut.at(-1);
    const beside = previous && home && previous.start >= home.start ? [previous, head] : [head];
    const after = paragraphs[paragraphAt(paragraphs, stretch.end - 1)];
    if (home && after && haveTwoSpeakers(text, home, beside, after, tail, words)) {
      cut.push(head, tail);
    } else cut.push(stretch);
  }
  return cut;
}

/** Index of the last paragraph that starts at or before an offset. */
function paragraphAt(paragraphs: readonly Span[], offset: number): number {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** So much of the text around a quotation is read for its attribution, in UTF-16 units. */
const REACH = 400;

function haveTwoSpeakers(
  text: string,
  home: Span,
  beside: readonly MarkedStretch[],
  last: Span,
  tail: MarkedStretch,
  words: SpeakerWords,
): boolean {
  const end = Math.min(last.end, tail.end + REACH);
  const there = tokensAround(text, { start: tail.start, end }, [tail], words);
  const after = findAfter(there, 0, words);
  if (!after) return false;
  const head = beside.at(-1);
  if (!head) return false;
  const start = Math.max(home.start, (beside[0]?.start ?? 0) - REACH);
  const here = tokensAround(text, { start, end: head.end }, beside, words);
  const index = here.length - 1;
  const quotation = here.findIndex(({ kind }) => kind === 'quotation');
  const before =
    findBefore(here, index, words) ??
    (quotation < index ? findAfter(here, quotation, words) : null);
  if (before) return areDifferent(here, before, there, after, words);
  const cue = after.cue ? (there[after.cue.first]?.lower ?? '') : '';
  return head.start === home.start && ANSWERING.test(cue);
}

function tokensAround(
  text: string,
  span: Span,
  stretches: readonly MarkedStretch[],
  words: SpeakerWords,
): Token[] {
  const unit: Unit = { ...span, tokens: [], tokenOf: new Map(), near: new Map() };
  readTokens(text, unit, stretches, 0, words.language);
  return unit.tokens;
}

/** Do two attributions name two people? A pronoun may stand for anybody of its gender. */
function areDifferent(
  here: readonly Token[],
  before: Match,
  there: readonly Token[],
  after: Match,
  words: SpeakerWords,
): boolean {
  const one = here.slice(before.speaker.first, before.speaker.end);
  const other = there.slice(after.speaker.first, after.speaker.end);
  const pronoun = (tokens: readonly Token[]) => words.pronouns.get(tokens[0]?.lower ?? '');
  const [first, second] = [pronoun(one), pronoun(other)];
  if (first && second) return first !== 'other' && second !== 'other' && first !== second;
  if (first || second) return false;
  const names = new Set(one.filter(({ capital }) => capital).map(({ lower }) => lower));
  const others = other.filter(({ capital }) => capital);
  return names.size > 0 && others.length > 0 && !others.some(({ lower }) => names.has(lower));
}
