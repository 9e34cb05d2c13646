/*
 * Two readers look for the text of a web page. Ours keeps every word of what the page marks as its
 * text (or of the element with nine tenths of the paragraphs), with what stands around it there:
 * teasers, comments, subscription notices. Readability weighs paragraphs and drops what looks like
 * neither, now and then a list, a table or the short answers of an interview.
 */

/**
 * More words than this share of the text do not follow it by chance: Readability then found half of it.
 * Links between text and the rest say that the text is over.
 */
const MUCH_LEFT_OUT = 0.6;
const MUCH_LEFT_OUT_AFTER_LINKS = 1;
const MUCH_MORE_FOUND = 0.25;

/** A line of our reading; `isLink` where all of it leads elsewhere. */
export interface PageLine {
  text: string;
  isLink: boolean;
}

/**
 * The lines of a page's text from our reading and Readability's: what follows the last line that
 * Readability keeps is left out where it is more than a short note; where the two disagree altogether,
 * the one that found much more goes first, and ours in doubt.
 */
export function mainLines(ours: readonly PageLine[], readable: readonly string[]): string[] {
  const all = ours.map(({ text }) => text);
  if (readable.length === 0) return all;
  const kept = new Set(readable.map(plain));
  const isKept = (line: string) => kept.has(plain(line));
  const known = new Set(all.map(plain));
  const more = lengthOf(readable.filter((line) => !known.has(plain(line))));
  const shared = lengthOf(all.filter(isKept));
  // Ours found another text: a teaser in an <article>, say, while the story stands elsewhere.
  if (more > MUCH_MORE_FOUND * lengthOf(all) && shared < more) return [...readable];
  const last = all.findLastIndex(isKept);
  if (last < 0) return all;
  const after = ours.slice(last + 1);
  const words = after.filter(({ isLink }) => !isLink).map(({ text }) => text);
  const isNote = words.length <= 2 && words.length === after.length;
  const much = words.length < after.length ? MUCH_LEFT_OUT_AFTER_LINKS : MUCH_LEFT_OUT;
  const isHalf = lengthOf(words) > much * lengthOf(all.slice(0, last + 1));
  return isNote || isHalf ? all : all.slice(0, last + 1);
}

function plain(line: string): string {
  return line.replace(/\s+/g, ' ').trim();
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}
