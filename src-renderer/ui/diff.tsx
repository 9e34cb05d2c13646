import { Fragment, type ReactNode } from 'react';
import type { DiffSegment } from '../../src-shared/model/verdict';

/** The spaces at the ends of a segment stand outside its mark, which is drawn around words. */
function marked(segment: DiffSegment, mark: (words: string) => ReactNode): ReactNode {
  const words = segment.text.trim();
  if (words === '') return segment.text;
  const at = segment.text.indexOf(words);
  return (
    <>
      {segment.text.slice(0, at)}
      {mark(words)}
      {segment.text.slice(at + words.length)}
    </>
  );
}

/** A segment as it is drawn; what is the same in both is drawn by `same`. */
function drawn(segment: DiffSegment, same: (text: string) => ReactNode): ReactNode {
  if (segment.type === 'same') return same(segment.text);
  return marked(segment, (words) =>
    segment.type === 'removed' ? <del>{words}</del> : <ins>{words}</ins>,
  );
}

/**
 * The segments as they are read in the source: the comma or stop at the end of the article's quotation
 * is the article's own, and a passage goes on with its own mark.
 */
export function withoutEndMark(segments: readonly DiffSegment[]): DiffSegment[] {
  return segments.map((segment, index) =>
    index === segments.length - 1 && segment.type === 'same'
      ? { ...segment, text: segment.text.replace(/[\s.,;:]+$/u, '') }
      : segment,
  );
}

function Segments({
  segments,
  same,
}: {
  segments: readonly DiffSegment[];
  same: (text: string) => ReactNode;
}) {
  // Segments have no identity of their own: their place in the diff is what they are.
  return segments.map((segment, index) => (
    <Fragment key={`${index} ${segment.type}`}>{drawn(segment, same)}</Fragment>
  ));
}

/** A word diff from the source's wording to the draft's: what is gone struck out, what is new marked. */
export function WordDiff({ segments }: { segments: readonly DiffSegment[] }) {
  return <Segments segments={segments} same={(text) => text} />;
}

/** The same amid the words of a source, with what draft and source share in bold. */
export function SharedWords({ segments }: { segments: readonly DiffSegment[] }) {
  return <Segments segments={withoutEndMark(segments)} same={(text) => <b>{text}</b>} />;
}

/** True where the two wordings differ at all. */
export function differs(segments: readonly DiffSegment[]): boolean {
  return segments.some((segment) => segment.type !== 'same');
}
