/*
 * German noun phrases. Nouns have capitals in German, articles show case, and both say more about
 * who can be a subject than the order of words does: "Den Plan nannte *der Minister* „falsch“".
 */

import {
  ADJECTIVE,
  ALONE,
  ARTICLES,
  FEMININE,
  MEASURES,
  NOMINALISED,
  OBLIQUE,
  PARTICIPLE,
  PREPOSITIONS,
  SAID,
} from './german-words';
import { genderOfGivenName } from './given-names';
import { isBody, isRole } from './offices';
import type { PhraseRange } from './phrase';
import type { Token } from './tokens';
import type { SpeakerWords } from './words-type';

/** How well a phrase fits as the one who speaks; greater is better. */
export const Fit = {
  /** "der Plan", "Konsequenzen": a thing, for all one can see. */
  thing: 1,
  /** "die SPD", or a word that may be a name. */
  body: 2,
  /** "die Ministerin": somebody, as subject or as object. */
  person: 3,
  /** "er", "der Minister": somebody, in a case that only a subject has. */
  subject: 4,
} as const;

export interface NounPhrase extends PhraseRange {
  fit: number;
  /** After a preposition, or in the genitive or dative: no subject. */
  oblique: boolean;
  /** The preposition before it, in lower case. */
  after: string;
  /** A single word with a capital and nothing before it: a surname, or a noun without an article. */
  bare: boolean;
}

/** No phrase is longer than this many tokens. */
const LONGEST = 25;

export function isArticle(token: Token | undefined): boolean {
  return token?.kind === 'word' && ARTICLES.has(token.lower);
}

export function isPreposition(token: Token | undefined): boolean {
  return token?.kind === 'word' && PREPOSITIONS.has(token.lower);
}

/** A word with a capital that is a noun or a name, and not just the first of its sentence. */
export function isNoun(tokens: readonly Token[], at: number, words: SpeakerWords): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  if (/^\p{N}+[-‑]?jährige[nrms]?$/u.test(token.lower)) return true;
  if (!token.capital) return false;
  if (/^\p{N}/u.test(token.text) && !/\p{L}{4}/u.test(token.text)) return false;
  const opens = token.sentence === at || tokens[at - 1]?.text === ':';
  return !opens || !isSmall(token, words);
}

/** Is this a word that German writes with a small letter: an adverb, a conjunction, an article? */
function isSmall({ lower }: Token, words: SpeakerWords): boolean {
  return (
    ARTICLES.has(lower) ||
    PREPOSITIONS.has(lower) ||
    words.adverbs.has(lower) ||
    words.boundaries.has(lower) ||
    words.conjunctions.has(lower) ||
    words.auxiliaries.has(lower) ||
    words.pronouns.has(lower) ||
    /^(?:zwar|ja|nein|ob|man|dies|wer|was|wo|warum|weshalb|wenig|viel|mehr|kaum|ganz|gar|sehr|alles|nichts|etwas)$|(?:weise|wärts|mals|falls|dings|[^u]lich)$/u.test(
      lower,
    )
  );
}

/**
 * The noun phrases of tokens from `from` to before `to`, in order. Nothing inside another phrase (the
 * genitive in "der Sprecher *der Stadt*") is a phrase of its own.
 */
export function nounPhrases(
  tokens: readonly Token[],
  from: number,
  to: number,
  words: SpeakerWords,
): NounPhrase[] {
  const found: NounPhrase[] = [];
  let preposition = '';
  for (let at = from; at < to; ) {
    const token = tokens[at];
    if (token?.kind !== 'word') {
      // "am 17. November": the number belongs to what follows.
      if (token?.text !== '.' || !isOrdinal(tokens, at)) preposition = '';
      at += 1;
      continue;
    }
    // "der „Bild“-*Zeitung*": the rest of a compound.
    const joined =
      /^[-‑]$/u.test(tokens[at - 1]?.text ?? '') && tokens[at - 1]?.end === token.start;
    const phrase = joined ? null : nounPhraseAt(tokens, at, to, words, preposition);
    if (phrase) {
      const when = phrase.after === 'als' && opensWithAls(tokens, at - 1, phrase.end, words);
      found.push(when ? { ...phrase, oblique: false, after: '' } : phrase);
      preposition = '';
      at = phrase.end;
      continue;
    }
    const infinitive = token.lower === 'zu' && !isNounAhead(tokens, at, to, words);
    if (PREPOSITIONS.has(token.lower) && !infinitive) preposition = token.lower;
    else if (words.cues.has(token.lower) || words.auxiliaries.has(token.lower)) preposition = '';
    at += 1;
  }
  return found;
}

