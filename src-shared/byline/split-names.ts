/** A piece of a byline's line: plain words, or a contributor's name. */
export interface LinePiece {
  text: string;
  /** The place of the contributor in the list of names; null for the words between. */
  name: number | null;
}

/**
 * Finds the names in a line, in order: whole words in whatever case, the longest first where one begins
 * another. A name that two people have is the first one's where it stands first.
 */
export function splitNames(line: string, names: readonly string[]): LinePiece[] {
  const pieces: LinePiece[] = [];
  const lower = line.toLowerCase();
  const wanted = names
    .map((text, index) => ({ text: text.toLowerCase(), index }))
    .filter(({ text }) => text !== '')
    .toSorted((a, b) => b.text.length - a.text.length);
  const found = new Set<number>();
  let plain = '';
  for (let at = 0; at < line.length; ) {
    const fitting = wanted.filter(({ text }) => standsAt(lower, text, at));
    const longest = fitting.filter(({ text }) => text === fitting[0]?.text);
    const next = longest.find(({ index }) => !found.has(index)) ?? longest[0];
    if (next && lower.length === line.length) {
      if (plain) pieces.push({ text: plain, name: null });
      pieces.push({ text: line.slice(at, at + next.text.length), name: next.index });
      found.add(next.index);
      plain = '';
      at += next.text.length;
    } else {
      plain += line.charAt(at);
      at += 1;
    }
  }
  if (plain) pieces.push({ text: plain, name: null });
  return pieces;
}

/** Scripts without spaces between words have no other words around a name to be told from. */
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u;

/** Whether `text` stands at `at` as whole words. */
export function standsAt(line: string, text: string, at: number): boolean {
  if (!line.startsWith(text, at)) return false;
  const isInWord = (one: string, other: string) => WORD.test(one) && WORD.test(other);
  const end = at + text.length;
  return (
    !isInWord(line.charAt(at - 1), text.charAt(0)) &&
    !isInWord(text.charAt(text.length - 1), line.charAt(end))
  );
}
