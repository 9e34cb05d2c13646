/*
 * Stretches in quotation marks that nobody said: titles, nicknames, words as words, scare quotes.
 * Each answer carries its reason, in words for the editor, who decides.
 */

import { classAt, endOfLetters, LETTER_OR_NUMBER, PAIR, SPACE } from '../speaker/lexicon';
import { OUTLET_WORDS } from '../speaker/places';
import type { StretchContext } from '../speaker/speaker';
import { endsSentence, type Token } from '../speaker/tokens';
import type { SpeakerWords } from '../speaker/words-type';
import { isExplained, isImpersonal, isReported, namesInitiative } from './german-signals';
import { isJudged, nameInMarks, SPEECH } from './names-in-marks';
import { type NotQuotationWords, notQuotationWords } from './not-quotation-words';

export type NotQuotationKind = 'title' | 'scare' | 'nickname' | 'word';

export interface Doubt {
  kind: NotQuotationKind;
  reason: string;
}

/** A stretch without a speaker is a scare quote up to this many words; more are hardly ever one. */
const SCARE_WORDS = 2;

/** Quotation marks, and white space of any kind. */
function isEdge(text: string, index: number): boolean {
  return EDGE.has(text.charCodeAt(index)) || (classAt(text, index) & SPACE) !== 0;
}

const EDGE: ReadonlySet<number> = new Set(
  [...'"“”„‟«»‹›\'‘’‚‛`「」『』＂'].map((mark) => mark.charCodeAt(0)),
);

/** The text without its quotation marks and what stands against them. */
export function innerText(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isEdge(text, start)) start += 1;
  while (end > start && isEdge(text, end - 1)) end -= 1;
  return text.slice(start, end);
}

/**
 * Says why a stretch is no quotation, or null if it is one. `previous` is the answer for the stretch
 * before it.
 */
export function doubtQuotation(
  context: StretchContext,
  previous: Doubt | null,
  words: SpeakerWords,
): Doubt | null {
  const { tokens, index, attribution } = context;
  const token = tokens[index];
  if (!token || context.continues >= 0) return null;
  const inner = innerText(token.text);
  const count = countWords(inner, 12);
  if (count === 0) return { kind: 'word', reason: 'There are no words between the marks.' };
  if (count > 10) return null;
  const shape = shapeOf(inner, count, words);
  if (stands(tokens, index, '=')) return { kind: 'word', reason: 'It stands in code.' };
  const naming = nameSignal(context, shape, words);
  if (naming) return naming;
  if (previous?.kind === 'word' && count <= 3 && isListed(tokens, index, words)) {
    return { kind: 'word', reason: 'It goes on with a list of words.' };
  }
  if (
    previous?.kind === 'title' &&
    shape.titleCase &&
    !shape.asked &&
    isListed(tokens, index, words)
  ) {
    return { kind: 'title', reason: 'It goes on with a list of titles.' };
  }
  if (context.named && !shape.ended && /^[\p{Lu}\p{N}]/u.test(inner)) {
    return { kind: 'title', reason: 'The verb before it gives a name.' };
  }
  const name = shape.ended || shape.sentence ? null : nameInMarks(context, inner, count, words);
  if (name) return { kind: 'title', reason: name };
  const beside = attribution && (attribution.place === 'after' || isAdjacent(tokens, index, words));
  if (beside) return null;
  const embedded = isEmbedded(tokens, index);
  if (
    shape.titleCase &&
    embedded &&
    !shape.asked &&
    !(shape.ended && tokens[index]?.sentence === index) &&
    !isHeadlineCase(tokens, index) &&
    (count > 1 || !attribution || followsArticle(tokens, index, words)) &&
    words.language !== 'de'
  ) {
    if (count >= 2 || followsArticle(tokens, index, words)) {
      return { kind: 'title', reason: 'Capitals as in a name or a title, and nobody says it.' };
    }
  }
  if (attribution) return null;
  if (words.language === 'de' && SPEECH.test(previousWord(tokens, index, 1)?.lower ?? ''))
    return null;
  if (!embedded && (count > 2 || shape.ended)) return null;
  if (isDescribedAs(tokens, index, words) || isJudged(tokens, index, words)) return null;
  if (isOneOfSeveral(tokens, index, words)) return null;
  if (isReported(tokens, index, words)) return null;
  if (count <= SCARE_WORDS && !shape.sentence) {
    return { kind: 'scare', reason: 'A few words in a sentence that names nobody who says them.' };
  }
  return null;
}