/** "*Als* der Minister im Mai sagte": a conjunction; but "*Als* Minister sagte er", "*als* Erster". */
function opensWithAls(
  tokens: readonly Token[],
  at: number,
  end: number,
  words: SpeakerWords,
): boolean {
  const opens = tokens[at]?.sentence === at || tokens[at - 1]?.text === ',';
  const next = tokens[end];
  if (!opens || next?.kind !== 'word') return false;
  return next.capital || !(words.cues.has(next.lower) || /(?:t|te|ten)$/u.test(next.lower));
}

/** Is this full stop that of an ordinal or an abbreviation, and not the end of a sentence? */
export function isOrdinal(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next !== undefined && next.sentence !== at + 1;
}

function isNounAhead(
  tokens: readonly Token[],
  at: number,
  to: number,
  words: SpeakerWords,
): boolean {
  for (let next = at + 1; next < Math.min(to, at + 5); next += 1) {
    if (isNoun(tokens, next, words)) return true;
  }
  return false;
}

/** The noun phrase that begins at a token, or null. `after`: the preposition before it, if any. */
export function nounPhraseAt(
  tokens: readonly Token[],
  first: number,
  limit: number,
  words: SpeakerWords,
  after = '',
): NounPhrase | null {
  const token = tokens[first];
  if (token?.kind !== 'word') return null;
  const highest = Math.min(limit, first + LONGEST);
  if (/^(?:er|sie)$/u.test(token.lower)) {
    const fit = token.lower === 'er' ? Fit.subject : Fit.person;
    return { first, end: first + 1, fit, oblique: after !== '', after, bare: false };
  }
  const article = ARTICLES.has(token.lower) ? token.lower : '';
  const noun = headStart(tokens, first, highest, article !== '', words);
  if (noun < 0) {
    if (!ALONE.has(token.lower) || tokens[first + 1]?.kind !== 'word') return null;
    return { first, end: first + 1, fit: Fit.body, oblique: after !== '', after, bare: false };
  }
  const headEnd = endOfHead(tokens, noun, highest, words);
  const owns = article !== '' || after !== '';
  const end = endOfPhrase(tokens, { first, noun, headEnd }, highest, owns, words);
  const kind = kindOf(tokens, { first, noun, headEnd }, article !== '', words);
  // "der" before a feminine noun ("der Stadt"), or before "-en" ("der neuen Räte"), is no nominative.
  const weak = noun > first + 1 && /[^e]en$/u.test(tokens[noun - 1]?.lower ?? '');
  const head = tokens[noun]?.lower ?? '';
  // "der Deutschen Bahn": the first word of the name is an adjective.
  const named = headEnd > noun + 1 && /[^e]en$/u.test(head) && !isRole(head, words);
  const feminine = named || FEMININE.test(head);
  const masculine = article !== 'der' || !(weak || feminine);
  const oblique = after !== '' || OBLIQUE.test(article) || !masculine;
  const sure = kind === Fit.person && /^(?:der|ein|er)$/u.test(article) && masculine;
  const fit = sure ? Fit.subject : kind;
  return { first, end, fit, oblique, after, bare: article === '' && headEnd === first + 1 };
}

interface Head {
  first: number;
  /** Index of the first word of the head with a capital. */
  noun: number;
  headEnd: number;
}

/** What may stand after an article: "die drei", "die beiden". */
const SECOND =
  /^(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|beiden|vielen|anderen|andere|weiteren|wenigen|meisten)$/u;

function isNumber(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^\p{N}[\p{N}.,]*$/u.test(token.text);
}

