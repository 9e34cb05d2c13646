import type { Span } from '../../model/span';
import type { MarkedStretch } from '../detect/marks-pair';
import type { NearMatches } from './entry';
import {
  COMBINING,
  classAt,
  endOfLetters,
  entryAt,
  LETTER_OR_NUMBER,
  PAIR,
  SPACE,
} from './lexicon';

/** A word, a punctuation mark, or a whole quotation, which the attribution rules see as one thing. */
export interface Token extends Span {
  kind: 'word' | 'punctuation' | 'quotation';
  text: string;
  /** The word in lower case with straight apostrophes. */
  lower: string;
  capital: boolean;
  /** Index of the stretch this token stands for, or -1. */
  stretch: number;
  /** Index of the first token of its sentence. */
  sentence: number;
}

/** Paragraphs that the attribution rules read as one: joined where a quotation runs over both. */
export interface Unit extends Span {
  tokens: Token[];
  /** Index of the token of each stretch of this unit, by the stretch's index. */
  tokenOf: Map<number, number>;
  /** What was found near each of these tokens, by its index. */
  near: Map<number, NearMatches>;
}

/** Characters that may stand inside a word: U.S., twenty-one, l’eau, name@example.com. */
const JOINERS = "'’-‑.&/@_";
const ABBREVIATION =
  /^(?:mrs?|ms|dr|del|cllr|coun|supt|insp|det|cpl|cpt|atty|asst|amb|brig|prof|gen|sen|rep|gov|lt|col|maj|sgt|capt|cmdr|adm|st|jr|sr|no|inc|ltd|co|corp|vs|etc|hon|rev|jan|feb|aug|sept|oct|nov|dec|m|mme|pr|sra?|dra?|bzw|ca|evtl|nr|str|tzv|např|mj|г|гг|им|ул|ing|mgr|bc)$/u;
const INITIALS = /^\p{L}(?:\.\p{L})*$/u;
/** Words that begin a sentence more often than they follow an abbreviation inside one. */
const STARTER =
  /^(?:the|he|she|it|they|we|but|and|in|on|at|a|an|this|that|these|those|his|her|their|there|when|after|as|if|according|for|i|you|however|meanwhile|asked)$/u;
/** French elisions are words of their own: l’ s’ d’ qu’. */
const ELISION = /^(?:[ldsnmtjc]|qu|lorsqu|puisqu)['’](?=\p{L})/iu;
const CLITIC = /^(.+?)(?:-t)?-(il|elle|ils|elles|on|je)$/u;
const ENDING = /[.!?…。！？][)\]]?["”“’'»«›‹」』]*$/u;

/**
 * Cuts the text into units and tokens. `stretches` are the outermost quotations, in order; units
 * without any have no tokens until `readTokens` is called for them.
 */
export function makeUnits(
  paragraphs: readonly Span[],
  stretches: readonly MarkedStretch[],
): Unit[] {
  const units: Unit[] = [];
  let next = 0;
  let openUntil = -1;
  for (const paragraph of paragraphs) {
    const last = units.at(-1);
    if (last && paragraph.start < openUntil) last.end = Math.max(last.end, paragraph.end);
    else units.push({ ...paragraph, tokens: [], tokenOf: new Map(), near: new Map() });
    const end = units.at(-1)?.end ?? paragraph.end;
    for (let stretch = stretches[next]; stretch && stretch.start < end; stretch = stretches[next]) {
      openUntil = Math.max(openUntil, stretch.end);
      next += 1;
    }
  }
  return units;
}

/** Fills a unit's tokens. `first` is the index of the first stretch at or after the unit's start. */
export function readTokens(
  text: string,
  unit: Unit,
  stretches: readonly MarkedStretch[],
  first: number,
  language: string,
): void {
  // The marks of a block quotation are no words: "> The pier …".
  const opening = stretches[first]?.start ?? unit.start;
  const quoted =
    opening < unit.end &&
    /^(?:> ?)+$/u.test(text.slice(unit.start, Math.min(opening, unit.start + 20)));
  let position = quoted ? opening : unit.start;
  for (let index = first; ; index += 1) {
    const stretch = stretches[index];
    const inside = stretch !== undefined && stretch.start < unit.end;
    readWords(text, position, inside ? stretch.start : unit.end, language, unit.tokens);
    if (!inside) break;
    unit.tokenOf.set(index, unit.tokens.length);
    unit.tokens.push(makeToken('quotation', text, stretch.start, stretch.end, index));
    position = stretch.end;
  }
  markSentences(unit.tokens);
}

/** The tokens of a stretch of text read by itself. */
export function tokensOf(text: string, { start, end }: Span, language: string): Token[] {
  const tokens: Token[] = [];
  readWords(text, start, end, language, tokens);
  markSentences(tokens);
  return tokens;
}

function makeToken(
  kind: Token['kind'],
  text: string,
  start: number,
  end: number,
  stretch = -1,
): Token {
  if (kind === 'quotation') {
    const content = text.slice(start, end);
    return {
      kind,
      start,
      end,
      text: content,
      lower: content,
      capital: false,
      stretch,
      sentence: 0,
    };
  }
  const entry = entryAt(text, start, end);
  const lower = kind === 'word' ? entry.lower : entry.text;
  const capital = kind === 'word' && entry.capital;
  return { kind, start, end, text: entry.text, lower, capital, stretch, sentence: 0 };
}

/** One past the word at `start`: letters and digits, joined by single marks that stand inside it. */
function endOfWord(text: string, start: number, limit: number): number {
  let end = endOfLetters(text, start, limit);
  while (end < limit && JOINERS.includes(text.charAt(end))) {
    const next = endOfLetters(text, end + 1, limit);
    if (next <= end + 1) break;
    end = next;
  }
  // The apostrophe of a plural possessive or a dropped letter: dogs’, goin’.
  const last = end < limit ? text.charCodeAt(end) : 0;
  return last === 0x27 || last === 0x2019 ? end + 1 : end;
}

function hasLetter(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    if (classAt(text, at) & LETTER_OR_NUMBER) return true;
  }
  return false;
}

