import type { Match } from './match';
import { type People, surnameOf } from './people';
import { isPronoun, type PhraseRange, phraseRight } from './phrase';
import { AUDIENCES, OUTLET_WORDS, OUTLETS, PLACES } from './places';
import { sentenceEnd, type Token } from './tokens';
import type { SpeakerWords } from './words-type';

const OCCASION =
  /^(?:interview|remarks|comments|statement|speaking|spoke|talking|briefing|podcast)$/u;
const REPORTS =
  /^(?:reported|reports|quoted|cited|said|сообщает|сообщил|сообщили|передает|передаёт|berichtet|berichtete|rapporte|informó)$/u;

/** Does this phrase name a paper, an agency or a station? */
export function isOutlet(tokens: readonly Token[], range: PhraseRange): boolean {
  let capital = false;
  let outlet = false;
  for (let at = range.first; at < range.end; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    capital ||= token.capital;
    const bare = token.lower.replace(/'s$/u, '').replace(/^(?:al|presse|nachrichten)-/u, '');
    outlet ||= OUTLETS.has(bare) || (OUTLET_WORDS.has(bare) && capital);
  }
  return capital && outlet;
}

/** Could what follows "told" be a paper or a station, though no list knows it? */
function maybeOutlet(
  tokens: readonly Token[],
  range: PhraseRange,
  people: People,
  words: SpeakerWords,
): boolean {
  if (isOutlet(tokens, range)) return true;
  const first = tokens[range.first];
  const name = first && words.determiners.has(first.lower) ? tokens[range.first + 1] : first;
  if (!name?.capital) return false;
  for (let at = range.first; at < range.end; at += 1) {
    const bare = tokens[at]?.lower.replace(/'s$/u, '') ?? '';
    if (AUDIENCES.has(bare) || PLACES.has(bare) || words.organisations.has(bare)) return false;
    if (words.titles.has(bare) || words.roles.has(bare)) return false;
  }
  const last = tokens[range.end - 1]?.text ?? '';
  return !people.bySurname.has(surnameOf(last));
}

/**
 * Who passed the words on, if the sentence says so: "told *Circa*", "in an interview with *the
 * Post*", "…, *Xinhua* reported". `index` is the quotation's token.
 */
export function findChannel(
  tokens: readonly Token[],
  index: number,
  match: Match,
  tail: Match | null,
  people: People,
  words: SpeakerWords,
): PhraseRange | null {
  const limit = Math.max(
    sentenceEnd(tokens, index, Math.min(tokens.length, index + 60)),
    sentenceEnd(tokens, match.end - 1, Math.min(tokens.length, match.end + 30)),
  );
  if (match.toldAt >= 0 && !isPronoun(tokens[match.toldAt], words)) {
    const told = phraseRight(tokens, match.toldAt, limit, words);
    if (told && maybeOutlet(tokens, told, people, words)) return told;
  }
  // German gives the one spoken to in the dative: "erklärte sie *der Deutschen Presse-Agentur*".
  const dative =
    words.language === 'de' && /^(?:der|dem|den)$/u.test(tokens[match.end]?.lower ?? '');
  const told = dative ? phraseRight(tokens, match.end, limit, words) : null;
  if (told && isOutlet(tokens, told)) return told;
  if (tail && tail.speaker.first !== match.speaker.first && passesOn(tokens, tail)) {
    return tail.speaker;
  }
  const from = Math.max(tokens[index]?.sentence ?? 0, match.speaker.first - 20, 0);
  for (let at = from; at < Math.min(limit, from + 80); at += 1) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (token?.kind !== 'word' || !next || !/^(?:with|to|on)$/u.test(next.lower)) continue;
    if (!OCCASION.test(token.lower)) continue;
    const phrase = phraseRight(tokens, at + 2, limit, words);
    if (phrase && isOutlet(tokens, phrase)) return phrase;
  }
  return null;
}

/** Is this second attribution of a sentence the one who reported the first? */
export function passesOn(tokens: readonly Token[], match: Match): boolean {
  if (!isOutlet(tokens, match.speaker)) return false;
  if (!match.cue) return false;
  const cue = tokens[match.cue.first]?.lower ?? '';
  return REPORTS.test(cue) || match.cue.end - match.cue.first > 1;
}
