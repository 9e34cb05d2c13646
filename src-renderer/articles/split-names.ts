/** A piece of a byline's line: plain words, or a contributor's name. */
export interface LinePiece {
  text: string;
  /** The place of the contributor in the list of names; null for the words between. */
  name: number | null;
}

/** Finds the names in a generated line, in order, longest first where one begins another. */
export function splitNames(line: string, names: readonly string[]): LinePiece[] {
  const pieces: LinePiece[] = [];
  const longestFirst = names
    .map((text, index) => ({ text, index }))
    .filter(({ text }) => text !== '')
    .toSorted((a, b) => b.text.length - a.text.length);
  let plain = '';
  for (let at = 0; at < line.length; ) {
    const found = longestFirst.find(({ text }) => line.startsWith(text, at));
    if (found) {
      if (plain) pieces.push({ text: plain, name: null });
      pieces.push({ text: found.text, name: found.index });
      plain = '';
      at += found.text.length;
    } else {
      plain += line.charAt(at);
      at += 1;
    }
  }
  if (plain) pieces.push({ text: plain, name: null });
  return pieces;
}