function readWords(
  text: string,
  from: number,
  to: number,
  language: string,
  tokens: Token[],
): void {
  let at = from;
  while (at < to) {
    const start = at;
    const kind = classAt(text, start);
    if (kind & SPACE) {
      at += 1;
      continue;
    }
    if ((kind & (LETTER_OR_NUMBER | COMBINING)) === 0) {
      at = Math.min(to, start + (kind & PAIR ? 2 : 1));
      while (text.charAt(start) === '.' && at < to && text.charAt(at) === '.') at += 1;
      tokens.push(makeToken('punctuation', text, start, at));
      continue;
    }
    const end = endOfWord(text, start, to);
    at = end;
    if (!(kind & LETTER_OR_NUMBER) && !hasLetter(text, start, end)) {
      tokens.push(makeToken('punctuation', text, start, end));
      continue;
    }
    if (language === 'fr') {
      const word = text.slice(start, end);
      const elided = ELISION.exec(word)?.[0].length;
      if (elided) {
        at = start + elided;
        tokens.push(makeToken('word', text, start, at));
        continue;
      }
      const clitic = CLITIC.exec(word.toLowerCase());
      if (clitic) {
        const pronoun = end - (clitic[2]?.length ?? 0);
        tokens.push(makeToken('word', text, start, start + (clitic[1]?.length ?? 0)));
        tokens.push(makeToken('word', text, pronoun, end));
        continue;
      }
    }
    if (end < to && text.charAt(end) === '.') {
      const word = text.slice(start, end);
      if (INITIALS.test(word) || ABBREVIATION.test(word.toLowerCase())) at = end + 1;
    }
    tokens.push(makeToken('word', text, start, at));
  }
}

/** Sets where each token's sentence begins. */
function markSentences(tokens: Token[]): void {
  let start = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) continue;
    if (index > 0 && beginsSentence(tokens, index)) start = index;
    token.sentence = start;
  }
}

function beginsSentence(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const before = tokens[index - 1];
  if (!token || !before) return true;
  // Nearly every word follows a word that ends nothing.
  if (before.kind === 'word' && !before.text.endsWith('.')) return false;
  if (token.kind === 'punctuation' && !/^[-–—•*([¿¡]$/u.test(token.text)) return false;
  const opens =
    token.kind === 'quotation' ||
    token.capital ||
    token.kind === 'punctuation' ||
    /^\p{N}/u.test(token.text);
  if (!opens) return false;
  if (before.kind === 'quotation') {
    return endsSentence(before.text) && (token.kind === 'quotation' || token.capital);
  }
  if (before.kind === 'punctuation') {
    if (/^[)\]]$/u.test(before.text)) {
      return (
        tokens[index - 2]?.kind === 'punctuation' && /^[.!?]/u.test(tokens[index - 2]?.text ?? '')
      );
    }
    if (!/^(?:\.+|[!?…。！？])$/u.test(before.text)) return false;
    if (before.text !== '.') return true;
    // "am 3. Mai", "3. května": an ordinal, not the end of a sentence.
    const number = tokens[index - 2];
    return !(number && /^\p{N}{1,2}$/u.test(number.text) && token.kind === 'word' && token.capital);
  }
  // An abbreviation with its full stop may end a sentence too: "in the U.S. The council …"
  return /\..*\./u.test(before.text) && STARTER.test(token.lower) && token.capital;
}

/** Index one past the last token of the sentence that `index` stands in. */
export function sentenceEnd(tokens: readonly Token[], index: number, limit: number): number {
  const sentence = tokens[index]?.sentence;
  let end = index;
  while (end < limit && tokens[end]?.sentence === sentence) end += 1;
  return end;
}

/** Does a quotation's text end like a sentence, mark included or not? */
export function endsSentence(text: string): boolean {
  return ENDING.test(text.slice(-12));
}
