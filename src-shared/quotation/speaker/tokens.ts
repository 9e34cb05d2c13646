import type { Span } from '../../model/span';
import type { MarkedStretch } from '../detect/marks-pair';

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
}

const TOKEN =
  /[\p{L}\p{N}\p{M}]+(?:['’\-‑.&/@_][\p{L}\p{N}\p{M}]+)*(?:['’](?![\p{L}\p{N}]))?|\.{2,}|[^\s\p{L}\p{N}\p{M}]/gu;
const ABBREVIATION =
  /^(?:mrs?|ms|dr|prof|gen|sen|rep|gov|lt|col|maj|sgt|capt|cmdr|adm|st|jr|sr|no|inc|ltd|co|corp|vs|etc|hon|rev|jan|feb|aug|sept|oct|nov|dec|m|mme|pr|sra?|dra?|bzw|ca|evtl|nr|str|tzv|např|mj|г|гг|им|ул|ing|mgr|bc)$/u;
const INITIALS = /^\p{L}(?:\.\p{L})*$/u;
/** Words that begin a sentence more often than they follow an abbreviation inside one. */
const STARTER =
  /^(?:the|he|she|it|they|we|but|and|in|on|at|a|an|this|that|these|those|his|her|their|there|when|after|as|if|according|for|i|you|however|meanwhile|asked)$/u;
/** French elisions are words of their own: l’ s’ d’ qu’. */
const ELISION = /^(?:[ldsnmtjc]|qu|lorsqu|puisqu)['’](?=\p{L})/iu;
const CLITIC = /^(.+?)(?:-t)?-(il|elle|ils|elles|on|je)$/u;
const UPPER = /^[\p{Lu}\p{Lt}]/u;
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
    else units.push({ ...paragraph, tokens: [], tokenOf: new Map() });
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
  const content = text.slice(start, end);
  return {
    kind,
    start,
    end,
    text: content,
    lower: kind === 'word' ? content.toLowerCase().replaceAll('’', "'") : content,
    capital: kind === 'word' && UPPER.test(content),
    stretch,
    sentence: 0,
  };
}

function readWords(
  text: string,
  from: number,
  to: number,
  language: string,
  tokens: Token[],
): void {
  TOKEN.lastIndex = from;
  for (let match = TOKEN.exec(text); match && match.index < to; match = TOKEN.exec(text)) {
    const start = match.index;
    let end = Math.min(start + match[0].length, to);
    if (!/[\p{L}\p{N}]/u.test(match[0])) {
      tokens.push(makeToken('punctuation', text, start, end));
      continue;
    }
    const elided = language === 'fr' ? ELISION.exec(match[0])?.[0].length : undefined;
    if (elided) {
      tokens.push(makeToken('word', text, start, start + elided));
      TOKEN.lastIndex = start + elided;
      continue;
    }
    const word = text.slice(start, end);
    const clitic = language === 'fr' ? CLITIC.exec(word.toLowerCase()) : null;
    if (clitic) {
      const pronoun = end - (clitic[2]?.length ?? 0);
      tokens.push(makeToken('word', text, start, start + (clitic[1]?.length ?? 0)));
      tokens.push(makeToken('word', text, pronoun, end));
      continue;
    }
    const abbreviated = ABBREVIATION.test(word.toLowerCase()) || INITIALS.test(word);
    if (abbreviated && text.charAt(end) === '.' && end < to) end += 1;
    TOKEN.lastIndex = end;
    tokens.push(makeToken('word', text, start, end));
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
  return (
    before.text.endsWith('.') &&
    /\..*\./u.test(before.text) &&
    STARTER.test(token.lower) &&
    token.capital
  );
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
