/*
 * Noun phrases that can stand for a speaker, found by walking over tokens to the left or right of a
 * verb. No grammar: a phrase ends at words that cannot be in one (verbs, most prepositions,
 * subordinators, words of time), which the language's word lists name.
 */
import type { Token } from './tokens';
import type { Cue, SpeakerWords } from './words-type';

/** Token indexes, `end` exclusive. */
export interface PhraseRange {
  first: number;
  end: number;
}

/** No speaker phrase is longer than this many tokens. */
const MAXIMUM_TOKENS = 25;

/** The cue a token is, or null: capitals inside a sentence are names ("the Post"), not verbs. */
export function cueAt(tokens: readonly Token[], index: number, words: SpeakerWords): Cue | null {
  const token = tokens[index];
  if (token?.kind !== 'word') return null;
  const cue = words.cues.get(token.lower);
  if (!cue) return null;
  if (token.capital && token.sentence !== index) return null;
  return cue;
}

/** A cue that acts as a verb here; "the report", "his claims" and "report said" are nouns. */
export function verbCueAt(
  tokens: readonly Token[],
  index: number,
  words: SpeakerWords,
): Cue | null {
  const cue = cueAt(tokens, index, words);
  if (!cue?.noun) return cue;
  const before = tokens[index - 1];
  if (!before || before.kind === 'punctuation') return null;
  if (
    before.kind === 'word' &&
    (words.determiners.has(before.lower) || words.linking.has(before.lower))
  )
    return before.lower === 'to' ? cue : null;
  if (/'s$|s'$/u.test(before.lower)) return null;
  if (words.language === 'en' && !before.capital && !isPronoun(before, words)) {
    // "a blog post", "the cabinet ministers claims": number does not agree, so it is a noun.
    const plural = /[^s]s$|^(?:people|police|men|women|children)$/u.test(before.lower);
    const third = /s$/u.test(tokens[index]?.lower ?? '');
    if (words.roles.has(before.lower) || words.adverbs.has(before.lower)) return cue;
    if (third === plural) return null;
  }
  const after = tokens[index + 1];
  if (after && (cueAt(tokens, index + 1, words) || words.auxiliaries.has(after.lower))) return null;
  return cue;
}

export function isPronoun(token: Token | undefined, words: SpeakerWords): boolean {
  return token?.kind === 'word' && words.pronouns.has(token.lower) && token.text !== 'IT';
}

export function isDeterminer(token: Token | undefined, words: SpeakerWords): boolean {
  return token?.kind === 'word' && words.determiners.has(token.lower);
}

export function isLinking(token: Token | undefined, words: SpeakerWords): boolean {
  return token?.kind === 'word' && words.linking.has(token.lower) && !token.capital;
}

/** A word that can be part of a noun phrase: a noun, a name, an adjective. */
export function isNominal(tokens: readonly Token[], index: number, words: SpeakerWords): boolean {
  const token = tokens[index];
  if (token?.kind !== 'word') return false;
  const word = token.lower;
  if (token.capital && token.sentence !== index && words.language !== 'de') {
    return !words.pronouns.has(word) && !/^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/u.test(word);
  }
  if (words.roles.has(word) || words.organisations.has(word)) return true;
  if (words.pronouns.has(word) || words.relatives.has(word)) return false;
  if (words.auxiliaries.has(word) || words.boundaries.has(word) || words.adverbs.has(word)) {
    return false;
  }
  if (words.linking.has(word) || words.conjunctions.has(word) || words.determiners.has(word)) {
    return false;
  }
  const cue = words.cues.get(word);
  return !cue || (cue.noun && !verbCueAt(tokens, index, words));
}

/** The index of the bracket that opens the group which ends at `index`, or -1. */
function openingBracket(tokens: readonly Token[], index: number, floor: number): number {
  for (let at = index - 1; at >= Math.max(floor, index - 12); at -= 1) {
    if (tokens[at]?.text === '(' || tokens[at]?.text === '[') return at;
  }
  return -1;
}

function closingBracket(tokens: readonly Token[], index: number, limit: number): number {
  for (let at = index + 1; at < Math.min(limit, index + 12); at += 1) {
    if (tokens[at]?.text === ')' || tokens[at]?.text === ']') return at;
  }
  return -1;
}

