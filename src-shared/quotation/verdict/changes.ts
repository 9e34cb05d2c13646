import type { Word } from '../../text/normalise';
import { isGrammarFix, keysAfter, keysBefore } from './agreement';
import { type DraftToken, isMatch, type SourceToken } from './compare';
import { isNegatedForm, isNegation, phraseAt } from './lexicon';
import { romanQuantity } from './numbers';
import { type Finding, finding, looksLikeName, type Reading } from './reading';
import type { ReasonCode } from './reasons';
import { isShortFormPair } from './short-forms';
import { formOf } from './spelling-changes';
import { isNumberToken, type Token } from './tokens';
import { divisionOf } from './word-division';

/** A place where the draft has other words than the source, without a mark. */
export interface Change {
  draft: DraftToken[];
  source: SourceToken[];
  /** Number of the token of the source that follows it. */
  sourceNext: number;
  /** Number of the token of the draft that follows it. */
  draftNext: number;
}

/** What a change does to the words, gravest first in each place. */
export function judgeChange(reading: Reading, change: Change): Finding[] {
  const spokenFor = judgeAsides(reading, change);
  const { draft } = change;
  const source = change.source.filter((token) => {
    const role = roleOf(reading, token);
    // Where the draft has other words than an addition within the source, they are compared.
    return role === 'word' || (role === 'bracketed' && draft.length > 0);
  });
  if (draft.length === 0 && source.length === 0) return spokenFor;
  if (draft.length === 0) return [...spokenFor, ...judgeOmission(reading, change, source)];
  if (source.length === 0) return [...spokenFor, ...judgeAddition(reading, draft)];
  return [...spokenFor, ...judgeReplacement(reading, change, draft, source)];
}

export function roleOf(reading: Reading, token: SourceToken) {
  return reading.source.words[token.from]!.role;
}

/** Labels, notes and bracketed additions of the source within a change. */
function judgeAsides(reading: Reading, change: Change): Finding[] {
  const findings: Finding[] = [];
  const ofRole = (role: string) => change.source.filter((token) => roleOf(reading, token) === role);
  const labels = ofRole('label');
  if (crossesSpeaker(reading, labels))
    findings.push(finding(reading, 'crosses-speaker', [], labels));
  const inaudible = ofRole('inaudible');
  if (inaudible.length > 0) findings.push(finding(reading, 'inaudible-dropped', [], inaudible));
  const bracketed = change.draft.length === 0 ? ofRole('bracketed') : [];
  if (bracketed.length > 0) {
    const negated = bracketed.some((token) => isNegation(reading.lexicon, token.key));
    const code = negated ? 'negation-dropped' : 'source-bracket-dropped';
    findings.push(finding(reading, code, [], bracketed));
  }
  return findings;
}

/** True if labels among left-out words name another speaker than the one before the passage. */
export function crossesSpeaker(reading: Reading, labels: readonly SourceToken[]): boolean {
  if (labels.length === 0) return false;
  const known = reading.labelBefore()?.split(/[\s.]+/) ?? [];
  return labels.some((token) => !known.includes(token.key));
}

function judgeOmission(reading: Reading, change: Change, source: SourceToken[]): Finding[] {
  if (isAttribution(reading, source)) return [finding(reading, 'attribution-skipped', [], source)];
  const tidied = tidiedSpeech(reading, change, source);
  if (tidied) return [finding(reading, tidied, [], source)];
  return [
    ...whatIsLost(reading, source).map((code) => finding(reading, code, [], source)),
    finding(reading, 'unmarked-omission', [], source),
  ];
}

function whatIsLost(reading: Reading, source: readonly Token[]): ReasonCode[] {
  const { lexicon } = reading;
  const lost: ReasonCode[] = [];
  if (source.some((token) => isNegation(lexicon, token.key))) lost.push('negation-dropped');
  if (source.some(isNumberToken)) lost.push('number-changed');
  if (source.some((token) => lexicon.modals.has(token.key))) lost.push('modal-changed');
  const limiting = source.some(
    (token) => lexicon.hedges.has(token.key) || lexicon.qualifiers.has(token.key),
  );
  if (limiting) lost.push('qualifier-dropped');
  return lost;
}

