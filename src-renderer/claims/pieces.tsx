import type { Span } from '../../src-shared/model/span';

/** A text with stretches of it in bold; those that overlap are drawn as one. */
export function Pieces({ text, marked }: { text: string; marked: readonly Span[] }) {
  const pieces: React.ReactNode[] = [];
  let at = 0;
  for (const { start, end } of [...marked].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const from = Math.max(start, at);
    if (end <= from) continue;
    pieces.push(text.slice(at, from), <b key={from}>{text.slice(from, end)}</b>);
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces;
}
