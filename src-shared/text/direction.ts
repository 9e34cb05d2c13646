export type Direction = 'ltr' | 'rtl';

/** Letters of the scripts that are written from right to left, for a class of a regular expression. */
export const RIGHT_TO_LEFT_LETTERS =
  '\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Adlam}';

const BACKWARD = new RegExp(`[${RIGHT_TO_LEFT_LETTERS}]`, 'u');
const BACKWARD_LETTERS = new RegExp(`[${RIGHT_TO_LEFT_LETTERS}]`, 'gu');
const LETTERS = /\p{L}/gu;

/** Whether some of these words run the other way than what is around them. */
export function turns(text: string, around: Direction): boolean {
  return around === 'ltr'
    ? BACKWARD.test(text)
    : (text.match(LETTERS) ?? []).some((letter) => !BACKWARD.test(letter));
}

/**
 * The direction of words among others. Their first letter says it, as in HTML's `dir=auto`; but where
 * that is against what is around them, most of their letters have to agree: a sentence that begins with a
 * foreign name is not foreign.
 */
export function directionAmong(text: string, around: Direction): Direction {
  const letters = text.match(LETTERS) ?? [];
  const [first] = letters;
  if (first === undefined) return around;
  const own = BACKWARD.test(first) ? 'rtl' : 'ltr';
  if (own === around) return around;
  const backward = (text.match(BACKWARD_LETTERS) ?? []).length;
  return (own === 'rtl' ? backward : letters.length - backward) * 2 > letters.length ? own : around;
}

/**
 * Words to be put into an English sentence that has no elements (a label, a tooltip): where they have
 * letters from right to left, between signs that keep them to themselves (U+2068, U+2069).
 */
export function isolated(text: string): string {
  return turns(text, 'ltr') ? `\u2068${text}\u2069` : text;
}
