/*
 * German clauses around a verb of saying. The subject may stand before the verb, after it, or far from
 * it where the verb comes last ("weil *der Minister* den Plan als „falsch“ bezeichnet hatte"): the noun
 * phrases of the clause tell, not their place.
 */
import { extendApposition } from './apposition';
import {
  Fit,
  isOrdinal,
  isPreposition,
  type NounPhrase,
  nounPhraseAt,
  nounPhrases,
} from './german-nouns';
import { type People, surnameOf } from './people';
import type { PhraseRange } from './phrase';
import type { Token } from './tokens';
import type { SpeakerWords } from './words-type';

/** So many clauses to the left are searched for a subject that the verb's own clause lacks. */
const CLAUSES_BACK = 4;
/** A clause is read no further than this many tokens from its verb. */
export const REACH = 40;

const PASSIVE = /^(?:wird|wurde|wurden|werden|werde|worden)$/u;
const RELATIVE = /^(?:der|die|das|den|dem|dessen|deren|denen|welcher|welche|welches|wo|was)$/u;
const SUBORDINATING =
  /^(?:dass|daß|weil|ob|wenn|obwohl|obgleich|nachdem|bevor|ehe|damit|sodass|da|indem|falls|sofern|solange|sobald|seitdem|während|um|ohne|statt|wie|wonach|wobei|weshalb|warum|wieso)$/u;

/** Does a word open a clause that depends on another: weil, dass, wo, der? */
export function opensDependent(token: Token | undefined): boolean {
  const lower = token?.lower ?? '';
  return SUBORDINATING.test(lower) || RELATIVE.test(lower) || /^(?:wer|wen|wem|als)$/u.test(lower);
}

/** Does a clause end at this token: a comma, a dash, a colon, a full stop? */
export function isBreak(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'punctuation' || !/^(?:[,;:!?…]|[–—-]+|\.+)$/u.test(token.text)) return false;
  if (token.text === '.') return !isOrdinal(tokens, at);
  // "Fraktions- und Parteichefs"
  return token.text !== '-' || tokens[at - 1]?.end !== token.start;
}

/** A verb of saying with a small letter (or the first word of its sentence) at this token. */
export function isSpeechVerb(tokens: readonly Token[], at: number, words: SpeakerWords): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || !words.cues.has(token.lower) || token.lower === 'so') return false;
  return !token.capital || token.sentence === at;
}

/** The first token of the clause that a token stands in, not before `floor`. */
export function clauseStart(
  tokens: readonly Token[],
  at: number,
  floor: number,
  words: SpeakerWords,
): number {
  let start = at;
  while (start > floor) {
    const before = tokens[start - 1];
    if (isBreak(tokens, start - 1)) break;
    // "… und *sprach* von", "…, aber *er* sprach": another clause begins.
    const joins = /^(?:und|oder|aber|sondern|doch|denn)$/u.test(before?.lower ?? '');
    // "weil A das *forderte und* B von „…“ sprach": a verb ends the clause before it.
    const ended = joins && isSpeechVerb(tokens, start - 2, words);
    if (joins && (ended || opensClause(tokens, start, words))) break;
    start -= 1;
  }
  return start;
}

export function opensClause(tokens: readonly Token[], at: number, words: SpeakerWords): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || (token.capital && token.sentence !== at)) return false;
  return (
    words.cues.has(token.lower) ||
    words.auxiliaries.has(token.lower) ||
    SUBORDINATING.test(token.lower) ||
    /^(?:er|sie|es|man)$/u.test(token.lower)
  );
}

export function clauseEnd(
  tokens: readonly Token[],
  at: number,
  limit: number,
  words: SpeakerWords,
): number {
  let end = at + 1;
  while (end < limit && !isBreak(tokens, end)) {
    if (
      /^(?:und|oder|aber)$/u.test(tokens[end]?.lower ?? '') &&
      opensClause(tokens, end + 1, words)
    )
      break;
    end += 1;
  }
  return end;
}

/**
 * The subject of the verb at token `verb`: the phrase of its clause that fits best; where the clause
 * has none, that of a clause before it. `floor` and `limit` bound what is read. Null for a passive
 * that names nobody, and where there is no subject at all.
 */
