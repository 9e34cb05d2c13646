import type { Span } from '../../src-shared/model/span';

/** Words with the ones that were looked for marked. Each is read in the direction of its own script. */
export function Marked({ text, hits }: { text: string; hits: readonly Span[] }) {
  const pieces = [];
  let at = 0;
  for (const { start, end } of hits) {
    if (start > at) pieces.push(text.slice(at, start));
    pieces.push(<mark key={start}>{text.slice(Math.max(at, start), end)}</mark>);
    at = Math.max(at, end);
  }
  return (
    <bdi>
      {pieces}
      {text.slice(at)}
    </bdi>
  );
}
