import type { Line } from './pdf-lines';
import type { Style } from './pdf-paragraphs';

/** Letters this many times as high as the text's are set over several lines. */
const HIGH = 1.6;
const INITIAL = /^["'“„«‘»]?\p{Lu}['’]?$/u;

/** Puts a large first letter in front of the first of the lines beside it. */
export function withInitials(lines: readonly Line[], style: Style): Line[] {
  const initials = lines.filter(({ text, size }) => size > HIGH * style.size && INITIAL.test(text));
  if (initials.length === 0) return [...lines];
  const gone = new Set<Line>();
  const changed = new Map<Line, Line>();
  for (const initial of initials) {
    const beside = lines.filter(
      ({ x0, y, size }) =>
        size < initial.size / 1.3 &&
        x0 > initial.x0 &&
        x0 - initial.x1 < 1.5 * size &&
        y > initial.y - 0.95 * initial.size &&
        y < initial.y + 0.3 * size,
    );
    const first = beside.reduce<Line | null>(
      (top, line) => (top && top.y <= line.y ? top : line),
      null,
    );
    if (!first) continue;
    gone.add(initial);
    for (const line of beside) {
      const text = line === first ? withLetter(initial.text, line.text, style) : line.text;
      changed.set(line, { ...line, x0: initial.x0, text });
    }
  }
  return lines.filter((line) => !gone.has(line)).map((line) => changed.get(line) ?? line);
}

/** "A" may be a word, or the first letter of one. */
function withLetter(letter: string, text: string, { words }: Style): string {
  const next = /^[\p{L}'’]+/u.exec(text)?.[0];
  if (next === undefined) return `${letter} ${text}`;
  const isWhole = /^[AIOÀÉ]$/.test(letter.replace(/\P{L}/gu, ''));
  const isOne = words.has((letter + next).replace(/^\P{L}+/u, '').toLowerCase());
  return isWhole && !isOne && words.has(next.toLowerCase()) ? `${letter} ${text}` : letter + text;
}