interface Shape {
  /** Every long word begins with a capital. */
  titleCase: boolean;
  /** Begins with a capital. */
  capital: boolean;
  /** Ends with a full stop, question or exclamation mark inside. */
  ended: boolean;
  /** Ends with one that American usage does not put there: a question or exclamation mark. */
  asked: boolean;
  /** Begins with a capital and ends like a sentence. */
  sentence: boolean;
  count: number;
}

function shapeOf(inner: string, count: number, words: SpeakerWords): Shape {
  const ended = endsSentence(inner);
  let capitals = 0;
  let long = 0;
  let first = false;
  for (const [position, word] of inner.split(/\s+/u).entries()) {
    const bare = word.replace(/^[^\p{L}\p{N}]+/u, '');
    const upper = /^[\p{Lu}\p{N}]/u.test(bare);
    if (position === 0) first = upper;
    if (position > 0 && (bare.length < 4 || words.linking.has(bare.toLowerCase()))) continue;
    long += 1;
    if (upper) capitals += 1;
  }
  return {
    titleCase: first && capitals === long,
    capital: first,
    ended,
    asked: ended && !/\.[^\p{L}\p{N}]*$/u.test(inner.slice(-6)),
    sentence: first && ended && count > 2,
    count,
  };
}

const CJK = /^[\u3040-\u30ff\u4e00-\u9fff]/u;

/** Counts words up to a limit; a word may have single marks inside it: can't, U.S., so-called. */
function countWords(text: string, limit: number): number {
  if (text.charCodeAt(0) >= 0x3040 && CJK.test(text)) return Math.ceil(text.length / 2);
  const end = Math.min(text.length, 400);
  let count = 0;
  for (let at = 0; at < end && count < limit; ) {
    const kind = classAt(text, at);
    if ((kind & LETTER_OR_NUMBER) === 0) {
      at += kind & PAIR ? 2 : 1;
      continue;
    }
    count += 1;
    at = endOfLetters(text, at, end);
    while (
      at < end &&
      "'’-.".includes(text.charAt(at)) &&
      endOfLetters(text, at + 1, end) > at + 1
    ) {
      at = endOfLetters(text, at + 1, end);
    }
  }
  return count;
}

/** Does nothing but a comma or an "and" stand between the stretch and the one before it? */
function isListed(tokens: readonly Token[], index: number, words: SpeakerWords): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 3); at -= 1) {
    const token = tokens[at];
    if (token?.kind === 'quotation') return at < index - 1 || token.text.endsWith(',');
    const between = token?.text === ',' || words.conjunctions.has(token?.lower ?? '');
    if (!between) return false;
  }
  return false;
}

/** Does a character stand right before the stretch? */
function stands(tokens: readonly Token[], index: number, character: string): boolean {
  const before = tokens[index - 1];
  return before?.text === character && before.end === tokens[index]?.start;
}

/** Does the sentence hold other fragments too? Whoever scatters them is quoting somebody. */
function isOneOfSeveral(tokens: readonly Token[], index: number, words: SpeakerWords): boolean {
  if (!isScattered(tokens, index, words)) return false;
  for (let at = index - 14; at < index + 14; at += 1) {
    if (at === index || tokens[at]?.sentence !== tokens[index]?.sentence) continue;
    if (isScattered(tokens, at, words)) return !isListed(tokens, Math.max(at, index), words);
  }
  return false;
}

/** Two words or more in small letters, which no list and no parenthesis explains. */
function isScattered(tokens: readonly Token[], index: number, words: SpeakerWords): boolean {
  const token = tokens[index];
  if (token?.kind !== 'quotation' || !startsSmall(token) || isListed(tokens, index, words)) {
    return false;
  }
  return countWords(innerText(token.text.slice(0, 60)), 2) === 2 && tokens[index + 1]?.text !== '(';
}

function startsSmall(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Ll}/u.test(innerText(token.text.slice(0, 8)));
}