export function germanSubject(
  tokens: readonly Token[],
  verb: number,
  floor: number,
  limit: number,
  words: SpeakerWords,
): PhraseRange | null {
  const lowest = Math.max(floor, verb - REACH);
  const start = clauseStart(tokens, verb, lowest, words);
  const end = clauseEnd(tokens, verb, Math.min(limit, verb + REACH), words);
  const lower = tokens[verb]?.lower ?? '';
  if (isPassive(tokens, start, end, lower)) return agentOf(tokens, start, end, words);
  if (/^hie(?:ß|ss)$|^hei(?:ß|ss)t$|^lautete?$/u.test(lower)) {
    return documentOf(tokens, verb, start, end, words);
  }
  const phrases = nounPhrases(tokens, start, end, words).filter(({ oblique }) => !oblique);
  const best = bestOf(tokens, phrases, verb, words);
  if (best && best.fit > Fit.thing) return withApposition(tokens, best, verb, limit, words);
  const left = subjectFromLeft(tokens, start, lowest, words);
  if (left) return withApposition(tokens, left, verb, limit, words);
  // "das Management", "die Pfleger": nothing says that they cannot speak.
  const opens = SUBORDINATING.test(tokens[start]?.lower ?? '') && best?.first === start + 1;
  if (best && (opens || besideVerb(tokens, best, verb, words))) return best;
  return particleName(tokens, verb + 1, end, words);
}

/** "erklärte *von der Leyen*": a name that begins like a preposition. */
function particleName(
  tokens: readonly Token[],
  at: number,
  limit: number,
  words: SpeakerWords,
): PhraseRange | null {
  if (tokens[at]?.lower !== 'von' || /^(?:sprach|spricht|rede)/u.test(tokens[at - 1]?.lower ?? ''))
    return null;
  const phrase = nounPhraseAt(tokens, at + 1, limit, words, 'von');
  return phrase && phrase.fit <= Fit.body ? { first: at, end: phrase.end } : null;
}

/** The subject of the clauses left of a verb's own clause, which starts at `start`. */
function subjectFromLeft(
  tokens: readonly Token[],
  start: number,
  lowest: number,
  words: SpeakerWords,
): NounPhrase | null {
  let end = start - 1;
  for (let round = 0; round < CLAUSES_BACK && end > lowest; round += 1) {
    const from = clauseStart(tokens, end, lowest, words);
    if (!isRelative(tokens, from, words) && !SUBORDINATING.test(tokens[from]?.lower ?? '')) {
      const phrases = nounPhrases(tokens, from, end, words).filter(({ oblique }) => !oblique);
      const best = bestOf(tokens, phrases, -1, words);
      if (best && best.fit > Fit.thing) return withHead(tokens, best, from, end, lowest, words);
    }
    if (tokens[from - 1]?.text === ':') return null;
    end = from - 1;
  }
  return null;
}

/** "*der Fraktionschef*, Jens Albrecht, …": a name alone between commas belongs to what is before it. */
function withHead(
  tokens: readonly Token[],
  name: NounPhrase,
  from: number,
  end: number,
  lowest: number,
  words: SpeakerWords,
): NounPhrase {
  if (name.first !== from || name.end !== end || tokens[from - 1]?.text !== ',') return name;
  const start = clauseStart(tokens, from - 1, lowest, words);
  const head = nounPhrases(tokens, start, from - 1, words).at(-1);
  if (!head || head.end !== from - 1 || head.oblique || head.fit <= Fit.thing) return name;
  return { ...head, end: name.end };
}

/** "…, *der keiner Partei angehört*, …": a clause that begins with a relative pronoun. */
export function isRelative(tokens: readonly Token[], at: number, words: SpeakerWords): boolean {
  const from = isPreposition(tokens[at]) ? at + 1 : at;
  if (!RELATIVE.test(tokens[from]?.lower ?? '') || tokens[at - 1]?.text !== ',') return false;
  if (tokens[from]?.lower === 'wo' || tokens[from]?.lower === 'was') return true;
  const [phrase] = nounPhrases(tokens, from, from + 10, words);
  return phrase?.first !== from || phrase.fit === Fit.thing;
}

