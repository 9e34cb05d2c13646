import { kindOfName } from './parse-name';
import { JOINERS } from './parse-words';

/** One name with what follows it, and what stood before it. */
export interface Item {
  text: string;
  /** The words in brackets after it, brackets left out. */
  notes: string[];
  /** How it is joined to the item before. */
  joined: 'start' | 'comma' | 'and';
  /** The word that joins it was cut off the name: it may have been part of it. */
  isGuess?: true;
}

/** Marks a protected name in a text: private-use characters, one a name. */
const PROTECTED_BASE = 0xe000;

/** A text in which known names are single characters that no rule can cut. */
export interface ProtectedText {
  text: string;
  names: string[];
}

/** Replaces every known name, longest first (STANDARDS 4.3, rule 1). */
export function protectNames(text: string, known: readonly string[]): ProtectedText {
  const names: string[] = [];
  let result = text.replace(/[\ue000-\uf8ff]/gu, ' ');
  const ordered = [...new Set(known)].filter((name) => name.trim() !== '');
  ordered.sort((left, right) => right.length - left.length);
  for (const name of ordered.slice(0, 0x1800)) {
    const sign = String.fromCharCode(PROTECTED_BASE + names.length);
    const parts = result.split(name);
    if (parts.length === 1) continue;
    result = joinWhole(parts, name, sign);
    names.push(name);
  }
  return { text: result, names };
}

/** Puts the sign only where the name stands as whole words. */
function joinWhole(parts: readonly string[], name: string, sign: string): string {
  let result = parts[0] ?? '';
  for (const part of parts.slice(1)) {
    const inWord = /[\p{L}\p{N}]$/u.test(result.slice(-2)) || /^[\p{L}\p{N}]/u.test(part);
    result += (inWord ? name : sign) + part;
  }
  return result;
}

/** The known name a text consists of, or null. */
export function protectedName(text: string, names: readonly string[]): string | null {
  if (text.length !== 1) return null;
  return names[text.charCodeAt(0) - PROTECTED_BASE] ?? null;
}

/** Puts the known names back. */
export function restoreNames(text: string, names: readonly string[]): string {
  return text.replace(
    /[\ue000-\uf8ff]/gu,
    (sign) => names[sign.charCodeAt(0) - PROTECTED_BASE] ?? sign,
  );
}

/** Cuts a list of names at commas and joining words outside brackets. Linear. */
export function splitItems(text: string, language: string | undefined): Item[] {
  const items: Item[] = [];
  let joined: Item['joined'] = 'start';
  let words: string[] = [];
  let notes: string[] = [];
  let isGuess = false;
  const close = (next: Item['joined']) => {
    const item: Item = { text: words.join(' ').trim(), notes, joined };
    if (isGuess) item.isGuess = true;
    isGuess = false;
    if (item.text !== '' || notes.length > 0) items.push(item);
    // ", and" is one joint, and the stronger one counts.
    else if (joined === 'and') next = 'and';
    joined = items.length === 0 ? 'start' : next;
    words = [];
    notes = [];
  };
  const pieces = text.match(/\([^()]*\)|<[^<>\s]*>|[,、،，]|[^\s,、،，()<]+|[()<]/gu) ?? [];
  for (const [index, piece] of pieces.entries()) {
    if (/^[,、،，]$/u.test(piece)) {
      close('comma');
    } else if (/^[(<].*[)>]$/su.test(piece)) {
      notes.push(piece.slice(1, -1).trim());
    } else if (joins(piece, words, pieces, index, language)) {
      close('and');
    } else if (words.length >= 2 && attachedAnd(piece)) {
      close('and');
      isGuess = true;
      words.push(piece.slice(1));
    } else {
      // "Tim de Lisle (now) Adam Collins (earlier)": a name after a note is a new one.
      const follows = notes.length > 0 && words.length > 0 && /^\p{Lu}/u.test(piece);
      if (follows) close('and');
      words.push(piece);
    }
  }
  close('start');
  return items;
}

/** Names that begin with the letter that is "and" in their script. */
const WITH_THE_LETTER =
  /^(?:وليد|وائل|وفاء|وسام|وسيم|ورد|ورود|وداد|وجدي|ولاء|وحيد|وهيب|وهبة|وجيه|وصفي|والي|ויקטור|ויקטוריה|ולדימיר|ורד|ורדית|ונסה|וולף|ויצמן)$/u;

/** Arabic and Hebrew write "and" together with the word after it. */
function attachedAnd(word: string): boolean {
  return /^[وו]\p{L}{3,}/u.test(word) && !WITH_THE_LETTER.test(word);
}

function joins(
  piece: string,
  before: readonly string[],
  pieces: readonly string[],
  index: number,
  language: string | undefined,
): boolean {
  const joiner = JOINERS.find(({ word }) => word === piece.toLowerCase());
  if (!joiner || piece === 'Y' || piece === 'E') return false;
  if (joiner.languages && !joiner.languages.includes(language ?? '')) return false;
  if (index === pieces.length - 1) return false;
  const after = pieces
    .slice(index + 1, index + 3)
    .filter((word) => /^[\p{L}\ue000-\uf8ff]/u.test(word));
  if (joiner.careful) {
    const isGroup = after.length > 0 && kindOfName(after.join(' ')) !== 'person';
    return before.length >= 2 && (after.length >= 2 || isGroup);
  }
  // A firm: "Marks & Spencer". Two people are joined with "and".
  const next = pieces[index + 2];
  const ends =
    next === undefined || /^[,、،，(]/u.test(next) || JOINERS.some(({ word }) => word === next);
  const firm = piece === '&' && before.length === 1 && after.length > 0 && ends;
  return !firm;
}
