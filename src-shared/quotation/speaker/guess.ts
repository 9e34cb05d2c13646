/*
 * Who most likely says a quotation that nothing attributes: the subject of its sentence, or of the
 * sentence before or after it. Such an answer is a guess, and its confidence says so.
 */
import { isHuman } from './human';
import { type Match, mainSubject } from './match';
import type { People } from './people';
import { type PhraseRange, phraseLeft } from './phrase';
import { sentenceEnd, type Token } from './tokens';
import type { SpeakerWords } from './words-type';

/** A sentence is read no further than this many tokens for a guess. */
const REACH = 60;
/** A quotation of more words than this is no scare quote. */
const SPEECH_WORDS = 5;

/** Is the stretch long or whole enough to be speech, rather than words held at a distance? */
export function isSpeech(token: Token | undefined, least = SPEECH_WORDS + 1): boolean {
  if (!token) return false;
  const head = token.text.slice(0, 120);
  const words = head.split(/\s+/u, SPEECH_WORDS + 1).length;
  return words >= least || (words > 2 && /[.!?…]["”’'»“]*$/u.test(token.text.slice(-6)));
}

/** "The mayor was *“not amused by any of it”*": the subject of the stretch's own sentence. */
export function guessFromOwnSentence(
  tokens: readonly Token[],
  index: number,
  people: People,
  words: SpeakerWords,
): Match | null {
  if (words.language !== 'en') return null;
  const first = tokens[index]?.sentence ?? index;
  if (index - first > REACH) return null;
  const main = mainSubject(tokens, first, index, words);
  const plain = main && main.end < index && isHuman(tokens, main, people, words, true);
  const subject = plain ? main : nearestSubject(tokens, first, index, people, words);
  if (!subject) return null;
  // A subject needs a verb: "A blogger, “…”" is no sentence.
  if (!tokens.slice(subject.end, index).some(({ kind }) => kind === 'word')) return null;
  for (let at = subject.end; at < index; at += 1) {
    const token = tokens[at];
    // A quotation in between speaks for itself, and a passive has an agent whom nobody names.
    if (token?.kind === 'quotation' || token?.text === ';') return null;
    const passive = words.passives.has(tokens[at - 1]?.lower ?? '');
    if (token && passive && words.cues.has(token.lower)) return null;
  }
  return guessed(subject, index, 0.55);
}

/** The last name or pronoun before token `index` that a verb follows: "In May *Tom Varga* put up …". */
function nearestSubject(
  tokens: readonly Token[],
  first: number,
  index: number,
  people: People,
  words: SpeakerWords,
): PhraseRange | null {
  for (let at = index - 2; at >= first; at -= 1) {
    const token = tokens[at];
    if (token?.kind === 'quotation') return null;
    const next = tokens[at + 1];
    if (token?.kind !== 'word' || next?.kind !== 'word' || next.capital) continue;
    if (words.linking.has(next.lower) || words.conjunctions.has(next.lower)) continue;
    if (words.boundaries.has(next.lower)) continue;
    if (!token.capital && !/^(?:he|she)$/u.test(token.lower)) continue;
    const phrase = phraseLeft(tokens, at + 1, first, words);
    const governed = words.linking.has(tokens[(phrase?.first ?? 0) - 1]?.lower ?? '');
    if (phrase && !governed && isHuman(tokens, phrase, people, words)) return phrase;
  }
  return null;
}

/**
 * The subject of the sentence that ends with token `last` (before a quotation that stands alone).
 */
export function guessFromSentence(
  tokens: readonly Token[],
  last: number,
  people: People,
  words: SpeakerWords,
): Match | null {
  if (words.language !== 'en') return null;
  const first = tokens[last]?.sentence ?? last;
  if (last - first > REACH) return null;
  const subject = mainSubject(tokens, first, last, words);
  if (!subject || !isHuman(tokens, subject, people, words)) return null;
  return guessed(subject, last + 1, 0.5);
}

/** The subject of the sentence after a quotation that opens its paragraph: "…” *She* moved here …". */
export function guessFromNext(
  tokens: readonly Token[],
  index: number,
  people: People,
  words: SpeakerWords,
): Match | null {
  const first = index + 1;
  if (words.language !== 'en' || tokens[first]?.sentence !== first) return null;
  const end = sentenceEnd(tokens, first, Math.min(tokens.length, first + REACH));
  const subject = mainSubject(tokens, first, end, words);
  if (!subject || subject.first - first > 8) return null;
  return isHuman(tokens, subject, people, words) ? guessed(subject, subject.end, 0.45) : null;
}

/** An attribution without a verb, of this confidence; `end`: one past what it takes. */
export function guessed(
  { first, end: last }: Match['speaker'],
  end: number,
  confidence: number,
): Match {
  const speaker = { first, end: last };
  return { speaker, cue: null, toldAt: -1, end, confidence };
}
