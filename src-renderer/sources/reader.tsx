import { useEffect, useMemo, useRef } from 'react';
import type { QuotedStretch, SourceReading } from '../../src-shared/model/source';
import type { Span } from '../../src-shared/model/span';
import { stretchAt } from '../recordings/passage-times';
import { usePlayback } from '../recordings/playback';
import { useShell } from '../shell';
import { words } from '../words/words';
import { QuotingCard } from './quoting-card';
import { ReaderSection } from './reader-block';
import { elementAt, rangesOf } from './reader-range';
import { type Sections, useSections } from './reader-sections';
import { useReaderSelection } from './reader-selection';
import { blockAt, blocksOf } from './reading-blocks';

/** A source's text: turns or paragraphs, with what is quoted from it marked. */
export function Reader({
  reading,
  quoted,
  found,
  foundIndex,
  hasRecording,
  heading,
}: {
  reading: SourceReading;
  /** What is quoted from it at this moment. */
  quoted: readonly QuotedStretch[];
  /** Where the words looked for are, and which of them is the current one. */
  found: readonly Span[];
  foundIndex: number;
  /** Times play it. */
  hasRecording: boolean;
  /** Stands above the words and scrolls with them. */
  heading: React.ReactNode;
}) {
  const root = useRef<HTMLDivElement>(null);
  const shown = useShell((state) => state.shown);
  const blocks = useMemo(() => blocksOf(reading), [reading]);
  const sections = useSections(root, blocks);
  const { drawn } = sections;
  const moveCaret = useReaderSelection(root, reading.source.id);
  const playing = usePlaying(reading, blocks);
  const follows = usePlayback((playback) => playback.follows && playback.isPlaying);
  const foundNow = found[foundIndex];
  useScrolledTo(root, sections, shown?.start ?? null, shown && `${shown.request}`, toTheMiddle);
  useScrolledTo(
    root,
    sections,
    foundNow?.start ?? null,
    foundNow ? `${foundNow.start} ${foundNow.end}` : null,
    toTheMiddle,
  );
  useScrolledTo(root, sections, playing, follows ? `${playing}` : null, keepInView);
  useMarked(root, sections, 'source-found', found);
  useMarked(root, sections, 'source-found-now', only(foundNow));

  return (
    <div
      ref={root}
      className="reader"
      role="document"
      aria-label={words.sources.readerLabel(reading.source.title)}
      aria-description={words.sources.readerHint}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys move a cursor in the text, to select words without a mouse.
      tabIndex={0}
      data-panel-focus
      onKeyDown={moveCaret}
    >
      {heading}
      {sections.sections.map((section, number) => (
        <ReaderSection
          key={section.first}
          number={number}
          section={section}
          isDrawn={drawn.has(number)}
          blocks={blocks}
          text={reading.text}
          quoted={quoted}
          current={shown && shown.start < section.end && shown.end > section.start ? shown : null}
          playing={
            playing !== null && playing >= section.start && playing < section.end ? playing : null
          }
          playsFor={hasRecording ? reading.source.id : null}
        />
      ))}
      <QuotingCard root={root} quoted={quoted} />
    </div>
  );
}

type Root = React.RefObject<HTMLDivElement | null>;

const NONE: readonly Span[] = [];
const only = (span: Span | undefined): readonly Span[] => (span ? [span] : NONE);

/** Where the block starts that is heard at this moment; null while nothing of the source is. */
function usePlaying(reading: SourceReading, blocks: readonly Span[]): number | null {
  return usePlayback((playback) => {
    if (playback.sourceId !== reading.source.id) return null;
    if (!playback.isPlaying && playback.position === 0) return null;
    const stretch = stretchAt(reading.locators, playback.position);
    return stretch && (blocks[blockAt(blocks, stretch.start)]?.start ?? null);
  });
}

/**
 * Scrolls to the text at an offset, once for each `request`: when it is drawn, and it has it drawn.
 * Nothing happens where there is no request, or no offset.
 */
function useScrolledTo(
  root: Root,
  { draw, isDrawn }: Sections,
  offset: number | null,
  request: string | null,
  scroll: (element: HTMLElement, view: HTMLElement) => void,
) {
  const met = useRef<string | null>(null);
  useEffect(() => {
    if (offset === null || request === met.current || !root.current) return;
    if (!isDrawn(offset)) {
      draw(offset);
      return;
    }
    met.current = request;
    const element = elementAt(root.current, offset);
    if (request !== null && element) scroll(element, root.current);
  }, [request, isDrawn]);
}

const toTheMiddle = (element: HTMLElement) => element.scrollIntoView({ block: 'center' });

/** Scrolls a turn that is heard into view, unless it is there already. */
function keepInView(element: HTMLElement, view: HTMLElement) {
  const turn = element.closest('.turn') ?? element;
  const { top, bottom } = turn.getBoundingClientRect();
  const seen = view.getBoundingClientRect();
  if (top >= seen.top && bottom <= seen.bottom) return;
  turn.scrollIntoView({ block: bottom - top > seen.height ? 'start' : 'center' });
}

/**
 * Marks stretches with the CSS Custom Highlight API (`::highlight(name)`), which touches no element:
 * those of sections that are drawn, again when more are.
 */
export function useMarked(root: Root, { isDrawn }: Sections, name: string, spans: readonly Span[]) {
  useEffect(() => {
    if (!root.current || spans.length === 0) return;
    const seen = spans.filter(({ start }) => isDrawn(start));
    CSS.highlights.set(name, new Highlight(...rangesOf(root.current, seen)));
    return () => {
      CSS.highlights.delete(name);
    };
  }, [root, isDrawn, name, spans]);
}
