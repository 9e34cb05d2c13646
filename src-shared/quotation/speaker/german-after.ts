/*
 * German attributions after a quotation: „…“, sagte Beck; „…“, wie Beck dem Sender sagte; „…“, so Beck;
 * die Lage sei „ernst“, hatte Beck gesagt; sie hatte den Plan als „falsch“ bezeichnet.
 */
import { extendApposition } from './apposition';
import { cueHolds } from './cue-holds';
import { germanSubject, isBreak, isSpeechVerb, opensDependent } from './german-clause';
import { Fit, isArticle, isPreposition, nounPhraseAt, nounPhrases } from './german-nouns';
import { germanAround } from './german-verbs';
import { accordingEnd, type Match, matchAccording } from './match';
import { phraseLeft } from './phrase';
import { sentenceEnd, type Token } from './tokens';
import type { SpeakerWords } from './words-type';

/** The attribution that begins at token `at`, right after a quotation; `linked`: with a comma. */
export function findGermanAfter(
  tokens: readonly Token[],
  at: number,
  limit: number,
  linked: boolean,
  words: SpeakerWords,
): Match | null {
  return (
    matchAccording(tokens, at, limit, words) ??
    clauseAt(tokens, at, limit, words, linked) ??
    postposition(tokens, at, limit, words)
  );
}

/** An attribution further on in the sentence of the quotation at token `index`. */
export function findGermanTail(
  tokens: readonly Token[],
  index: number,
  limit: number,
  words: SpeakerWords,
): Match | null {
  const around = germanAround(tokens, index, limit, words);
  if (around) return around;
  // "„Lächerlich“ war in den Kommentaren zu lesen"
  const read = /^(?:ist|war)$/u.test(tokens[index + 1]?.lower ?? '')
    ? perfect(tokens, index + 1, limit, words, false)
    : null;
  if (read) return read;
  for (let at = index + 1; at < limit; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'word' && accordingEnd(tokens, at, words) > 0) {
      const match = matchAccording(tokens, at, limit, words);
      if (match) return match;
    }
    if (words.postpositions.has(token?.lower ?? '')) {
      const speaker = phraseLeft(tokens, at, index + 1, words);
      const cue = { first: at, end: at + 1 };
      if (speaker) return { speaker, cue, toldAt: -1, end: at + 1, confidence: 0.9 };
    }
    if (token?.text !== ',' && !/^[–—-]$/u.test(token?.text ?? '')) continue;
    const match = clauseAt(tokens, at + 1, limit, words, false);
    if (match) return { ...match, confidence: Math.min(match.confidence, 0.85) };
  }
  return null;
}

/**
 * A clause of saying that begins at token `at` with its verb, with "wie" or with "so". `close`: it
 * stands right after a quotation, where any verb of a person quotes: „…“, *brummt der Kapitän*.
 */
function clauseAt(
  tokens: readonly Token[],
  at: number,
  limit: number,
  words: SpeakerWords,
  close: boolean,
): Match | null {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.capital) return null;
  if (token.lower === 'so') return soClause(tokens, at, limit, words);
  if (token.lower === 'wie') return likeClause(tokens, at, limit, words);
  if (words.auxiliaries.has(token.lower)) return perfect(tokens, at, limit, words, close);
  if (isSpeechVerb(tokens, at, words) && (cueHolds(tokens, at, words) || !close)) {
    if (!cueHolds(tokens, at, words)) return null;
    const subject = germanSubject(tokens, at, at, limit, words);
    return subject ? matchOf(subject, at, /^h[ei]+(?:ß|ss)t?$/u.test(token.lower) ? 2 : 1) : null;
  }
  return close ? unlisted(tokens, at, limit, words) : null;
}

function matchOf(
  speaker: { first: number; end: number },
  verb: number,
  cueLength = 1,
  confidence = 0.95,
): Match {
  const cue = { first: verb, end: verb + cueLength };
  return { speaker, cue, toldAt: -1, end: Math.max(speaker.end, cue.end), confidence };
}

/** "so Beck", "so die Ministerin weiter" */
function soClause(
  tokens: readonly Token[],
  at: number,
  limit: number,
  words: SpeakerWords,
): Match | null {
  let first = at + 1;
  while (words.adverbs.has(tokens[first]?.lower ?? '')) first += 1;
  const phrase = nounPhraseAt(tokens, first, limit, words);
  if (!phrase || phrase.oblique) return null;
  const end = extendApposition(tokens, phrase, limit, words);
  return matchOf({ first: phrase.first, end }, at);
}

/** "wie die Polizei am Montag mitteilte", "wie es in der Mitteilung heißt" */
function likeClause(
  tokens: readonly Token[],
  at: number,
  limit: number,
  words: SpeakerWords,
): Match | null {
  for (let verb = at + 1; verb < Math.min(limit, at + 30); verb += 1) {
    if (tokens[verb]?.kind === 'quotation') return null;
    if (!isSpeechVerb(tokens, verb, words) || tokens[verb]?.capital) continue;
    const next = tokens[verb + 1];
    const last = next === undefined || next.kind !== 'word' || words.auxiliaries.has(next.lower);
    const second = verb === at + 1;
    if (!last && !second && !words.conjunctions.has(next.lower)) continue;
    const subject = germanSubject(tokens, verb, at, second ? limit : verb + 1, words);
    if (subject) return { ...matchOf(subject, verb, 1, 0.9), end: Math.max(subject.end, verb + 1) };
  }
  return null;
}

