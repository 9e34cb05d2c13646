/** Signs that hardly anybody writes who does not mean Markdown; one of them may still be chance. */
const SURE: readonly RegExp[] = [
  /^ {0,3}#{1,6} +\S/m,
  /\[[^\]\n]+\]\((?:https?:\/\/|mailto:|#)[^)\s]+\)/,
  /!\[[^\]\n]*\]\([^)\s]+\)/,
  /^ {0,3}(?:```|~~~)/m,
  /^ {0,3}\|?(?: *:?-{3,}:? *\|)+/m,
  /^ {0,3}\[\^[^\]\s]+\]:/m,
];
/** Signs that other text has as well. */
const LIKELY: readonly RegExp[] = [
  /(?:^|[\s(])\*\*\S(?:[^*\n]*\S)?\*\*/m,
  /(?:^|[\s(])[*_][^\s*_](?:[^*_\n]*[^\s*_])?[*_](?=[\s.,;:!?)]|$)/m,
  /^ {0,3}[-*+] +\S/m,
  /^ {0,3}\d{1,3}\. +\S/m,
  /^ {0,3}> ?\S/m,
  /^ {0,3}(?:---|\*\*\*)$/m,
];

/** True for plain text that is Markdown beyond doubt: two different signs of it, one of them sure. */
export function isClearlyMarkdown(text: string): boolean {
  const count = (signs: readonly RegExp[]) => signs.filter((sign) => sign.test(text)).length;
  const sure = count(SURE);
  return sure > 1 || (sure === 1 && count(LIKELY) > 0);
}
