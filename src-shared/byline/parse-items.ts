import { isSemiticName } from './doubt-words';
import { isAttachedAnd, joins } from './parse-joints';
import { REGION } from './place-words';

/** One name with what follows it, and what stood before it. */
export interface Item {
  text: string;
  /** The words in brackets after it, brackets left out. */
  notes: string[];
  /** How it is joined to the item before. */
  joined: 'start' | 'comma' | 'and';
  /** The word that joins it was cut off the name: it may have been part of it. */
  isGuess?: true;
  /** A city and its state. */
  isPlace?: true;
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
    } else if (joins({ pieces, index, before: words, joined, language })) {
      close('and');
    } else if (words.length >= 2 && isAttachedAnd(piece)) {
      close('and');
      isGuess = !isSemiticName(piece.slice(1));
      words.push(piece.slice(1));
    } else {
      // "Tim de Lisle (now) Adam Collins (earlier)": a name after a note is a new one.
      const follows = notes.length > 0 && words.length > 0 && /^\p{Lu}/u.test(piece);
      if (follows) close('and');
      words.push(piece);
    }
  }
  close('start');
  return joinPlaces(items);
}

/** "Jane Doe, Springfield, Ill.": the state tells that the name before it is a city's. */
function joinPlaces(items: readonly Item[]): Item[] {
  return items.flatMap((item, index) => {
    const next = items[index + 1];
    if (isState(next) && isCity(item, index)) {
      return [{ ...item, text: `${item.text}, ${next?.text}`, notes: next?.notes ?? [], isPlace }];
    }
    return isState(item) && isCity(items[index - 1], index - 1) ? [] : [item];
  });
}
const isPlace = true as const;

const isCity = (item: Item | undefined, index: number) =>
  index > 0 &&
  item?.joined === 'comma' &&
  item.notes.length === 0 &&
  /^\p{Lu}\S+(?:\s\p{Lu}\S+)?$/u.test(item.text);

/** States in short; written out, some are given names too. */
const isState = (item: Item | undefined) =>
  item?.joined === 'comma' &&
  /^(?:\p{Lu}\p{Ll}{1,4}\.|\p{Lu}\.\p{Lu}\.)$/u.test(item.text) &&
  REGION.test(item.text);