/** "hatte Beck am Montag gesagt", "war in der Mitteilung zu lesen" */
function perfect(
  tokens: readonly Token[],
  at: number,
  limit: number,
  words: SpeakerWords,
  close: boolean,
): Match | null {
  let end = at + 1;
  while (end < limit && !isBreak(tokens, end)) end += 1;
  if (/^(?:ist|war)$/u.test(tokens[at]?.lower ?? '')) {
    const last = tokens[end - 1]?.lower ?? '';
    if (!/^(?:lesen|hören)$/u.test(last) || tokens[end - 2]?.lower !== 'zu') return null;
    const source = nounPhrases(tokens, at + 1, end, words).find(({ after }) =>
      /^(?:in|im|auf|aus|von|vom|bei|beim)$/u.test(after),
    );
    return source ? { ...matchOf(source, end - 1), end } : null;
  }
  for (let verb = end - 1; verb > at; verb -= 1) {
    if (!isSpeechVerb(tokens, verb, words)) continue;
    const subject = germanSubject(tokens, verb, at, limit, words);
    if (!subject) return null;
    return { ...matchOf(subject, verb), end: Math.max(subject.end, verb + 1) };
  }
  // „…“, *hatte Beck die Gäste begrüßt*.
  const phrase = close ? nounPhraseAt(tokens, at + 1, end, words) : null;
  const cut = tokens[end]?.kind === 'quotation';
  const participle = phrase && (cut || /^ge|(?:t|en)$/u.test(tokens[end - 1]?.lower ?? ''));
  if (!participle || phrase.oblique || phrase.fit < Fit.person) return null;
  return { ...matchOf(phrase, end - 1, 1, 0.75), end };
}

/** „…“, *brummt der Kapitän*. */
function unlisted(
  tokens: readonly Token[],
  at: number,
  limit: number,
  words: SpeakerWords,
): Match | null {
  const verb = tokens[at];
  if (!verb || opensDependent(verb)) return null;
  if (words.adverbs.has(verb.lower) || words.linking.has(verb.lower)) return null;
  if (words.boundaries.has(verb.lower) || isPreposition(verb) || isArticle(verb)) return null;
  let first = at + 1;
  while (words.adverbs.has(tokens[first]?.lower ?? '') || tokens[first]?.lower === 'sich')
    first += 1;
  const phrase = nounPhraseAt(tokens, first, limit, words);
  if (!phrase || phrase.oblique || phrase.fit === Fit.thing) return null;
  const end = extendApposition(tokens, phrase, limit, words);
  return matchOf({ first: phrase.first, end }, at, 1, 0.75);
}

/** "der Sprecherin zufolge" */
function postposition(
  tokens: readonly Token[],
  at: number,
  limit: number,
  words: SpeakerWords,
): Match | null {
  for (let next = at + 1; next < Math.min(limit, at + 12); next += 1) {
    if (isBreak(tokens, next)) return null;
    if (!words.postpositions.has(tokens[next]?.lower ?? '')) continue;
    const speaker = phraseLeft(tokens, next, at, words);
    return speaker ? matchOf(speaker, next) : null;
  }
  return null;
}

/** "„…“ *Mit diesen Worten* kommentiert Beck …", "„…“ *So steht es in* der Mitteilung." */
export function findGermanNext(
  tokens: readonly Token[],
  at: number,
  words: SpeakerWords,
): Match | null {
  const first = tokens[at];
  if (first?.sentence !== at || !first.capital) return null;
  const end = sentenceEnd(tokens, at, Math.min(tokens.length, at + 40));
  const second = tokens[at + 1]?.lower ?? '';
  const third = tokens[at + 2]?.lower ?? '';
  const withWords = first.lower === 'mit' && /^(?:diesen|den)$/u.test(second) && third === 'worten';
  const thus = /^(?:so|das|dies)$/u.test(first.lower) && words.cues.has(second);
  if (!withWords && !thus) {
    const stands = first.lower === 'so' && /^(?:steht|stand|heißt|hieß)$/u.test(second);
    if (!stands || third !== 'es') return null;
    const source = nounPhrases(tokens, at + 3, end, words).find(({ after }) => after !== '');
    return source ? { ...matchOf(source, at + 1), confidence: 0.85 } : null;
  }
  const verb = withWords ? at + 3 : at + 1;
  const subject = nounPhrases(tokens, verb + 1, end, words).find(
    ({ oblique, fit }) => !oblique && fit > Fit.thing,
  );
  return subject ? matchOf(subject, verb, 1, 0.8) : null;
}