function judgeAddition(reading: Reading, draft: DraftToken[]): Finding[] {
  const { lexicon } = reading;
  const codes: ReasonCode[] = [];
  if (draft.some((token) => isNegation(lexicon, token.key))) codes.push('negation-added');
  if (draft.some(isNumberToken)) codes.push('number-changed');
  if (draft.some((token) => lexicon.modals.has(token.key))) codes.push('modal-changed');
  codes.push('word-added');
  if (standsElsewhere(reading, draft)) codes.push('reordered');
  return codes.map((code) => finding(reading, code, draft, []));
}

/** True if several words that the draft adds stand together elsewhere near the passage. */
function standsElsewhere(reading: Reading, draft: readonly DraftToken[]): boolean {
  if (draft.length < 2) return false;
  return reading.sourceTokens.some((_, start) =>
    draft.every((token, offset) => reading.sourceTokens[start + offset]?.key === token.key),
  );
}

function judgeReplacement(
  reading: Reading,
  change: Change,
  draft: DraftToken[],
  source: SourceToken[],
): Finding[] {
  const division = wordDivision(reading, draft, source);
  if (division) return [division];
  if (isShortForm(reading, draft, source)) {
    return [finding(reading, 'abbreviation', draft, source)];
  }
  if (draft.length === source.length) {
    return draft.flatMap((token, place) => {
      const other = source[place]!;
      const form = isMatch(token, other) ? formOf(reading, token, other) : null;
      const codes = form ? [form] : judgePair(reading, token, other, change);
      return codes.map((code) => finding(reading, code, [token], [other]));
    });
  }
  const { lexicon } = reading;
  const codes: ReasonCode[] = [];
  const negations = (tokens: readonly Token[]) =>
    tokens.filter((token) => isNegation(lexicon, token.key)).length;
  const lostNegations = negations(source) - negations(draft);
  if (lostNegations > 0) codes.push('negation-dropped');
  if (lostNegations < 0) codes.push('negation-added');
  if (keysWhere(draft, isNumberToken) !== keysWhere(source, isNumberToken)) {
    codes.push('number-changed');
  }
  const isModal = (token: Token) => lexicon.modals.has(token.key);
  if (keysWhere(draft, isModal) !== keysWhere(source, isModal)) codes.push('modal-changed');
  codes.push('word-changed');
  return codes.map((code) => finding(reading, code, draft, source));
}

function keysWhere(tokens: readonly Token[], test: (token: Token) => boolean): string {
  return tokens
    .filter(test)
    .map((token) => token.key)
    .join(' ');
}

/** The same letters, divided otherwise: `co-operate`, `any more`. */
function wordDivision(
  reading: Reading,
  draft: readonly DraftToken[],
  source: readonly SourceToken[],
): Finding | null {
  const draftWords = reading.draft.words.slice(draft[0]!.from, draft.at(-1)!.to);
  const sourceWords = reading.source.words.slice(source[0]!.from, source.at(-1)!.to);
  const letters = (words: readonly { key: string }[]) => words.map((word) => word.key).join('');
  const joined = letters(draftWords);
  if (joined !== letters(sourceWords) || draftWords.length === sourceWords.length) return null;
  if (/\d/.test(joined)) {
    if (!/^\d+\p{L}+$/u.test(joined)) return null;
    return finding(reading, 'word-division', draft, source);
  }
  const [parts, text] =
    draftWords.length > sourceWords.length
      ? [draftWords, reading.draft.text]
      : [sourceWords, reading.source.text];
  const between = text.slice(parts[0]!.end, parts[1]!.start);
  const kind = divisionOf(
    parts.map((word) => word.key),
    /[-\u2010\u2011]/.test(between),
  );
  if (kind === 'words') return finding(reading, 'word-changed', draft, source);
  const least = kind === 'unclear' ? 'review' : undefined;
  return finding(reading, 'word-division', draft, source, least);
}