/** Do the words around the stretch have capitals too, as in an American headline? */
function isHeadlineCase(tokens: readonly Token[], index: number): boolean {
  let long = 0;
  for (let at = Math.max(0, index - 12); at < Math.min(tokens.length, index + 12); at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word' || token.text.length < 4) continue;
    if (token.capital) long += 1;
    else if (token.text.length > 4) return false;
  }
  return long >= 3;
}

/** Words right before the stretch that introduce a name, a title or a word as a word. */
function nameSignal(
  { tokens, index, attribution }: StretchContext,
  shape: Shape,
  words: SpeakerWords,
): Doubt | null {
  const signals = notQuotationWords(words.language);
  const before = previousWord(tokens, index, 1);
  const second = previousWord(tokens, index, 2);
  const after = tokens[index + 1];
  if (!before) return null;
  const soCalled = second?.lower === 'so' && /^genannte[mnrs]?$/u.test(before.lower);
  if (soCalled || signals.soCalled.has(before.lower)) {
    return { kind: 'scare', reason: `“${before.text}” keeps its distance from the words.` };
  }
  const direct = tokens[index - 1]?.kind === 'word';
  if (direct && before.capital && after?.capital && shape.count <= 3 && !shape.ended) {
    const isName = tokens[index - 1]?.sentence !== index - 1 || !words.cues.has(before.lower);
    if (isName) return { kind: 'nickname', reason: 'It stands between the parts of a name.' };
  }
  if (shape.count <= 3 && shape.titleCase && isCalledByAll(before, second)) {
    return { kind: 'nickname', reason: 'It is what people call somebody.' };
  }
  if (
    direct &&
    signals.making.has(before.lower) &&
    shape.titleCase &&
    shape.count > 1 &&
    !shape.asked
  ) {
    return { kind: 'title', reason: `“${before.text}” has a work for its object.` };
  }
  if (shape.count <= 4 && signals.nicknaming.has(before.lower)) {
    return { kind: 'nickname', reason: `“${before.text}” introduces a nickname.` };
  }
  if (
    (signals.naming.has(before.lower) && !isImpersonal(before, second)) ||
    (signals.naming.has(second?.lower ?? '') && /^(?:as|the|als)$/u.test(before.lower))
  ) {
    // "what they called “theft”" has a speaker; "a scheme called “theft”" has none.
    const cueEnd = attribution?.cue?.end;
    const active = cueEnd !== undefined && (cueEnd === before.end || cueEnd === second?.end);
    if (active && !shape.titleCase && second?.end === cueEnd) return null;
    if (!active && shape.count <= 4 && signals.calling.has(before.lower) && !shape.titleCase) {
      return { kind: 'scare', reason: `“${before.text}” introduces a label.` };
    }
    const sure = !signals.calling.has(before.lower) || (shape.titleCase && !active);
    if (sure) return { kind: 'title', reason: `“${before.text}” introduces a name.` };
  }
  const verb = namesNearby(tokens, index, words);
  if (verb && (shape.titleCase || verb === before.lower) && shape.count <= 10) {
    return { kind: 'title', reason: `“${verb}” introduces a name.` };
  }
  const said = words.cues.get(previousWord(tokens, index, 3)?.lower ?? '')?.reporting === true;
  if (shape.count <= 3 && signals.wordNouns.has(before.lower) && !said) {
    return { kind: 'word', reason: `“${before.text}” shows that the word itself is meant.` };
  }
  if (words.language === 'de' && shape.count <= 3 && isExplained(tokens, index)) {
    return { kind: 'word', reason: 'The words after it explain it.' };
  }
  if (words.language === 'de' && attribution?.place !== 'after' && namesInitiative(tokens, index)) {
    return { kind: 'title', reason: `The name of a thing: “${before.text}”.` };
  }
  if (shape.count <= 3 && signals.meaning.has(before.lower)) {
    return { kind: 'word', reason: 'It explains a word.' };
  }
  // "Aktionen wie „…“", but not "Die Serie nannte er „…“": a verb between has an object of its own.
  const joins = words.language !== 'de' || isLink(before);
  const near = joins ? [before, second] : [before];
  const work = near.find((word) => word && isWork(word, signals, words));
  // Only English and German set capitals inside a title.
  const capitals = words.language === 'en' ? shape.titleCase : shape.capital && shape.count <= 5;
  // "den Artikel „Mieten: Wer zahlt?“": a noun right before it says what it is, however it ends.
  const entitled =
    direct && words.language === 'de' && shape.capital && attribution?.place !== 'after';
  if (work && ((capitals && !shape.sentence) || (entitled && work === before))) {
    return { kind: 'title', reason: `The title of a work or the name of a thing: “${work.text}”.` };
  }
  if (shape.capital && shape.count > 1 && shape.count <= 4 && !shape.ended) {
    const last = /\p{L}+$/u
      .exec(innerText(tokens[index]?.text ?? '').slice(-30))?.[0]
      .toLowerCase();
    if (last && OUTLET_WORDS.has(last)) return { kind: 'title', reason: 'It names a publication.' };
  }
  if (after?.kind === 'word' && signals.works.has(after.lower) && shape.titleCase && !shape.ended) {
    return {
      kind: 'title',
      reason: `The title of a work or the name of a thing: “${after.text}”.`,
    };
  }
  return null;
}

