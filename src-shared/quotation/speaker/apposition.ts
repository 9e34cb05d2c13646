/*
 * What stands beside a name in commas and says who it is: "Smith, *the mayor*,".
 */
import {
  isDeterminer,
  isLinking,
  isNominal,
  isPronoun,
  type PhraseRange,
  phraseRight,
} from './phrase';
import type { Token } from './tokens';
import type { SpeakerWords } from './words-type';

/**
 * The end of a phrase with what stands beside it in commas: "Smith, *the mayor*,". Returns `end` if
 * nothing does.
 */
export function extendApposition(
  tokens: readonly Token[],
  range: PhraseRange,
  limit: number,
  words: SpeakerWords,
): number {
  let end = range.end;
  if (isPronoun(tokens[range.first], words)) return end;
  for (let round = 0; round < 2; round += 1) {
    if (tokens[end]?.text !== ',') break;
    const start = end + 1;
    if (/^\p{N}{1,3}$/u.test(tokens[start]?.text ?? '')) {
      end = start + 1;
      continue;
    }
    const isAppositive =
      beginsApposition(tokens, start, words) || namesDescribed(tokens, range, start, words);
    const chunk = isAppositive ? phraseRight(tokens, start, limit, words, true) : null;
    const after = chunk ? tokens[chunk.end] : undefined;
    const relative = after !== undefined && words.relatives.has(after.lower);
    // "Ruth Amsel, Professorin für Geologie *an* …"
    const role = words.roles.has(tokens[start]?.lower ?? '');
    const leads = role && after?.kind === 'word' && words.boundaries.has(after.lower);
    const ends = after === undefined || after.kind === 'punctuation';
    const closed = chunk && (ends || relative || leads);
    if (!chunk || !closed) break;
    end = chunk.end;
  }
  return end;
}

/** "his lawyer, *Tom Varga*,": two capitals beside a phrase that has no name of its own. */
function namesDescribed(
  tokens: readonly Token[],
  range: PhraseRange,
  start: number,
  words: SpeakerWords,
): boolean {
  if (!tokens[start]?.capital || !tokens[start + 1]?.capital) return false;
  const first = tokens[range.first];
  const last = tokens[range.end - 1];
  const owned = tokens.slice(range.first, range.end).some(({ lower }) => /'s$/u.test(lower));
  const describes = owned || isDeterminer(first, words);
  if (words.language === 'de') return describes;
  return describes && last?.kind === 'word' && (!last.capital || words.roles.has(last.lower));
}

/** Does a noun that describes somebody begin here: "a retired pilot", "editor of …", "Russia's envoy"? */
export function beginsApposition(
  tokens: readonly Token[],
  start: number,
  words: SpeakerWords,
): boolean {
  const token = tokens[start];
  if (token?.kind !== 'word') return false;
  if (isLinking(token, words)) return words.tightLinking.has(token.lower);
  if (isDeterminer(token, words)) return true;
  if (!isNominal(tokens, start, words)) return false;
  if (/ing$/u.test(token.lower) && !token.capital) return false;
  for (let at = start; at < start + 8; at += 1) {
    const word = tokens[at];
    if (word?.kind !== 'word') return false;
    if (words.roles.has(word.lower)) return true;
    // "one of them, retired welder Frank O'Dowd"
    if (at > start && !token.capital && word.capital && tokens[at + 1]?.capital) return true;
  }
  return false;
}
