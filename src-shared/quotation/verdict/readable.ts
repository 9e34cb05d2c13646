/** Letters that a damaged text layer has instead of words: replacement signs, private use, glyph numbers. */
const DAMAGED = /[\uFFFD\uE000-\uF8FF\u25A1\u25AF]|\(cid:\d{1,6}\)/g;
/** What stands for words that nobody could make out. */
const PLACEHOLDER =
  /[[(<][^[\]()<>]{0,60}(?:inaudible|unintelligible|indistinct|illegible|not readable|unreadable|no text|image|scanned?)[^[\]()<>]{0,60}[\])>]/gi;
const LETTER = /[\p{L}\p{N}]/gu;
/** So much of a text may be damaged before nothing can be told from it. */
const MOST_DAMAGED = 0.3;
const SAMPLE_LENGTH = 20_000;

/** True if a source has words to compare a quotation with. Looks at its first 20,000 units, and at all
 * of it where those have no letters. */
export function isReadable(source: string): boolean {
  const sample = source.slice(0, SAMPLE_LENGTH);
  const damaged = sample.match(DAMAGED)?.length ?? 0;
  const rest = sample.replace(DAMAGED, ' ').replace(PLACEHOLDER, ' ');
  const letters = rest.match(LETTER)?.length ?? 0;
  if (letters === 0) return source.length > SAMPLE_LENGTH && /[\p{L}\p{N}]/u.test(source);
  return damaged <= MOST_DAMAGED * (damaged + letters);
}