/** Index of the first noun of a phrase, past article and adjectives, or -1. */
function headStart(
  tokens: readonly Token[],
  first: number,
  limit: number,
  article: boolean,
  words: SpeakerWords,
): number {
  let at = article ? first + 1 : first;
  if (!article && !isNoun(tokens, at, words) && tokens[at]?.capital) return -1;
  // "die drei Männer", "alle 12 Länder"
  while (article && (SECOND.test(tokens[at]?.lower ?? '') || isNumber(tokens[at]))) at += 1;
  // "der 1,98 Meter große Sprecher"
  const measured = isNumber(tokens[at - 1]) && MEASURES.has(tokens[at]?.lower ?? '');
  if (article && measured && isAdjective(tokens, at + 1, words)) at += 1;
  const adjectives = at;
  while (at < limit && !isNoun(tokens, at, words) && isAdjective(tokens, at, words)) {
    at += 1;
    const joins = /^(?:,|und|oder)$/u.test(tokens[at]?.lower ?? '');
    if (joins && isAdjective(tokens, at + 1, words)) at += 1;
  }
  if (at < limit && isNoun(tokens, at, words)) return at;
  if (!article) return -1;
  // "der *aus Bayern stammende* Jens Albrecht", "die *sichtlich bewegte* Ministerin"
  for (let next = adjectives; next < Math.min(limit - 1, adjectives + 9); next += 1) {
    const token = tokens[next];
    if (token?.kind !== 'word') return -1;
    if (words.auxiliaries.has(token.lower) && !token.capital) return -1;
    const attribute = !token.capital && PARTICIPLE.test(token.lower);
    if (attribute && next > adjectives && isNoun(tokens, next + 1, words)) return next + 1;
  }
  return -1;
}

/** A small word that can stand between article and noun. */
function isAdjective(tokens: readonly Token[], at: number, words: SpeakerWords): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.capital || !ADJECTIVE.test(token.lower)) return false;
  const { lower } = token;
  if (ARTICLES.has(lower) || PREPOSITIONS.has(lower) || words.auxiliaries.has(lower)) return false;
  if (words.adverbs.has(lower) || words.boundaries.has(lower) || words.pronouns.has(lower))
    return false;
  // A verb only where no noun follows: "*forderten* Anwohner".
  return !words.cues.has(lower);
}

/** One past the nouns and names that follow one another. */
function endOfHead(
  tokens: readonly Token[],
  noun: number,
  limit: number,
  words: SpeakerWords,
): number {
  let end = noun + 1;
  while (end < limit) {
    const token = tokens[end];
    const given = genderOfGivenName(tokens[end - 1]?.text ?? '') !== null;
    const measure = MEASURES.has(tokens[end - 1]?.lower ?? '');
    if (token?.kind === 'word' && token.capital && isNoun(tokens, end, words)) {
      if (words.times.has(token.lower) || MEASURES.has(token.lower) || measure) break;
      end += 1;
      continue;
    }
    // "Ursula von der Leyen"; "Anna Beck von der Gewerkschaft" is no name, but ends alike.
    const particle = particleEnd(tokens, end, limit);
    if (particle > end && given && !measure && isNoun(tokens, particle, words)) {
      end = particle + 1;
      continue;
    }
    if (token?.kind === 'quotation' && tokens[end + 1]?.capital && tokens[end - 1]?.capital) {
      end += 1;
      continue;
    }
    break;
  }
  return end;
}

/** One past the particles of a name at `at`: von, van, de, von der, zu. */
function particleEnd(tokens: readonly Token[], at: number, limit: number): number {
  if (!/^(?:von|van|de|di|da|del|zu|bin|al)$/u.test(tokens[at]?.lower ?? '')) return at;
  if (tokens[at]?.capital || !tokens[at - 1]?.capital) return at;
  if (/^zu$/u.test(tokens[at]?.lower ?? '')) return at;
  const next = tokens[at + 1]?.lower ?? '';
  const article = /^(?:der|den|dem|la|las)$/u.test(next);
  const end = article ? at + 2 : at + 1;
  return end < limit ? end : at;
}