/** Skips auxiliaries and adverbs to the left of `index` (exclusive); returns the new end. */
export function skipVerbalsLeft(
  tokens: readonly Token[],
  index: number,
  floor: number,
  words: SpeakerWords,
): number {
  let at = index;
  while (at > floor) {
    const word = tokens[at - 1];
    if (word?.kind !== 'word' || isPronoun(word, words)) break;
    if (words.times.has(word.lower)) {
      // "Smith on Monday said": the day and its preposition stand in between.
      const preposition = /^(?:on|am|v|ve|в|во|le|el|este)$/u.test(tokens[at - 2]?.lower ?? '');
      const from = preposition ? at - 2 : at - 1;
      if (from <= floor || !isNominal(tokens, from - 1, words)) break;
      at = from;
      continue;
    }
    const verbal =
      (words.language === 'en' && isPerceived(tokens, at - 1, words)) ||
      words.auxiliaries.has(word.lower) ||
      words.adverbs.has(word.lower) ||
      (words.language === 'en' &&
        !word.capital &&
        /ly$/u.test(word.lower) &&
        word.lower.length > 4);
    if (!verbal) break;
    at -= 1;
  }
  return at;
}

/** "could be *heard* shouting", "is *reported* to have said". */
function isPerceived(tokens: readonly Token[], at: number, words: SpeakerWords): boolean {
  if (!words.passives.has(tokens[at - 1]?.lower ?? '')) return false;
  if (
    !/^(?:over)?heard$|^(?:seen|filmed|recorded|caught|understood|alleged|believed|reported|said|thought)$/u.test(
      tokens[at]?.lower ?? '',
    )
  )
    return false;
  const next = tokens[at + 1]?.lower ?? '';
  return next === 'to' || /ing$/u.test(next);
}

/** The noun phrase that ends right before token `end`, not reaching before `floor`, or null. */
export function phraseLeft(
  tokens: readonly Token[],
  end: number,
  floor: number,
  words: SpeakerWords,
  linked = true,
): PhraseRange | null {
  let at = end - 1;
  let first = -1;
  if (isPronoun(tokens[at], words)) return { first: at, end };
  const lowest = Math.max(floor, end - MAXIMUM_TOKENS);
  while (at >= lowest) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (!token) break;
    if (token.text === ')' || token.text === ']') {
      const bracket = openingBracket(tokens, at, lowest);
      if (bracket < 0) break;
      at = bracket - 1;
      continue;
    }
    if (token.kind === 'quotation') {
      if (first < 0 || !tokens[first]?.capital || !before?.capital) break;
      at -= 1;
      continue;
    }
    // "the head *of the* police", "el jefe *del* Gobierno", "der Sprecher *der* Polizei"
    const joins = isLinking(token, words) && first >= 0 && isNominal(tokens, at - 1, words);
    if (isDeterminer(token, words) && !joins) {
      if (
        first < 0 &&
        !words.roles.has(token.lower) &&
        !/^(?:one|many|some|all|both|this|each|another|several|most|two|three|four|five|six)$/u.test(
          token.lower,
        )
      )
        break;
      first = at;
      if (!linked && before?.lower !== 'of') break;
      if (at - 2 < lowest || !isLinking(before, words) || !isNominal(tokens, at - 2, words)) break;
      at -= 1;
      continue;
    }
    if (isLinking(token, words)) {
      if (!linked && token.lower !== 'of') break;
      if (
        first < 0 ||
        at - 1 < lowest ||
        !(
          isNominal(tokens, at - 1, words) ||
          /^(?:one|some|many|most|all|both|each|two|three)$/u.test(before?.lower ?? '')
        )
      )
        break;
      at -= 1;
      continue;
    }
    if (words.conjunctions.has(token.lower)) {
      if (first < 0 || !tokens[first]?.capital || !before?.capital) break;
      at -= 1;
      continue;
    }
    if (!isNominal(tokens, at, words)) break;
    if (words.language === 'en' && isParticipleVerb(tokens, at, lowest, words)) break;
    first = at;
    at -= 1;
  }
  return first < 0 ? null : withNoun(tokens, { first, end }, words);
}

/** "the report *published* said": a word in -ed after a noun, which is a verb and no adjective. */
function isParticipleVerb(
  tokens: readonly Token[],
  index: number,
  floor: number,
  words: SpeakerWords,
): boolean {
  const token = tokens[index];
  if (!token || token.capital || !/ed$/u.test(token.lower) || index - 1 < floor) return false;
  const before = tokens[index - 1];
  return (
    isPronoun(before, words) || (before?.capital === true && isNominal(tokens, index - 1, words))
  );
}

