/*
 * The names in the running text of a paragraph: runs of words with capitals, with the offices and
 * other words that stand beside them. What is read here depends on the paragraph alone, so that it
 * need not be read again while the paragraph stays as it is.
 */
import type { Span } from '../../model/span';
import { genderOfGivenName } from './given-names';
import {
  CAPITAL,
  classAt,
  endOfLetters,
  entryAt,
  LETTER_OR_NUMBER,
  type LexiconEntry,
  PAIR,
} from './lexicon';
import { isRole, roleGender } from './offices';
import { isParticle, lowerBare, type Naming, nameInRun, type ParagraphNames } from './people';
import type { SpeakerWords } from './words-type';

/** Characters that join two runs of letters into one word of a name: O’Neill, al-Rashid, U.S. */
const JOINERS = ".'’-‑";
/** "a councillor", "another official": somebody who is not named. */
const INDEFINITE: ReadonlySet<string> = new Set(['a', 'an', 'one', 'another', 'some', 'second']);
/** Words ending with a full stop that end no sentence: initials and titles. */
const ABBREVIATED =
  /^(?:\p{Lu}|.*\..*|Mrs?|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Maj|Sgt|Capt|St|Rev|Hon|Jr)$/u;
/** So many words before and after a name may describe its bearer. */
const BEFORE = 5;
const AFTER = 8;

/** The words of one paragraph outside its quotations; offsets into the text. */
interface Words {
  text: string;
  starts: number[];
  ends: number[];
  capital: boolean[];
  /** Nothing but one space stands between the word before and this one. */
  joined: boolean[];
  beginsSentence: boolean[];
}

/** The word at an index: few of a paragraph's words are ever asked for. */
function wordAt({ text, starts, ends }: Words, index: number): LexiconEntry {
  return entryAt(text, starts[index] ?? 0, ends[index] ?? 0);
}

/**
 * Reads the names of one paragraph. `quotations` are those of the text, in order, `first` the index
 * of the first that ends after the paragraph's start. Linear in the paragraph's length.
 */
export function readNames(
  text: string,
  paragraph: Span,
  quotations: readonly Span[],
  first: number,
  words: SpeakerWords,
): ParagraphNames {
  const read = readWords(text, paragraph, quotations, first);
  const { starts, ends, capital, joined, beginsSentence } = read;
  const names: ParagraphNames = { start: paragraph.start, namings: [], unnamed: [] };
  let runStart = -1;
  let sinceArticle = 4;
  const close = (end: number) => {
    if (runStart < 0) return;
    const naming = nameIn(read, runStart, end, words);
    if (naming) names.namings.push({ ...naming, start: naming.start - paragraph.start });
    runStart = -1;
  };
  for (let at = 0; at < starts.length; at += 1) {
    const short = mayBeIndefinite(text, starts[at] ?? 0, ends[at] ?? 0);
    // "Tom Varga, a spokesman for …" is named.
    const beside = at > 0 && !joined[at] && !beginsSentence[at] && capital[at - 1];
    if (short && !beside && INDEFINITE.has(wordAt(read, at).lower)) sinceArticle = 0;
    else if (sinceArticle < 4) {
      sinceArticle += 1;
      const role = sinceArticle < 4 ? wordAt(read, at).lower : '';
      if (words.roles.has(role)) {
        names.unnamed.push({ role, start: (starts[at] ?? 0) - paragraph.start });
      }
    }
    if (runStart < 0 && !capital[at]) continue;
    const follows = joined[at] && !beginsSentence[at];
    if (!follows || !(capital[at] || isNameParticle(read, at, words))) close(at);
    if (runStart < 0 && capital[at]) runStart = at;
  }
  close(starts.length);
  const isClosed = '.:!?…,;"”’»“'.includes(text.charAt(paragraph.end - 1));
  if (!isClosed && isTitleCase(read)) for (const naming of names.namings) naming.weak = true;
  return names;
}

