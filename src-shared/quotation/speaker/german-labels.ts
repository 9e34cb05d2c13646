/*
 * Names set before what somebody says, without a verb: "Beck: …", a paragraph with a name alone, the
 * person of the clause before a colon.
 */
import { germanPerson, isBreak, isRelative } from './german-clause';
import { Fit, nounPhraseAt } from './german-nouns';
import { guessed } from './guess';
import type { Match } from './match';
import { isBody } from './offices';
import { type People, surnameOf } from './people';
import type { Token } from './tokens';
import type { SpeakerWords } from './words-type';

/** "Beck: Die Lage bleibt „ernst“": the name before the colon of a headline. */
export function labelOf(
  tokens: readonly Token[],
  first: number,
  index: number,
  people: People,
  words: SpeakerWords,
): Match | null {
  for (let colon = first + 1; colon < Math.min(index, first + 8); colon += 1) {
    if (tokens[colon]?.text !== ':') continue;
    let from = first;
    for (let at = first; at < colon; at += 1) if (tokens[at]?.text === ':') from = at + 1;
    const phrase = nounPhraseAt(tokens, from, colon, words);
    if (phrase?.end !== colon || phrase.oblique) continue;
    const last = tokens[colon - 1] as Token;
    const known =
      phrase.fit >= Fit.person ||
      people.bySurname.get(surnameOf(last.text)) !== undefined ||
      isBody(last, words);
    return known ? guessed(phrase, colon, 0.75) : null;
  }
  return null;
}

/** "Für Anna Beck war die Sache klar: „…“": the person of the clause before the colon. */
export function beforeColon(
  tokens: readonly Token[],
  first: number,
  colon: number,
  people: People,
  words: SpeakerWords,
): Match | null {
  let end = colon;
  for (let round = 0; round < 3 && end > first; round += 1) {
    let start = end - 1;
    while (start > first && !isBreak(tokens, start - 1)) start -= 1;
    if (!isRelative(tokens, start, words)) {
      const person = germanPerson(tokens, start, end, people, words);
      if (person) return guessed(person, colon + 1, 0.7);
    }
    end = start - 1;
  }
  const about = germanPerson(tokens, first, colon, people, words, true);
  return about ? guessed(about, colon + 1, 0.55) : null;
}

/** A paragraph that is nothing but a name, as above the statements of several people. */
export function labelParagraph(tokens: readonly Token[], words: SpeakerWords): Match | null {
  const last = tokens.at(-1);
  if (!last || tokens.length > 10 || (last.kind === 'punctuation' && !/^[:)]$/u.test(last.text)))
    return null;
  const phrase = nounPhraseAt(tokens, 0, tokens.length, words);
  if (!phrase || phrase.oblique || phrase.fit < Fit.person) return null;
  const after = tokens[phrase.end];
  if (after && after.text !== ',' && after.text !== ':' && after.text !== '(') return null;
  return guessed({ first: 0, end: tokens.length }, tokens.length, 0.8);
}
