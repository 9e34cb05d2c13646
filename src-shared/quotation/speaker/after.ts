import { findCaption } from './after-noun';
import { extendApposition } from './apposition';
import { findGermanAfter, findGermanNext, findGermanTail } from './german-after';
import { isHuman } from './human';
import { accordingEnd, type Match, matchAccording } from './match';
import { isNominal, isPronoun, type PhraseRange, phraseRight, verbCueAt } from './phrase';
import { sentenceEnd, type Token } from './tokens';
import type { SpeakerWords } from './words-type';

/** How far after a quotation its attribution may stand, in tokens. */
const REACH = 40;
const DASH = /^[-–—―]+$/u;

/** The attribution right after the quotation at token `index`: "…," she said; «…», — сказал он. */
export function findAfter(
  tokens: readonly Token[],
  index: number,
  words: SpeakerWords,
): Match | null {
  const quotation = tokens[index];
  if (!quotation) return null;
  let at = index + 1;
  let comma = false;
  let dash = false;
  while (at < index + 4) {
    const text = tokens[at]?.text ?? '';
    if (text === ',' || text === '،' || text === '，') comma = true;
    else if (DASH.test(text)) dash = true;
    else if (text !== ')' && text !== ']') break;
    at += 1;
  }
  const first = tokens[at];
  if (first?.text === ':') return findCaption(tokens, index, at + 1, words);
  if (first?.kind !== 'word') return null;
  if (words.language === 'de') {
    const next = findGermanNext(tokens, at, words);
    if (next) return next;
  }
  const limit = clauseLimit(tokens, at);
  const inner = quotation.text
    .slice(-4)
    .replace(/["“”„'’‘»«›‹」』\s]+$/u, '')
    .slice(-1);
  const linked = comma || dash || /[,!?…—–-]/u.test(inner) || (inner === '.' && !first.capital);
  const wordCount = quotation.text.split(/\s+/u, 5).length;
  if (!linked && !isPronoun(first, words) && (first.capital || wordCount < 4)) {
    const according = matchAccording(tokens, at, limit, words);
    return according;
  }
  if (!linked && inner === '.') return null;
  const match =
    words.language === 'de'
      ? findGermanAfter(tokens, at, limit, linked, words)
      : matchClause(tokens, at, limit, words);
  if (!match && words.language === 'en') {
    const shown = isPronoun(first, words) || !first.capital || /[,—–-]/u.test(inner) || comma;
    const unlisted = shown ? matchUnlisted(tokens, at, limit, words) : null;
    if (unlisted) return unlisted;
  }
  if (match) {
    const next = tokens[match.end];
    // "Why?" Smith said that … / said: … begins a sentence of its own.
    const ownSentence = !comma && /[!?…]/u.test(inner) && first.capital;
    if (ownSentence && (next?.text === ':' || next?.lower === 'that')) return null;
    return match;
  }
  return dash ? matchSignature(tokens, at, limit, words) : null;
}

/** An attribution at the end of the quotation's sentence: "a “low point”, the mayor said." */
export function findTail(
  tokens: readonly Token[],
  index: number,
  words: SpeakerWords,
): Match | null {
  const limit = sentenceEnd(tokens, index, Math.min(tokens.length, index + REACH));
  if (words.language === 'de') return findGermanTail(tokens, index, limit, words);
  for (let at = index + 1; at < limit; at += 1) {
    const token = tokens[at];
    if (!token) break;
    if (token.kind === 'word' && accordingEnd(tokens, at, words) > 0) {
      const match = matchAccording(tokens, at, limit, words);
      if (match) return match;
    }
    if (token.text !== ',') continue;
    const match = matchClause(tokens, at + 1, limit, words);
    if (match && (match.end >= limit - 8 || tokens[match.end]?.text === '.')) {
      return { ...match, confidence: 0.85 };
    }
  }
  return null;
}

/** "“…,” the guard *growled*.": after such a quotation any verb of a human subject is a cue. */
function matchUnlisted(
  tokens: readonly Token[],
  at: number,
  limit: number,
  words: SpeakerWords,
): Match | null {
  const subject = phraseRight(tokens, at, limit, words);
  if (!subject || !isHuman(tokens, subject, null, words)) return null;
  const verb = skipAdverbsRight(tokens, subject.end, limit, words);
  const token = tokens[verb];
  if (token?.kind !== 'word' || token.capital || !/ed$/u.test(token.lower)) return null;
  const next = tokens[verb + 1];
  const ends = next === undefined || next.kind === 'punctuation' || next.kind === 'quotation';
  if (!ends && !words.linking.has(next.lower) && !words.boundaries.has(next.lower)) return null;
  return { ...found(subject, verb, verb + 1, false), confidence: 0.75 };
}

function clauseLimit(tokens: readonly Token[], at: number): number {
  const furthest = Math.min(tokens.length, at + REACH);
  let limit = at + 1;
  while (
    limit < furthest &&
    tokens[limit]?.sentence !== limit &&
    !(tokens[limit]?.kind === 'quotation' && !isNickname(tokens, limit))
  ) {
    limit += 1;
  }
  return limit;
}

/** A quotation between the parts of a name: Tom “Shrimp” Pascoe. */
function isNickname(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before?.capital === true && tokens[at + 1]?.capital === true;
}

/** Verb and subject in either order from token `at` on: "said Smith", "Smith, the mayor, said". */
export function matchClause(
  tokens: readonly Token[],
  at: number,
  limit: number,
  words: SpeakerWords,
): Match | null {
  const according = matchAccording(tokens, at, limit, words);
  if (according) return according;
  // "…, comme l’explique …", "…, as Smith put it"
  if (LIKE.test(tokens[at]?.lower ?? '')) {
    return matchLike(tokens, at + 1, limit, words) ?? matchInverted(tokens, at + 1, limit, words);
  }
  return matchInverted(tokens, at, limit, words) ?? matchSubjectFirst(tokens, at, limit, words);
}

const LIKE = /^(?:comme|como|jak|как|as)$/u;

/** The clause after "as": "as *the mayor put it*". */
function matchLike(
  tokens: readonly Token[],
  at: number,
  limit: number,
  words: SpeakerWords,
): Match | null {
  if (words.language !== 'en') return null;
  const subject = phraseRight(tokens, at, limit, words);
  if (!subject) return null;
  for (let verb = subject.end; verb < Math.min(limit, subject.end + 12); verb += 1) {
    const token = tokens[verb];
    if (token?.kind === 'punctuation') return null;
    if (!finiteCue(tokens, verb, words)) continue;
    return { ...withVerb(tokens, subject, verb, words), confidence: 0.9 };
  }
  return null;
}

function cueRange(at: number): PhraseRange {
  return { first: at, end: at + 1 };
}

function matchInverted(
  tokens: readonly Token[],
  at: number,
  limit: number,
  words: SpeakerWords,
): Match | null {
  let verb = at;
  const auxiliary = words.auxiliaries.has(tokens[at]?.lower ?? '');
  if (auxiliary) {
    verb = at + 1;
    if (isPronoun(tokens[verb], words) && finiteCue(tokens, verb + 1, words)) {
      return found(cueRange(verb), verb + 1, verb + 2, false);
    }
  }
  const cue = finiteCue(tokens, verb, words);
  if (!cue) return null;
  if (tokens[verb + 1]?.text === ',') return null;
  // "сообщили в министерстве": the body where somebody said it.
  if (words.language === 'ru' && /^во?$/u.test(tokens[verb + 1]?.lower ?? '')) {
    const body = phraseRight(tokens, verb + 2, limit, words);
    return body && { ...found(body, verb, body.end, false), confidence: 0.8 };
  }
  // Reflexive and other small words: "stěžovala si obyvatelka", "dijo ayer la alcaldesa".
  const subject =
    words.language === 'en' ? verb + 1 : skipAdverbsRight(tokens, verb + 1, limit, words);
  const phrase = phraseRight(tokens, subject, limit, words);
  if (!phrase) return null;
  const end = extendApposition(tokens, phrase, limit, words);
  return found({ first: phrase.first, end }, verb, end, false);
}

function finiteCue(tokens: readonly Token[], at: number, words: SpeakerWords) {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.capital) return null;
  const cue = words.cues.get(token.lower) ?? null;
  return cue?.form === 'finite' ? cue : null;
}

function found(speaker: PhraseRange, cue: number, end: number, tells: boolean): Match {
  return { speaker, cue: cueRange(cue), toldAt: tells ? cue + 1 : -1, end, confidence: 0.95 };
}

function matchSubjectFirst(
  tokens: readonly Token[],
  at: number,
  limit: number,
  words: SpeakerWords,
): Match | null {
  if (!isPronoun(tokens[at], words) && !startsSubject(tokens, at, words)) return null;
  for (const loose of [true, false]) {
    const subject = phraseRight(tokens, at, limit, words, loose);
    if (!subject) return null;
    if (words.postpositions.has(tokens[subject.end]?.lower ?? '')) {
      return found(subject, subject.end, subject.end + 1, false);
    }
    const direct = verbAfter(tokens, pastBracket(tokens, subject.end, limit), limit, words);
    if (direct >= 0) {
      return (
        quotedAs(tokens, subject, direct, limit, words) ?? withVerb(tokens, subject, direct, words)
      );
    }
    for (let comma = subject.end; comma < Math.min(limit, subject.end + 25); comma += 1) {
      if (tokens[comma]?.text !== ',') continue;
      const verb =
        comma > subject.end || tokens[comma + 1] ? verbAfter(tokens, comma + 1, limit, words) : -1;
      if (verb < 0 || tokens[subject.end]?.text !== ',') continue;
      const end = Math.min(comma, extendApposition(tokens, subject, comma + 1, words));
      return withVerb(tokens, { first: subject.first, end }, verb, words);
    }
  }
  return null;
}

/** One past a group in brackets at `at`: "Roe *(Lab)* said". */
function pastBracket(tokens: readonly Token[], at: number, limit: number): number {
  if (tokens[at]?.text !== '(') return at;
  for (let close = at + 1; close < Math.min(limit, at + 8); close += 1) {
    if (tokens[close]?.text === ')') return close + 1;
  }
  return at;
}

/** "Tass quoted *her* as saying": the object speaks, and the subject passes it on. */
function quotedAs(
  tokens: readonly Token[],
  subject: PhraseRange,
  verb: number,
  limit: number,
  words: SpeakerWords,
): Match | null {
  if (words.language !== 'en' || !/^(?:quot|cit)e[ds]$/u.test(tokens[verb]?.lower ?? ''))
    return null;
  const passive = words.passives.has(tokens[verb - 1]?.lower ?? '');
  let as = verb + 1;
  while (as < Math.min(limit, verb + 12) && tokens[as]?.lower !== 'as') as += 1;
  if (tokens[as]?.lower !== 'as') return null;
  const end = as + 2;
  const cue = { first: as + 1, end };
  if (passive) return { speaker: subject, cue, toldAt: -1, end, confidence: 0.95 };
  const object = { first: verb + 1, end: as };
  if (object.end === object.first) return null;
  return { speaker: object, cue, toldAt: -1, end, confidence: 0.9, reporter: subject };
}

function withVerb(
  tokens: readonly Token[],
  subject: PhraseRange,
  verb: number,
  words: SpeakerWords,
): Match {
  const tells = words.cues.get(tokens[verb]?.lower ?? '')?.tells === true;
  return found(subject, verb, verb + 1, tells);
}

function startsSubject(tokens: readonly Token[], at: number, words: SpeakerWords): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  return words.determiners.has(token.lower) || isNominal(tokens, at, words);
}

