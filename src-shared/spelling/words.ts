/*
 * The words of a paragraph that a dictionary is asked about.
 */

export interface Word {
  /** UTF-16 code units of the paragraph; `end` exclusive. */
  start: number;
  end: number;
  text: string;
}

/** Letters and their marks, held together by apostrophes and hyphens within. */
const WORD = /[\p{L}\p{M}]+(?:['’‑-][\p{L}\p{M}]+)*/gu;
/** Web and mail addresses, paths, tags, handles, and names of files: no words of a language. */
const ADDRESS =
  /(?:\b[a-z][a-z\d+.-]*:\/\/|\bwww\.|\bmailto:)\S+|[^\s@]+@[^\s@]+\.[^\s@]+|(?<![\p{L}\p{N}])[@#][\p{L}\p{N}_]+|(?<![\p{L}\p{N}])(?:~|\.{1,2})?(?:\/[\w.-]+){2,}|\b[\w-]+(?:\.[a-z\d]+)*\.(?:com|org|net|edu|gov|int|info|eu|uk|de|fr|es|pdf|docx?|odt|txt|html?|md|jpe?g|png|mp3|mp4|zip)\b(?:\/\S*)?/giu;
/** Capitals alone, as in NATO, and "to come". */
const SHORT_FORM = /^(?:\p{Lu}{2,6}|(?:TK)+)(?:['’]?s)?$/u;
const CODE = /[\p{N}_]/u;

/** The stretches of addresses in a text, in their order. */
export function addressesIn(text: string): Word[] {
  return [...text.matchAll(ADDRESS)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    text: found,
  }));
}

/** True for what no dictionary is asked about: short forms in capitals, and TK. */
export function isShortForm(word: string): boolean {
  return SHORT_FORM.test(word);
}

/** The words of a text that a dictionary can know, without addresses, short forms and words with digits. */
export function wordsIn(text: string): Word[] {
  const addresses = addressesIn(text);
  const words: Word[] = [];
  for (const { 0: found, index: start } of text.matchAll(WORD)) {
    const end = start + found.length;
    if (addresses.some((address) => start < address.end && end > address.start)) continue;
    if (CODE.test(text[start - 1] ?? '') || CODE.test(text[end] ?? '')) continue;
    if (isShortForm(found)) continue;
    words.push({ start, end, text: found });
  }
  return words;
}