/** "Minister Attacks Varga Over Bridge": a headline in which nearly every long word has a capital. */
function isTitleCase({ starts, ends, capital }: Words): boolean {
  if (starts.length < 4 || starts.length > 25) return false;
  let long = 0;
  let capitals = 0;
  for (const [at, start] of starts.entries()) {
    if ((ends[at] ?? 0) - start < 4) continue;
    long += 1;
    if (capital[at]) capitals += 1;
  }
  return long > 3 && capitals >= long * 0.8;
}

function readWords(
  text: string,
  paragraph: Span,
  quotations: readonly Span[],
  first: number,
): Words {
  const read: Words = {
    text,
    starts: [],
    ends: [],
    capital: [],
    joined: [],
    beginsSentence: [],
  };
  let quotation = first;
  let previousEnd = -1;
  let quoted = false;
  let at = paragraph.start;
  while (at < paragraph.end) {
    const kind = classAt(text, at);
    if ((kind & LETTER_OR_NUMBER) === 0) {
      at += kind & PAIR ? 2 : 1;
      continue;
    }
    while ((quotations[quotation]?.end ?? Infinity) <= at) quotation += 1;
    if ((quotations[quotation]?.start ?? Infinity) <= at) {
      at = quotations[quotation]?.end ?? at + 1;
      previousEnd = at;
      quoted = true;
      continue;
    }
    const end = endOfWord(text, at, paragraph.end);
    const gap = text.charCodeAt(previousEnd);
    // No name runs over a quotation.
    const joined = !quoted && previousEnd === at - 1 && (gap === 0x20 || gap === 0xa0);
    read.starts.push(at);
    read.ends.push(end);
    // Only a word with a prefix (al-Rashid) has its capital further in.
    const prefixed = end - at > 3 && !(kind & CAPITAL) && hasJoiner(text, at + 1, end);
    read.capital.push((kind & CAPITAL) !== 0 || (prefixed && entryAt(text, at, end).capital));
    read.joined.push(joined);
    read.beginsSentence.push(previousEnd < 0 || beginsSentence(text, previousEnd, at));
    previousEnd = end;
    quoted = false;
    at = end;
  }
  return read;
}

/** A small word inside a name; German has "von der" after a given name alone: Ursula von der Leyen. */
function isNameParticle(read: Words, at: number, words: SpeakerWords): boolean {
  const { lower } = wordAt(read, at);
  if (isParticle(lower, words)) return true;
  if (words.language !== 'de' || !/^(?:der|den|dem)$/u.test(lower) || at < 2) return false;
  const given = genderOfGivenName(wordAt(read, at - 2).text) !== null;
  // "Jens Albrecht von der Stadt": his surname is a given name as well.
  const second = at > 2 && genderOfGivenName(wordAt(read, at - 3).text) !== null;
  return given && !second && wordAt(read, at - 1).lower === 'von';
}

/** Cheap to ask of every word: could it be one of INDEFINITE? */
function mayBeIndefinite(text: string, start: number, end: number): boolean {
  const letter = text.charCodeAt(start) | 0x20;
  return end - start < 8 && (letter === 0x61 || letter === 0x6f || letter === 0x73);
}

/** Does a hyphen or an apostrophe stand among the first letters of the word? */
function hasJoiner(text: string, start: number, end: number): boolean {
  for (let at = start; at < Math.min(end, start + 3); at += 1) {
    if (JOINERS.includes(text.charAt(at))) return true;
  }
  return false;
}

/** One past the word at `start`, its full stop included. */
function endOfWord(text: string, start: number, limit: number): number {
  let end = endOfLetters(text, start, limit);
  while (end < limit && JOINERS.includes(text.charAt(end))) {
    const next = endOfLetters(text, end + 1, limit);
    if (next <= end + 1) break;
    end = next;
  }
  return end < limit && text.charAt(end) === '.' ? end + 1 : end;
}

/** Does a sentence begin at `start`, where the word before ends at `previousEnd`? */
function beginsSentence(text: string, previousEnd: number, start: number): boolean {
  if (start - previousEnd > 3) return true;
  for (let at = previousEnd; at < start; at += 1) {
    if ('.!?…\n:•'.includes(text.charAt(at))) return true;
  }
  if (text.charAt(previousEnd - 1) !== '.') return false;
  const word = /(\S{1,12})\.$/u.exec(text.slice(Math.max(0, previousEnd - 14), previousEnd))?.[1];
  return !ABBREVIATED.test(word ?? '');
}

