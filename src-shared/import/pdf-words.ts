/*
 * Words that the end of a line parted. Whether a hyphen belongs to a word is told by how the document
 * writes the word elsewhere; where it does not, by the parts.
 */

const WORD = /[\p{L}\p{M}\p{Nd}]+(?:[-‐‑'’][\p{L}\p{M}\p{Nd}]+)*/gu;
const PARTED = /([\p{L}\p{M}\p{Nd}'’]+(?:[-‐‑][\p{L}\p{M}\p{Nd}'’]+)*)([-‐\u00ad])$/u;
const REST = /^[\p{L}\p{M}\p{Nd}'’]+(?:[-‐‑][\p{L}\p{M}\p{Nd}'’]+)*/u;
/** First parts after which English writes a hyphen. */
const BEFORE_HYPHEN =
  /^(?:well|self|long|short|high|low|half|ex|non|cross|full|part|all|so|old|year|mid|vice|hard|left|right|far|ill|open|single|double|third|second|first|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|quasi|pseudo|co|anti|post|pre|pro)$/;

/** Those of them that make another word only with an ending. */
const SURE_BEFORE_HYPHEN =
  /^(?:well|self|long|short|high|low|half|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/;
const ENDING =
  /^(?:.{1,3}|ing.*|ish.*|ness|age.*|itude.*|land.*|light.*|hand.*|list.*|fall.*|ways?|less.*|stand.*|time|heart.*)$/;

const LONGEST_WORD = 80;

/** The words of a document as it writes them within lines. */
export interface Words {
  has(word: string): boolean;
}

/** Counts the words of lines but for what the end of a line may have parted. */
export function wordsOf(lines: Iterable<string>): Words {
  const words = new Set<string>();
  for (const line of lines) {
    const whole = line.replace(PARTED, '').replace(REST, (rest) => (PARTED.test(line) ? '' : rest));
    for (const [word] of whole.matchAll(WORD)) words.add(plain(word));
  }
  return words;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[‐‑]/g, '-').replace(/’/g, "'");
}

/** Two lines of a paragraph as one text; a word that was parted between them is whole again. */
export function joinLines(before: string, after: string, words: Words): string {
  if (before === '' || after === '') return before + after;
  // A paragraph may be long, and is looked at again with every line of it.
  const end = before.slice(-LONGEST_WORD);
  const parted = PARTED.exec(end);
  const rest = REST.exec(after)?.[0];
  if (!parted?.[1] || rest === undefined) {
    return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。、，！？」』）]$/u.test(
      before,
    ) && /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。、，！？「『（]/u.test(after)
      ? before + after
      : `${before}${/[—/]$/.test(end) && !/\s[—/]$/.test(end) ? '' : ' '}${after}`;
  }
  const [, first, hyphen] = parted;
  const bare = before.slice(0, -1);
  if (hyphen === '\u00ad' || !isHyphenOwn(first, rest, words)) return bare + after;
  // "two- and three-storey houses" parts nothing.
  return isLeftOut(rest) ? `${before} ${after}` : before + after;
}

const LEFT_OUT = /^(?:and|or|to|und|oder|bis|et|ou|y|e|en|of)$/;

function isLeftOut(rest: string): boolean {
  return LEFT_OUT.test(rest);
}

function isHyphenOwn(first: string, rest: string, words: Words): boolean {
  const joined = plain(first + rest);
  if (words.has(`${plain(first)}-${plain(rest)}`)) return true;
  if (words.has(joined)) return false;
  if (isLeftOut(rest)) return true;
  // Names, numbers and capitals are not parted by a program: the hyphen was there.
  if (/^[\p{Lu}\p{Nd}]/u.test(rest) && !/^\p{Lu}+$/u.test(first)) return true;
  if (/\p{Nd}$/u.test(first) || /-/.test(first)) return true;
  const second = plain(rest).split('-')[0] ?? '';
  if (SURE_BEFORE_HYPHEN.test(plain(first)) && !ENDING.test(second)) return true;
  return BEFORE_HYPHEN.test(plain(first)) && words.has(second) && second.length > 2;
}