/** The phrase that fits best, the first of several; beside the verb a name or a body is as good. */
function bestOf(
  tokens: readonly Token[],
  phrases: readonly NounPhrase[],
  verb: number,
  words: SpeakerWords,
): NounPhrase | null {
  let best: NounPhrase | null = null;
  let bestFit = 0;
  for (const phrase of phrases) {
    const near = verb >= 0 && phrase.fit > Fit.thing && besideVerb(tokens, phrase, verb, words);
    // Right behind the verb, or alone before it, stands the subject sooner than elsewhere.
    const place = near && (phrase.first > verb || phrase === phrases[0]) ? 1.5 : 0;
    const fit = (near ? Math.max(phrase.fit, Fit.person) : phrase.fit) + place;
    if (fit <= bestFit) continue;
    best = phrase;
    bestFit = fit;
  }
  return best;
}

/** Does the phrase stand right before or after the verb, but for adverbs? */
function besideVerb(
  tokens: readonly Token[],
  phrase: NounPhrase,
  verb: number,
  words: SpeakerWords,
): boolean {
  const [from, to] = phrase.end <= verb ? [phrase.end, verb] : [verb + 1, phrase.first];
  for (let at = from; at < to; at += 1) {
    const { lower = '', capital = false } = tokens[at] ?? {};
    const small = words.adverbs.has(lower) || words.auxiliaries.has(lower) || lower === 'sich';
    if (capital || !small) return false;
  }
  return true;
}

function isPassive(tokens: readonly Token[], start: number, end: number, verb: string): boolean {
  if (!/^ge.+|(?:t|en)$/u.test(verb) || /te(?:n)?$/u.test(verb)) return false;
  for (let at = start; at < end; at += 1) {
    if (PASSIVE.test(tokens[at]?.lower ?? '')) return true;
  }
  return false;
}

/** "wurde *vom Minister* als „falsch“ bezeichnet" */
function agentOf(
  tokens: readonly Token[],
  start: number,
  end: number,
  words: SpeakerWords,
): PhraseRange | null {
  const agents = nounPhrases(tokens, start, end, words).filter(
    ({ after, fit }) => /^(?:von|vom|durch)$/u.test(after) && fit > Fit.thing,
  );
  return agents[0] ?? null;
}

/** "heißt es in *der Mitteilung*", "In *der Mitteilung* heißt es", "hieß es aus *dem Ministerium*" */
function documentOf(
  tokens: readonly Token[],
  verb: number,
  start: number,
  end: number,
  words: SpeakerWords,
): PhraseRange | null {
  const phrases = nounPhrases(tokens, start, end, words);
  const lower = tokens[verb]?.lower ?? '';
  if (/^laut/u.test(lower)) {
    return phrases.find(({ oblique, first }) => !oblique && first > verb) ?? phrases[0] ?? null;
  }
  const from = (phrase: NounPhrase) =>
    /^(?:in|im|aus|vom|von|auf|bei|beim|seitens|laut|seiten)$/u.test(phrase.after);
  return (
    phrases.find((phrase) => phrase.first > verb && from(phrase)) ?? phrases.find(from) ?? null
  );
}

/** The subject with what stands beside it in commas, if that does not run into the verb. */
function withApposition(
  tokens: readonly Token[],
  subject: NounPhrase,
  verb: number,
  limit: number,
  words: SpeakerWords,
): PhraseRange {
  // "Beck, *die keiner Partei angehört*, sagte"
  if (tokens[subject.end]?.text === ',' && isRelative(tokens, subject.end + 1, words))
    return { first: subject.first, end: subject.end };
  const reach = subject.end <= verb ? verb : limit;
  const end = extendApposition(tokens, subject, reach, words);
  return { first: subject.first, end: Math.max(end, subject.end) };
}

/** The person whom a clause or sentence is about, where no verb of saying helps. */
export function germanPerson(
  tokens: readonly Token[],
  from: number,
  to: number,
  people: People,
  words: SpeakerWords,
  oblique = false,
): NounPhrase | null {
  let best: NounPhrase | null = null;
  for (const phrase of nounPhrases(tokens, from, to, words)) {
    if (phrase.oblique && !oblique) continue;
    const known = people.bySurname.has(surnameOf(tokens[phrase.end - 1]?.text ?? ''));
    const fit = known && phrase.bare ? Fit.person : phrase.fit;
    if (fit >= Fit.person && fit > (best?.fit ?? 0)) best = { ...phrase, fit };
  }
  return best;
}