/** The name in a run of words with capitals, with what stands beside it; offsets in the text. */
function nameIn(read: Words, from: number, to: number, words: SpeakerWords): Naming | null {
  const { starts, capital } = read;
  let first = from;
  let end = to;
  while (end > first && !capital[end - 1]) end -= 1;
  // "On Monday Ines Okafor": what opens the sentence, and days, are no part of the name.
  while (
    first < end &&
    (read.beginsSentence[first] || words.times.has(wordAt(read, first).lower)) &&
    isFunctionWord(wordAt(read, first), words)
  ) {
    first += 1;
  }
  // "Watching Anthony Johnson": a verb that opens the sentence.
  if (words.language === 'en' && end - first > 2 && read.beginsSentence[first]) {
    if (/[a-z](?:ing|ed)$/u.test(wordAt(read, first).text)) first += 1;
  }
  if (first === end) return null;
  const run: string[] = [];
  for (let index = first; index < end; index += 1) run.push(wordAt(read, index).text);
  const named = nameInRun(run, words, true);
  if (!named) return null;
  const { name, titled } = named;
  const whole = name.includes(' ');
  const given = whole ? genderOfGivenName(name) : null;
  const naming: Naming = {
    name,
    whole,
    titled,
    gender: named.gender ?? given,
    known: given !== null,
    start: starts[first + named.first]!,
    leads: read.beginsSentence[first] === true,
    description: [],
    office: false,
    weak: false,
  };
  if (!whole) return naming;
  const behind = first > 0 && (named.first === 0 || first > from);
  const article = behind ? wordAt(read, first - 1) : null;
  if (article && words.determiners.has(article.lower) && !titled) return null;
  describe(naming, read, first, first + named.first, end, words);
  return naming;
}

/** Notes the offices that stand before the name or beside it in commas. */
function describe(
  naming: Naming,
  read: Words,
  first: number,
  nameStart: number,
  end: number,
  words: SpeakerWords,
): void {
  const { starts, capital, joined, beginsSentence: begins } = read;
  const note = (at: number) => {
    const bare = lowerBare(wordAt(read, at).text);
    const office = isRole(bare, words);
    if (office) naming.office = true;
    if (office && (at === nameStart - 1 || at === end)) naming.gender ??= roleGender(bare, words);
    if (office || capital[at]) naming.description.push(bare);
  };
  for (let at = first; at < nameStart; at += 1) note(at);
  if (first > 0 && !joined[first] && !begins[first] && !capital[first - 1]) note(first - 1);
  for (let at = first; at > Math.max(0, first - BEFORE) && joined[at] && !begins[at]; at -= 1) {
    if (!capital[at - 1] && !isRole(lowerBare(wordAt(read, at - 1).text), words)) break;
    note(at - 1);
  }
  const ahead = first > 0 && joined[first] ? wordAt(read, first - 1).lower : '';
  if (ahead.endsWith('-year-old')) naming.description.push(ahead);
  if (end >= starts.length || joined[end] || begins[end]) return;
  // "Lena Tamm, 34, …" is the 34-year-old further down.
  const age = /^\p{N}{1,3}$/u.exec(wordAt(read, end).text);
  if (age) naming.description.push(`${age[0]}-year-old`);
  for (let at = end; at < Math.min(starts.length, end + AFTER); at += 1) {
    if (at > end && !joined[at]) break;
    if (words.relatives.has(wordAt(read, at).lower)) break;
    note(at);
  }
}

function isFunctionWord({ lower }: LexiconEntry, words: SpeakerWords): boolean {
  return (
    words.determiners.has(lower) ||
    words.boundaries.has(lower) ||
    words.adverbs.has(lower) ||
    words.linking.has(lower) ||
    words.conjunctions.has(lower) ||
    words.pronouns.has(lower) ||
    words.times.has(lower) ||
    words.accordingTo.some(([first]) => first === lower) ||
    words.auxiliaries.has(lower)
  );
}