/** The noun phrase that starts at token `first` and ends before `limit`, or null. */
export function phraseRight(
  tokens: readonly Token[],
  first: number,
  limit: number,
  words: SpeakerWords,
  loose = false,
): PhraseRange | null {
  if (isPronoun(tokens[first], words)) return { first, end: first + 1 };
  const highest = Math.min(limit, first + MAXIMUM_TOKENS);
  const article = isDeterminer(tokens[first], words);
  let at = first;
  let end = -1;
  while (at < highest) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (!token) break;
    if (end >= 0 && (token.text === '(' || token.text === '[')) {
      const bracket = closingBracket(tokens, at, highest);
      const after = tokens[bracket + 1];
      if (bracket < 0) break;
      if (after?.kind === 'word') at = bracket + 1;
      else break;
      continue;
    }
    if (token.kind === 'quotation') {
      if (end < 0 || !tokens[at - 1]?.capital || !next?.capital) break;
      at += 1;
      continue;
    }
    const joins = isLinking(token, words) && end >= 0 && isNominal(tokens, at + 1, words);
    if (isDeterminer(token, words) && !joins) {
      const joined = at === first || isLinking(tokens[at - 1], words);
      if (!joined && !isDeterminer(tokens[at - 1], words)) break;
      if (/^(?:one|many|some|all|both|most|several|another|two|three|four)$/u.test(token.lower))
        end = at + 1;
      at += 1;
      continue;
    }
    if (isLinking(token, words)) {
      const allowed = loose || words.tightLinking.has(token.lower);
      // "sagte Jens Albrecht der Zeitung": after a full name, a German article begins a new phrase.
      const dative =
        isDeterminer(token, words) && tokens[at - 1]?.capital && tokens[at - 2]?.capital;
      if (words.language === 'de' && dative) break;
      const follows = isDeterminer(next, words) || isNominal(tokens, at + 1, words);
      if (end < 0 || !allowed || !follows) break;
      at += 1;
      continue;
    }
    if (words.conjunctions.has(token.lower)) {
      const names = tokens[at - 1]?.capital && next?.capital;
      if (end < 0 || !(names || joinsOffices(tokens, at, highest, words))) break;
      at += 1;
      continue;
    }
    if (!isNominal(tokens, at, words)) break;
    const afterName = end >= 0 && tokens[at - 1]?.capital && !token.capital;
    if (afterName && !article && !continuesName(tokens, at, highest, words)) break;
    if (
      words.language === 'en' &&
      end >= 0 &&
      !token.capital &&
      /(?:ed|ing)$/u.test(token.lower) &&
      !next?.capital &&
      !words.roles.has(token.lower)
    )
      break;
    at += 1;
    end = at;
  }
  return end < 0 ? null : withNoun(tokens, { first, end }, words);
}

/** German nouns have capitals: "warnte *erst* vor kurzem" names nobody. */
function withNoun(
  tokens: readonly Token[],
  range: PhraseRange,
  words: SpeakerWords,
): PhraseRange | null {
  if (words.language !== 'de' || isDeterminer(tokens[range.first], words)) return range;
  for (let at = range.first; at < range.end; at += 1) if (tokens[at]?.capital) return range;
  return null;
}

/** "president *and* chief executive Tom Varga": two offices of one person. */
function joinsOffices(
  tokens: readonly Token[],
  at: number,
  limit: number,
  words: SpeakerWords,
): boolean {
  if (words.language !== 'en' || !words.roles.has(tokens[at - 1]?.lower ?? '')) return false;
  for (let next = at + 1; next < Math.min(limit - 1, at + 5); next += 1) {
    if (!isNominal(tokens, next, words)) return false;
    if (next > at + 1 && tokens[next]?.capital && tokens[next + 1]?.capital) return true;
  }
  return false;
}

/** A small word after a name belongs to the phrase if an office or more of a name follows. */
function continuesName(
  tokens: readonly Token[],
  index: number,
  limit: number,
  words: SpeakerWords,
): boolean {
  for (let at = index; at < Math.min(limit, index + 3); at += 1) {
    const token = tokens[at];
    if (!token || !isNominal(tokens, at, words)) return false;
    if (words.roles.has(token.lower) || words.organisations.has(token.lower)) return true;
    if (token.capital && words.language !== 'de') return true;
  }
  return false;
}
