import type { Match } from './match';
import type { Token } from './tokens';
import type { SpeakerWords } from './words-type';

/** An attribution between two parts of a quotation has few words after it: "he said *with a nod*". */
const MAXIMUM_TAIL = 12;

/**
 * Does the quotation at token `second` go on with the one at token `first`, whose attribution
 * `match` stands between them: "…," she said, "…"? So it does unless a sentence ends in between, or
 * another verb begins a quotation of its own ("…," she said, adding "…").
 */
export function goesOn(
  tokens: readonly Token[],
  first: number,
  second: number,
  match: Match,
  words: SpeakerWords,
): boolean {
  if (match.end > second || match.speaker.first <= first) return false;
  if (second - match.end > MAXIMUM_TAIL) return false;
  for (let at = first + 1; at < second; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'punctuation' && /^[.!?;:…]$/u.test(token.text)) return false;
    if (at >= match.end && token?.kind === 'word' && beginsAnew(tokens, at, second, words)) {
      return false;
    }
  }
  const before = tokens[second - 1]?.text ?? '';
  // "…“, sagte Beck der „taz“": a paper, and no second part.
  const governs = words.determiners.has(before) || words.linking.has(before);
  if (words.language === 'de' && governs) return false;
  const inner = tokens[second]?.text.replace(/^[^\p{L}\p{N}]+/u, '') ?? '';
  return /^[,–—-]$/u.test(before) || /^\p{Ll}/u.test(inner);
}

/** Does the word at `at`, after the attribution, begin something other than its end? */
function beginsAnew(
  tokens: readonly Token[],
  at: number,
  second: number,
  words: SpeakerWords,
): boolean {
  const word = tokens[at]?.lower ?? '';
  const cue = words.cues.get(word);
  // "adding that “…”" leads to the quotation; ", quoting Mark Twain, “…”" does not.
  if (cue?.form === 'participle') return second - at <= 3 && tokens[second - 1]?.text !== ',';
  if (cue && !cue.noun) return true;
  if (words.conjunctions.has(word) || words.relatives.has(word)) return true;
  return /^(?:but|while|before|after|when|that|als|mais|pero|aber|ale)$/u.test(word);
}