/** A usual short form on one side and what it stands for on the other: UN, 5 km, z. B. */
function isShortForm(
  reading: Reading,
  draft: readonly DraftToken[],
  source: readonly SourceToken[],
): boolean {
  const wordingOf = (
    tokens: readonly Token[],
    all: readonly Token[],
    { words, text }: { words: readonly Word[]; text: string },
  ) => {
    const from = tokens[0]!.from;
    const to = tokens.at(-1)!.to;
    const before = all[all.indexOf(tokens[0]!) - 1];
    return {
      keys: words.slice(from, to).map((word) => word.key),
      text: text.slice(words[from]!.start, words[to - 1]!.end),
      afterNumber: before !== undefined && isNumberToken(before),
    };
  };
  return isShortFormPair(
    wordingOf(draft, reading.draftTokens, reading.draft),
    wordingOf(source, reading.sourceTokens, reading.source),
    reading.lexicon.language,
  );
}

const POSITIVE_OF_NEGATION: Record<string, readonly string[]> = {
  nothing: ['anything', 'something'],
  nobody: ['anybody', 'somebody', 'anyone'],
  none: ['any'],
  no: ['any', 'a', 'an'],
  never: ['ever'],
  nowhere: ['anywhere'],
  neither: ['either'],
};

function judgePair(
  reading: Reading,
  draft: DraftToken,
  source: SourceToken,
  change: Change,
): ReasonCode[] {
  const { lexicon } = reading;
  const draftWord = reading.draft.words[draft.from]!;
  const sourceWord = reading.source.words[source.from]!;
  if (isNumberToken(draft) || isNumberToken(source)) {
    const roman =
      romanQuantity(sourceWord) === draft.key || romanQuantity(draftWord) === source.key;
    return [roman ? 'numeral-style' : 'number-changed'];
  }
  const denies = isNegation(lexicon, draft.key);
  const denied = isNegation(lexicon, source.key);
  if (denied && !denies) {
    const doubled =
      POSITIVE_OF_NEGATION[source.key]?.includes(draft.key) && hasNegationBefore(reading, change);
    return [doubled ? 'double-negation' : 'negation-dropped'];
  }
  if (denies && !denied) return ['negation-added'];
  if (isNegatedForm(draft.key, source.key)) return ['negation-dropped'];
  if (isNegatedForm(source.key, draft.key)) return ['negation-added'];
  if (lexicon.modals.has(draft.key) || lexicon.modals.has(source.key)) return ['modal-changed'];
  if (lexicon.language === 'en') {
    const at = reading.sourceTokens.indexOf(source);
    const before = keysBefore(reading.sourceTokens, at);
    const after = keysAfter(reading.sourceTokens, at + 1);
    if (isGrammarFix({ source: source.key, draft: draft.key, before, after })) {
      return ['grammar-fix'];
    }
  }
  if (looksLikeName(reading, draft.from, source.from)) return ['name-changed'];
  return ['word-changed'];
}

const CLAUSE_WORDS = 8;

function hasNegationBefore(reading: Reading, change: Change): boolean {
  const from = Math.max(0, change.draftNext - change.draft.length - CLAUSE_WORDS);
  return reading.draftTokens
    .slice(from, change.draftNext - change.draft.length)
    .some((token) => isNegation(reading.lexicon, token.key));
}

/** Whether what is left out is hesitation or repetition: the code for it, or null. */
function tidiedSpeech(
  reading: Reading,
  change: Change,
  source: readonly SourceToken[],
): ReasonCode | null {
  const { lexicon } = reading;
  const keys = source.map((token) => token.key);
  const rest: string[] = [];
  let fillers = 0;
  for (let at = 0; at < keys.length; ) {
    const phrase = phraseAt(lexicon.fillerPhrases, keys, at);
    if (lexicon.fillers.has(keys[at]!)) {
      fillers++;
      at++;
    } else if (phrase > 0 && isSetOff(reading, source[at]!, source[at + phrase - 1]!)) {
      fillers++;
      at += phrase;
    } else {
      rest.push(keys[at]!);
      at++;
    }
  }
  if (rest.length === 0) return 'filler-removed';
  if (isFalseStart(reading, change, source, rest)) return 'repetition-removed';
  // "cannot not" is no stammer; "no, no" is.
  const denies = rest.some((key) => isNegation(lexicon, key));
  if (denies && !isSetOff(reading, source[0]!, source.at(-1)!)) return null;
  return repeatsNeighbour(reading, change, rest)
    ? fillers > 0
      ? 'filler-removed'
      : 'repetition-removed'
    : null;
}

