import { memo, useEffect, useMemo, useRef } from 'react';
import type { SourceReading } from '../../src-shared/model/source';
import type { Span } from '../../src-shared/model/span';
import { goToQuotationIn } from '../quotes/quote-actions';
import { useShell } from '../shell';
import { timecode } from '../words/format';
import { words } from '../words/words';
import { piecesOfBlock } from './reader-pieces';
import { elementAt, rangesOf } from './reader-range';
import { useReaderSelection } from './reader-selection';
import { keepsLines, type ReadingBlock, readingBlocks } from './reading-blocks';
import { SourceHeading } from './source-heading';

type Quoted = SourceReading['quoted'];

/** A source's text: turns or paragraphs, with what is quoted from it marked. */
export function Reader({
  reading,
  found,
  foundIndex,
}: {
  reading: SourceReading;
  /** Where the words looked for are, and which of them is the current one. */
  found: readonly Span[];
  foundIndex: number;
}) {
  const root = useRef<HTMLDivElement>(null);
  const shown = useShell((state) => state.shown);
  const blocks = useMemo(
    () => readingBlocks(reading.text, reading.locators),
    [reading.text, reading.locators],
  );
  const moveCaret = useReaderSelection(root, reading.source.id);
  useShownInView(root, shown, reading.versionId);
  useFoundHighlights(root, found, foundIndex, reading.versionId);

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
      <SourceHeading reading={reading} />
      {blocks.map((block) => (
        <Block
          key={block.start}
          block={block}
          text={reading.text}
          quoted={quotedIn(reading.quoted, block)}
          current={shown && touches(shown, block) ? shown : null}
        />
      ))}
    </div>
  );
}

const NOTHING: Quoted = [];
const touches = (a: Span, b: Span) => a.start < b.end && a.end > b.start;

/** The same empty list for most blocks, so that they are not drawn again. */
function quotedIn(quoted: Quoted, block: ReadingBlock): Quoted {
  const inside = quoted.filter((stretch) => touches(stretch, block));
  return inside.length > 0 ? inside : NOTHING;
}

const Block = memo(function Block({
  block,
  text,
  quoted,
  current,
}: {
  block: ReadingBlock;
  text: string;
  quoted: Quoted;
  current: Span | null;
}) {
  const label = block.time === null ? null : timecode(block.time);
  return (
    <div className={label === null ? 'turn turn-plain' : 'turn'}>
      {label === null ? null : <span className="turn-time">{label}</span>}
      <div className="turn-text">
        {block.showsSpeaker ? <b className="turn-speaker">{block.speaker}</b> : null}
        <p className={keepsLines(text.slice(block.start, block.end)) ? 'keeps-lines' : undefined}>
          {piecesOfBlock(block, quoted, current).map((piece) => {
            const content = text.slice(piece.start, piece.end);
            const isMarked = piece.quoted !== null || piece.current;
            if (!isMarked) {
              return (
                <span key={piece.start} data-start={piece.start}>
                  {content}
                </span>
              );
            }
            return (
              <Mark
                key={piece.start}
                start={piece.start}
                content={content}
                quoted={piece.quoted}
                current={piece.current}
              />
            );
          })}
        </p>
      </div>
    </div>
  );
});

function Mark({
  start,
  content,
  quoted,
  current,
}: {
  start: number;
  content: string;
  quoted: Quoted[number] | null;
  current: boolean;
}) {
  const className = current ? 'mark-now' : undefined;
  if (!quoted) {
    return (
      <mark data-start={start} className={className}>
        {content}
      </mark>
    );
  }
  const go = () => void goToQuotationIn(quoted.articleId, quoted.quotationId);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the words of a link cannot be selected by dragging, and these are to be quoted.
    <mark
      data-start={start}
      className={className}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: quoted words stay marked text, and lead to the quotation.
      role="link"
      tabIndex={0}
      title={words.sources.quotedIn(quoted.articleHeadline)}
      onClick={() => {
        // A click that ends a selection is not meant for the quotation.
        if (document.getSelection()?.isCollapsed !== false) go();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) go();
      }}
    >
      {content}
    </mark>
  );
}

type Root = React.RefObject<HTMLDivElement | null>;

/** Scrolls the passage that is shown as current into the middle, each time it is asked for. */
function useShownInView(root: Root, shown: (Span & { request: number }) | null, versionId: string) {
  const request = shown?.request;
  // A request is for one place in one text, and is met once.
  useEffect(() => {
    if (!root.current) return;
    if (!shown) root.current.scrollTop = 0;
    else elementAt(root.current, shown.start)?.scrollIntoView({ block: 'center' });
  }, [request, versionId]);
}

/** Draws what was looked for with the CSS Custom Highlight API: it touches no element. */
function useFoundHighlights(
  root: Root,
  found: readonly Span[],
  foundIndex: number,
  versionId: string,
) {
  // Another version has other elements: it is among the dependencies though it is not read.
  useEffect(() => {
    if (!root.current) return;
    CSS.highlights.set('source-found', new Highlight(...rangesOf(root.current, found)));
    const current = found[foundIndex];
    const [range] = current ? rangesOf(root.current, [current]) : [];
    CSS.highlights.set('source-found-now', range ? new Highlight(range) : new Highlight());
    if (current) elementAt(root.current, current.start)?.scrollIntoView({ block: 'center' });
    return () => {
      CSS.highlights.delete('source-found');
      CSS.highlights.delete('source-found-now');
    };
  }, [root, found, foundIndex, versionId]);
}
