/*
 * Names as a text has them: what a dictionary does not know and is right all the same.
 */

const WORD = /[\p{L}\p{M}]+(?:['’‑-][\p{L}\p{M}]+)*/gu;
const POSSESSIVE = /['’]s?$/u;
/** A capital and small letters behind it: capitals alone may be anything. */
const NAME = /^\p{Lu}[\p{L}\p{M}'’‑-]*\p{Ll}/u;
/** What stands before a word within a sentence: a word, a figure, a comma, a closing bracket. */
const WITHIN = /[\p{L}\p{M}\p{N},;)\]’”»]\s+$/u;
/** Nothing but white space parts the words of one name, and a point behind a short form of address. */
const BESIDE = /^[^\S\n]+$/u;
const BEHIND_TITLE = /^\.[^\S\n]*$/u;
const TITLE = /^(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Capt|Sgt|Rev|St|Hr|Fr|Sr|Sra)$/u;
/** These write every noun with a capital. */
const CAPITAL_NOUNS = new Set(['de', 'lb']);

/** So many names of a text are kept, and so much of it is looked at (UTF-16 code units). */
const MOST_NAMES = 5_000;
const MOST_TEXT = 500_000;

/**
 * The words of a text that stand there as names: with a capital within a sentence, or beside another
 * one that has a capital. In a language whose nouns have capitals the second alone says anything.
 *
 * @param language BCP 47
 */
export function namesIn(text: string, language: string | null): Set<string> {
  const names = new Set<string>();
  const areNounsCapital = CAPITAL_NOUNS.has((language ?? '').toLowerCase().split('-')[0] ?? '');
  let before: { end: number; name: string | null } | null = null;
  for (const { 0: found, index } of text.slice(0, MOST_TEXT).matchAll(WORD)) {
    const word = found.replace(POSSESSIVE, '');
    const name = NAME.test(word) ? word : null;
    const between = before ? text.slice(before.end, index) : '';
    const isBeside =
      before?.name != null &&
      (BESIDE.test(between) || (TITLE.test(before.name) && BEHIND_TITLE.test(between)));
    if (name !== null && (isBeside || (!areNounsCapital && isWithin(text, index)))) {
      names.add(name);
      if (isBeside && before?.name) names.add(before.name);
    }
    if (names.size >= MOST_NAMES) break;
    before = { end: index + found.length, name };
  }
  return names;
}

function isWithin(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 3), at);
  return WITHIN.test(before) && !before.includes('\n');
}
