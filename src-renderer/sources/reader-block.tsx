import { memo, useMemo } from 'react';
import type { QuotedStretch } from '../../src-shared/model/source';
import type { Span } from '../../src-shared/model/span';
import { Excluded, useExcluded } from '../notes/excluded';
import { playOn } from '../recordings/recording-actions';
import { timecode } from '../words/format';
import { recordingWords } from '../words/recordings';
import { VERDICT_LABELS } from '../words/verdicts';
import { words } from '../words/words';
import { piecesOfBlock } from './reader-pieces';
import type { Section } from './reader-sections';
import { keepsLines, type ReadingBlock } from './reading-blocks';
import { goToSourceUse } from './source-use';

const NOTHING: readonly QuotedStretch[] = [];
const touches = (a: Span, b: Span) => a.start < b.end && a.end > b.start;

/** The same empty list for most blocks, so that they are not drawn again. */
function quotedIn(quoted: readonly QuotedStretch[], span: Span): readonly QuotedStretch[] {
  const inside = quoted.filter((stretch) => touches(stretch, span));
  return inside.length > 0 ? inside : NOTHING;
}

interface SectionProps {
  number: number;
  section: Section;
  isDrawn: boolean;
  blocks: readonly ReadingBlock[];
  text: string;
  quoted: readonly QuotedStretch[];
  /** The passage that is shown, where it is within this section. */
  current: Span | null;
  /** Where the block starts that is heard now; null where it is in another section. */
  playing: number | null;
  /** The source whose recording plays from a time; null where it has none. */
  playsFor: string | null;
}

/** Blocks of a source that are drawn together. */
export const ReaderSection = memo(function ReaderSection({
  number,
  section,
  isDrawn,
  blocks,
  quoted,
  current,
  playing,
  ...rest
}: SectionProps) {
  const { first, last, height } = section;
  const inside = useMemo(() => quotedIn(quoted, section), [quoted, section]);
  if (!isDrawn) return <div data-section={number} style={{ height }} />;
  return (
    <div data-section={number}>
      {blocks.slice(first, last).map((block) => (
        <Block
          key={block.start}
          block={block}
          quoted={inside === NOTHING ? NOTHING : quotedIn(inside, block)}
          current={current && touches(current, block) ? current : null}
          isPlaying={playing === block.start}
          {...rest}
        />
      ))}
    </div>
  );
});

const Block = memo(function Block({
  block,
  text,
  quoted,
  current,
  isPlaying,
  playsFor,
}: {
  block: ReadingBlock;
  text: string;
  quoted: readonly QuotedStretch[];
  current: Span | null;
  isPlaying: boolean;
  playsFor: string | null;
}) {
  const { time, page, showsPage, showsSpeaker, speaker } = block;
  const excluded = useExcluded(block);
  const hasMargin = time !== null || page !== null;
  const names = ['turn'];
  if (!hasMargin) names.push('turn-plain');
  else if (time === null) names.push('turn-paged');
  if (isPlaying) names.push('turn-now');
  return (
    <div className={names.join(' ')}>
      {hasMargin ? (
        <div className="turn-margin">
          {time === null ? null : <Time seconds={time} playsFor={playsFor} />}
          {showsPage ? <span className="turn-page">{words.sources.page(page ?? 0)}</span> : null}
        </div>
      ) : null}
      <div className="turn-text">
        {showsSpeaker ? <b className="turn-speaker">{speaker}</b> : null}
        <p className={keepsLines(text.slice(block.start, block.end)) ? 'keeps-lines' : undefined}>
          {piecesOfBlock(block, quoted, current, excluded).map((piece) => {
            const content = text.slice(piece.start, piece.end);
            return (
              <Excluded key={piece.start} reason={piece.excluded}>
                {piece.quoted === null && !piece.current ? (
                  <span data-start={piece.start}>{content}</span>
                ) : (
                  <Mark
                    start={piece.start}
                    content={content}
                    quoted={piece.quoted}
                    current={piece.current}
                  />
                )}
              </Excluded>
            );
          })}
        </p>
      </div>
    </div>
  );
});

function Time({ seconds, playsFor }: { seconds: number; playsFor: string | null }) {
  const label = timecode(seconds);
  if (playsFor === null) return <span className="turn-time">{label}</span>;
  return (
    <button
      type="button"
      className="turn-time"
      // A stop of the Tab key for each turn would keep the keys from all that follows: with them, the
      // passage is played by its command.
      tabIndex={-1}
      aria-label={recordingWords.playFrom(label)}
      onClick={() => void playOn(playsFor, seconds)}
    >
      {label}
    </button>
  );
}

function Mark({
  start,
  content,
  quoted,
  current,
}: {
  start: number;
  content: string;
  quoted: QuotedStretch | null;
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
  const go = () => void goToSourceUse(quoted);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the words of a link cannot be selected by dragging, and these are to be quoted.
    <mark
      data-start={start}
      data-quoted
      className={className}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: quoted words stay marked text, and lead to the quotation.
      role="link"
      tabIndex={0}
      aria-description={
        quoted.verdict
          ? words.sources.quotedIn(quoted.articleHeadline, VERDICT_LABELS[quoted.verdict])
          : words.sources.claimedIn(quoted.articleHeadline)
      }
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
