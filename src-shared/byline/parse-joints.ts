import { isKnownHouse } from './agency-words';
import { SECTIONS } from './doubt-words';
import type { Item } from './parse-items';
import { isJobNoun, isJobTitle, isOffice as isOfficeWord, kindOfName } from './parse-name';
import { isPlace } from './parse-place';
import { JOINERS } from './parse-words';
import { PLACE_WORDS } from './place-words';

/** Where in a list of names a word stands. */
interface Joint {
  /** The words, commas and brackets of the list. */
  pieces: readonly string[];
  /** Of the word that may join two names. */
  index: number;
  /** The words since the last comma or joining word. */
  before: readonly string[];
  /** How those words were joined to the name before them. */
  joined: Item['joined'];
  language: string | undefined;
}

const isComma = (piece: string) => /^[,、،，]$/u.test(piece);
const isJoiner = (piece: string) => JOINERS.some(({ word }) => word === piece.toLowerCase());

/** Whether a word parts two names: not the "and" of a title, of two places, or of a firm. */
export function joins(joint: Joint): boolean {
  const { pieces, index, before, language } = joint;
  const piece = pieces[index] ?? '';
  const joiner = JOINERS.find(({ word }) => word === piece.toLowerCase());
  if (!joiner || piece === 'Y' || piece === 'E') return false;
  if (joiner.languages && !joiner.languages.includes(language ?? '')) return false;
  if (index === pieces.length - 1) return false;
  const after = wordsAfter(pieces, index);
  if (before.length > 0 && (isInTitle(joint, after) || isOfPlaces(before, after))) return false;
  if (joiner.careful) {
    // "Quiroga y Salcedo" by itself: two people, or one with two surnames; it is asked about.
    if (pieces.length === 3) return true;
    const isGroup = (words: readonly string[]) =>
      words.length > 0 && kindOfName(words.join(' ')) !== 'person';
    const isNext = after.length >= 2 || isGroup(after);
    return isNext && (before.length >= 2 || isGroup(before));
  }
  return piece !== '&' || !isFirm(joint, after);
}

/** The words up to the next comma, bracket, joining word or place. */
function wordsAfter(pieces: readonly string[], index: number): string[] {
  const words: string[] = [];
  for (const piece of pieces.slice(index + 1)) {
    const ends = /^[,、،，(<]/u.test(piece) || isJoiner(piece);
    if (ends || (words.length > 0 && PLACE_WORDS.test(piece))) break;
    words.push(piece);
  }
  return words;
}

/** "Science and health editor", "Defence and Security Editor", "writer and broadcaster". */
function isInTitle({ before, joined }: Joint, after: readonly string[]): boolean {
  const [next = ''] = after;
  const isOffice = isJobNoun(after.at(-1) ?? '');
  if (isOffice && after.every((word) => /^\p{Ll}/u.test(word))) return true;
  // "Jane Doe Health and Science Reporter"
  if (isOffice && before.length > 2 && isOfficeWord(before.at(-1) ?? '')) return true;
  if (joined !== 'comma') return false;
  const said = before.join(' ');
  if (isJobTitle(said)) {
    return after.length === 1 && (/^\p{Ll}/u.test(next) || isJobNoun(next) || isSection(next));
  }
  const isWord = before.length === 1 && !isKnownHouse(said) && !isPlace(said);
  return isWord && isOffice && after.length > 1 && after.length < 4;
}

const isSection = (word: string) => SECTIONS.has(word.toLowerCase());

/** "in Beirut and Damascus": two places of one. */
function isOfPlaces(before: readonly string[], after: readonly string[]): boolean {
  const from = before.findLastIndex((word) => PLACE_WORDS.test(word));
  return from > 0 && isPlace(after.join(' ')) && isPlace(before.slice(from + 1).join(' '));
}

/** "Salt & Barrel and Ines Okafor": a firm. "Salt & Barrel" by itself may be two as well. */
function isFirm({ pieces, index, before }: Joint, after: readonly string[]): boolean {
  const next = pieces[index + 2];
  const ends = next === undefined || isComma(next) || next.startsWith('(') || isJoiner(next);
  if (isKnownHouse(`${before.join(' ')} & ${after.join(' ')}`)) return true;
  return before.length === 1 && after.length > 0 && ends && pieces.length > 3;
}

/** Names that begin with the letter that is "and" in their script. */
const WITH_THE_LETTER =
  /^(?:وليد|وائل|وفاء|وسام|وسيم|ورد|ورود|وداد|وجدي|ولاء|وحيد|وهيب|وهبة|وجيه|وصفي|والي|ויקטור|ויקטוריה|ולדימיר|ורד|ורדית|ונסה|וולף|ויצמן)$/u;

/** Arabic and Hebrew write "and" together with the word after it. */
export function isAttachedAnd(word: string): boolean {
  return /^[וو]\p{L}{3,}/u.test(word) && !WITH_THE_LETTER.test(word);
}