function skipAdverbsRight(
  tokens: readonly Token[],
  at: number,
  limit: number,
  words: SpeakerWords,
): number {
  let next = at;
  while (next < limit) {
    const token = tokens[next];
    if (token?.kind !== 'word' || token.capital) break;
    if (words.determiners.has(token.lower) && isNominal(tokens, next + 1, words)) break;
    const skipped =
      words.adverbs.has(token.lower) ||
      words.auxiliaries.has(token.lower) ||
      (words.language === 'en' && /ly$/u.test(token.lower));
    if (!skipped) break;
    next += 1;
  }
  return next;
}

/** The index of the verb of saying that follows at `at`, past auxiliaries and adverbs, or -1. */
function verbAfter(
  tokens: readonly Token[],
  at: number,
  limit: number,
  words: SpeakerWords,
): number {
  const verb = skipAdverbsRight(tokens, at, limit, words);
  if (verb >= limit) return -1;
  const cue = verbCueAt(tokens, verb, words) ?? finiteCue(tokens, verb, words);
  return cue?.form === 'finite' ? verb : -1;
}

/** "…" — Jane Doe, teacher: a name after a dash, to the end of the line. */
function matchSignature(
  tokens: readonly Token[],
  at: number,
  limit: number,
  words: SpeakerWords,
): Match | null {
  if (!tokens[at]?.capital) return null;
  const phrase = phraseRight(tokens, at, limit, words, true);
  if (!phrase) return null;
  const end = extendApposition(tokens, phrase, limit, words);
  const rest = tokens[end];
  if (rest && rest.text !== '.' && rest.text !== ',') {
    // ‘Enough’ – Jane Doe hits out at …: a headline.
    const named = at === phrase.first && isHuman(tokens, phrase, null, words);
    if (words.language !== 'en' || !named || rest.kind !== 'word') return null;
    return { speaker: phrase, cue: null, toldAt: -1, end: phrase.end, confidence: 0.7 };
  }
  return { speaker: { first: phrase.first, end }, cue: null, toldAt: -1, end, confidence: 0.85 };
}
