import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Span } from '../../src-shared/model/span';
import type { ReadingBlock } from './reading-blocks';

/*
 * A long source is drawn in sections, each when it comes near the part that is seen: a text of ten
 * megabytes would otherwise take seconds and a hundred thousand elements. What was drawn stays.
 */

/** Blocks of the reader that are drawn together: from `first` up to `last`, which is not among them. */
export interface Section extends Span {
  first: number;
  last: number;
  /** Pixels that it will take, roughly: the scroll bar goes by it until it is drawn. */
  height: number;
}

/** A section is closed when it has as many blocks, or as many UTF-16 code units. */
const MOST_BLOCKS = 60;
const MOST_LETTERS = 20_000;
/** Pixels around the part that is seen within which sections are drawn. */
const AROUND = 1_500;

const LETTERS_OF_LINE = 48;
const LINE_HEIGHT = 24;
const GAP = 12;
const SPEAKER_HEIGHT = 17;

export function sectionsOf(blocks: readonly ReadingBlock[]): Section[] {
  const sections: Section[] = [];
  let letters = 0;
  for (const [index, { start, end, showsSpeaker }] of blocks.entries()) {
    const open = sections.at(-1);
    const lines = Math.ceil((end - start) / LETTERS_OF_LINE);
    const height = lines * LINE_HEIGHT + GAP + (showsSpeaker ? SPEAKER_HEIGHT : 0);
    if (open && index - open.first < MOST_BLOCKS && letters < MOST_LETTERS) {
      open.last = index + 1;
      open.end = end;
      open.height += height;
      letters += end - start;
    } else {
      sections.push({ first: index, last: index + 1, start, end, height });
      letters = end - start;
    }
  }
  return sections;
}

/** The section that has the text at an offset, by its number. */
function sectionAt(sections: readonly Section[], offset: number): number {
  const after = sections.findIndex(({ start }) => start > offset);
  return Math.max(0, (after < 0 ? sections.length : after) - 1);
}

/** Which sections are drawn, and `draw`, which has the one with an offset drawn. */
export function useSections(
  root: React.RefObject<HTMLElement | null>,
  blocks: readonly ReadingBlock[],
) {
  const sections = useMemo(() => sectionsOf(blocks), [blocks]);
  const [drawn, setDrawn] = useState<ReadonlySet<number>>(() => new Set([0, 1]));

  useEffect(() => {
    if (!root.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const near = entries
          .filter(({ isIntersecting }) => isIntersecting)
          .map(({ target }) => Number((target as HTMLElement).dataset.section));
        if (near.length > 0) {
          setDrawn((known) =>
            near.every((one) => known.has(one)) ? known : new Set([...known, ...near]),
          );
        }
      },
      { root: root.current, rootMargin: `${AROUND}px 0px` },
    );
    for (const element of root.current.querySelectorAll('[data-section]')) {
      observer.observe(element);
    }
    return () => observer.disconnect();
  }, [root, sections]);

  const draw = useCallback(
    (offset: number) => {
      const index = sectionAt(sections, offset);
      // Its neighbours too, whose real height would otherwise move it out of view again.
      const wanted = [index - 1, index, index + 1].filter((one) => one in sections);
      setDrawn((known) =>
        wanted.every((one) => known.has(one)) ? known : new Set([...known, ...wanted]),
      );
    },
    [sections],
  );
  const isDrawn = useCallback(
    (offset: number) => drawn.has(sectionAt(sections, offset)),
    [sections, drawn],
  );
  return { sections, drawn, draw, isDrawn };
}

export type Sections = ReturnType<typeof useSections>;
