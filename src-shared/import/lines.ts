/** A line this long or longer was not wrapped by an editor: line ends mean something in its text. */
const WIDEST_WRAP = 100;
/** Writers of e-mail wrap a little before the edge, and quoted lines lose their `> `. */
const SLACK = 6;

/**
 * The paragraphs of a plain text: stretches between empty lines, or single lines where there are no
 * empty ones. Lines that were wrapped to fit a width (the next word would not have fitted) are
 * joined with a space; other line ends inside a paragraph are kept.  Of a stretch of a text,
 * `wholeWidth` tells how wide the lines of the whole are.
 */
export function paragraphsOf(text: string, wholeWidth?: number): string[] {
  const lines = linesOf(text);
  const groups: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '') groups.push([]);
    else groups.at(-1)?.push(line);
  }
  const filled = groups.filter((group) => group.length > 0);
  const width = wholeWidth ?? widestOf(lines);
  const paragraphs = filled.map((group) => unwrap(group, width));
  // Without a single empty line, each line end that is no wrap parts two paragraphs.
  const isOneGroup = wholeWidth === undefined && filled.length === 1;
  return paragraphs.flatMap((paragraph) => (isOneGroup ? paragraph.split('\n') : [paragraph]));
}

/** The length of the longest line. */
export function widestLine(text: string): number {
  return widestOf(linesOf(text));
}

function widestOf(lines: readonly string[]): number {
  return lines.reduce((widest, line) => Math.max(widest, line.length), 0);
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/).map((line) => line.trimEnd());
}

function unwrap(lines: readonly string[], width: number): string {
  let joined = lines[0]?.trim() ?? '';
  for (let index = 1; index < lines.length; index++) {
    const previous = lines[index - 1] ?? '';
    const line = (lines[index] ?? '').trim();
    const firstWord = /^\S+/.exec(line)?.[0].length ?? 0;
    const isWrapped =
      width <= WIDEST_WRAP &&
      previous.length >= 40 &&
      previous.length + 1 + firstWord > width - SLACK &&
      !/^[-*•–—]\s/.test(line);
    joined += (isWrapped ? ' ' : '\n') + line;
  }
  return joined;
}