/** A German word that ties a name to the noun before it. */
function isLink({ lower }: Token): boolean {
  return /^(?:wie|namens|unter|mit|von|vom|zu|zum|zur|über|d(?:er|ie|as|em|en|es))$/u.test(lower);
}

/** "the man they call “…”": a name, which nobody says here. */
function isCalledByAll(before: Token, second: Token | null): boolean {
  return (
    /^calls?$/u.test(before.lower) &&
    /^(?:they|we|you|people|everyone|everybody|many|most|some|locals|fans|friends)$/u.test(
      second?.lower ?? '',
    )
  );
}

/** A kind of work or thing, or in German a compound that ends in one: "Bürgerinitiative". */
function isWork(word: Token, signals: NotQuotationWords, words: SpeakerWords): boolean {
  if (signals.works.has(word.lower)) return true;
  if (words.language !== 'de' || !word.capital) return false;
  for (const work of signals.works) {
    if (work.length > 3 && word.lower.endsWith(work)) return true;
  }
  return false;
}

/** A verb of naming in the clause before the stretch: "dubbed the conflict “…”". */
function namesNearby(tokens: readonly Token[], index: number, words: SpeakerWords): string | null {
  for (let at = index - 1; at >= Math.max(0, index - 3); at -= 1) {
    const token = tokens[at];
    if (token?.kind === 'punctuation' && token.text !== ',' && token.text !== ':') return null;
    if (token?.kind === 'word' && words.cues.get(token.lower)?.names && !token.capital)
      return token.lower;
  }
  return null;
}

/** The word `count` words before the stretch, past commas and colons, in its sentence. */
function previousWord(tokens: readonly Token[], index: number, count: number): Token | null {
  let found = 0;
  const floor = tokens[index]?.sentence ?? 0;
  for (let at = index - 1; at >= Math.max(floor, index - 6); at -= 1) {
    const token = tokens[at];
    if (token?.kind === 'punctuation' && /^[,:]$/u.test(token.text)) continue;
    if (token?.kind !== 'word') return null;
    found += 1;
    if (found === count) return token;
  }
  return null;
}

/** Does a verb of saying, a colon or a comma stand right before the stretch? */
function isAdjacent(tokens: readonly Token[], index: number, words: SpeakerWords): boolean {
  const before = tokens[index - 1];
  if (before?.kind !== 'word') return before !== undefined && /^[:,]$/u.test(before.text);
  const cue = words.cues.get(before.lower);
  return cue?.reporting === true && !cue.names && !/^reads?$/u.test(before.lower);
}

/** "was described as “…”": somebody said it, though the text does not tell who. */
function isDescribedAs(tokens: readonly Token[], index: number, words: SpeakerWords): boolean {
  const before = previousWord(tokens, index, 1);
  const verb = previousWord(tokens, index, 2);
  return before?.lower === 'as' && words.cues.has(verb?.lower ?? '');
}

/** Does the stretch stand inside a sentence that goes on around it? */
function isEmbedded(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token) return false;
  const opensSentence = token.sentence === index;
  const after = tokens[index + 1];
  const endsHere = !after || after.sentence === index + 1 || /^[.!?]$/u.test(after.text);
  return !(opensSentence && endsHere);
}

function followsArticle(tokens: readonly Token[], index: number, words: SpeakerWords): boolean {
  const before = tokens[index - 1];
  return before?.kind === 'word' && words.determiners.has(before.lower);
}
