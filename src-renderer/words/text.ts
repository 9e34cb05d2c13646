import { isolated } from '../../src-shared/text/direction';
import { OPENING, quoted } from '../../src-shared/words/quoted';

/*
 * Small parts that sentences are made of: quoted words, numbers with their noun, lists.
 */

export { quoted };

/** At most `limit` characters, cut at a word, with the closing mark kept after the ellipsis. */
export function shorten(text: string, limit: number): string {
  const line = text.trim().replace(/\s+/g, ' ');
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit);
  const end = cut.lastIndexOf(' ');
  const words = cut.slice(0, end > limit / 2 ? end : limit).replace(/[\s,;:.–—-]+$/u, '');
  // The mark that the words themselves end with, where they have one: straight stays straight.
  const closing = /[”"“»«][^\p{L}\p{N}]*$/u.exec(line)?.[0].charAt(0) ?? '”';
  return `${words}…${OPENING.test(line) && /[”"“»«]/u.test(line.slice(1)) ? closing : ''}`;
}

/** "1 file", "2 files". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c". Arabic or Hebrew names stand in this order too. */
export function list(items: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(items.map(isolated));
}

/** The first letter as a capital. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en-GB') + text.slice(1);
}

const RIGHT_TO_LEFT =
  /^\P{L}*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** The direction that a line is read in, by its first letter: where it is too long, its end is cut and not its start. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.test(text) ? 'rtl' : 'ltr';
}
