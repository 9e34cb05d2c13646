import { type Match, mainSubject } from './match';
import { type People, surnameOf } from './people';
import { isPronoun, type PhraseRange, phraseLeft, phraseRight } from './phrase';
import { AUDIENCES, OUTLET_WORDS, OUTLETS, PLACES } from './places';
import { sentenceEnd, type Token } from './tokens';
import type { SpeakerWords } from './words-type';

const OCCASION =
  /^(?:interview|gespräch|remarks|comments|statement|speaking|spoke|talking|briefing|podcast)$/u;
const REPORTS =
  /^(?:reported|reports|quoted|cited|said|сообщает|сообщил|сообщили|передает|передаёт|berichtet|berichtete|rapporte|informó)$/u;

/** German names of papers and stations: Nordwestzeitung, Deutschlandfunk. */
const COMPOUND = /.(?:zeitung|blatt|anzeiger|kurier|rundfunk|funk|nachrichten)$/u;

/** Does this phrase name a paper, an agency or a station? */
export function isOutlet(tokens: readonly Token[], range: PhraseRange): boolean {
  let capital = false;
  let outlet = false;
  for (let at = range.first; at < range.end; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    capital ||= token.capital || /^(?:dpa|taz|epd|kna|sid)$/u.test(token.lower);
    const bare = token.lower.replace(/'s$/u, '').replace(/^(?:al|presse|nachrichten)-/u, '');
    outlet ||= token.capital && COMPOUND.test(bare);
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
  // "told The Sun": an article with a capital inside a sentence belongs to a title.
  if (first?.text === 'The' && tokens[range.first + 1]?.capital && first.sentence < range.first)
    return true;
  const name = first && words.determiners.has(first.lower) ? tokens[range.first + 1] : first;
  if (!name?.capital) return false;
  for (let at = range.first; at < range.end; at += 1) {
    const bare = tokens[at]?.lower.replace(/'s$/u, '') ?? '';
    if (AUDIENCES.has(bare) || PLACES.has(bare) || words.organisations.has(bare)) return false;
    if (words.titles.has(bare) || words.roles.has(bare)) return false;
  }
  const last = tokens[range.end - 1]?.text ?? '';
  const person = people.bySurname.get(surnameOf(last));
  return person === undefined || person?.certain === false;
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
  if (match.reporter && maybeOutlet(tokens, match.reporter, people, words)) return match.reporter;
  const limit = Math.max(
    sentenceEnd(tokens, index, Math.min(tokens.length, index + 60)),
    sentenceEnd(tokens, match.end - 1, Math.min(tokens.length, match.end + 30)),
  );
  if (match.toldAt >= 0 && !isPronoun(tokens[match.toldAt], words)) {
    const told = phraseRight(tokens, match.toldAt, limit, words);
    if (told && maybeOutlet(tokens, told, people, words)) return told;
  }
  // "Smith recalls to Circa", "Smith said to the Post"
  const to = match.cue && tokens[match.cue.end]?.lower === 'to' ? match.cue.end + 1 : -1;
  const heard = to > 0 ? phraseRight(tokens, to, limit, words) : null;
  if (heard && maybeOutlet(tokens, heard, people, words)) return heard;
  if (words.language === 'de') return germanChannel(tokens, index, match, limit, words);
  // "a déclaré Anne Morel *à l’AFP*", "dijo Ana Ruiz *a Efe*"
  const romance =
    /^(?:fr|es)$/u.test(words.language) && /^(?:à|au|a|al)$/u.test(tokens[match.end]?.lower ?? '');
  const listener = romance ? phraseRight(tokens, match.end + 1, limit, words) : null;
  if (listener && isOutlet(tokens, listener)) return listener;
  if (tail && tail.speaker.first !== match.speaker.first && passesOn(tokens, tail)) {
    return tail.speaker;
  }
  const second = reportsAfter(tokens, match, limit, words);
  if (second) return second;
  const from = Math.max(tokens[index]?.sentence ?? 0, match.speaker.first - 20, 0);
  for (let at = from; at < Math.min(limit, from + 80); at += 1) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (token?.kind !== 'word' || !next || !/^(?:with|to|on|mit)$/u.test(next.lower)) continue;
    if (!OCCASION.test(token.lower)) continue;
    const phrase = phraseRight(tokens, at + 2, limit, words);
    if (phrase && isOutlet(tokens, phrase)) return phrase;
  }
  return null;
}

/** What a German paper in marks may have before it: "der Zeitung „Harland heute“". */
const MEDIUM = /(?:zeitung|magazin|blatt|agentur|sender|portal|radio|funk|fernsehen|zeitschrift)$/u;
/** The one spoken to stands this near to the verb, in tokens. */
const NEAR = 16;

/**
 * German gives the one spoken to in the dative, or after "gegenüber", "zu", "im Gespräch mit", on
 * either side of the verb: "sagte Beck *der Deutschen Presse-Agentur*", "*Dem „Kurier“* sagte Beck".
 */
function germanChannel(
  tokens: readonly Token[],
  index: number,
  { cue, speaker }: Match,
  limit: number,
  words: SpeakerWords,
): PhraseRange | null {
  if (!cue) return null;
  const first = Math.max(tokens[cue.first]?.sentence ?? 0, cue.first - NEAR);
  for (let at = first; at < Math.min(limit, cue.end + NEAR); at += 1) {
    if (at === index || (at >= speaker.first && at < speaker.end)) continue;
    const lower = tokens[at]?.lower ?? '';
    if (/^(?:der|dem|den)$/u.test(lower)) {
      const heard = heardAt(tokens, at, index, limit, words);
      // "die Mitglieder *der „Neuen Welle“*": theirs, and no paper.
      const owned = at === speaker.end && words.determiners.has(tokens[speaker.first]?.lower ?? '');
      if (heard && !(owned && !isOutlet(tokens, heard) && isMarked(tokens, heard))) return heard;
    }
    if (!/^(?:gegenüber|mit|zu)$/u.test(lower)) continue;
    const said = lower !== 'mit' || /^(?:gespräch|interview)$/u.test(tokens[at - 1]?.lower ?? '');
    if (said && tokens[at + 1]?.kind === 'quotation' && at + 1 !== index)
      return { first: at + 1, end: at + 2 };
    const phrase = said ? phraseRight(tokens, at + 1, limit, words) : null;
    if (phrase && isOutlet(tokens, phrase)) return phrase;
  }
  return null;
}

function isMarked(tokens: readonly Token[], { first, end }: PhraseRange): boolean {
  return tokens.slice(first, end).some(({ kind }) => kind === 'quotation');
}

/** The paper, agency or station that an article at token `at` begins: with its marks, or without. */
function heardAt(
  tokens: readonly Token[],
  at: number,
  index: number,
  limit: number,
  words: SpeakerWords,
): PhraseRange | null {
  let next = at + 1;
  while (next < at + 4 && tokens[next]?.kind === 'word' && !tokens[next]?.capital) next += 1;
  const noun = MEDIUM.test(tokens[next]?.lower ?? '');
  const name = noun ? next + 1 : next;
  const marked = tokens[name]?.kind === 'quotation' && name !== index;
  if (marked && (tokens[name]?.text.split(/\s+/u).length ?? 9) <= 4) {
    const compound = tokens[name + 1]?.text === '-' && tokens[name + 2]?.capital;
    return { first: at, end: compound ? name + 3 : name + 1 };
  }
  const phrase = phraseRight(tokens, at, limit, words);
  return phrase && isOutlet(tokens, phrase) ? phrase : null;
}

/** One past ", (as) quoted by" at token `at`, or -1. */
function passedOnBy(tokens: readonly Token[], at: number, limit: number): number {
  for (let verb = at; verb < Math.min(limit, at + 6); verb += 1) {
    const after = tokens[verb + 1]?.lower;
    if (after === 'by' && /^(?:quoted|cited|reported)$/u.test(tokens[verb]?.lower ?? '')) {
      return verb + 2;
    }
  }
  return -1;
}

/** ", *Xinhua* reported", "quoted by *Xinhua* as saying", "as saying by *Xinhua*", "in *the Post*". */
function reportsAfter(
  tokens: readonly Token[],
  match: Match,
  limit: number,
  words: SpeakerWords,
): PhraseRange | null {
  const cue = match.cue;
  if (!cue || !/^(?:en|ru)$/u.test(words.language)) return null;
  if (tokens[match.end]?.text === ',') {
    const verb = REPORTS.test(tokens[match.end + 1]?.lower ?? '');
    const agency = verb ? phraseRight(tokens, match.end + 2, limit, words) : null;
    if (agency && isOutlet(tokens, agency)) return agency;
    const outlet = phraseRight(tokens, match.end + 1, limit, words);
    if (outlet && isOutlet(tokens, outlet) && REPORTS.test(tokens[outlet.end]?.lower ?? ''))
      return outlet;
  }
  if (words.language !== 'en') return null;
  const by = passedOnBy(tokens, match.end, limit);
  const passer = by > 0 ? phraseRight(tokens, by, limit, words) : null;
  if (passer && isOutlet(tokens, passer)) return passer;
  const outer = mainSubject(tokens, tokens[cue.first]?.sentence ?? 0, cue.first, words);
  const reports = outer && REPORTS.test(tokens[outer.end]?.lower ?? '');
  if (outer && reports && outer.end < match.speaker.first && isOutlet(tokens, outer)) return outer;
  if (tokens[cue.first - 1]?.lower !== 'as') return null;
  for (let at = cue.first - 2; at >= Math.max(0, cue.first - 12); at -= 1) {
    if (!/^(?:quoted|cited|reported)$/u.test(tokens[at]?.lower ?? '')) continue;
    if (tokens[at + 1]?.lower === 'by') return phraseRight(tokens, at + 2, cue.first - 1, words);
    // "Interfax quoted Smith as saying": the subject, where the speaker is the object.
    if (match.speaker.first > at && tokens[at - 1]?.kind === 'word') {
      const outlet = phraseLeft(tokens, at, tokens[at]?.sentence ?? 0, words);
      return outlet && isOutlet(tokens, outlet) ? outlet : null;
    }
    break;
  }
  const after = tokens[cue.end];
  if (!/^(?:by|in)$/u.test(after?.lower ?? '')) return null;
  const outlet = phraseRight(tokens, cue.end + 1, limit, words);
  return outlet && isOutlet(tokens, outlet) ? outlet : null;
}

/** Is this second attribution of a sentence the one who reported the first? */
export function passesOn(tokens: readonly Token[], match: Match): boolean {
  if (!isOutlet(tokens, match.speaker)) return false;
  if (!match.cue) return false;
  const cue = tokens[match.cue.first]?.lower ?? '';
  return REPORTS.test(cue) || match.cue.end - match.cue.first > 1;
}
