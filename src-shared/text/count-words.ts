/** Scripts that put no spaces between words. */
const SPACELESS = /^(zh|ja|th|lo|km|my)\b/i;

/**
 * Counts words: what stands between spaces and holds a letter or a digit. `language` is a BCP 47 tag;
 * where it is written without spaces, its words are told apart by Unicode's rules (UAX 29).
 */
export function countWords(text: string, language: string): number {
  if (SPACELESS.test(language)) {
    let words = 0;
    for (const { isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(
      text,
    )) {
      if (isWordLike) words += 1;
    }
    return words;
  }
  return text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}