/** What the words of the head say: somebody, a body, a thing. */
function kindOf(
  tokens: readonly Token[],
  { noun, headEnd }: Head,
  article: boolean,
  words: SpeakerWords,
): number {
  let names = 0;
  let body = false;
  for (let at = noun; at < headEnd; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    const { lower } = token;
    if (!token.capital && !NOMINALISED.test(lower)) continue;
    if (MEASURES.has(lower)) return Fit.thing;
    if (words.titles.has(lower) || isRole(lower, words) || NOMINALISED.test(lower)) {
      return Fit.person;
    }
    body ||= isBody(token, words);
    names += 1;
  }
  const first = tokens[noun]?.text ?? '';
  if (names >= 2 && genderOfGivenName(first) !== null) return Fit.person;
  if (body) return Fit.body;
  if (names >= 2) return Fit.person;
  // "sagte Beck", "sagten Anwohner"
  return article || SAID.test(tokens[noun]?.lower ?? '') ? Fit.thing : Fit.body;
}

/** One past the phrase: what stands in brackets after its head, genitives, "von der Stadt". */
function endOfPhrase(
  tokens: readonly Token[],
  { noun, headEnd }: Head,
  limit: number,
  owns: boolean,
  words: SpeakerWords,
): number {
  let end = pastBrackets(tokens, headEnd, limit);
  for (let round = 0; round < 4; round += 1) {
    const next = tokens[end];
    if (next?.kind !== 'word' || end >= limit) break;
    const office = isRole(tokens[end - 1]?.lower ?? '', words);
    const capitals = headEnd - noun;
    if (/^(?:der|des|eines|einer|ihres|seines|ihrer|seiner|dieser|dieses)$/u.test(next.lower)) {
      // "sagte Beck *der Zeitung*", "sagte Jens Albrecht *der Zeitung*": spoken to.
      if (round === 0 && ((capitals > 1 && !office) || (!owns && !office && capitals === 1))) {
        const body = capitals === 1 && isBody(tokens[noun] as Token, words);
        if (!body) break;
      }
      const inner = plainPhraseEnd(tokens, end, limit, words);
      if (inner < 0) break;
      if (next.lower === 'der' && round === 0 && isPaper(tokens, end, inner, words) && !office)
        break;
      end = pastBrackets(tokens, inner, limit);
      continue;
    }
    if (/^(?:von|vom|für|aus)$/u.test(next.lower) && !next.capital) {
      const from = end + 1;
      const inner = plainPhraseEnd(tokens, from, limit, words);
      const plain = MEASURES.has(tokens[inner - 1]?.lower ?? '');
      if (inner < 0 || plain || (next.lower === 'für' && !office)) break;
      end = pastBrackets(tokens, inner, limit);
      continue;
    }
    const conjoined = words.conjunctions.has(next.lower) && isNoun(tokens, end + 1, words);
    if (conjoined && tokens[end - 1]?.capital) {
      end = pastBrackets(tokens, endOfHead(tokens, end + 1, limit, words), limit);
      continue;
    }
    break;
  }
  return end;
}

/** One past article, adjectives and nouns at `at`, or -1. */
function plainPhraseEnd(
  tokens: readonly Token[],
  at: number,
  limit: number,
  words: SpeakerWords,
): number {
  const noun = headStart(tokens, at, limit, isArticle(tokens[at]), words);
  return noun < 0 ? -1 : endOfHead(tokens, noun, limit, words);
}

/** Does the phrase name a paper or an agency, to which one speaks? */
function isPaper(tokens: readonly Token[], from: number, to: number, words: SpeakerWords): boolean {
  for (let at = from; at < to; at += 1) {
    const lower = tokens[at]?.lower ?? '';
    if (/(?:zeitung|agentur|magazin|presse|tagesschau)$|^(?:dpa|taz|afp|ard|apa)$/u.test(lower))
      return !words.roles.has(tokens[from - 1]?.lower ?? '');
  }
  return false;
}

/** One past groups in brackets at `at`: "(SPD)", "(43)". */
function pastBrackets(tokens: readonly Token[], at: number, limit: number): number {
  if (tokens[at]?.text !== '(') return at;
  for (let close = at + 1; close < Math.min(limit, at + 8); close += 1) {
    if (tokens[close]?.text === ')') return close + 1;
  }
  return at;
}