const BROKEN_OFF = /[-–—…]|\.{2,}/;
const MOST_WORDS_BROKEN_OFF = 4;

/**
 * A word or a few that were broken off and begun anew: "th-the train", "we went — we drove". The word
 * after the break is the one that the speaker had begun with.
 */
function isFalseStart(
  reading: Reading,
  change: Change,
  source: readonly SourceToken[],
  rest: readonly string[],
): boolean {
  const { lexicon, sourceTokens } = reading;
  const next = sourceTokens[change.sourceNext];
  const first = source[0]!;
  const last = source.at(-1)!;
  if (!next || rest.length > MOST_WORDS_BROKEN_OFF) return false;
  const breaksOff = (one: SourceToken, other: SourceToken) =>
    BROKEN_OFF.test(
      reading.source.text.slice(
        reading.source.words[one.to - 1]!.end,
        reading.source.words[other.from]!.start,
      ),
    );
  if (rest.length === 1 && next.key.startsWith(rest[0]!) && breaksOff(last, next)) return true;
  const weighs = (token: SourceToken) =>
    isNegation(lexicon, token.key) ||
    isNumberToken(token) ||
    lexicon.modals.has(token.key) ||
    lexicon.hedges.has(token.key) ||
    lexicon.qualifiers.has(token.key);
  if (source.some(weighs)) return false;
  if (first.key === next.key && breaksOff(last, next)) return true;
  const previous = sourceTokens[change.sourceNext - change.source.length - 1];
  const before = source.at(-2);
  return previous?.key === last.key && before !== undefined && breaksOff(before, last);
}

/** True if punctuation stands on both sides of a stretch of the source. */
function isSetOff(reading: Reading, first: SourceToken, last: SourceToken): boolean {
  const { text, words } = reading.source;
  const before = text.slice(words[first.from - 1]?.end ?? 0, words[first.from]!.start);
  const after = text.slice(words[last.to - 1]!.end, words[last.to]?.start ?? text.length);
  return (first.from === 0 || /[,.;:?!–—…-]/.test(before)) && /[,.;:?!–—…-]/.test(after);
}

/** True if the words left out stand again right before or right after. */
function repeatsNeighbour(reading: Reading, change: Change, rest: readonly string[]): boolean {
  const isRepeated = (from: number) =>
    rest.every((key, offset) => reading.sourceTokens[from + offset]?.key === key);
  const before = change.sourceNext - change.source.length - rest.length;
  return isRepeated(change.sourceNext) || (before >= 0 && isRepeated(before));
}

const LONGEST_ATTRIBUTION = 12;
const CLOSING = /[,.?!…–—-]["”»“’']$|["”»“’'],$/u;
const SAYING =
  /\b(?:sa(?:id|ys?)|add(?:ed|s)|told|tells|ask(?:ed|s)|wr(?:ote|ites)|repl(?:ied|ies)|answer(?:ed|s)|explain(?:ed|s)|continued?|insist(?:ed|s)|warn(?:ed|s)|conclude[ds]|sagte?|erklärte?|meinte?|fügte|fragte?|antwortete|schrieb|dit|déclar\w+|ajout\w+|expliqu\w+|demand\w+|dijo|dice|añadió|explicó|afirmó|preguntó)(?!\p{L})/u;
const OPENING = /["“«„»‘']$/u;

/** True if the words stand between a closing and an opening quotation mark of the source. */
function isAttribution(reading: Reading, source: readonly SourceToken[]): boolean {
  const { text, words } = reading.source;
  const first = source[0]!;
  const last = source.at(-1)!;
  if (last.to - first.from > LONGEST_ATTRIBUTION || first.from === 0) return false;
  const next = words[last.to];
  if (!next) return false;
  const before = text.slice(words[first.from - 1]!.end, words[first.from]!.start);
  const after = text.slice(words[last.to - 1]!.end, next.start);
  const within = text.slice(words[first.from]!.start, words[last.to - 1]!.end);
  return (
    SAYING.test(within) &&
    CLOSING.test(before.trimEnd()) &&
    OPENING.test(after.trimEnd()) &&
    !/["“”«»„]/.test(within)
  );
}
